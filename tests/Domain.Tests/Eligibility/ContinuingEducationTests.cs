using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Policies;

namespace LicenseTracker.Domain.Tests.Eligibility;

public class ContinuingEducationTests
{
    private static readonly Policy Blocking = Policies.Of(c => c with { CeNotOnTrack = PolicyEffect.Block });

    /// <summary>Illinois asks for 25 hours of 50 minutes in the two years to the end of 2026, one on domestic violence and two on ethics among them.</summary>
    private static CardBuilder Illinois() => new CardBuilder().License(
        Jurisdiction.IL, Ask.Date("2023-01-01"), Ask.Date("2024-12-31"), new LicenseRenewed(new(Ask.Date("2025-01-01"), Ask.Date("2026-12-31"))));

    private static CardBuilder Done() => Illinois().Credit("22", "massage_technique", Ask.Date("2025-03-01"))
        .Credit("1", "domestic_violence_sexual_assault", Ask.Date("2025-04-01")).Credit("2", "ethics", Ask.Date("2025-05-01"));

    private static EligibilityQuestion Here => Ask.About().In(Jurisdiction.IL);

    [Fact]
    public void What_is_done_is_shown_as_done_with_the_credits_as_evidence()
    {
        var decision = Here.Decide(Done(), Blocking);

        decision.Verdict.ShouldBe(Verdict.Eligible);
        var reason = decision.Reasons.Single(r => r.Code == "CE_DONE");
        reason.Outcome.ShouldBe(ReasonOutcome.Satisfied);
        reason.Message.ShouldBe("License IL-1 in Illinois: Continuing education is done, due by 2026-12-31 (rules of IL-2024).");
        reason.Citation!.Text.ShouldContain("Ill");
        reason.Evidence.Length.ShouldBe(7);
        decision.RuleBook.ShouldBe(new RuleBookReference(Jurisdiction.IL, "IL-2024", true));
    }

    [Fact]
    public void What_is_missing_warns_with_its_date_and_blocks_only_where_the_policy_says_so()
    {
        var card = Illinois().Credit("20", "massage_technique", Ask.Date("2025-03-01")).Credit("2", "ethics", Ask.Date("2025-05-01")).Build();
        const string Message = "License IL-1 in Illinois: Continuing education is missing, due by 2026-12-31: "
            + "25 hours in all: 22 of 25; 1 hour on domestic violence and sexual assault: 0 of 1 (rules of IL-2024).";

        var warned = Here.Decide(card);
        warned.Verdict.ShouldBe(Verdict.Eligible);
        warned.Reasons.Single(r => r.Code == "CE_MISSING").Message.ShouldBe(Message);
        var blocked = Here.Decide(card, Blocking);
        blocked.Verdict.ShouldBe(Verdict.NotEligible);
        blocked.Reasons[0].Message.ShouldBe(Message + " Without it the clinic's policy 'Harbor' (version 3) lets nobody treat.");
    }

    [Fact]
    public void What_waits_for_review_does_not_count_yet()
    {
        var card = Illinois().Credit("22", "massage_technique", Ask.Date("2025-03-01"), pending: true)
            .Credit("1", "domestic_violence_sexual_assault", Ask.Date("2025-04-01")).Credit("2", "ethics", Ask.Date("2025-05-01")).Build();

        Here.Decide(card).Codes(ReasonOutcome.Warning).ShouldBe(["CE_PENDING"]);
        Here.Decide(card, Blocking).Codes(ReasonOutcome.Blocking).ShouldBe(["CE_PENDING"]);
    }

    [Fact]
    public void What_is_unknown_warns_and_leaves_the_answer_open_where_the_policy_blocks()
    {
        // How many hours on roles and boundaries Washington asks for is unknown.
        var card = new CardBuilder().License(Jurisdiction.WA, Ask.Date("2024-05-03"), Ask.Date("2025-05-02"), new LicenseRenewed(new(Ask.Date("2025-05-03"), Ask.Date("2026-07-02"))))
            .Credit("30", "massage_technique", Ask.Date("2025-06-01")).Credit("9", "ethics", Ask.Date("2025-06-02")).Credit("9", "health_equity", Ask.Date("2025-06-03")).Build();
        var question = Ask.About().In(Jurisdiction.WA);

        question.Decide(card).Codes(ReasonOutcome.Warning).ShouldBe(["CE_UNDETERMINED"]);
        question.Decide(card).Verdict.ShouldBe(Verdict.Eligible);
        question.Decide(card, Blocking).Verdict.ShouldBe(Verdict.Undetermined);
    }

    [Fact]
    public void A_state_that_asks_for_none_is_no_reason_to_warn()
    {
        var decision = Ask.About().In(Jurisdiction.ME).Decide(policy: Blocking);

        decision.Verdict.ShouldBe(Verdict.Eligible);
        decision.Codes(ReasonOutcome.Satisfied).ShouldBe(["LICENSE_IN_FORCE", "CE_NOT_REQUIRED"]);
    }

    [Fact]
    public void The_books_are_for_massage_therapists_and_others_are_told_so()
    {
        var card = new CardBuilder().License(Jurisdiction.IL, Profession.Audiologist, Ask.Date("2025-01-01"), Ask.Date("2026-12-31")).Build();
        var question = Here with { Profession = Profession.Audiologist };

        question.Decide(card).Codes(ReasonOutcome.Warning).ShouldBe(["CE_NOT_JUDGED"]);
        question.Decide(card).RuleBook.ShouldBeNull();
        question.Decide(card, Blocking).Codes(ReasonOutcome.Unknown).ShouldBe(["CE_NOT_JUDGED"]);
    }

    [Fact]
    public void Without_authority_in_the_state_nothing_is_said_of_education()
    {
        var decision = Here.Decide(new CardBuilder().License(Jurisdiction.FL, Ask.Date("2025-01-01"), Ask.Date("2026-12-31")), Blocking);

        decision.Reasons.Select(r => r.Code).ShouldBe(["LICENSE_NONE_HERE"]);
    }

    [Fact]
    public void An_answer_as_known_before_the_review_does_not_know_it()
    {
        var card = Done();
        var before = card.Now;
        card.Credit("1", "general", Ask.Date("2025-06-01"));

        (Here with { KnownAt = before }).Decide(card).Reasons.ShouldContain(r => r.Code == "CE_DONE");
        (Here with { KnownAt = before.AddMinutes(-1) }).Decide(card).Reasons.ShouldContain(r => r.Code == "CE_PENDING");
    }

    [Fact]
    public void One_license_in_order_is_enough_and_the_other_is_shown()
    {
        var card = Done().License(Jurisdiction.IL, Ask.Date("2023-01-01"), Ask.Date("2024-12-31"), new LicenseRenewed(new(Ask.Date("2025-01-01"), Ask.Date("2026-12-30"))));

        Here.Decide(card, Blocking).Verdict.ShouldBe(Verdict.Eligible);
    }

    [Theory]
    [InlineData("2026-06-01", Verdict.Eligible, "2026-11-30")]
    [InlineData("2026-11-30", Verdict.Eligible, "2026-11-30")]
    [InlineData("2026-12-01", Verdict.NotEligible, null)]
    public void A_clinic_may_block_only_when_the_day_comes_near(string on, Verdict verdict, string? validUntil)
    {
        var near = Policies.Of(c => c with { CeNotOnTrack = PolicyEffect.Block, CeBlocksWithinDays = 30 });

        var decision = (Here with { On = Ask.Date(on) }).Decide(Illinois(), near);

        decision.Verdict.ShouldBe(verdict);
        decision.ValidUntil.ShouldBe(validUntil is null ? null : Ask.Date(validUntil));
    }

    [Fact]
    public void A_license_whose_authority_is_unknown_lifts_nothing_from_the_one_that_decides()
    {
        var card = Illinois().License(
            Jurisdiction.IL, Ask.Date("2024-01-01"), Ask.Date("2026-12-30"), new DisciplineReported(new(CardBuilder.Id(5)), Ask.Date("2025-01-01")));

        var decision = Here.Decide(card, Blocking);

        decision.Reasons.Where(r => r.Code.StartsWith("CE_", StringComparison.Ordinal)).Select(r => (r.Code, r.Outcome)).ShouldBe([("CE_MISSING", ReasonOutcome.Blocking)]);
        decision.Verdict.ShouldBe(Verdict.NotEligible);
    }

    [Fact]
    public void An_exemption_of_the_board_counts_from_the_day_of_its_approval()
    {
        var card = Illinois().Exempt(Jurisdiction.IL, Ask.Date("2025-01-01"), Ask.Date("2026-12-31"), approved: Ask.Date("2026-05-01")).Build();

        Here.Decide(card, Blocking).Verdict.ShouldBe(Verdict.Eligible);
        (Here with { On = Ask.Date("2026-04-30") }).Decide(card, Blocking).Verdict.ShouldBe(Verdict.NotEligible);
        (Here with { On = Ask.Date("2026-04-30") }).Decide(card, Blocking).ValidUntil.ShouldBe(Ask.Date("2026-04-30"));
    }
}
