using System.Collections.Immutable;

namespace LicenseTracker.Domain.Certifications;

/// <summary>Records that the issuer extended a certification.</summary>
public sealed record RenewCertification(CertificationId CertificationId, DateOnly RenewedOn, DateOnly? ExpiresOn, long Version) : IChange
{
    public static readonly Refusal BeforeIssue =
        new("CERTIFICATION_NOT_YET_ISSUED", "This date lies before the certification was issued. Correct one of the dates.");

    public static readonly Refusal Revoked = new(
        "CERTIFICATION_REVOKED", "The issuer had revoked it by this date. If it was given back, record that as a new certification.", "renewedOn");

    public Guid StreamId => CertificationId.Value;

    public static Decision<CertificationFact> Decide(RenewCertification c, Certification? certification) =>
        CertificationRules.Decide(certification, new CertificationRenewed(c.RenewedOn, c.ExpiresOn));

    internal static Check Judge(CertificationRenewed f, ImmutableArray<CertificationFact> others) => Check.Begin
        .Date(f.RenewedOn, "renewedOn")
        .Date(f.ExpiresOn, "expiresOn")
        .Refuse(f.ExpiresOn < f.RenewedOn, GrantCertification.ExpiresBeforeIssue)
        .Refuse(others.OfType<CertificationGranted>().Any(g => f.RenewedOn < g.IssuedOn), BeforeIssue.At("renewedOn"))
        .Refuse(others.OfType<CertificationRevoked>().Any(r => r.RevokedOn <= f.RenewedOn), Revoked);
}
