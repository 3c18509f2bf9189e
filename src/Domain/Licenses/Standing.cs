using System.Collections.Immutable;
using LicenseTracker.Domain.Eligibility;

namespace LicenseTracker.Domain.Licenses;

/// <summary>What a license is on a date, strongest first: the strongest that applies is shown, all reasons are returned.</summary>
public enum Standing
{
    /// <summary>The board took it away.</summary>
    Revoked,

    /// <summary>The licensee gave it up under discipline.</summary>
    Surrendered,

    /// <summary>An order takes all authority for a time.</summary>
    Suspended,

    /// <summary>The board closed it, which is no discipline.</summary>
    Closed,

    /// <summary>The licensee chose not to practise.</summary>
    Inactive,

    /// <summary>Not yet begun, expired with a renewal filed in time, or granted before the term that the record begins with.</summary>
    Pending,

    /// <summary>The rule books' "null and void": too late to renew. The reasons of eligibility say it; a license by itself, which asks no book, is expired.</summary>
    Lapsed,

    /// <summary>Expired, and still to be renewed late. The reasons of eligibility say it; a license by itself, which asks no book, is expired.</summary>
    Delinquent,

    /// <summary>Its last term has ended.</summary>
    Expired,

    /// <summary>Active with limits.</summary>
    Restricted,

    /// <summary>In force without limits.</summary>
    Active,
}

/// <summary>What a license permits on a date, weakest first: where several things act, the weakest wins.</summary>
public enum Authority
{
    /// <summary>No practice.</summary>
    None,

    /// <summary>Not known from the record.</summary>
    Unknown,

    /// <summary>Practice under the obligations shown.</summary>
    Limited,

    /// <summary>Practice without limits.</summary>
    Full,
}

/// <summary>Standing and authority on one date with all reasons, the blocking ones first.</summary>
public sealed record StandingOnDate(Standing Standing, Authority Authority, DateOnly On, ImmutableArray<Reason> Reasons);
