using System.Collections.Immutable;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Rosters;

namespace LicenseTracker.Domain.Eligibility;

/// <summary>
/// Says where a roster contradicts the record in a way that could take authority away. Which of the two is right nobody knows until a person has
/// resolved it or the source says again what the record says.
/// </summary>
internal static class SourceJudgement
{
    private const string Code = "LICENSE_SOURCE_CONTRADICTS";

    /// <param name="decides">Whether authority rests on this license; else it is shown as a warning.</param>
    public static void Add(Case @case, LicenseTimeline license, DateOnly date, bool decides, Findings findings)
    {
        var name = @case.Jurisdictions(license.Jurisdiction).Name;
        foreach (var open in @case.ContradictionsOf(license, date))
            Add(open, decides, $"License {license.NumberOn(date)} in {name}", license.GrantEvidence, findings);
    }

    /// <summary>What a roster of the state says of a license that is not known, where the therapist has none on record there.</summary>
    public static void AddWithoutLicense(Case @case, DateOnly date, Findings findings)
    {
        foreach (var open in @case.Contradictions.Where(c => c.License is null && c.Jurisdiction == @case.Question.Jurisdiction && c.CouldTakeAuthorityOn(date)))
            Add(open, decides: true, @case.Jurisdictions(open.Jurisdiction).Name, [], findings);
    }

    private static void Add(RosterContradiction open, bool decides, string what, ImmutableArray<FactId> evidence, Findings findings)
    {
        var roster = open.Profile is { } profile ? $"a roster of {open.Jurisdiction} ({profile})" : $"a roster of {open.Jurisdiction}";
        var record = open.OnRecord is { } said ? $" On record: {said}." : "";
        var source = open.InSource is { } says ? $" In the source: {says}." : "";
        findings.Add(
            Code,
            decides ? ReasonOutcome.Unknown : ReasonOutcome.Warning,
            $"{what}: {roster} contradicts the record, found on {open.FoundOn.Iso()}. {open.Message}{record}{source} What holds is not known until this is resolved in the review of rosters.",
            evidence: evidence);
    }
}
