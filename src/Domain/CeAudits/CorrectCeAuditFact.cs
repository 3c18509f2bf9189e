namespace LicenseTracker.Domain.CeAudits;

/// <summary>Replaces an earlier fact of an audit in full.</summary>
public sealed record CorrectCeAuditFact(CeAuditId CeAuditId, FactId Target, CeAuditFact Replacement, Personal Reason, long Version) : IChange
{
    public Guid StreamId => CeAuditId.Value;

    public static Decision<CeAuditFact> Decide(CorrectCeAuditFact c, CeAudit? audit)
    {
        if (audit is null)
            return Refusals.UnknownId;
        var check = Corrections.OfCorrection(
            audit.Log, c.Target, c.Replacement, c.Reason, f => f is CeAuditOpened o ? (o.TherapistId, o.LicenseId) : null);
        if (check.Refusals.IsEmpty)
            check = check.And(CeAudit.Judge(c.Replacement, [.. audit.Log.Held().Where(h => h.Id != c.Target).Select(h => h.Fact)]));
        return check.Record<CeAuditFact>(new CeAuditFactCorrected(c.Target, c.Replacement, c.Reason));
    }
}
