namespace LicenseTracker.Domain.Exemptions;

/// <summary>Replaces an earlier fact of an exemption in full.</summary>
public sealed record CorrectExemptionFact(ExemptionId ExemptionId, FactId Target, ExemptionFact Replacement, Personal Reason, long Version) : IChange
{
    public Guid StreamId => ExemptionId.Value;

    public static Decision<ExemptionFact> Decide(CorrectExemptionFact c, Exemption? exemption)
    {
        if (exemption is null)
            return Refusals.UnknownId;
        var check = Corrections.OfCorrection(
            exemption.Log, c.Target, c.Replacement, c.Reason, f => f is ExemptionRequested r ? (r.TherapistId, r.Jurisdiction, r.LicenseId) : null);
        if (check.Refusals.IsEmpty)
            check = check.And(ExemptionRules.Judge(c.Replacement, [.. exemption.Log.Held().Where(h => h.Id != c.Target).Select(h => h.Fact)]));
        return check.Record<ExemptionFact>(new ExemptionFactCorrected(c.Target, c.Replacement, c.Reason));
    }
}
