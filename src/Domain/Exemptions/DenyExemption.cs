using System.Collections.Immutable;

namespace LicenseTracker.Domain.Exemptions;

/// <summary>Records that the board did not grant an exemption.</summary>
public sealed record DenyExemption(ExemptionId ExemptionId, DateOnly DeniedOn, Personal Reason, long Version) : IChange
{
    public Guid StreamId => ExemptionId.Value;

    public static Decision<ExemptionFact> Decide(DenyExemption c, Exemption? exemption) =>
        ExemptionRules.Decide(exemption, new ExemptionDenied(c.DeniedOn, c.Reason));

    internal static Check Judge(ExemptionDenied f, ImmutableArray<ExemptionFact> others) => Check.Begin
        .Date(f.DeniedOn, "deniedOn")
        .And(ExemptionRules.Reason(f.Reason))
        .Refuse(others.Any(o => o is ExemptionApproved or ExemptionDenied or ExemptionRevoked), ExemptionRules.Decided);
}
