using LicenseTracker.Domain;
using LicenseTracker.Domain.CeAudits;
using LicenseTracker.Domain.Certifications;
using LicenseTracker.Domain.Clinics;
using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Exemptions;
using LicenseTracker.Domain.Investigations;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Policies;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Domain.Rules;
using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Projections.Tests.Facts;

/// <summary>One fact of every type with everything given, and those with what may be absent left out. Personal texts are sealed.</summary>
internal static class FactSamples
{
    public static readonly TherapistId Therapist = new(Id(1));
    public static readonly LicenseId License = new(Id(2));
    public static readonly EncumbranceId Encumbrance = new(Id(3));
    public static readonly FactId Target = new(Id(4));
    public static readonly ClinicId Clinic = new(Id(5));

    // A leap day, a day of the year 1900 and one far off, and text beyond ASCII with what JSON must escape.
    private static readonly DateOnly LeapDay = new(2024, 2, 29);
    private static readonly Term Term = new(LeapDay, new(2026, 2, 28));
    private static readonly CreditDeclaration Course = new(
        Unicode, "C-1", new(Unicode, "NCBTMB", "450001-06"), LeapDay, Delivery.InPerson, "course", [new("ethics", new(250)), new("massage_technique", new(601))],
        new(50), 50, "0.85 CEU", new string('a', 64));

    private static readonly CreditDeclaration PlainCourse =
        new("Ethics", null, new("School", null, null), LeapDay, Delivery.RecordedWebinar, "teaching", [new("general", new(1))], null, 60, null, null);

    private const string Unicode = "Ñandú \"quoted\" \\ 😀 \u2028 z\u0301";

    public static IReadOnlyList<IFact> All { get; } =
    [
        new TherapistRegistered(Sealed("given"), Sealed("middle"), Sealed("family"), Sealed("suffix"), Sealed("birth"), "1234567893"),
        new TherapistRegistered(Personal.None, Personal.None, Personal.None, Personal.None, Personal.None, null),
        new TherapistNameChanged(Sealed("given"), Sealed("middle"), Sealed("family"), Sealed("suffix"), LeapDay),
        new TherapistNameChanged(Personal.None, Personal.None, Sealed("family"), Personal.None, null),
        new TherapistNpiChanged("1234567893"),
        new TherapistNpiChanged(null),
        new TherapistContactChanged(Sealed("address"), Sealed("email"), Sealed("phone")),
        new TherapistContactChanged(Personal.None, Personal.None, Personal.None),
        new TherapistFactCorrected(Target, new TherapistNameChanged(Sealed("given"), Personal.None, Sealed("family"), Personal.None, LeapDay), Sealed("reason")),
        new TherapistFactVoided(Target, Sealed("reason")),
        new LicenseGranted(Therapist, Jurisdiction.WA, Profession.MassageTherapist, Unicode, LeapDay, Term),
        new LicenseRenewed(Term),
        new LicenseRenewalFiled(LeapDay),
        new LicenseRenewalFilingEnded(LeapDay),
        new LicenseNumberChanged("MA-1", LeapDay),
        new LicenseeNameChanged(Sealed("given"), Sealed("middle"), Sealed("family"), Sealed("suffix"), LeapDay),
        new LicenseInactivated(LeapDay),
        new LicenseReactivated(LeapDay),
        new LicenseClosed(LeapDay),
        new LicenseReopened(LeapDay),
        new EncumbranceImposed(Encumbrance, EncumbranceType.CompletionOfCe, LeapDay, new(2200, 1, 1), Unicode, Sealed("note")),
        new EncumbranceImposed(Encumbrance, EncumbranceType.Suspension, new(1900, 1, 1), null, null, Personal.None),
        new EncumbranceRevised(Encumbrance, EncumbranceType.StayedSuspension, LeapDay, LeapDay, "category", Sealed("note")),
        new EncumbranceStayed(Encumbrance, LeapDay, LeapDay),
        new EncumbranceStayed(Encumbrance, LeapDay, null),
        new EncumbranceLifted(Encumbrance, LeapDay),
        new DisciplineReported(Encumbrance, LeapDay),
        new LicenseReinstated(LeapDay),
        new LicenseRelocated(Jurisdiction.DC, LeapDay),
        new CompactAuthorityGranted(LeapDay),
        new CompactAuthorityEnded(LeapDay),
        new LicenseConditionallyRegistered(Term, Unicode),
        new LicenseVerified(LeapDay, Unicode),
        new LicenseFactCorrected(Target, new EncumbranceImposed(Encumbrance, EncumbranceType.Fine, LeapDay, null, null, Sealed("replacement.note")), Sealed("reason")),
        new LicenseFactVoided(Target, Sealed("reason")),
        new CertificationGranted(Therapist, "ONC-FOUND", Unicode, "C-1", LeapDay, LeapDay),
        new CertificationGranted(Therapist, "CLT-LANA", "Lana", null, LeapDay, null),
        new CertificationRenewed(LeapDay, LeapDay),
        new CertificationRenewed(LeapDay, null),
        new CertificationRevoked(LeapDay),
        new CertificationFactCorrected(Target, new CertificationRenewed(LeapDay, null), Sealed("reason")),
        new CertificationFactVoided(Target, Sealed("reason")),
        new CreditSubmitted(Therapist, Course),
        new CreditSubmitted(Therapist, PlainCourse),
        new CreditSubmitted(Therapist, PlainCourse with { LawOf = Jurisdiction.FL, StartedOn = new(2024, 2, 28) }),
        new CreditVerified(Sealed("method")),
        new CreditRejected(Sealed("reason")),
        new CreditResubmitted(Course),
        new CreditWithdrawn(),
        new CreditRevoked(Sealed("reason")),
        new CreditFactCorrected(Target, new CreditResubmitted(PlainCourse), Sealed("reason")),
        new CreditFactCorrected(Target, new CreditRejected(Sealed("replacement.reason")), Sealed("reason")),
        new CreditFactVoided(Target, Sealed("reason")),
        new ExemptionRequested(Therapist, Jurisdiction.WA, License, "ethics", LeapDay, new(2026, 2, 28), Sealed("reason")),
        new ExemptionRequested(Therapist, Jurisdiction.DC, null, null, LeapDay, LeapDay, Sealed("reason")),
        new ExemptionApproved(LeapDay, Sealed("note")),
        new ExemptionApproved(LeapDay, Personal.None),
        new ExemptionDenied(LeapDay, Sealed("reason")),
        new ExemptionRevoked(LeapDay, Sealed("reason")),
        new ExemptionFactCorrected(Target, new ExemptionApproved(LeapDay, Sealed("replacement.note")), Sealed("reason")),
        new ExemptionFactVoided(Target, Sealed("reason")),
        new CeAuditOpened(Therapist, License, LeapDay, LeapDay, new(2026, 2, 28), Sealed("note")),
        new CeAuditClosed(LeapDay, CeAuditOutcome.Deficient, Personal.None),
        new CeAuditFactCorrected(Target, new CeAuditClosed(LeapDay, CeAuditOutcome.Satisfied, Sealed("replacement.note")), Sealed("reason")),
        new CeAuditFactVoided(Target, Sealed("reason")),
        new ClinicOpened(Unicode),
        new TherapistEngaged(Therapist, LeapDay),
        new TherapistReleased(Therapist, LeapDay),
        new PolicyAdopted(
            Clinic, Unicode, LeapDay,
            new(
                [new("hypertension-3", false, Disposition.QualifiedOnly, true, [new("bp_systolic", Comparison.GreaterOrEqual, "140.5")])], [new("SCAR", true, [Unicode])],
                ["cancer"], [new("cpr", PolicyEffect.Block)], PolicyEffect.Block, PolicyEffect.Warn, ["BCTMB"], true, [ProviderKind.NursePractitioner], 90)),
        new PolicyAdopted(Clinic, "Name", LeapDay, PolicyContent.Default with { Rules = [new("hypertension-3", true, null, false, [])] }),
        new PolicyFactCorrected(Target, new PolicyAdopted(Clinic, "Name", LeapDay, PolicyContent.Default), Unicode),
        new PolicyFactVoided(Target, Unicode),
        new RuleBookAdopted(Jurisdiction.DC, """{"jurisdiction":"DC","law":"§ 1"}"""),
        new RuleBookFactCorrected(Target, new RuleBookAdopted(Jurisdiction.DC, "{}"), Unicode),
        new RuleBookFactVoided(Target, Unicode),
        new InvestigationOpened(Therapist, License, LeapDay, Sealed("note")),
        new InvestigationClosed(LeapDay, Personal.None),
        new RosterReviewResolved(Therapist, License, "EXPIRY_SHORTENED", "2027-08-31", Unicode, Sealed("note")),
        new RosterReviewResolved(Therapist, null, "IDENTITY_CONFLICT", null, null, Sealed("note")),
        new LicenseGranted(Therapist, Jurisdiction.WA, Profession.MassageTherapist, "MA-1", LeapDay, Term, new(2024, 1, 1)),
        new LicenseRenewed(Term, new(2024, 1, 1)),
        new LicenseInactivated(LeapDay, new(2024, 1, 1)),
        new LicenseClosed(LeapDay, new(2024, 1, 1)),
        new EncumbranceImposed(Encumbrance, EncumbranceType.Suspension, LeapDay, null, null, Personal.None, new(2024, 1, 1)),
        new LicenseGranted(Therapist, Jurisdiction.WA, Profession.MassageTherapist, "MA-1", LeapDay, Term, ExpiryByRuleBook: "WA-2024"),
        new LicenseRenewed(Term, ExpiryByRuleBook: "WA-2024"),
    ];

    public static Guid Id(int n) => Guid.Parse($"00000000-0000-7000-8000-{n:x12}");

    private static Personal Sealed(string what) => Personal.Sealed($"1.A256GCM.{what}");
}
