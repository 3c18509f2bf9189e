using LicenseTracker.Domain.CeAudits;
using LicenseTracker.Domain.Certifications;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Exemptions;
using LicenseTracker.Domain.Investigations;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Projections.Cards;

/// <summary>What a stream about a therapist is, told by the type of its facts, as <c>stream_owner</c> keeps it.</summary>
public static class StreamKind
{
    public const string Investigation = "investigation";
    public const string RosterReview = "roster_review";

    /// <summary>On no card and in no therapist's public history.</summary>
    public static readonly string[] Restricted = [Investigation, RosterReview];

    public static bool IsRestricted(Type fact) => Restricted.Contains(Find(fact));

    public static string Of(Type fact) =>
        Find(fact) ?? throw new InvalidOperationException($"{fact.Name} is about no therapist.");

    /// <summary>Null for facts that are about no therapist.</summary>
    public static string? Find(Type fact) =>
        fact.IsAssignableTo(typeof(TherapistFact)) ? "therapist"
        : fact.IsAssignableTo(typeof(LicenseFact)) ? "license"
        : fact.IsAssignableTo(typeof(CertificationFact)) ? "certification"
        : fact.IsAssignableTo(typeof(CreditFact)) ? "credit"
        : fact.IsAssignableTo(typeof(ExemptionFact)) ? "exemption"
        : fact.IsAssignableTo(typeof(CeAuditFact)) ? "ce_audit"
        : fact.IsAssignableTo(typeof(InvestigationFact)) ? Investigation
        : fact.IsAssignableTo(typeof(RosterReviewFact)) ? RosterReview
        : null;
}
