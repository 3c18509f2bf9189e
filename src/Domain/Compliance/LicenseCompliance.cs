using System.Collections.Immutable;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Compliance;

/// <summary>Whether the continuing education of one license's cycle is done, by the book of its state.</summary>
/// <param name="Term">The term that the renewal ends.</param>
/// <param name="Book">The book of the license's state, as known at the instant asked about.</param>
/// <param name="Versions">Names of the versions that judged: several where what is known allows several; none where the book has none for these days.</param>
public sealed record LicenseCompliance(LicenseTimeline License, Term Term, KnownRuleBook Book, ImmutableArray<string> Versions, ComplianceReport Report)
{
    /// <summary>Judges the cycle that holds on a date: that of the term that holds it, or else of the last term before it.</summary>
    /// <returns>Null: the license had not begun, or the book is not for its profession.</returns>
    public static LicenseCompliance? On(DateOnly on, LicenseTimeline license, CeRecord record, KnownRuleBook book) =>
        license.Profession == book.Book.Profession ? new CycleJudge(license, record, book).On(on) : null;

    /// <summary>Every day on which the continuing education of some cycle may be due, by whichever version governs it.</summary>
    public static IEnumerable<DateOnly> DueDates(LicenseTimeline license, RuleBook book) =>
        LicenseCycle.All(license).SelectMany(c => book.Versions.Select(v => c.Under(v).LastDay)).OfType<DateOnly>().Distinct();
}

/// <summary>Gathers what the rules ask about from the records of one license, under each version that may govern.</summary>
internal sealed class CycleJudge(LicenseTimeline license, CeRecord record, KnownRuleBook known)
{
    private readonly Dictionary<(int Place, DateOnly On), LicenseCompliance> _judged = [];
    private readonly ImmutableArray<JudgedCredit> _credits = record.CreditsUnder(known.Book);

    /// <summary>The cycle that holds on a date; null: the license had not begun.</summary>
    public LicenseCompliance? On(DateOnly date) => LicenseCycle.On(license, date) is { } cycle ? Judge(cycle, date) : null;

    private LicenseCompliance Judge(LicenseCycle cycle, DateOnly on)
    {
        if (!_judged.TryGetValue((cycle.Place, on), out var judged))
            _judged.Add((cycle.Place, on), judged = JudgeAnew(cycle, on));
        return judged;
    }

    private LicenseCompliance JudgeAnew(LicenseCycle cycle, DateOnly on)
    {
        var versions = VersionSelection.Governing(known.Book, v => cycle.Under(v).Dates(on));
        var reports = versions.Select(v => ComplianceJudge.Judge(Question(v, cycle, on))).ToImmutableArray();
        return new(license, cycle.Term, known, [.. versions.Select(v => v.Id)], reports.IsEmpty ? ReportMerge.WithoutRules(cycle.Term) : ReportMerge.Of(reports));
    }

    private ComplianceQuestion Question(RuleBookVersion version, LicenseCycle cycle, DateOnly on)
    {
        var window = cycle.Under(version);
        var circumstances = cycle.Circumstances(version, Credential);
        var before = new Lazy<LicenseCompliance?>(() => cycle.Previous is { } p ? Judge(p, p.Term.ExpiresOn < on ? p.Term.ExpiresOn : on) : null);
        var (carried, atMost) = CarriedIn(version, window, circumstances, before);
        return new(version, window, circumstances, _credits, record.Credentials, record.ExemptionsOf(license, on), carried, on)
        {
            CarriedInAtMost = atMost,
            UsedBefore = UsedBefore(window, cycle, version, before),
        };
    }

    /// <summary>The abbreviation of the only credential that the book issued when the license was granted; null: the record does not say which it is.</summary>
    private string? Credential =>
        known.Book.Credentials.Where(c => !(license.GrantedOn < c.Since) && !(license.GrantedOn > c.Closed)).ToArray() is [var one] ? one.Abbreviation : null;

    /// <summary>Only verified hours from before the cycle can be left over; how many are, the cycle before says where it is on record.</summary>
    private (Hours Carried, Hours? AtMost) CarriedIn(
        RuleBookVersion version, ComplianceCycle window, LicenseCircumstances circumstances, Lazy<LicenseCompliance?> before)
    {
        var earlier = new Hours(_credits.Where(c => c.IsVerified && c.CompletedOn < window.Start).Sum(c => c.Declared.Hundredths));
        if (earlier == Hours.Zero || circumstances.LeadsTo(1) is true || (version.CarryOver.Allowed.TryGet(out var allowed) && !allowed))
            return (Hours.Zero, null);
        if (before.Value?.Report.CarriedOut is { } left)
            return (left, null);
        return (Hours.Zero, version.CarryOver.AtMost.Select(a => a.Hours).OfType<Hours>().Append(earlier).Min());
    }

    private static ImmutableHashSet<CreditId> UsedBefore(
        ComplianceCycle window, LicenseCycle cycle, RuleBookVersion version, Lazy<LicenseCompliance?> before) =>
        cycle.Previous is { } previous && window.Start is { } start && previous.Under(version).End >= start
            ? [.. before.Value!.Report.CreditsUsed.Select(u => u.Credit).OfType<CreditId>()]
            : [];
}
