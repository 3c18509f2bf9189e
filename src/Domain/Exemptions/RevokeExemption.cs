using System.Collections.Immutable;

namespace LicenseTracker.Domain.Exemptions;

/// <summary>Records that the board took an exemption back.</summary>
public sealed record RevokeExemption(ExemptionId ExemptionId, DateOnly RevokedOn, Personal Reason, long Version) : IChange
{
    public static readonly Refusal AlreadyRevoked = new(
        "EXEMPTION_ALREADY_REVOKED", "It was already revoked. If the date is wrong, correct that revocation.", "revokedOn");

    public Guid StreamId => ExemptionId.Value;

    public static Decision<ExemptionFact> Decide(RevokeExemption c, Exemption? exemption) =>
        ExemptionRules.Decide(exemption, new ExemptionRevoked(c.RevokedOn, c.Reason));

    internal static Check Judge(ExemptionRevoked f, ImmutableArray<ExemptionFact> others) => Check.Begin
        .Date(f.RevokedOn, "revokedOn")
        .And(ExemptionRules.Reason(f.Reason))
        .Refuse(others.Any(o => o is ExemptionRevoked), AlreadyRevoked)
        .Refuse(!others.OfType<ExemptionApproved>().Any(a => a.ApprovedOn <= f.RevokedOn), ExemptionRules.NotApproved);
}
