using LicenseTracker.Domain;
using LicenseTracker.Domain.CeAudits;
using LicenseTracker.Domain.Certifications;
using LicenseTracker.Domain.Clinics;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Exemptions;
using LicenseTracker.Domain.Investigations;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Policies;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Domain.Rules;
using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Projections.History;

/// <summary>Each fact as one sentence for a person. Personal data is never in it.</summary>
public static class FactSentence
{
    public static string Of(IFact fact) => fact switch
    {
        TherapistFact f => Of(f),
        LicenseFact f => Of(f),
        CertificationFact f => Of(f),
        CreditFact f => Of(f),
        ExemptionFact f => Of(f),
        CeAuditFact f => Of(f),
        ClinicOpened f => $"Clinic {f.Name} came on record.",
        TherapistEngaged f => $"A therapist was engaged from {Day(f.EngagedOn)}.",
        TherapistReleased f => $"A therapist was released on {Day(f.ReleasedOn)}.",
        PolicyFact f => Of(f),
        RuleBookFact f => Of(f),
        InvestigationOpened f => $"An investigation was opened on {Day(f.OpenedOn)}.",
        InvestigationClosed f => $"The investigation was closed on {Day(f.ClosedOn)}.",
        RosterReviewResolved f => $"What a roster said against the record ({f.Code}) was resolved.",
        _ => throw new ArgumentException($"No sentence tells of {fact.GetType().Name}.", nameof(fact)),
    };

    private static string Of(TherapistFact fact) => fact switch
    {
        TherapistRegistered { Npi: { } npi } => $"The therapist came on record with NPI {npi}.",
        TherapistRegistered => "The therapist came on record.",
        TherapistNameChanged { ChangedOn: { } on } => $"The therapist's name changed on {Day(on)}.",
        TherapistNameChanged => "The therapist's name changed.",
        TherapistNpiChanged { Npi: { } npi } => $"The therapist's NPI is {npi}.",
        TherapistNpiChanged => "The therapist has no NPI.",
        TherapistContactChanged => "The therapist's contact details changed.",
        TherapistFactCorrected f => "Corrected: " + Of(f.Replacement),
        TherapistFactVoided => "An earlier fact was voided: it never held.",
        _ => throw new ArgumentException($"No sentence tells of {fact.GetType().Name}.", nameof(fact)),
    };

    private static string Of(PolicyFact fact) => fact switch
    {
        PolicyAdopted f => $"The clinic adopted the policy '{f.Name}' from {Day(f.EffectiveFrom)}.",
        PolicyFactCorrected f => "Corrected: " + Of(f.Replacement),
        PolicyFactVoided => "An earlier fact was voided: it never held.",
        _ => throw new ArgumentException($"No sentence tells of {fact.GetType().Name}.", nameof(fact)),
    };

    private static string Of(RuleBookFact fact) => fact switch
    {
        RuleBookAdopted f => $"The rule book of {JurisdictionInfo.Of(f.Jurisdiction).Name} was adopted.",
        RuleBookFactCorrected f => "Corrected: " + Of(f.Replacement),
        RuleBookFactVoided => "An earlier fact was voided: it never held.",
        _ => throw new ArgumentException($"No sentence tells of {fact.GetType().Name}.", nameof(fact)),
    };

    private static string Of(LicenseFact fact) => fact switch
    {
        LicenseGranted f => $"{f.Jurisdiction} granted license {f.Number} ({Words(f.Profession)}) on {Day(f.GrantedOn)}, {Days(f.Term)}{Reckoned(f.ExpiryByRuleBook)}.",
        LicenseRenewed f => $"The license was renewed, {Days(f.Term)}{Reckoned(f.ExpiryByRuleBook)}.",
        LicenseRenewalFiled f => $"A renewal was filed in time on {Day(f.FiledOn)}.",
        LicenseRenewalFilingEnded f => $"The filed renewal ended without being granted on {Day(f.EndedOn)}.",
        LicenseNumberChanged f => $"The license number changed to {f.Number} on {Day(f.ChangedOn)}.",
        LicenseeNameChanged f => $"The name on the license changed on {Day(f.ChangedOn)}.",
        LicenseInactivated f => $"The licensee went inactive by choice on {Day(f.InactivatedOn)}{Possibly(f.PossiblySince)}.",
        LicenseReactivated f => $"The license was active again from {Day(f.ReactivatedOn)}.",
        LicenseClosed f => $"The license was closed on {Day(f.ClosedOn)}{Possibly(f.PossiblySince)}, an administrative step and no discipline.",
        LicenseReopened f => $"The license was reopened on {Day(f.ReopenedOn)}.",
        EncumbranceImposed f => $"{Words(f.Type, capital: true)} imposed from {Day(f.ImposedOn)}{Possibly(f.PossiblySince)}{Scheduled(f.ScheduledLiftOn)}.",
        EncumbranceRevised f => $"The encumbrance was revised to {Words(f.Type)} from {Day(f.RevisedOn)}{Scheduled(f.ScheduledLiftOn)}.",
        EncumbranceStayed { StayEndsOn: { } end } f => $"The encumbrance was stayed from {Day(f.StayedOn)} until {Day(end)}.",
        EncumbranceStayed f => $"The encumbrance was stayed from {Day(f.StayedOn)}.",
        EncumbranceLifted f => $"The encumbrance was lifted on {Day(f.LiftedOn)}.",
        DisciplineReported f => $"A source reported discipline without details; it may act since {Day(f.ReportedOn)}.",
        LicenseReinstated f => $"The license was reinstated on {Day(f.ReinstatedOn)}.",
        LicenseRelocated f => $"The licensee's home state is {f.HomeState} from {Day(f.RelocatedOn)}.",
        CompactAuthorityGranted f => $"Compact authority was granted from {Day(f.AuthorityGrantedOn)}.",
        CompactAuthorityEnded f => $"Compact authority ended on {Day(f.AuthorityEndedOn)}.",
        LicenseConditionallyRegistered f => $"The licensee was registered on a condition, {Days(f.Term)}: {f.Condition}",
        LicenseVerified f => $"A registrar looked at the source on {Day(f.VerifiedOn)} and found what the record said: {f.Source}.",
        LicenseFactCorrected f => "Corrected: " + Of(f.Replacement),
        LicenseFactVoided => "An earlier fact was voided: it never held.",
        _ => throw new ArgumentException($"No sentence tells of {fact.GetType().Name}.", nameof(fact)),
    };

    private static string Of(CertificationFact fact) => fact switch
    {
        CertificationGranted f => $"{f.Issuer} granted {f.Certification} on {Day(f.IssuedOn)}{Through(f.ExpiresOn)}.",
        CertificationRenewed f => $"The certification was renewed on {Day(f.RenewedOn)}{Through(f.ExpiresOn)}.",
        CertificationRevoked f => $"The certification was revoked on {Day(f.RevokedOn)}.",
        CertificationFactCorrected f => "Corrected: " + Of(f.Replacement),
        CertificationFactVoided => "An earlier fact was voided: it never held.",
        _ => throw new ArgumentException($"No sentence tells of {fact.GetType().Name}.", nameof(fact)),
    };

    private static string Of(CreditFact fact) => fact switch
    {
        CreditSubmitted f => $"A credit was submitted: {Course(f.Declaration)}.",
        CreditVerified => "The credit was verified.",
        CreditRejected => "The credit was rejected.",
        CreditResubmitted f => $"The credit was resubmitted: {Course(f.Declaration)}.",
        CreditWithdrawn => "The credit was withdrawn.",
        CreditRevoked => "The credit was revoked: it counts for nothing.",
        CreditFactCorrected f => "Corrected: " + Of(f.Replacement),
        CreditFactVoided => "An earlier fact was voided: it never held.",
        _ => throw new ArgumentException($"No sentence tells of {fact.GetType().Name}.", nameof(fact)),
    };

    private static string Of(ExemptionFact fact) => fact switch
    {
        ExemptionRequested f =>
            $"An exemption from {f.Requirement ?? "all continuing education"} was requested in {f.Jurisdiction}, {Day(f.From)} through {Day(f.To)}.",
        ExemptionApproved f => $"The exemption was approved on {Day(f.ApprovedOn)}.",
        ExemptionDenied f => $"The exemption was denied on {Day(f.DeniedOn)}.",
        ExemptionRevoked f => $"The exemption was revoked on {Day(f.RevokedOn)}.",
        ExemptionFactCorrected f => "Corrected: " + Of(f.Replacement),
        ExemptionFactVoided => "An earlier fact was voided: it never held.",
        _ => throw new ArgumentException($"No sentence tells of {fact.GetType().Name}.", nameof(fact)),
    };

    private static string Of(CeAuditFact fact) => fact switch
    {
        CeAuditOpened f => $"An audit of the continuing education of {Day(f.PeriodFrom)} through {Day(f.PeriodTo)} was opened on {Day(f.OpenedOn)}.",
        CeAuditClosed f => $"The audit was closed on {Day(f.ClosedOn)}: {Words(f.Outcome)}.",
        CeAuditFactCorrected f => "Corrected: " + Of(f.Replacement),
        CeAuditFactVoided => "An earlier fact was voided: it never held.",
        _ => throw new ArgumentException($"No sentence tells of {fact.GetType().Name}.", nameof(fact)),
    };

    private static string Course(CreditDeclaration? declared) => declared is null ? "nothing declared"
        : $"{CreditDeclaration.Total(declared)} hours of {declared.HourMinutes} minutes, {declared.CourseTitle}{(declared.LawOf is { } law ? $" (law of {JurisdictionInfo.Of(law).Name})" : "")}, "
            + (declared.StartedOn is not { } start ? $"completed on {Day(declared.CompletedOn)}"
                : start == declared.CompletedOn ? $"held on {Day(start)}" : $"held from {Day(start)} to {Day(declared.CompletedOn)}");

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Days(Term term) => $"{Day(term.StartsOn)} through {Day(term.ExpiresOn)}";

    private static string Reckoned(string? version) => version is null ? "" : $", its last day reckoned by rule book {version}";

    private static string Possibly(DateOnly? since) => since is { } on ? $", possibly since {Day(on)}" : "";

    private static string Scheduled(DateOnly? lift) => lift is { } on ? $", to be lifted on {Day(on)}" : "";

    private static string Through(DateOnly? expiry) => expiry is { } on ? $", good through {Day(on)}" : "";

    private static string Words<TEnum>(TEnum value, bool capital = false)
        where TEnum : struct, Enum
    {
        var words = System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()).Replace('_', ' ').Replace(" ce", " CE");
        return capital ? char.ToUpperInvariant(words[0]) + words[1..] : words;
    }
}
