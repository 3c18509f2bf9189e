using System.Collections.Immutable;
using LicenseTracker.Domain.Eligibility;

namespace LicenseTracker.Domain.Jurisdictions;

/// <summary>How a jurisdiction regulates massage therapists. Where it has several tiers, the one that all of practice needs.</summary>
public enum MassageRegulation
{
    License,

    /// <summary>A certification without which nobody may practise.</summary>
    Certification,
    VoluntaryCertification,
    Registration,
    None,
    Unknown,
}

/// <summary>What is known of one jurisdiction whatever the rule book: its clock, its regulator, how it regulates massage.</summary>
/// <param name="Zone">The zone of the regulator's seat, in which its calendar dates are meant.</param>
/// <param name="Regulator">Null: there is none.</param>
/// <param name="AuthorityContinuesWhileRenewalPending">Whether a renewal filed in time carries authority past expiry; null: not known.</param>
/// <param name="CompactMemberSince">From when it is a member of the Interstate Massage Compact (IMpact); null: it is none.</param>
public sealed record JurisdictionInfo(
    Jurisdiction Code,
    string Name,
    TimeZoneInfo Zone,
    MassageRegulation Regulation,
    string? Regulator,
    Citation Citation,
    bool? AuthorityContinuesWhileRenewalPending,
    DateOnly? CompactMemberSince)
{
    private static readonly Lazy<ImmutableArray<JurisdictionInfo>> Shipped = new(JurisdictionReader.ReadShipped);

    /// <summary>All of them, in the order of <see cref="Jurisdiction"/>.</summary>
    public static ImmutableArray<JurisdictionInfo> All => Shipped.Value;

    public static JurisdictionInfo Of(Jurisdiction jurisdiction) => All[(int)jurisdiction];

    /// <summary>The calendar date at an instant in the regulator's zone.</summary>
    public DateOnly DateAt(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);
}
