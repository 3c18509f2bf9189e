using System.Collections.Frozen;
using LicenseTracker.Domain;
using LicenseTracker.Domain.CeAudits;
using LicenseTracker.Domain.Certifications;
using LicenseTracker.Domain.Clinics;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Exemptions;
using LicenseTracker.Domain.Investigations;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Policies;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Projections.Facts;

/// <summary>The stored name of every fact, pinned for ever: a class may be renamed, its stored name may not.</summary>
public static class FactNames
{
    private static readonly FrozenDictionary<Type, string> Names = new Dictionary<Type, string>
    {
        [typeof(TherapistRegistered)] = "therapist_registered",
        [typeof(TherapistNameChanged)] = "therapist_name_changed",
        [typeof(TherapistNpiChanged)] = "therapist_npi_changed",
        [typeof(TherapistContactChanged)] = "therapist_contact_changed",
        [typeof(TherapistFactCorrected)] = "therapist_fact_corrected",
        [typeof(TherapistFactVoided)] = "therapist_fact_voided",
        [typeof(LicenseGranted)] = "license_granted",
        [typeof(LicenseRenewed)] = "license_renewed",
        [typeof(LicenseRenewalFiled)] = "license_renewal_filed",
        [typeof(LicenseRenewalFilingEnded)] = "license_renewal_filing_ended",
        [typeof(LicenseNumberChanged)] = "license_number_changed",
        [typeof(LicenseeNameChanged)] = "licensee_name_changed",
        [typeof(LicenseInactivated)] = "license_inactivated",
        [typeof(LicenseReactivated)] = "license_reactivated",
        [typeof(LicenseClosed)] = "license_closed",
        [typeof(LicenseReopened)] = "license_reopened",
        [typeof(EncumbranceImposed)] = "encumbrance_imposed",
        [typeof(EncumbranceRevised)] = "encumbrance_revised",
        [typeof(EncumbranceStayed)] = "encumbrance_stayed",
        [typeof(EncumbranceLifted)] = "encumbrance_lifted",
        [typeof(DisciplineReported)] = "discipline_reported",
        [typeof(LicenseReinstated)] = "license_reinstated",
        [typeof(LicenseRelocated)] = "license_relocated",
        [typeof(CompactAuthorityGranted)] = "compact_authority_granted",
        [typeof(CompactAuthorityEnded)] = "compact_authority_ended",
        [typeof(LicenseConditionallyRegistered)] = "license_conditionally_registered",
        [typeof(LicenseVerified)] = "license_verified",
        [typeof(LicenseFactCorrected)] = "license_fact_corrected",
        [typeof(LicenseFactVoided)] = "license_fact_voided",
        [typeof(CertificationGranted)] = "certification_granted",
        [typeof(CertificationRenewed)] = "certification_renewed",
        [typeof(CertificationRevoked)] = "certification_revoked",
        [typeof(CertificationFactCorrected)] = "certification_fact_corrected",
        [typeof(CertificationFactVoided)] = "certification_fact_voided",
        [typeof(CreditSubmitted)] = "credit_submitted",
        [typeof(CreditVerified)] = "credit_verified",
        [typeof(CreditRejected)] = "credit_rejected",
        [typeof(CreditResubmitted)] = "credit_resubmitted",
        [typeof(CreditWithdrawn)] = "credit_withdrawn",
        [typeof(CreditRevoked)] = "credit_revoked",
        [typeof(CreditFactCorrected)] = "credit_fact_corrected",
        [typeof(CreditFactVoided)] = "credit_fact_voided",
        [typeof(ExemptionRequested)] = "exemption_requested",
        [typeof(ExemptionApproved)] = "exemption_approved",
        [typeof(ExemptionDenied)] = "exemption_denied",
        [typeof(ExemptionRevoked)] = "exemption_revoked",
        [typeof(ExemptionFactCorrected)] = "exemption_fact_corrected",
        [typeof(ExemptionFactVoided)] = "exemption_fact_voided",
        [typeof(CeAuditOpened)] = "ce_audit_opened",
        [typeof(CeAuditClosed)] = "ce_audit_closed",
        [typeof(CeAuditFactCorrected)] = "ce_audit_fact_corrected",
        [typeof(CeAuditFactVoided)] = "ce_audit_fact_voided",
        [typeof(ClinicOpened)] = "clinic_opened",
        [typeof(TherapistEngaged)] = "therapist_engaged",
        [typeof(TherapistReleased)] = "therapist_released",
        [typeof(PolicyAdopted)] = "policy_adopted",
        [typeof(PolicyFactCorrected)] = "policy_fact_corrected",
        [typeof(PolicyFactVoided)] = "policy_fact_voided",
        [typeof(InvestigationOpened)] = "investigation_opened",
        [typeof(InvestigationClosed)] = "investigation_closed",
        [typeof(RosterReviewResolved)] = "roster_review_resolved",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Type> Types = Names.ToFrozenDictionary(n => n.Value, n => n.Key);

    public static IEnumerable<(Type Type, string Name)> All => Names.Select(n => (n.Key, n.Value)).OrderBy(n => n.Value, StringComparer.Ordinal);

    public static string Of(IFact fact) => Names[fact.GetType()];

    /// <summary>The fact's type, or null for a name that was never pinned.</summary>
    public static Type? TypeOf(string name) => Types.GetValueOrDefault(name);
}
