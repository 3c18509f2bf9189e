namespace LicenseTracker.Domain.CeAudits;

/// <summary>Says that an earlier fact of an audit, perhaps a correction or a void, never held.</summary>
public sealed record VoidCeAuditFact(CeAuditId CeAuditId, FactId Target, Personal Reason, long Version) : IChange
{
    public Guid StreamId => CeAuditId.Value;

    public static Decision<CeAuditFact> Decide(VoidCeAuditFact c, CeAudit? audit) => audit is null
        ? Refusals.UnknownId
        : Corrections.OfVoid(audit.Log, c.Target, c.Reason).Record<CeAuditFact>(new CeAuditFactVoided(c.Target, c.Reason));
}
