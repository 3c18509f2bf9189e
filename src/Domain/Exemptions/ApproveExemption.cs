using System.Collections.Immutable;

namespace LicenseTracker.Domain.Exemptions;

/// <summary>Records that the board granted an exemption.</summary>
public sealed record ApproveExemption(ExemptionId ExemptionId, DateOnly ApprovedOn, Personal Note, long Version) : IChange
{
    public Guid StreamId => ExemptionId.Value;

    public static Decision<ExemptionFact> Decide(ApproveExemption c, Exemption? exemption) =>
        ExemptionRules.Decide(exemption, new ExemptionApproved(c.ApprovedOn, c.Note));

    internal static Check Judge(ExemptionApproved f, ImmutableArray<ExemptionFact> others) => Check.Begin
        .Date(f.ApprovedOn, "approvedOn")
        .Note(f.Note, "note")
        .Refuse(others.Any(o => o is ExemptionApproved or ExemptionDenied), ExemptionRules.Decided)
        .Refuse(others.OfType<ExemptionRevoked>().Any(r => r.RevokedOn < f.ApprovedOn), ExemptionRules.AfterItsEvents);
}
