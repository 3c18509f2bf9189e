using System.Collections.Immutable;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Domain.Compliance;

/// <summary>
/// One report of several, by versions of the rules of which one governs and nobody knows which, or with and without an exception of which nobody knows
/// whether it acts: only what all of them say is said.
/// </summary>
internal static class ReportMerge
{
    /// <summary>Nothing can be judged: the book has no version for the term.</summary>
    public static ComplianceReport WithoutRules(Term term) => new("", null, null, term.ExpiresOn, null, [], [], [], [], [], null, null);

    /// <param name="reports">At least one.</param>
    public static ComplianceReport Of(ImmutableArray<ComplianceReport> reports) => reports switch
    {
        [var one] => one,
        [.., var newest] => newest with
        {
            RuleBookVersion = Named(reports),
            Satisfied = Same(r => r.Satisfied, reports),
            CycleStart = Same(r => r.CycleStart, reports),
            CycleEnd = Same(r => r.CycleEnd, reports),
            DueOn = Same(r => r.DueOn, reports),
            Requirements = Requirements(reports),
            CreditsUsed = InAll(r => r.CreditsUsed, reports),
            CreditsRefused = InAll(r => r.CreditsRefused, reports),
            Exemptions = InAll(r => r.Exemptions, reports),
            Notes = InAll(r => r.Notes, reports),
            CarriedIn = Same(r => r.CarriedIn, reports),
            CarriedOut = Same(r => r.CarriedOut, reports),
        },
        [] => throw new ArgumentException("There is no report.", nameof(reports)),
    };

    private static string Candidates(ImmutableArray<ComplianceReport> reports) =>
        reports.All(r => r.RuleBookVersion == reports[0].RuleBookVersion) ? $"{reports[0].RuleBookVersion}, with or without an exception" : Named(reports);

    private static string Named(ImmutableArray<ComplianceReport> reports) => string.Join(" or ", reports.Select(r => r.RuleBookVersion).Distinct());

    private static T? Same<T>(Func<ComplianceReport, T?> part, ImmutableArray<ComplianceReport> reports)
        where T : struct =>
        reports.All(r => Nullable.Equals(part(r), part(reports[0]))) ? part(reports[0]) : null;

    private static ImmutableArray<T> InAll<T>(Func<ComplianceReport, ImmutableArray<T>> part, ImmutableArray<ComplianceReport> reports) =>
        [.. part(reports[^1]).Where(one => reports.All(r => part(r).Contains(one)))];

    private static ImmutableArray<RequirementStatus> Requirements(ImmutableArray<ComplianceReport> reports) =>
        [.. reports.SelectMany(r => r.Requirements).GroupBy(r => r.Code, StringComparer.Ordinal).Select(g => Together([.. g], reports))];

    private static RequirementStatus Together(ImmutableArray<RequirementStatus> statuses, ImmutableArray<ComplianceReport> reports)
    {
        var newest = statuses[^1];
        if (statuses.Length == reports.Length && statuses.All(s => s with { Citation = newest.Citation, Title = newest.Title } == newest))
            return newest;
        return newest with
        {
            State = RequirementState.Unknown,
            Required = null,
            Earned = null,
            Pending = null,
            Shortfall = null,
            Message = $"Which rules govern is unknown ({Candidates(reports)}), and they differ in this.",
        };
    }
}
