using System.Collections.Immutable;
using LicenseTracker.Domain.Certifications;
using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Exemptions;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Domain.Eligibility;

/// <summary>May this therapist treat a client with these conditions, with these techniques, in this state, on this day?</summary>
/// <param name="Jurisdiction">Where the session is held.</param>
/// <param name="Conditions">ICD-10-CM codes, with or without the dot, or catalogue ids.</param>
/// <param name="KnownAt">Judge by what was known then; null: by everything recorded.</param>
public sealed record EligibilityQuestion(
    TherapistId TherapistId,
    Jurisdiction Jurisdiction,
    Profession Profession,
    ImmutableArray<string> Conditions,
    ImmutableArray<string> Techniques,
    ImmutableArray<ClientFact> ClientFacts,
    DateOnly On,
    DateTimeOffset? KnownAt);

/// <summary>Everything recorded of one therapist that a decision may rest on.</summary>
/// <param name="Therapist">Null: the registration is not on record.</param>
/// <param name="Sequence">The position of the newest fact in it.</param>
public sealed record EligibilityCard(
    TherapistId TherapistId, Therapist? Therapist, ImmutableArray<License> Licenses, ImmutableArray<Certification> Certifications, long Sequence)
{
    /// <summary>CE credits, in any order.</summary>
    public ImmutableArray<Credit> Credits { get; init; } = [];

    /// <summary>Exemptions from continuing education that were asked for.</summary>
    public ImmutableArray<Exemption> Exemptions { get; init; } = [];

    /// <summary>The last day on which a roster said of a license what the record then said, as known at the question's instant.</summary>
    public ImmutableDictionary<LicenseId, DateOnly> SeenInRosters { get; init; } = ImmutableDictionary<LicenseId, DateOnly>.Empty;

    /// <summary>What rosters said against the record and was open at the question's instant, oldest first.</summary>
    public ImmutableArray<RosterContradiction> Contradictions { get; init; } = [];
}
