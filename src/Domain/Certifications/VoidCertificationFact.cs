namespace LicenseTracker.Domain.Certifications;

/// <summary>Says that an earlier fact of a certification, perhaps a correction or a void, never held.</summary>
public sealed record VoidCertificationFact(CertificationId CertificationId, FactId Target, Personal Reason, long Version) : IChange
{
    public Guid StreamId => CertificationId.Value;

    public static Decision<CertificationFact> Decide(VoidCertificationFact c, Certification? certification) => certification is null
        ? Refusals.UnknownId
        : Corrections.OfVoid(certification.Log, c.Target, c.Reason).Record<CertificationFact>(new CertificationFactVoided(c.Target, c.Reason));
}
