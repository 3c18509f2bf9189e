using LicenseTracker.Domain.Certifications;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Domain.Tests.Eligibility;

public class DispositionTests
{
    [Fact]
    public void No_condition_and_a_license_in_force_is_eligible_with_missing_ce_as_a_warning()
    {
        var decision = Ask.About().Decide();

        decision.Verdict.ShouldBe(Verdict.Eligible);
        decision.Obligations.ShouldBeEmpty();
        decision.Codes(ReasonOutcome.Warning).ShouldBe(["CE_MISSING"]);
        decision.Codes(ReasonOutcome.Satisfied).ShouldBe(["LICENSE_IN_FORCE"]);
    }

    [Fact]
    public void An_absolute_contraindication_blocks() =>
        Ask.About("I71.4").Decide().ShouldSatisfyAllConditions(
            d => d.Verdict.ShouldBe(Verdict.NotEligible),
            d => d.Codes(ReasonOutcome.Blocking).ShouldBe(["CONDITION_ABSOLUTE"]));

    [Fact]
    public void A_clearance_is_an_obligation()
    {
        var decision = Ask.About("Z51.5").Decide(Ask.Licensed().Certified("GERI", Ask.Date("2025-01-01")));

        decision.Verdict.ShouldBe(Verdict.EligibleWithConditions);
        decision.Obligations.Select(o => o.Message).ShouldBe(["Obtain written clearance from the hospice team before treating."]);
        decision.Codes(ReasonOutcome.Satisfied).ShouldContain("TRAINING_HELD");
    }

    [Fact]
    public void A_local_contraindication_leaves_the_area_out_and_asks_nothing() =>
        Ask.About("S31.0").Decide().ShouldSatisfyAllConditions(
            d => d.Verdict.ShouldBe(Verdict.EligibleWithConditions),
            d => d.Obligations.ShouldHaveSingleItem().Message.ShouldBe("Do not work on the wound, burn or hematoma."),
            d => d.Codes(ReasonOutcome.Condition).ShouldBe(["CONDITION_LOCAL"]));

    [Fact]
    public void A_precaution_with_nothing_to_do_still_obliges_to_caution() =>
        Ask.About("N18.3").Fact("edema", "true").Fact("dialysis_or_advanced", "false").Decide().ShouldSatisfyAllConditions(
            d => d.Verdict.ShouldBe(Verdict.EligibleWithConditions),
            d => d.Obligations.ShouldHaveSingleItem().Code.ShouldBe("CAUTION_NEEDED"));

    [Fact]
    public void Indicated_is_satisfied() =>
        Ask.About("M54.5").Fact("pain_cause_known", "true").Fact("red_flags", "false").Fact("taking_opioids", "false").Decide().ShouldSatisfyAllConditions(
            d => d.Verdict.ShouldBe(Verdict.Eligible),
            d => d.Codes(ReasonOutcome.Satisfied).ShouldContain("CONDITION_INDICATED"));

    [Fact]
    public void Indicated_with_limits_obliges_to_the_limits() =>
        Ask.About("fibromyalgia").Decide().ShouldSatisfyAllConditions(
            d => d.Verdict.ShouldBe(Verdict.EligibleWithConditions),
            d => d.Codes(ReasonOutcome.Condition).ShouldBe(["CONDITION_INDICATED_WITH_LIMITS"]),
            d => d.Obligations.Length.ShouldBe(2));

    [Fact]
    public void An_instruction_for_the_session_is_an_obligation_and_asks_nothing() =>
        Ask.About("F41.0").Fact("sedating_medication", "false").Decide().ShouldSatisfyAllConditions(
            d => d.Verdict.ShouldBe(Verdict.EligibleWithConditions),
            d => d.Codes(ReasonOutcome.Condition).ShouldContain("CONDITION_INSTRUCTION"),
            d => d.Obligations.ShouldContain(o => o.Message.StartsWith("If a panic attack comes")));

    [Theory]
    [InlineData("WA", "intraoral", "WA-INTRAORAL")]
    [InlineData("NV", "breast_massage", "NV-BREAST-48")]
    public void A_state_gate_blocks_without_the_training_and_opens_with_it_on_the_day(string state, string technique, string training)
    {
        var question = Ask.About().In(Enum.Parse<Jurisdiction>(state)).With(technique);
        var card = Ask.Licensed(question.Jurisdiction).Certified(training, Ask.Date("2026-01-01"), Ask.Date("2026-12-31"));

        question.Decide().Codes(ReasonOutcome.Blocking).ShouldBe(["TRAINING_REQUIRED_BY_LAW"]);
        question.Decide(card).Codes(ReasonOutcome.Blocking).ShouldBeEmpty();
        question.Decide(card).Codes(ReasonOutcome.Satisfied).ShouldContain("TRAINING_HELD");
        (question with { On = Ask.Date("2027-01-01") }).Decide(card).Verdict.ShouldBe(Verdict.NotEligible);
        question.Decide(card).ValidUntil.ShouldBe(Ask.Date("2026-12-31"));
    }

    [Theory]
    [InlineData("OR", "intraoral")]
    [InlineData("OR", "breast_massage")]
    [InlineData("WA", "breast_massage")]
    public void A_state_gate_whose_training_is_not_known_leaves_it_undetermined(string state, string technique) =>
        Ask.About().In(Enum.Parse<Jurisdiction>(state)).With(technique).Decide().ShouldSatisfyAllConditions(
            d => d.Verdict.ShouldBe(Verdict.Undetermined),
            d => d.Codes(ReasonOutcome.Unknown).ShouldBe(["TRAINING_UNSPECIFIED"]));

    [Fact]
    public void A_state_gate_of_another_state_says_nothing_here() =>
        Ask.About().With("intraoral").Decide().Codes(ReasonOutcome.Blocking).ShouldBeEmpty();

    [Fact]
    public void Qualified_only_by_guidance_obliges_and_blocks_where_the_policy_says_so()
    {
        var question = Ask.About("I89.0").With("CDT").Fact("active_infection", "false").Fact("acute_heart_failure_or_clot", "false");
        var byTraining = Policies.Of(c => c with { Trainings = [new("CLT-LANA", true, [])] });
        var byRule = Policies.Of(c => c with { Rules = [Policies.Rule("lymphedema-1") with { TrainingBlocks = true }] });

        question.Decide().Verdict.ShouldBe(Verdict.EligibleWithConditions);
        question.Decide().Obligations.ShouldContain(o => o.Code == "TRAINING_REQUIRED");
        question.Decide(policy: byTraining).Codes(ReasonOutcome.Blocking).ShouldBe(["TRAINING_REQUIRED_BY_POLICY"]);
        question.Decide(policy: byRule).Codes(ReasonOutcome.Blocking).ShouldBe(["TRAINING_REQUIRED_BY_POLICY"]);
        question.Decide(Ask.Licensed().Certified("CDT-135", Ask.Day), byRule).Verdict.ShouldBe(Verdict.EligibleWithConditions);
    }

    [Fact]
    public void A_revoked_certification_is_not_held()
    {
        var card = Ask.Licensed(Jurisdiction.WA).Certified("WA-INTRAORAL", Ask.Date("2025-01-01"), null, new CertificationRevoked(Ask.Day));

        Ask.About().In(Jurisdiction.WA).With("intraoral").Decide(card).Verdict.ShouldBe(Verdict.NotEligible);
    }

    [Fact]
    public void A_technique_that_the_condition_rules_out_blocks_when_it_is_asked_for()
    {
        var question = Ask.About("Z79.01").Fact("clot_history_or_recent_start", "false");

        question.Decide().Verdict.ShouldBe(Verdict.EligibleWithConditions);
        question.With("Deep Tissue").Decide().Codes(ReasonOutcome.Blocking).ShouldBe(["TECHNIQUE_EXCLUDED"]);
    }

    [Fact]
    public void Blocking_beats_unknown_beats_conditions()
    {
        Ask.About("S31.0").Decide().Verdict.ShouldBe(Verdict.EligibleWithConditions);
        Ask.About("S31.0", "Q99.9").Decide().Verdict.ShouldBe(Verdict.Undetermined);
        var all = Ask.About("S31.0", "Q99.9", "I71.4").Decide();

        all.Verdict.ShouldBe(Verdict.NotEligible);
        all.Reasons.Select(r => r.Outcome).ShouldBe(all.Reasons.Select(r => r.Outcome).Order());
        all.Reasons.Select(r => r.Outcome).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public void A_rule_brings_in_the_rules_of_the_condition_it_refers_to()
    {
        var question = Ask.About("M54.50").Fact("pain_cause_known", "true").Fact("red_flags", "false").Fact("taking_opioids", "yes");

        question.Decide().Reasons.ShouldContain(r => r.Outcome == ReasonOutcome.Unknown && r.Needs.Contains("sedated_at_arrival"));
        question.Fact("sedated_at_arrival", "true").Decide().Verdict.ShouldBe(Verdict.NotEligible);
    }

    [Fact]
    public void Refusing_the_contact_with_a_provider_blocks_where_a_clearance_is_needed_and_nowhere_else()
    {
        Ask.About("Z51.5").Fact("provider_contact_consent", "false").Decide().Verdict.ShouldBe(Verdict.NotEligible);
        Ask.About("Z51.5").Fact("provider_contact_consent", "true").Decide().Verdict.ShouldBe(Verdict.EligibleWithConditions);
        Ask.About("S31.0").Fact("provider_contact_consent", "false").Decide().Verdict.ShouldBe(Verdict.EligibleWithConditions);
    }
}
