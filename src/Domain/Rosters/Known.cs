using System.Collections.Immutable;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Domain.Rosters;

/// <summary>A therapist on record with the personal texts opened, so that a row can be compared with them.</summary>
/// <param name="Names">Every name they have or had; the current one last.</param>
public sealed record KnownPerson(Therapist Therapist, ImmutableArray<PersonName> Names, string? BirthDate, PersonContact Contact)
{
    public PersonName Name => Names[^1];

    public override string ToString() => $"(therapist {Therapist.Id.Value})";
}

/// <summary>A license on record with the name that stands on it.</summary>
/// <param name="OwnName">Null: no name was ever recorded for the license itself; it goes by its therapist's.</param>
/// <param name="AgreedOn">The last day on which the same source said what the record says; null: it never did, or nobody remembers.</param>
public sealed record KnownLicense(License License, PersonName? OwnName, DateOnly? AgreedOn = null)
{
    public override string ToString() => $"(license {License.Id.Value})";
}

/// <summary>Ids minted outside, for what a row may bring on record.</summary>
public sealed record RosterIds(TherapistId Therapist, LicenseId License, EncumbranceId ByStatus, EncumbranceId Discipline);
