using System.Collections.Immutable;
using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Domain.Eligibility;

/// <summary>The answer in one word.</summary>
public enum Verdict
{
    /// <summary>Nothing blocks, nothing remains.</summary>
    Eligible,

    /// <summary>Nothing blocks; obligations remain.</summary>
    EligibleWithConditions,

    /// <summary>Something blocks.</summary>
    NotEligible,

    /// <summary>Something needed is unknown.</summary>
    Undetermined,
}

/// <summary>The policy a decision was made under.</summary>
/// <param name="Version">The version of the clinic's policy record whose fact says it.</param>
/// <param name="Clinic">Whose it is; null: the default policy.</param>
public sealed record PolicyReference(string Name, string Version, ClinicId? Clinic);

/// <summary>A jurisdiction's rule book in one version.</summary>
/// <param name="Jurisdiction">Whose it is.</param>
/// <param name="Version">Which version.</param>
/// <param name="AdoptedLater">It was not yet adopted at the instant asked about: the shipped book answered.</param>
public sealed record RuleBookReference(Jurisdiction Jurisdiction, string Version, bool AdoptedLater);

/// <summary>The answer with all its reasons.</summary>
/// <param name="Reasons">All of them, satisfied ones too: blocking first, then unknown, conditions, warnings, satisfied.</param>
/// <param name="Obligations">What remains to be done or kept to, each once.</param>
/// <param name="RuleBook">Of the state asked about; null: it has no rules for this profession on that day.</param>
/// <param name="ValidUntil">The last date with the same verdict and obligations if nothing new is recorded; null: no end within ten years.</param>
public sealed record EligibilityDecision(
    Verdict Verdict,
    ImmutableArray<Reason> Reasons,
    ImmutableArray<Obligation> Obligations,
    DateOnly On,
    DateTimeOffset? KnownAt,
    DateOnly? ValidUntil,
    long AsOfSequence,
    PolicyReference Policy,
    RuleBookReference? RuleBook,
    string CatalogueVersion);
