using System.Collections.Immutable;

namespace LicenseTracker.Domain.Therapists;

/// <summary>A person as her records give her at one instant. Her personal texts are sealed; each says where, so that it can be opened.</summary>
public sealed class TherapistTimeline
{
    private TherapistTimeline(TherapistId id, Held<TherapistFact> registration, Held<TherapistFact> name, Held<TherapistFact>? contact, Held<TherapistFact> npi)
    {
        Id = id;
        BirthDateAt = PersonalAt.In(registration, "birthDate", ((TherapistRegistered)registration.Fact).BirthDate);
        var (given, middle, family, suffix) = name.Fact switch
        {
            TherapistNameChanged f => (f.GivenName, f.MiddleName, f.FamilyName, f.Suffix),
            TherapistRegistered f => (f.GivenName, f.MiddleName, f.FamilyName, f.Suffix),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name.Fact.GetType().Name, "This fact gives no name."),
        };
        GivenNameAt = PersonalAt.In(name, "givenName", given);
        MiddleNameAt = PersonalAt.In(name, "middleName", middle);
        FamilyNameAt = PersonalAt.In(name, "familyName", family);
        SuffixAt = PersonalAt.In(name, "suffix", suffix);
        if (contact is { Fact: TherapistContactChanged c })
        {
            AddressAt = PersonalAt.In(contact, "address", c.Address);
            EmailAt = PersonalAt.In(contact, "email", c.Email);
            PhoneAt = PersonalAt.In(contact, "phone", c.Phone);
        }

        Npi = npi.Fact is TherapistNpiChanged n ? n.Npi : ((TherapistRegistered)npi.Fact).Npi;
        Evidence = [.. new[] { registration, name, npi }.Distinct().SelectMany(h => h.Evidence)];
    }

    public TherapistId Id { get; }

    public Personal GivenName => GivenNameAt.Text;

    public Personal MiddleName => MiddleNameAt.Text;

    public Personal FamilyName => FamilyNameAt.Text;

    public Personal Suffix => SuffixAt.Text;

    public Personal BirthDate => BirthDateAt.Text;

    /// <summary>None where no contact is on record.</summary>
    public Personal Address => AddressAt?.Text ?? Personal.None;

    public Personal Email => EmailAt?.Text ?? Personal.None;

    public Personal Phone => PhoneAt?.Text ?? Personal.None;

    public string? Npi { get; }

    public PersonalAt GivenNameAt { get; }

    public PersonalAt MiddleNameAt { get; }

    public PersonalAt FamilyNameAt { get; }

    public PersonalAt SuffixAt { get; }

    public PersonalAt BirthDateAt { get; }

    /// <summary>Null: no contact was ever recorded.</summary>
    public PersonalAt? AddressAt { get; }

    public PersonalAt? EmailAt { get; }

    public PersonalAt? PhoneAt { get; }

    /// <summary>The facts that say who she is.</summary>
    public ImmutableArray<FactId> Evidence { get; }

    public static TherapistTimeline? Of(TherapistId id, FactLog<TherapistFact> log)
    {
        var held = log.Held();
        if (held.FirstOrDefault(h => h.Fact is TherapistRegistered) is not { } registration)
            return null;

        // A name change without a date counts from the day it was recorded, so that it neither hides nor is hidden for ever.
        var recorded = log.Facts.ToDictionary(f => f.Id, f => DateOnly.FromDateTime(f.RecordedAt.UtcDateTime));
        var name = held.Where(h => h.Fact is TherapistNameChanged)
            .OrderBy(h => h.Fact.EffectiveOn ?? recorded[h.Id]).ThenBy(h => h.Version).LastOrDefault(registration);
        return new(
            id,
            registration,
            name,
            held.LastOrDefault(h => h.Fact is TherapistContactChanged),
            held.LastOrDefault(h => h.Fact is TherapistNpiChanged, registration));
    }
}
