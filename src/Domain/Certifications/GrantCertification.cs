using System.Collections.Immutable;
using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Domain.Certifications;

/// <summary>Records that an issuer granted a therapist a modality credential or training.</summary>
public sealed record GrantCertification(
    CertificationId CertificationId, TherapistId TherapistId, string Certification, string Issuer, string? Number, DateOnly IssuedOn, DateOnly? ExpiresOn) : IStart
{
    public static readonly Refusal ExpiresBeforeIssue =
        new("CERTIFICATION_END_BEFORE_START", "The last day lies before the first. Correct one of them.", "expiresOn");

    public static readonly Refusal AfterItsEvents =
        new("CERTIFICATION_AFTER_ITS_EVENTS", "It was renewed or revoked before this date. Correct those facts first.", "issuedOn");

    public Guid StreamId => CertificationId.Value;

    public static Decision<CertificationFact> Decide(GrantCertification c, Therapist? therapist)
    {
        if (therapist is null)
            return Refusals.UnknownId.At("therapistId");
        if (therapist.KnownAt(null) is null)
            return TherapistRules.RegistrationVoided.At("therapistId");
        var fact = Trim(new(c.TherapistId, c.Certification, c.Issuer, c.Number, c.IssuedOn, c.ExpiresOn));
        return Judge(fact, []).Record<CertificationFact>(fact);
    }

    internal static CertificationGranted Trim(CertificationGranted f) =>
        f with { Certification = f.Certification.Trim(), Issuer = f.Issuer.Trim(), Number = string.IsNullOrWhiteSpace(f.Number) ? null : f.Number.Trim() };

    internal static Check Judge(CertificationGranted f, ImmutableArray<CertificationFact> others) => Check.Begin
        .Text(f.Certification, Inputs.LongestName, "certification")
        .Text(f.Issuer, Inputs.LongestName, "issuer")
        .OptionalText(f.Number, Inputs.LongestNumber, lines: false, "number")
        .Date(f.IssuedOn, "issuedOn")
        .Date(f.ExpiresOn, "expiresOn")
        .Refuse(f.ExpiresOn < f.IssuedOn, ExpiresBeforeIssue)
        .Refuse(others.Any(o => o.EffectiveOn < f.IssuedOn), AfterItsEvents);
}
