using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Compliance;

/// <summary>What the first renewal changes, read strictly or leniently where it is not known whether it does.</summary>
internal static class FirstTotal
{
    /// <summary>Null: the cycle's renewal is not the first, or the first asks for everything.</summary>
    public static FirstDemand? Of(ComplianceQuestion question, Reading reading)
    {
        var isFirst = question.License.LeadsTo(1);
        if (isFirst is false)
            return null;
        var demand = Of(question.Rules.FirstRenewal, question.License.LicensedSince, question.Cycle);
        return demand.Kind switch
        {
            FirstDemandKind.Everything => null,
            FirstDemandKind.Unknown => reading.Helps(null) ? demand with { Kind = FirstDemandKind.NoHours } : null,
            _ => reading.Helps(isFirst) ? demand : null,
        };
    }

    private static FirstDemand Of(FirstRenewal rule, DateOnly? since, ComplianceCycle cycle)
    {
        if (since is { } granted && cycle is { Start: { } start, End: { } end })
            return FirstRenewalArithmetic.Of(rule, granted, new(start, end, cycle.LastDay ?? end));

        // These ask for no date.
        if (rule is FullAtFirst or ExemptAtFirst { IfLicensedUnderMonths: null } or ReducedAtFirst { IfLicensedUnderMonths: null })
            return FirstRenewalArithmetic.Of(rule, default, default);
        return new(FirstDemandKind.Unknown, null, [], [], rule.Citation, rule.Note);
    }
}
