using LicenseTracker.Domain.Compliance;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Tests.Compliance;

/// <summary>One rule of counting at a time, each under the smallest law that shows it.</summary>
public class RuleShapesTests
{
    private static readonly ExemptionId Board = new(Guid.Parse("00000000-0000-7000-8000-0000000f0001"));

    [Fact]
    public void An_unknown_total_is_unknown_and_never_zero()
    {
        var report = Cycle.Under(Law.Book(Law.Total(null)), Cycle.Credit(1, "99")).Judge();
        report.Satisfied.ShouldBeNull();
        report.Of("total").Text().ShouldBe("total Unknown -+-/-");
        report.Of("total").Shortfall.ShouldBeNull();
        report.Of("total").Message.ShouldContain("unknown");
    }

    [Fact]
    public void A_known_shortfall_is_a_shortfall_whatever_else_is_unknown() =>
        Cycle.Under(Law.Book(Law.Total("10"), Law.Min("ethics", null, Law.Of("ethics"))), Cycle.Credit(1, "9")).Judge().Satisfied.ShouldBe(false);

    [Fact]
    public void An_unknown_limit_matters_only_where_it_decides()
    {
        var book = Law.Book(Law.Total("10"), Law.Max("online", null, Law.By(Delivery.OnDemand)));
        Cycle.Under(book, Cycle.Credit(1, "10")).Judge().Satisfied.ShouldBe(true);
        Cycle.Under(book, Cycle.Credit(1, "6"), Cycle.Credit(2, "4", delivery: Delivery.OnDemand)).Judge().Satisfied.ShouldBeNull();
        Cycle.Under(book, Cycle.Credit(1, "5"), Cycle.Credit(2, "4", delivery: Delivery.OnDemand)).Judge().Satisfied.ShouldBe(false);
    }

    [Fact]
    public void Hands_on_hours_that_nobody_declared_are_unknown_in_a_classroom_and_none_online()
    {
        var book = Law.Book(Law.Min("hands_on", "4", CreditFilter.Any with { HandsOn = true }));
        Cycle.Under(book, Cycle.Credit(1, "6") with { HandsOn = null }).Judge().Satisfied.ShouldBeNull();
        Cycle.Under(book, Cycle.Credit(1, "6", delivery: Delivery.OnDemand) with { HandsOn = null }).Judge().Satisfied.ShouldBe(false);
        Cycle.Under(book, Cycle.Credit(1, "6", handsOn: "4")).Judge().Satisfied.ShouldBe(true);
    }

    [Fact]
    public void Only_verified_credits_satisfy_and_the_refusal_says_so()
    {
        var report = Cycle.Under(Law.Book(Law.Total("4")), Cycle.Credit(1, "3"), Cycle.Credit(2, "2").Pending()).Judge();
        report.Of("total").Text().ShouldBe("total Pending 3+1/4");
        report.CreditsRefused.ShouldHaveSingleItem().Code.ShouldBe("CREDIT_NOT_VERIFIED");
    }

    [Fact]
    public void A_fifty_minute_hour_is_rounded_once_for_the_whole_credit()
    {
        // 1.01 + 1.01 + 1.01 of 50 minutes are 2.525 of 60: 2.52 together, though each alone is 0.84.
        var credit = Cycle.Credit(1, "1") with { HourMinutes = 50, Hours = [new("a", new(101)), new("b", new(101)), new("c", new(101))] };
        Cycle.Under(Law.Book(Law.Total("9")), credit).Judge().Of("total").Earned.ShouldBe(new Hours(252));
    }

    [Fact]
    public void A_unit_counts_what_the_book_says_it_is_worth_and_nothing_known_where_it_says_nothing()
    {
        var book = Law.Book(Law.Total("30"));
        var worth = book with { Hours = book.Hours with { Conversions = [new("semester_hour", Law.Hours("15"), null, null, null)] } };
        var credit = Cycle.Credit(1, "2") with { Unit = "semester_hour" };
        Cycle.Under(worth, credit).Judge().Of("total").Text().ShouldBe("total Satisfied 30+0/30");
        Cycle.Under(book, credit).Judge().Of("total").Earned.ShouldBeNull();
    }

    [Fact]
    public void An_exemption_that_covers_the_last_day_removes_what_it_names()
    {
        var question = Cycle.Under(Law.Book(Law.Total("4"), Law.Min("ethics", "2", Law.Of("ethics"))), Cycle.Credit(1, "4"));
        question.Judge().Of("ethics").State.ShouldBe(RequirementState.Short);
        var exempt = (question with { Exemptions = [new(Board, "ethics", Samples.Day("2026-01-01"), Samples.Day("2026-12-31"), null)] }).Judge();
        exempt.Of("ethics").State.ShouldBe(RequirementState.Exempt);
        exempt.Satisfied.ShouldBe(true);
        exempt.Exemptions.ShouldHaveSingleItem().Requirement.ShouldBe("ethics");
    }

    [Fact]
    public void An_exemption_for_a_part_of_the_cycle_leaves_the_answer_unknown()
    {
        var exemption = new ApprovedExemption(Board, null, Samples.Day("2025-01-01"), Samples.Day("2025-06-30"), null);
        (Cycle.Under(Law.Book(Law.Total("4"))) with { Exemptions = [exemption] }).Judge().Satisfied.ShouldBeNull();
    }

    [Fact]
    public void An_exemption_from_some_hours_lowers_the_total()
    {
        var exemption = new ApprovedExemption(Board, "total", Samples.Day("2024-09-01"), Samples.Day("2026-08-31"), Hours.Of(3));
        (Cycle.Under(Law.Book(Law.Total("10")), Cycle.Credit(1, "7")) with { Exemptions = [exemption] }).Judge().Of("total").Text().ShouldBe("total Satisfied 7+0/7");
    }

    [Fact]
    public void A_waiver_for_a_time_takes_away_and_puts_in_place_for_the_numbers_it_names()
    {
        var waiver = new RuleOverride(
            "w", "a waiver", new(Samples.Day("2026-08-01"), Samples.Day("2026-08-31"), Law.Cite.Confidence, null), VersionSelector.LicenseExpiry, NumberParity.Odd,
            ["total"], [Law.Min("ethics", "1", Law.Of("ethics"))], Law.Cite, null);
        var book = Law.Book(Law.Total("10")) with { Overrides = [waiver] };
        Cycle.Under(book, Cycle.Credit(1, "1", "ethics")).Judge().Text().ShouldContain("total Exempt 0+0/0\nethics Satisfied 1+0/1");
        (Cycle.Under(book) with { License = new(null, 3, "12346", null) }).Judge().Of("total").State.ShouldBe(RequirementState.Short);
        (Cycle.Under(book) with { License = new(null, 3, null, null) }).Judge().Of("total").State.ShouldBe(RequirementState.Unknown);
    }

    [Fact]
    public void Half_of_the_total_is_carried_but_no_category_that_stays_behind()
    {
        var book = Law.Book(Law.Total("10")) with { CarryOver = Law.Carries("50%", "8") with { NotCarried = ["ethics"] } };
        Cycle.Under(book, Cycle.Credit(1, "20")).Judge().CarriedOut.ShouldBe(Hours.Of(5));
        Cycle.Under(book, Cycle.Credit(1, "9"), Cycle.Credit(2, "4", "ethics")).Judge().CarriedOut.ShouldBe(Hours.Of(3), "ethics fills the total, so that the rest can be carried");
        Cycle.Under(book, Cycle.Credit(1, "9")).Judge().CarriedOut.ShouldBe(Hours.Zero);
        Cycle.Under(book with { CarryOver = new(Figure<bool>.Unknown(Law.Cite), [], null, null, [], null) }, Cycle.Credit(1, "20")).Judge().CarriedOut.ShouldBeNull();
    }

    [Fact]
    public void Of_two_runs_of_one_course_the_one_counts_that_helps_more()
    {
        var book = Law.Book(Law.Total("6"), Law.Min("ethics", "2", Law.Of("ethics")), new NoRepeat(Law.Head("repeat"), null));
        var report = Cycle.Under(book, Cycle.Credit(1, "6") with { Course = "x" }, Cycle.Credit(2, "5", "ethics") with { Course = "x" }).Judge();
        report.TotalShortfall.ShouldBe(Hours.Of(1));
        report.CreditsRefused.ShouldContain(r => r.Credit == Cycle.Id(1) && r.Code == "CREDIT_REPEATED");
    }

    [Fact]
    public void A_course_counted_in_an_earlier_cycle_does_not_count_again_within_its_span()
    {
        var book = Law.Book(Law.Total("6"), new NoRepeat(Law.Head("repeat"), 48));
        Cycle.Under(book, Cycle.Credit(1, "6") with { Course = "x" }, Cycle.Credit(2, "6").On("2022-01-01") with { Course = "x" }).Judge().Satisfied.ShouldBe(false);
        Cycle.Under(book, Cycle.Credit(1, "6") with { Course = "x" }, Cycle.Credit(2, "6").On("2020-01-01") with { Course = "x" }).Judge().Satisfied.ShouldBe(true);
    }

    [Fact]
    public void What_must_be_held_at_renewal_must_not_end_before_it()
    {
        var question = Cycle.Under(Law.Book(new CredentialHeld(Law.Head("cpr"), [HeldCredential.Cpr], null, Counting.WithinTotal)));
        (question with { Credentials = [new(HeldCredential.Cpr, Samples.Day("2024-01-01"), Samples.Day("2026-08-31"))] }).Judge().Satisfied.ShouldBe(true);
        (question with { Credentials = [new(HeldCredential.Cpr, Samples.Day("2024-01-01"), Samples.Day("2026-08-30"))] }).Judge().Satisfied.ShouldBe(false);
    }

    [Fact]
    public void A_training_asked_for_every_six_years_holds_for_six_years()
    {
        var book = Law.Book(new TrainingDone(Law.Head("abuse", OccasionKind.OncePerYears, 6), Law.Of("child_abuse_recognition"), Counting.WithinTotal));
        Cycle.Under(book, Cycle.Credit(1, "1", "child_abuse_recognition").On("2020-09-01")).Judge().Satisfied.ShouldBe(true);
        Cycle.Under(book, Cycle.Credit(1, "1", "child_abuse_recognition").On("2020-08-31")).Judge().Satisfied.ShouldBe(false);
    }

    [Fact]
    public void Where_the_cycle_begins_is_unknown_what_is_missing_either_way_is_still_missing()
    {
        var question = Cycle.Under(Law.Book(Law.Total("4")), Cycle.Credit(1, "3")) with { Cycle = Cycle.Usual with { Start = null } };
        question.Judge().Satisfied.ShouldBe(false);
        (question with { Credits = [Cycle.Credit(1, "4")] }).Judge().Satisfied.ShouldBeNull();
    }

    /// <summary>The reason why only the sum of what is missing is promised never to grow: where two requirements want one limited hour, one of them yields.</summary>
    [Fact]
    public void A_further_credit_may_move_what_is_missing_but_never_adds_to_it()
    {
        var book = Law.Book(
            Law.Min("a", "4", Law.Of("a")), Law.Min("b", "4", Law.Of("b")), Law.Min("c", "4", Law.Of("b", "c")), Law.Max("online", "4", Law.By(Delivery.OnDemand)));
        var first = Cycle.Credit(1, "4", "a", Delivery.OnDemand);
        var before = Cycle.Under(book, first).Judge();
        var after = Cycle.Under(book, first, Cycle.Credit(2, "4", "b", Delivery.OnDemand)).Judge();
        (before.Of("a").State, after.Of("a").State).ShouldBe((RequirementState.Satisfied, RequirementState.Short));
        (before.TotalShortfall, after.TotalShortfall).ShouldBe((Hours.Of(8), Hours.Of(4)));
    }

    [Fact]
    public void Requirements_by_credential_tier_bind_their_holders_only()
    {
        var tier = new TotalHours(Law.Head("total") with { Applies = Applicability.Always with { Credentials = ["CMT"] } }, Law.Hours("4"), []);
        Cycle.Under(Law.Book(tier)).Judge().Requirements.ShouldBeEmpty();
        (Cycle.Under(Law.Book(tier)) with { License = new(null, 3, "1", "CMT") }).Judge().Satisfied.ShouldBe(false);
        (Cycle.Under(Law.Book(tier)) with { License = new(null, 3, "1", null) }).Judge().Satisfied.ShouldBeNull();
    }

    [Fact]
    public void Monthly_hours_count_each_month_begun_until_the_renewal()
    {
        var book = Law.Book(new AccruedHours(Law.Head("monthly"), Law.Hours("1"), Samples.Day("2012-01-01")));
        var cycle = ComplianceCycle.OfTerm(Samples.Day("2009-06-02"), Samples.Day("2012-06-01"));
        (Cycle.Under(book) with { Cycle = cycle, On = Samples.Day("2012-06-01") }).Judge().Of("monthly").Required.ShouldBe(Hours.Of(6), "New York's own example");
    }
}
