using System.Collections.Immutable;

namespace LicenseTracker.Domain.Certifications;

/// <summary>Sends a fact of a certification to the rules of its own command: the same for a new fact and for a correction's replacement.</summary>
public static class CertificationRules
{
    public static readonly Refusal GrantVoided = new(
        "CERTIFICATION_GRANT_VOIDED", "The grant of this certification was voided. Void that void, or record the grant anew.");

    internal static Decision<CertificationFact> Decide(Certification? certification, CertificationFact fact)
    {
        if (certification is null)
            return Refusals.UnknownId;
        var held = certification.Log.Held();
        return held.Any(h => h.Fact is CertificationGranted) ? Judge(fact, [.. held.Select(h => h.Fact)]).Record(fact) : GrantVoided;
    }

    internal static Check Judge(CertificationFact fact, ImmutableArray<CertificationFact> others) => fact switch
    {
        CertificationGranted f => GrantCertification.Judge(f, others),
        CertificationRenewed f => RenewCertification.Judge(f, others),
        CertificationRevoked f => RevokeCertification.Judge(f, others),
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.GetType().Name, "This fact has no rules."),
    };
}
