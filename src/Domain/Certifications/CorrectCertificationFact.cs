namespace LicenseTracker.Domain.Certifications;

/// <summary>Replaces an earlier fact of a certification in full.</summary>
public sealed record CorrectCertificationFact(
    CertificationId CertificationId, FactId Target, CertificationFact Replacement, Personal Reason, long Version) : IChange
{
    public Guid StreamId => CertificationId.Value;

    public static Decision<CertificationFact> Decide(CorrectCertificationFact c, Certification? certification)
    {
        if (certification is null)
            return Refusals.UnknownId;
        var replacement = c.Replacement is CertificationGranted granted ? GrantCertification.Trim(granted) : c.Replacement;
        var check = Corrections.OfCorrection(certification.Log, c.Target, replacement, c.Reason, f => (f as CertificationGranted)?.TherapistId);
        if (check.Refusals.IsEmpty)
            check = check.And(CertificationRules.Judge(replacement, [.. certification.Log.Held().Where(h => h.Id != c.Target).Select(h => h.Fact)]).InData());
        return check.Record<CertificationFact>(new CertificationFactCorrected(c.Target, replacement, c.Reason));
    }
}
