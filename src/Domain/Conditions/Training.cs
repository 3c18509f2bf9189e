using System.Collections.Immutable;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Conditions;

/// <summary>What stands behind a training's name.</summary>
public enum TrainingKind
{
    NationalCredential,
    TrainingStandard,

    /// <summary>No standard was found: a clinic says what counts.</summary>
    ClinicDefined,

    /// <summary>A state's law asks for it.</summary>
    StateGate,
    HeldCredential,
}

/// <summary>A modality credential or training that rules may ask for; a therapist's certification names it by id.</summary>
/// <param name="Jurisdiction">The state whose law asks for it.</param>
/// <param name="MinimumHours">Hours it takes; null: not known, or a clinic's to set.</param>
/// <param name="HoursSeen">Hours of courses seen, as examples.</param>
public sealed record Training(
    string Id,
    string Name,
    TrainingKind Kind,
    Jurisdiction? Jurisdiction,
    int? MinimumHours,
    string? OfWhich,
    ImmutableArray<int> HoursSeen,
    string? Format,
    bool Expires,
    ImmutableArray<string> Requirements,
    string? Note,
    Citation Citation)
{
    /// <summary>What a rule book may ask a licensee to hold and whoever holds this does; mostly nothing.</summary>
    public ImmutableArray<HeldCredential> Shows { get; init; } = [];
}
