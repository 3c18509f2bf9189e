using System.Collections.Immutable;

namespace LicenseTracker.Domain.Certifications;

/// <summary>Records that the issuer took a certification away.</summary>
public sealed record RevokeCertification(CertificationId CertificationId, DateOnly RevokedOn, long Version) : IChange
{
    public static readonly Refusal AlreadyRevoked = new(
        "CERTIFICATION_ALREADY_REVOKED", "It was already revoked. If the date is wrong, correct that revocation.", "revokedOn");

    public Guid StreamId => CertificationId.Value;

    public static Decision<CertificationFact> Decide(RevokeCertification c, Certification? certification) =>
        CertificationRules.Decide(certification, new CertificationRevoked(c.RevokedOn));

    internal static Check Judge(CertificationRevoked f, ImmutableArray<CertificationFact> others) => Check.Begin
        .Date(f.RevokedOn, "revokedOn")
        .Refuse(others.OfType<CertificationGranted>().Any(g => f.RevokedOn < g.IssuedOn), RenewCertification.BeforeIssue.At("revokedOn"))
        .Refuse(others.Any(o => o is CertificationRevoked), AlreadyRevoked);
}
