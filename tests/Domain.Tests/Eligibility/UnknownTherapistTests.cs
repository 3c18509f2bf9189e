using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Policies;
using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Domain.Tests.Eligibility;

/// <summary>Of a therapist nobody knows nothing is judged; what the client's conditions ask of anyone is.</summary>
public sealed class UnknownTherapistTests
{
    [Theory]
    [InlineData("", Verdict.Undetermined, "THERAPIST_UNKNOWN")]
    [InlineData("I71.4", Verdict.NotEligible, "CONDITION_ABSOLUTE THERAPIST_UNKNOWN")]
    [InlineData("not a code", Verdict.Undetermined, "THERAPIST_UNKNOWN CONDITION_CODE_MALFORMED")]
    [InlineData("Z99.9", Verdict.Undetermined, "THERAPIST_UNKNOWN CONDITION_NOT_CATALOGUED")]
    [InlineData("Z34.90", Verdict.Undetermined, "THERAPIST_UNKNOWN CLIENT_FACT_NEEDED")]
    [InlineData("S31.0", Verdict.Undetermined, "THERAPIST_UNKNOWN CONDITION_LOCAL")]
    public void Every_reason_that_needs_no_therapist_is_given_and_blocking_beats_unknown(string condition, Verdict verdict, string codes)
    {
        var decision = Unknown(condition.Length == 0 ? Ask.About() : Ask.About(condition));

        decision.Verdict.ShouldBe(verdict);
        decision.Reasons.Select(r => r.Code).ShouldBe(codes.Split(' '));
    }

    [Fact]
    public void The_obligations_and_the_needed_client_facts_are_those_of_any_therapist()
    {
        Unknown(Ask.About("S31.0")).Obligations.ShouldBe(Ask.About("S31.0").Decide().Obligations);
        Unknown(Ask.About("Z34.90")).Reasons.SelectMany(r => r.Needs).ShouldBe(["gestation_weeks", "pregnancy_warning_signs"]);
    }

    [Fact]
    public void Whether_they_hold_a_training_is_unknown_and_never_denied()
    {
        var law = Unknown(Ask.About().In(Jurisdiction.WA).With("intraoral"));
        law.Verdict.ShouldBe(Verdict.Undetermined);
        law.Codes(ReasonOutcome.Unknown).ShouldBe(["THERAPIST_UNKNOWN", "TRAINING_NOT_KNOWN"]);
        law.Reasons[1].Message.ShouldContain("required by law");

        var question = Ask.About("I89.0").With("CDT").Fact("active_infection", "false").Fact("acute_heart_failure_or_clot", "false");
        var guidance = Unknown(question);
        guidance.Codes(ReasonOutcome.Unknown).ShouldBe(["THERAPIST_UNKNOWN", "TRAINING_NOT_KNOWN"]);
        guidance.Obligations.ShouldBe(question.Decide().Obligations);
        var policy = Unknown(question, Policy.Default with { RequiredTrainings = ["CLT-LANA"] });
        policy.Verdict.ShouldBe(Verdict.Undetermined);
        policy.Reasons[1].Message.ShouldContain("required by the clinic's policy");
    }

    [Fact]
    public void The_answer_holds_until_a_ticking_client_fact_changes_it()
    {
        var question = Ask.About("Z34.00").Fact("pregnancy_warning_signs", "false").Fact("gestation_weeks", "13+5");
        var decision = Unknown(question);

        decision.ValidUntil.ShouldNotBeNull();
        var last = decision.ValidUntil.Value;
        foreach (var (on, same) in new[] { (last, true), (last.AddDays(1), false) })
        {
            var later = Unknown(question with { On = on, ClientFacts = [.. question.ClientFacts.Select(f => f with { ObservedOn = Ask.Day })] });
            (later.Verdict == decision.Verdict && later.Obligations.ToHashSet().SetEquals(decision.Obligations)).ShouldBe(same, $"{on}");
        }

        Unknown(Ask.About()).ValidUntil.ShouldBeNull();
    }

    [Fact]
    public void A_therapist_not_yet_on_record_at_the_instant_asked_about_is_unknown_then() =>
        (Ask.About() with { KnownAt = CardBuilder.Began }).Decide().Reasons.ShouldHaveSingleItem().Message.ShouldBe("No therapist with this id was on record at that time.");

    [Fact]
    public void The_licenses_and_certifications_of_a_voided_registration_are_nobodys()
    {
        EligibilityCard card = Ask.Licensed(Jurisdiction.WA).Certified("WA-INTRAORAL", Ask.Date("2025-01-01"));
        var registration = card.Therapist!.Log.Facts[0];
        var voided = card.Therapist.Evolve(new(new(CardBuilder.Id(0x999)), 2, registration.RecordedAt.AddDays(1), new TherapistFactVoided(registration.Id, Personal.Of("Nobody."))));

        var decision = Ask.About().In(Jurisdiction.WA).With("intraoral").Decide(card with { Therapist = voided });

        decision.Codes(ReasonOutcome.Unknown).ShouldBe(["THERAPIST_UNKNOWN", "TRAINING_NOT_KNOWN"]);
        decision.Codes(ReasonOutcome.Satisfied).ShouldNotContain("LICENSE_IN_FORCE");
    }

    private static EligibilityDecision Unknown(EligibilityQuestion question, Policy? policy = null) =>
        EligibilityDecider.Decide(question, null, Ask.Catalogue, policy ?? Policy.Default);
}
