using System.Collections.Immutable;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Compliance;

/// <summary>What the first renewal changes.</summary>
/// <param name="Waives">Codes of requirements that are not asked for.</param>
/// <param name="WaivesHours">Nothing that is counted in hours is asked for, except what is kept.</param>
/// <param name="Keeps">Codes of requirements that hold nonetheless.</param>
/// <param name="SetsTotal">The total is the one given here; any hours fill it, whatever parts the full total is made of.</param>
/// <param name="Total">Null: unknown.</param>
/// <param name="UpToFull">The total is never more than the full one.</param>
internal sealed record FirstTotal(
    ImmutableArray<string> Waives, bool WaivesHours, ImmutableArray<string> Keeps, bool SetsTotal, Hours? Total, bool UpToFull)
{
    /// <summary>Null: the cycle's renewal is not the first, or the first asks for everything.</summary>
    public static FirstTotal? Of(ComplianceQuestion question, Reading reading)
    {
        var (rule, license, cycle) = (question.Rules.FirstRenewal, question.License, question.Cycle);
        if (rule is FullAtFirst)
            return null;
        bool? isFirst = license.Cycle is { } number ? number == 1 : null;
        var acts = isFirst & IsShort(rule.IfLicensedUnderMonths, license.LicensedSince, cycle.End);
        if (acts is false || !reading.Helps(rule is UnknownAtFirst ? acts & null : acts))
            return null;
        return rule switch
        {
            ExemptAtFirst r => new([], true, r.Keeps, false, null, false),
            ReducedAtFirst r => new(r.Waives, false, [], true, r.Total.TryGet(out var total) ? total : null, false),
            ProratedAtFirst r => new(r.Waives, false, [], true, Prorated(r, license.LicensedSince, cycle), r.AtMost is null),
            ChartedAtFirst r => new(r.Waives, false, [], true, Charted(r, license.LicensedSince, cycle.Start), false),
            UnknownAtFirst => new([], true, [], false, null, false),
            _ => throw new ArgumentOutOfRangeException(nameof(question), rule, "No such rule of the first renewal."),
        };
    }

    public Hours? Capped(Hours? full) => !UpToFull ? Total : Total is { } total && full is { } most ? Hours.Min(total, most) : null;

    /// <summary>Whether the license was held for less than so many months when the cycle ends.</summary>
    private static bool? IsShort(int? months, DateOnly? since, DateOnly? end) =>
        months is not { } under ? true : since is { } from && end is { } to ? from.AddMonths(under) > to.AddDays(1) : null;

    private static Hours? Prorated(ProratedAtFirst rule, DateOnly? since, ComplianceCycle cycle)
    {
        if (since is not { } from || cycle is not { Start: { } start, End: { } end } || !rule.PerPart.TryGet(out var each))
            return null;
        var total = each.Times(Spans.PartsBegun(Spans.Later(from, start), end, rule.MonthsPerPart), 1);
        return rule.AtMost is { } most ? Hours.Min(total, most) : total;
    }

    private static Hours? Charted(ChartedAtFirst rule, DateOnly? since, DateOnly? start)
    {
        if (since is not { } issued || start is not { } first)
            return null;
        var year = issued < first ? 1 : ((Spans.MonthsBegun(first, issued) - 1) / 12) + 1;
        var row = rule.Rows.FirstOrDefault(r => r.Year == year && r.Month == issued.Month);
        return row is not null && row.Hours.TryGet(out var hours) ? hours : null;
    }
}
