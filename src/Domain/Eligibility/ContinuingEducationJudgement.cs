using LicenseTracker.Domain.Compliance;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Policies;

namespace LicenseTracker.Domain.Eligibility;

/// <summary>Judges the continuing education of the licenses that the therapist would practise under. It warns, unless the clinic's policy blocks.</summary>
internal static class ContinuingEducationJudgement
{
    /// <summary>A license that is not in force is judged by that alone.</summary>
    public static void On(Case @case, Policy policy, DateOnly date, Findings findings)
    {
        var judged = LicensesUsed(@case, date).Select(l => (License: l, Compliance: @case.ComplianceOn(l, date))).ToArray();
        var isOnTrack = judged.Any(j => j.Compliance is { Report.Satisfied: true });
        foreach (var (license, compliance) in judged)
            Add(@case, policy, date, findings, license, compliance, isOnTrack);
    }

    /// <summary>Every date on which the judgement may differ from that of the day before, beside those of licenses and certifications.</summary>
    public static IEnumerable<DateOnly> Breakpoints(Case @case)
    {
        var licenses = @case.Licenses.Where(l => l.Profession == @case.Question.Profession
            && (l.Jurisdiction == @case.Question.Jurisdiction || CompactJudgement.MayCarryHere(@case))).ToArray();
        var books = licenses.Select(l => l.Jurisdiction).Distinct().Select(@case.BookFor).OfType<Rules.KnownRuleBook>().SelectMany(b => b.Book.Versions);
        var spans = books.SelectMany(v => v.Requirements.Select(r => r.Heading.Window).Append(v.Effective)
            .Concat(v.Overrides.SelectMany(o => o.Puts.Select(r => r.Heading.Window).Append(o.Effective)))).OfType<Rules.Effective>();
        var due = licenses.SelectMany(l => @case.BookFor(l.Jurisdiction) is { } book ? LicenseCompliance.DueDates(l, book.Book) : []).ToArray();
        return spans.SelectMany(s => new[] { s.From, s.To?.AddDays(1) }).OfType<DateOnly>()
            .Concat(@case.Education.Credits.Select(c => c.Declaration.CompletedOn))
            .Concat(@case.Education.Exemptions.SelectMany(e => e.Breakpoints))
            .Concat(@case.Policies.Select(p => p.Content.CeBlocksWithinDays).OfType<int>().Distinct().SelectMany(days => due.Select(d => d.AddDays(-days))));
    }

    /// <summary>Whether a day on which education is due has come near enough to block. One that is not known always has.</summary>
    private static bool IsNear(int? days, DateOnly? due, DateOnly date) => days is null || due is null || due.Value.DayNumber - date.DayNumber <= days;

    /// <summary>Those with the best authority: what another one says lifts nothing.</summary>
    private static LicenseTimeline[] LicensesUsed(Case @case, DateOnly date)
    {
        var inForce = @case.Licenses.Where(l => l.Profession == @case.Question.Profession)
            .Select(l => (License: l, Authority: @case.AuthorityOn(l, date))).Where(l => l.Authority is not Authority.None).ToArray();
        var here = inForce.Where(l => l.License.Jurisdiction == @case.Question.Jurisdiction).ToArray();
        var used = here.Length > 0 ? here : [.. inForce.Where(l => CompactJudgement.IsCarriedHere(@case, l.License, date))];
        return [.. used.Where(l => l.Authority == used.Max(u => u.Authority)).Select(l => l.License)];
    }

    private static void Add(
        Case @case, Policy policy, DateOnly date, Findings findings, LicenseTimeline license, LicenseCompliance? compliance, bool isOnTrack)
    {
        var name = $"License {license.NumberOn(date)} in {@case.Jurisdictions(license.Jurisdiction).Name}: ";
        var blocks = policy.Content.CeNotOnTrack == PolicyEffect.Block && !isOnTrack && IsNear(policy.Content.CeBlocksWithinDays, compliance?.Report.DueOn, date);
        if (compliance is null)
        {
            findings.Add(
                "CE_NOT_JUDGED", blocks ? ReasonOutcome.Unknown : ReasonOutcome.Warning,
                $"{name}There is no rule book of continuing education for this profession: look at the transcript.", evidence: license.GrantEvidence);
            return;
        }

        var summary = ComplianceSummary.Of(compliance.Report);
        var (code, outcome) = summary.State switch
        {
            ComplianceState.Done => ("CE_DONE", ReasonOutcome.Satisfied),
            ComplianceState.NotRequired => ("CE_NOT_REQUIRED", ReasonOutcome.Satisfied),
            ComplianceState.Pending => ("CE_PENDING", blocks ? ReasonOutcome.Blocking : ReasonOutcome.Warning),
            ComplianceState.Missing => ("CE_MISSING", blocks ? ReasonOutcome.Blocking : ReasonOutcome.Warning),
            _ => ("CE_UNDETERMINED", blocks ? ReasonOutcome.Unknown : ReasonOutcome.Warning),
        };
        var then = outcome is ReasonOutcome.Blocking or ReasonOutcome.Unknown ? $" Without it {policy.Called} lets nobody treat." : "";
        var used = compliance.Report.CreditsUsed.Select(u => u.Credit).ToHashSet();
        findings.Add(
            code, outcome, $"{name}{summary.Text}.{then}", summary.Citation,
            [.. license.GrantEvidence, .. @case.Education.Credits.Where(c => used.Contains(c.Id)).SelectMany(c => c.Evidence)]);
    }
}
