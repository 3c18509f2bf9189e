using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Policies;

namespace LicenseTracker.Domain.Tests.Eligibility;

/// <summary>What a clinic's policy does to an answer.</summary>
public class PolicyTests
{
    private static EligibilityQuestion Pressure(string systolic) =>
        Ask.About("I10").Fact("bp_systolic", systolic).Fact("bp_diastolic", "80").Fact("bp_medicated", "false");

    private static EligibilityDecision Under(EligibilityQuestion question, EligibilityCard card, params PolicyFact[] facts) =>
        EligibilityDecider.Decide(question, card, Ask.Catalogue, Policies.Record(facts).KnownAt(question.KnownAt, Ask.Catalogue));

    [Fact]
    public void Every_reason_names_the_policy_it_was_judged_under_the_default_one_too()
    {
        Ask.About("I71.4").Decide().Reasons.ShouldAllBe(r => r.Policy == new PolicyReference("Default policy", "1", null));
        Ask.About("I71.4").Decide(policy: Policies.Of(c => c)).Reasons.ShouldAllBe(r => r.Policy == new PolicyReference("Harbor", "3", Policies.Clinic));
        Ask.About().Decide(new CardBuilder(), Policies.Of(c => c)).Reasons.ShouldAllBe(r => r.Policy!.Name == "Harbor");
        EligibilityDecider.Decide(Ask.About(), null, Ask.Catalogue, PolicyTimeline.Always(Policies.Of(c => c))).Reasons.ShouldHaveSingleItem().Policy!.Name.ShouldBe("Harbor");
    }

    [Fact]
    public void A_required_certification_blocks_or_warns_when_it_is_missing_and_on_the_day_after_its_last()
    {
        var both = Policies.Of(c => c with { RequiredCertifications = [new("cpr", PolicyEffect.Block), new("liability_insurance", PolicyEffect.Warn)] });
        var without = Ask.About().Decide(policy: both);
        var insured = Ask.About().Decide(Ask.Licensed().Certified("liability_insurance", Ask.Date("2026-01-01")).Certified("CPR", Ask.Date("2024-07-01"), Ask.Date("2026-06-30")), both);

        without.Verdict.ShouldBe(Verdict.NotEligible);
        without.Codes(ReasonOutcome.Blocking).ShouldBe(["CERTIFICATION_REQUIRED_BY_POLICY"]);
        without.Codes(ReasonOutcome.Warning).ShouldBe(["CERTIFICATION_NOT_HELD", "CE_MISSING"]);
        without.Reasons[0].Message.ShouldBe("The therapist does not hold Current CPR / BLS, without which the clinic's policy 'Harbor' (version 3) lets nobody treat.");
        without.Reasons[0].Citation.ShouldBe(new Citation("Harbor, version 3", null, Confidence.PolicyDefault));
        insured.Verdict.ShouldBe(Verdict.Eligible);
        insured.ValidUntil.ShouldBe(Ask.Date("2026-06-30"));
        insured.Reasons.Count(r => r.Code == "CERTIFICATION_HELD" && !r.Evidence.IsEmpty).ShouldBe(2);
    }

    [Fact]
    public void A_stricter_figure_holds_where_the_catalogues_does_not_and_the_catalogues_where_no_clinic_changed_it()
    {
        var strict = Policies.Of(c => c with { Rules = [Policies.Rule("hypertension-3") with { Figures = [new("bp_systolic", Comparison.GreaterOrEqual, "140")] }] });

        Pressure("150").Decide().Verdict.ShouldBe(Verdict.EligibleWithConditions);
        Pressure("150").Decide(policy: strict).Codes(ReasonOutcome.Blocking).ShouldBe(["CONDITION_ABSOLUTE"]);
        Pressure("139").Decide(policy: strict).Verdict.ShouldBe(Verdict.EligibleWithConditions);
        Pressure("150").Fact("bp_diastolic", "80").Decide(policy: strict).Verdict.ShouldBe(Verdict.NotEligible);
    }

    [Fact]
    public void A_figure_that_ticks_ends_an_answer_on_the_clinics_own_day()
    {
        var eightWeeks = Policies.Of(c => c with { Rules = [Policies.Rule("surgical-scar-1") with { Figures = [new("days_since_surgery", Comparison.Less, "56")] }] });
        var question = Ask.About("L90.5").Fact("days_since_surgery", "50", observedOn: "2026-06-01").Fact("wound_closed", "true").Fact("radiated_tissue", "false");

        question.Decide().Obligations.ShouldNotContain(o => o.Code == "AREA_EXCLUDED");
        var strict = question.Decide(policy: eightWeeks);
        strict.Obligations.ShouldContain(o => o.Code == "AREA_EXCLUDED");
        strict.ValidUntil.ShouldBe(Ask.Date("2026-06-06"));
    }

    [Fact]
    public void A_condition_that_the_clinic_does_not_treat_blocks_by_code_and_by_id()
    {
        var policy = Policies.Of(c => c with { ConditionsNotTreated = ["cancer"] });

        Ask.About("C50.9").Decide(policy: policy).Codes(ReasonOutcome.Blocking).ShouldContain("CONDITION_NOT_TREATED");
        Ask.About("cancer").Decide(policy: policy).Codes(ReasonOutcome.Blocking).ShouldContain("CONDITION_NOT_TREATED");
        Ask.About("S31.0").Decide(policy: policy).Verdict.ShouldBe(Verdict.EligibleWithConditions);
    }

    [Fact]
    public void The_clinic_says_who_may_clear_except_where_the_law_asks_for_the_clearance()
    {
        var policy = Policies.Of(c => c with { ClearingProviders = [ProviderKind.Physician, ProviderKind.NursePractitioner, ProviderKind.Oncologist] });
        var card = Ask.Licensed().Certified("GERI", Ask.Date("2025-01-01")).Build();

        Ask.About("Z51.5").Decide(card, policy).Obligations.Select(o => o.Message).ShouldBe(
            ["Obtain written clearance from the hospice team before treating. This clinic accepts it from a physician or a nurse practitioner or an oncologist."]);
        var byLaw = Ask.About("tmj").In(Jurisdiction.OH).With("intraoral").Decide(policy: policy);
        byLaw.Obligations.ShouldContain(o => o.Message == "Obtain a referral from a dentist or physician.");
        byLaw.Obligations.ShouldAllBe(o => !o.Message.Contains("This clinic"));
    }

    [Fact]
    public void A_clinics_own_course_stands_for_a_training_that_guidance_asks_for_and_for_none_that_the_law_asks_for()
    {
        var policy = Policies.Of(c => c with { Trainings = [new("SCAR", true, ["Harbor scar course"]), new("WA-INTRAORAL", false, ["Harbor scar course"])] });
        var question = Ask.About("L90.5").Fact("days_since_surgery", "100").Fact("wound_closed", "true").Fact("radiated_tissue", "false");
        var trained = Ask.Licensed().Certified("Harbor scar course", Ask.Date("2025-01-01"));

        question.Decide(policy: policy).Codes(ReasonOutcome.Blocking).ShouldBe(["TRAINING_REQUIRED_BY_POLICY"]);
        question.Decide(trained, policy).Codes(ReasonOutcome.Satisfied).ShouldContain("TRAINING_HELD");
        var inWashington = Ask.Licensed(Jurisdiction.WA).Certified("Harbor scar course", Ask.Date("2025-01-01"));
        Ask.About("tmj").In(Jurisdiction.WA).With("intraoral").Decide(inWashington, policy).Codes(ReasonOutcome.Blocking).ShouldContain("TRAINING_REQUIRED_BY_LAW");
    }

    [Fact]
    public void Law_stays_even_under_a_stored_policy_that_would_soften_it()
    {
        var policy = Policies.Of(c => c with { Rules = [Policies.Rule("tmj-1") with { Applies = false, Disposition = Disposition.Precaution }] });

        Ask.About("tmj").In(Jurisdiction.WA).With("intraoral").Decide(policy: policy).Codes(ReasonOutcome.Blocking).ShouldContain("TRAINING_REQUIRED_BY_LAW");
    }

    [Fact]
    public void What_the_present_catalogue_cannot_carry_out_makes_the_answer_unknown()
    {
        var decision = Under(Ask.About(), Ask.Licensed(), Policies.Adopted("2026-01-01", c => c with { Rules = [Policies.Rule("gone-1")] }));

        decision.Verdict.ShouldBe(Verdict.Undetermined);
        decision.Codes(ReasonOutcome.Unknown).ShouldBe(["POLICY_NOT_UNDERSTOOD"]);
    }

    [Fact]
    public void A_policy_to_come_ends_an_answer_the_day_before_it_is_in_force()
    {
        var needsCpr = Policies.Adopted("2026-09-01", c => c with { RequiredCertifications = [new("cpr", PolicyEffect.Block)] });

        Under(Ask.About(), Ask.Licensed(), needsCpr).ShouldSatisfyAllConditions(
            d => d.Verdict.ShouldBe(Verdict.Eligible), d => d.Policy.Clinic.ShouldBeNull(), d => d.ValidUntil.ShouldBe(Ask.Date("2026-08-31")));
        Under(Ask.About() with { On = Ask.Date("2026-09-01") }, Ask.Licensed(), needsCpr).Verdict.ShouldBe(Verdict.NotEligible);
    }

    [Fact]
    public void A_license_that_no_source_confirmed_for_long_is_warned_of_with_the_day()
    {
        var policy = Policies.Of(c => c with { SourceOldAfterDays = 90 });
        var license = new LicenseId(CardBuilder.Id(0x10000));
        EligibilityCard Seen(string on) => Ask.Licensed().Build() with { SeenInRosters = Ask.Licensed().Build().SeenInRosters.Add(license, Ask.Date(on)) };
        EligibilityCard Checked(string on) => new CardBuilder().License(Jurisdiction.FL, Ask.Date("2020-01-01"), Ask.Date("2099-12-31"), new LicenseVerified(Ask.Date(on), "Board web site"));

        Old(Ask.Licensed(), policy).ShouldBe("License FL-1 in Florida was never confirmed by a source; the clinic's policy 'Harbor' (version 3) asks for 90 days at most.");
        Old(Seen("2026-03-02"), policy)!.ShouldContain("was last confirmed by a source on 2026-03-02;");
        Old(Seen("2026-03-03"), policy).ShouldBeNull();
        Old(Checked("2026-03-02"), policy).ShouldNotBeNull();
        Old(Checked("2026-03-03"), policy).ShouldBeNull();
        Old(Checked("2026-05-30") with { SeenInRosters = Seen("2026-01-01").SeenInRosters }, policy).ShouldBeNull();
        Old(Checked("2026-01-01") with { SeenInRosters = Seen("2026-05-30").SeenInRosters }, policy).ShouldBeNull();
        Old(Ask.Licensed(), Policy.Default).ShouldBeNull();
        Ask.About().Decide(Ask.Licensed(), policy).Verdict.ShouldBe(Verdict.Eligible);
    }

    private static string? Old(EligibilityCard card, Policy policy) =>
        Ask.About().Decide(card, policy).Reasons.SingleOrDefault(r => r.Code == "LICENSE_SOURCE_OLD" && r.Outcome == ReasonOutcome.Warning)?.Message;
}
