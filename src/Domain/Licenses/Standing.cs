using System.Collections.Immutable;
using LicenseTracker.Domain.Eligibility;

namespace LicenseTracker.Domain.Licenses;

/// <summary>What a license is on a date, strongest first: the strongest that applies is shown, all reasons are returned.</summary>
public enum Standing
{
    Revoked,
    Surrendered,
    Suspended,
    Closed,
    Inactive,
    Pending,

    /// <summary>The rule books' "null and void": too late to renew.</summary>
    Lapsed,
    Delinquent,
    Expired,

    /// <summary>Active with limits.</summary>
    Restricted,
    Active,
}

/// <summary>What a license permits on a date, weakest first: where several things act, the weakest wins.</summary>
public enum Authority
{
    None,
    Unknown,
    Limited,
    Full,
}

/// <summary>Standing and authority on one date with all reasons, the blocking ones first.</summary>
public sealed record StandingOnDate(Standing Standing, Authority Authority, DateOnly On, ImmutableArray<Reason> Reasons);
