using System.Collections.Immutable;
using LicenseTracker.Domain.Eligibility;

namespace LicenseTracker.Domain.Rules;

/// <summary>How much the first renewal asks for.</summary>
public enum FirstDemandKind
{
    Everything,

    /// <summary>No hours, but for what is kept.</summary>
    NoHours,

    /// <summary>Another total than the usual one.</summary>
    OtherTotal,
    Unknown,
}

/// <summary>What the first renewal of one license asks for.</summary>
/// <param name="Total">The total in place of the usual one, which its parts then no longer make up; null unless there is one.</param>
/// <param name="Waives">Codes of requirements that are not asked for.</param>
/// <param name="Keeps">Codes of requirements of hours that hold though no hours are asked for.</param>
public sealed record FirstDemand(
    FirstDemandKind Kind, Figure<Hours>? Total, ImmutableArray<string> Waives, ImmutableArray<string> Keeps, Citation Citation, string? Note);

/// <summary>Reckons what a license owes at its first renewal.</summary>
public static class FirstRenewalArithmetic
{
    /// <param name="cycle">The window that ends with the first renewal, as it is for licensees who have held theirs all the while.</param>
    public static FirstDemand Of(FirstRenewal rule, DateOnly grantedOn, CycleWindow cycle)
    {
        if (rule.IfLicensedUnderMonths is { } under && grantedOn.AddMonths(under) <= cycle.To)
            return Demand(rule, FirstDemandKind.Everything);
        return rule switch
        {
            FullAtFirst => Demand(rule, FirstDemandKind.Everything),
            ExemptAtFirst exempt => Demand(rule, FirstDemandKind.NoHours, keeps: exempt.Keeps),
            ReducedAtFirst reduced => Demand(rule, FirstDemandKind.OtherTotal, reduced.Total, reduced.Waives),
            ProratedAtFirst prorated => Demand(rule, FirstDemandKind.OtherTotal, Prorated(prorated, grantedOn, cycle), prorated.Waives),
            ChartedAtFirst charted => Demand(rule, FirstDemandKind.OtherTotal, Charted(charted, grantedOn, cycle), charted.Waives),
            _ => Demand(rule, FirstDemandKind.Unknown),
        };
    }

    private static FirstDemand Demand(
        FirstRenewal rule,
        FirstDemandKind kind,
        Figure<Hours>? total = null,
        ImmutableArray<string>? waives = null,
        ImmutableArray<string>? keeps = null) =>
        new(kind, total, waives ?? [], keeps ?? [], rule.Citation, rule.Note);

    /// <summary>A part that has begun counts whole.</summary>
    private static Figure<Hours> Prorated(ProratedAtFirst rule, DateOnly grantedOn, CycleWindow cycle)
    {
        if (!rule.PerPart.TryGet(out var each))
            return rule.PerPart;
        var since = grantedOn < cycle.From ? cycle.From : grantedOn;
        var parts = 0;
        while (since.AddMonths(parts * rule.MonthsPerPart) <= cycle.To)
            parts++;
        var hours = each.Times(parts, 1);
        return Figure<Hours>.Of(rule.AtMost is { } most ? Hours.Min(hours, most) : hours, rule.Citation, rule.Note);
    }

    private static Figure<Hours> Charted(ChartedAtFirst rule, DateOnly grantedOn, CycleWindow cycle)
    {
        var year = grantedOn.Year - cycle.From.Year + 1;
        return rule.Rows.FirstOrDefault(r => r.Year == year && r.Month == grantedOn.Month)?.Hours
            ?? Figure<Hours>.Unknown(rule.Citation, "The chart has no row for the month of issue.");
    }
}
