using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Eligibility;

namespace LicenseTracker.Domain.Tests.Eligibility;

public class ClientFactTests
{
    [Fact]
    public void A_fact_not_given_is_unknown_and_named()
    {
        var decision = Ask.About("I63.9").Decide();

        decision.Verdict.ShouldBe(Verdict.Undetermined);
        decision.Reasons.Single(r => r.Outcome == ReasonOutcome.Unknown).Needs.ShouldBe(["days_since_event"]);
    }

    [Fact]
    public void A_fact_that_settles_it_makes_the_others_unneeded() =>
        Ask.About("hypertension").Fact("bp_systolic", "170").Fact("bp_medicated", "false").Decide().ShouldSatisfyAllConditions(
            d => d.Verdict.ShouldBe(Verdict.NotEligible),
            d => d.Codes(ReasonOutcome.Unknown).ShouldBeEmpty());

    [Theory]
    [InlineData("no_such_fact", "1", null, null, "CLIENT_FACT_NOT_LISTED")]
    [InlineData("severity", "terrible", null, null, "CLIENT_FACT_MALFORMED")]
    [InlineData("bp_systolic", "1e9", null, null, "CLIENT_FACT_MALFORMED")]
    [InlineData("bp_systolic", "-5", null, null, "CLIENT_FACT_MALFORMED")]
    [InlineData("days_since_event", "1.5", null, null, "CLIENT_FACT_MALFORMED")]
    [InlineData("days_since_event", "", null, null, "CLIENT_FACT_MALFORMED")]
    [InlineData("gestation_weeks", "20+7", null, null, "CLIENT_FACT_MALFORMED")]
    [InlineData("severity", "mild", "no such condition", null, "CLIENT_FACT_CONDITION_NOT_CATALOGUED")]
    [InlineData("severity", "mild", null, "2026-06-02", "CLIENT_FACT_IN_FUTURE")]
    public void A_fact_that_cannot_be_used_is_said_and_never_thrown(string fact, string value, string? about, string? observedOn, string code) =>
        Ask.About().Fact(fact, value, about, observedOn).Decide().ShouldSatisfyAllConditions(
            d => d.Verdict.ShouldBe(Verdict.Undetermined),
            d => d.Codes(ReasonOutcome.Unknown).ShouldBe([code]));

    [Fact]
    public void A_fact_about_a_condition_goes_before_one_about_the_client()
    {
        var question = Ask.About("F32.2", "M81.0").Fact("in_care", "true").Fact("severity", "mild").Fact("severity", "severe", about: "M81.0");
        var clearances = question.Decide().Reasons.Where(r => r.Code == "CONDITION_CLEARANCE").Select(r => r.Message);

        clearances.ShouldHaveSingleItem().ShouldStartWith("Osteoporosis");
    }

    [Fact]
    public void Of_several_observations_the_latest_counts_and_two_of_one_day_that_differ_contradict()
    {
        var question = Ask.About("I82.4").Fact("phase", "acute", observedOn: "2026-01-01").Fact("phase", "treated", observedOn: "2026-05-01");

        question.Decide().Verdict.ShouldBe(Verdict.EligibleWithConditions);
        question.Fact("phase", "acute", observedOn: "2026-05-01").Decide().Codes(ReasonOutcome.Unknown).ShouldContain("CLIENT_FACT_CONFLICT");
        question.Fact("phase", "acute", observedOn: "2026-05-02").Decide().Verdict.ShouldBe(Verdict.NotEligible);
    }

    [Fact]
    public void A_value_outside_the_guidance_is_unknown_not_harmless() =>
        Ask.About("I82.4").Fact("phase", "remission").Decide().Codes(ReasonOutcome.Unknown).ShouldBe(["CONDITION_NOT_COVERED"]);

    [Fact]
    public void Days_since_a_stroke_tick_from_the_day_they_were_counted()
    {
        var question = Ask.About("I63.9").Fact("days_since_event", "20", observedOn: "2026-05-30");
        var decision = question.Decide();

        decision.Verdict.ShouldBe(Verdict.NotEligible);
        decision.ValidUntil.ShouldBe(Ask.Date("2026-06-08"));
        (question with { On = Ask.Date("2026-06-09") }).Decide().Verdict.ShouldBe(Verdict.EligibleWithConditions);
    }

    [Fact]
    public void Weeks_of_gestation_tick_by_the_week_and_say_nothing_past_their_bound()
    {
        var question = Ask.About("Z34.00").Fact("pregnancy_warning_signs", "false").Fact("gestation_weeks", "13+5");
        var late = question with { On = Ask.Date("2027-06-01"), ClientFacts = [new("gestation_weeks", "13+5", null, Ask.Day), new("pregnancy_warning_signs", "false")] };

        question.Decide().ValidUntil.ShouldBe(Ask.Day.AddDays(1));
        late.Decide().Reasons.ShouldContain(r => r.Outcome == ReasonOutcome.Unknown && r.Needs.Contains("gestation_weeks"));
    }

    [Fact]
    public void Never_says_that_there_was_no_such_event() =>
        Ask.About("C50.9").Fact("currently_active", "true").Fact("radiated_tissue", "false").Fact("days_since_surgery", "Never").Decide()
            .ShouldSatisfyAllConditions(
                d => d.Verdict.ShouldBe(Verdict.EligibleWithConditions),
                d => d.Obligations.ShouldNotContain(o => o.Message.Contains("surgical site")));

    [Theory]
    [InlineData("C5", true)]
    [InlineData("T6", true)]
    [InlineData("T7", false)]
    [InlineData("none", false)]
    public void An_injury_at_t6_or_above_asks_for_a_plan(string level, bool plan) =>
        Ask.About("G82.20").Fact("injury_level", level).Decide().Obligations.Any(o => o.Code == "EMERGENCY_PLAN_NEEDED").ShouldBe(plan);

    [Fact]
    public void A_code_may_say_by_itself_that_a_rule_holds()
    {
        Ask.About("L03.115").Decide().Verdict.ShouldBe(Verdict.NotEligible);
        Ask.About("E11.40").Fact("unstable_glucose", "false").Decide().Obligations.ShouldContain(o => o.Message.Contains("check the feet"));
        Ask.About("I82.511").Decide().Verdict.ShouldBe(Verdict.EligibleWithConditions);
    }

    [Theory]
    [InlineData("hello", "CONDITION_CODE_MALFORMED")]
    [InlineData("", "CONDITION_CODE_MALFORMED")]
    [InlineData("M54.5012345", "CONDITION_CODE_MALFORMED")]
    [InlineData("Q99.9", "CONDITION_NOT_CATALOGUED")]
    [InlineData("D10.0", "CONDITION_NOT_CATALOGUED")]
    public void A_code_that_the_catalogue_cannot_use_is_unknown(string code, string reason) =>
        Ask.About(code).Decide().Codes(ReasonOutcome.Unknown).ShouldBe([reason]);

    [Fact]
    public void A_technique_nobody_lists_is_unknown() =>
        Ask.About().With("intrraoral").Decide().Codes(ReasonOutcome.Unknown).ShouldBe(["TECHNIQUE_NOT_LISTED"]);

    [Fact]
    public void The_ends_of_the_calendar_are_no_trap()
    {
        foreach (var on in new[] { DateOnly.MinValue, DateOnly.MaxValue })
            (Ask.About("I63", "Z34") with { On = on }).Fact("days_since_event", "36500").Fact("gestation_weeks", "44").Decide().Verdict.ShouldBe(Verdict.NotEligible);
    }

    [Fact]
    public void Every_client_fact_of_the_list_is_used_by_a_rule() =>
        Ask.Catalogue.Conditions.SelectMany(c => c.Rules).Select(r => r.Predicate).OfType<Predicate>().SelectMany(p => p.Comparisons)
            .Select(c => c.Type.Id).Distinct().Order().ShouldBe(Ask.Catalogue.ClientFactTypes.Select(f => f.Id).Order());
}
