using LicenseTracker.Domain.Compliance;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Tests.Compliance;

/// <summary>Exceptions for a time that take requirements away and put others of the same code in their place: Oregon in the pandemic, by the day of the application.</summary>
public class OverrideTests
{
    private static ComplianceReport Oregon(string hours, string? appliedOn)
    {
        var (start, end) = (Samples.Day("2020-07-01"), Samples.Day("2022-06-30"));
        var rules = RuleBook.Shipped[(int)Jurisdiction.OR].Versions.Single(v => v.Id == "OR-2016");
        return ComplianceJudge.Judge(new(
            rules, new(start, end, null, end, appliedOn is null ? null : Samples.Day(appliedOn)), new(Samples.Day("2010-05-15"), 3, "1", null),
            [Cycle.Credit(1, hours, "massage_technique").On("2021-03-03")], [new(HeldCredential.BasicLifeSupport, start, null)], [], Hours.Zero, end));
    }

    [Theory]
    [InlineData("11", false, "total Short 11+0/12")]
    [InlineData("14", false, "total Satisfied 12+0/12")]
    public void What_is_put_in_the_place_of_a_requirement_is_asked_for(string hours, bool satisfied, string total)
    {
        var report = Oregon(hours, "2022-05-01");

        report.Satisfied.ShouldBe(satisfied);
        report.Of("total").Text().ShouldBe(total);
        report.Of("contact").State.ShouldBe(RequirementState.Unknown, "how many hours is unknown");
        report.Of("cultural_competency").State.ShouldBe(RequirementState.Short);
        report.Of("ethics").State.ShouldBe(RequirementState.Exempt, "nothing is put in its place");
    }

    [Fact]
    public void Before_it_the_usual_rules_hold() => Oregon("14", "2021-06-01").Of("total").Text().ShouldBe("total Short 14+0/25");

    [Fact]
    public void Where_it_is_unknown_whether_it_acts_only_what_both_ways_say_is_said()
    {
        var report = Oregon("30", appliedOn: null);

        report.Satisfied.ShouldNotBe(true);
        report.Of("total").State.ShouldBe(RequirementState.Unknown);
        report.Of("cultural_competency").State.ShouldBe(RequirementState.Unknown);
        report.RuleBookVersion.ShouldBe("OR-2016");
        Oregon("2", appliedOn: null).Satisfied.ShouldBe(false);
    }

    [Fact]
    public void A_training_of_each_cycle_is_not_surely_met_by_an_old_course_where_the_cycles_beginning_is_unknown()
    {
        var training = new TrainingDone(Law.Head("trafficking"), Law.Of("human_trafficking"), Counting.OnTopOfTotal);
        var question = Cycle.Under(Law.Book(training), Cycle.Credit(1, "2", "human_trafficking").On("2012-05-05"));

        (question with { Cycle = question.Cycle with { Start = null } }).Judge().Of("trafficking").State.ShouldBe(RequirementState.Unknown);
        question.Judge().Of("trafficking").State.ShouldBe(RequirementState.Short);
    }

    [Fact]
    public void A_course_taken_dozens_of_times_is_judged_too()
    {
        var rules = RuleBook.Shipped[(int)Jurisdiction.MI].Versions.Single(v => v.Id == "MI-2021");
        string[] categories = ["massage_technique", "ethics", "general", "pain_management"];
        var courses = Enumerable.Range(0, 60).Select(n => Cycle.Credit(n + 1, $"{2 + n % 5}", categories[n % 4]) with
        {
            Course = "the same",
            CompletedOn = Samples.Day("2024-09-01").AddDays(7 * n),
        });

        Cycle.Under(rules, [.. courses]).Judge().CreditsUsed.Select(u => u.Credit).Distinct().Count().ShouldBe(1, "it counts once");
    }

    [Fact]
    public void Dozens_of_courses_that_share_days_are_judged_too()
    {
        var rules = Law.Book(Law.Total("36"), new AtMostPerDay(Law.Head("day"), Law.Hours("12")));
        var courses = Enumerable.Range(1, 40).Select(n => Cycle.Credit(n, "9").On("2025-02-20") with { StartedOn = Samples.Day("2025-02-01").AddDays(n % 18) });

        Cycle.Under(rules, [.. courses]).Judge().Of("total").State.ShouldNotBe(RequirementState.Short);
    }
}
