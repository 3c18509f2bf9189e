using System.Collections.Immutable;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Domain.Therapists;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Facts;

namespace LicenseTracker.Api.Importing;

/// <summary>Opens the personal texts on a card, so that a row can be compared with them.</summary>
internal sealed class KnownPeople(IPersonalReader personal, IReadOnlyDictionary<Guid, DateOnly> agreements)
{
    public async Task<KnownPerson> PersonAsync(Card card, CancellationToken cancellation)
    {
        var therapist = card.Therapist() ?? throw new InvalidOperationException($"The card of {card.Id.Value} has no therapist.");
        if (therapist.KnownAt(null) is not { } known)
            return new(therapist, [PersonName.None], null, PersonContact.None);
        var names = new List<PersonName>();
        foreach (var held in therapist.Log.Held())
        {
            if (NameOf(held.Fact) is { } sealedName && held.Id != known.GivenNameAt.Event)
                names.Add(await NameAsync(therapist.Log, card.Id.Value, At(held, sealedName), card, cancellation));
        }

        names.Add(await NameAsync(therapist.Log, card.Id.Value, [known.GivenNameAt, known.MiddleNameAt, known.FamilyNameAt, known.SuffixAt], card, cancellation));
        return new(
            therapist,
            [.. names],
            await OpenAsync(therapist.Log, card.Id.Value, known.BirthDateAt, card, cancellation),
            new(
                await OpenAsync(therapist.Log, card.Id.Value, known.AddressAt, card, cancellation), await OpenAsync(therapist.Log, card.Id.Value, known.EmailAt, card, cancellation),
                await OpenAsync(therapist.Log, card.Id.Value, known.PhoneAt, card, cancellation)));
    }

    public async Task<KnownLicense> LicenseAsync(Card card, Guid stream, FactLog<LicenseFact> log, CancellationToken cancellation)
    {
        var license = new License(new(stream), log);
        var own = log.Held().Where(h => h.Fact is LicenseeNameChanged).OrderBy(h => h.Fact.EffectiveOn).ThenBy(h => h.Version).LastOrDefault();
        if (own?.Fact is not LicenseeNameChanged name)
            return new(license, null, AgreedOn(stream));
        return new(license, await NameAsync(log, stream, At(own, (name.GivenName, name.MiddleName, name.FamilyName, name.Suffix)), card, cancellation), AgreedOn(stream));
    }

    private DateOnly? AgreedOn(Guid license) => agreements.TryGetValue(license, out var day) ? day : null;

    private static (Personal Given, Personal Middle, Personal Family, Personal Suffix)? NameOf(TherapistFact fact) => fact switch
    {
        TherapistRegistered f => (f.GivenName, f.MiddleName, f.FamilyName, f.Suffix),
        TherapistNameChanged f => (f.GivenName, f.MiddleName, f.FamilyName, f.Suffix),
        _ => null,
    };

    private static ImmutableArray<PersonalAt> At<TFact>(Held<TFact> held, (Personal Given, Personal Middle, Personal Family, Personal Suffix) name)
        where TFact : class, IFact =>
    [
        PersonalAt.In(held, "givenName", name.Given), PersonalAt.In(held, "middleName", name.Middle), PersonalAt.In(held, "familyName", name.Family),
        PersonalAt.In(held, "suffix", name.Suffix),
    ];

    private async Task<PersonName> NameAsync<TFact>(FactLog<TFact> log, Guid stream, ImmutableArray<PersonalAt> parts, Card card, CancellationToken cancellation)
        where TFact : class, IFact => new(
            await OpenAsync(log, stream, parts[0], card, cancellation), await OpenAsync(log, stream, parts[1], card, cancellation),
            await OpenAsync(log, stream, parts[2], card, cancellation), await OpenAsync(log, stream, parts[3], card, cancellation));

    private ValueTask<string?> OpenAsync<TFact>(FactLog<TFact> log, Guid stream, PersonalAt? at, Card card, CancellationToken cancellation)
        where TFact : class, IFact => at is { Text.IsNone: false } place
            ? personal.OpenAsync(card.Id, PersonalField.Of(log, stream, place), place.Text, cancellation)
            : new((string?)null);
}
