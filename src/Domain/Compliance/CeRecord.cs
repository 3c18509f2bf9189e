using System.Collections.Immutable;
using LicenseTracker.Domain.Certifications;
using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Exemptions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Compliance;

/// <summary>What is recorded of a therapist that continuing education rests on, as known at one instant; the same for all states.</summary>
public sealed record CeRecord(
    ImmutableArray<CreditRecord> Credits, ImmutableArray<ExemptionTimeline> Exemptions, ImmutableArray<CredentialPeriod> Credentials)
{
    /// <param name="instant">By what was known then; null: by everything recorded.</param>
    public static CeRecord KnownAt(
        TherapistId therapist, IEnumerable<Credit> credits, IEnumerable<Exemption> exemptions, IEnumerable<CertificationTimeline> certifications,
        ConditionCatalogue catalogue, DateTimeOffset? instant) => new(
        [.. credits.Select(c => c.KnownAt(instant)).OfType<CreditRecord>().Where(c => c.TherapistId == therapist)],
        [.. exemptions.Select(e => e.KnownAt(instant)).OfType<ExemptionTimeline>().Where(e => e.TherapistId == therapist)],
        [.. certifications.SelectMany(c => Shown(c, catalogue))]);

    /// <param name="instant">As above.</param>
    public static CeRecord Of(EligibilityCard card, ConditionCatalogue catalogue, DateTimeOffset? instant) => KnownAt(
        card.TherapistId, card.Credits, card.Exemptions,
        card.Certifications.Select(c => c.KnownAt(instant)).OfType<CertificationTimeline>().Where(c => c.TherapistId == card.TherapistId), catalogue, instant);

    /// <summary>The credits in the words of one rule book.</summary>
    internal ImmutableArray<JudgedCredit> CreditsUnder(RuleBook book) =>
        [.. Credits.Select(c => JudgedCredit.Of(c, provider => ProviderKinds.Of(provider, book))).OfType<JudgedCredit>()];

    /// <summary>What the board of a license's state had approved by a date.</summary>
    internal ImmutableArray<ApprovedExemption> ExemptionsOf(LicenseTimeline license, DateOnly on) =>
    [
        .. Exemptions
            .Where(e => e.Jurisdiction == license.Jurisdiction && (e.LicenseId is null || e.LicenseId == license.Id) && e.StatusOn(on) == ExemptionStatus.Approved)
            .Select(e => new ApprovedExemption(e.Id, e.Requirement, e.From, e.To, null)),
    ];

    private static IEnumerable<CredentialPeriod> Shown(CertificationTimeline certification, ConditionCatalogue catalogue) =>
        from credential in catalogue.Training(certification.Certification)?.Shows ?? []
        from span in certification.Held()
        select new CredentialPeriod(credential, span.From, span.To);
}
