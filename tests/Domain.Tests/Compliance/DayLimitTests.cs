using LicenseTracker.Domain.Compliance;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Tests.Compliance;

/// <summary>At most 12 hours of one day count, 36 are asked for. Courses are written "hours first..last", a lone date where the first day is not said.</summary>
public class DayLimitTests
{
    private static readonly RuleBookVersion Rules = Law.Book(Law.Total("36"), new AtMostPerDay(Law.Head("day"), Law.Hours("12")));

    private static ComplianceReport Judge(string courses) => Cycle.Under(
        Rules,
        [
            .. courses.Split("; ").Select((text, i) =>
            {
                var (hours, days) = (text.Split(' ')[0], text.Split(' ')[1].Split(".."));
                return Cycle.Credit(i + 1, hours).On(days[^1]) with { StartedOn = days.Length == 2 ? Samples.Day(days[0]) : null };
            }),
        ]).Judge();

    [Theory]
    [InlineData("15 2025-02-01..2025-02-01", "total Short 12+0/36", "a course of one day")]
    [InlineData("15 2025-02-01..2025-02-02", "total Short 15+0/36", "two days have room for 24")]
    [InlineData("30 2025-02-01..2025-02-02", "total Short 24+0/36", "and for no more")]
    [InlineData("40 2025-02-01..2025-02-04", "total Satisfied 36+0/36", "four days have room for all that is asked for")]
    [InlineData("15 2025-02-01", "total Short -+0/36", "longer than a day: how many days it took is not said")]
    [InlineData("8 2025-02-01; 7 2025-02-01", "total Short 12+0/36", "two courses completed on one day")]
    [InlineData("8 2025-02-01..2025-02-01; 7 2025-02-02..2025-02-02", "total Short 15+0/36", "two days")]
    [InlineData("20 2025-02-01..2025-02-02; 4 2025-02-03", "total Short 24+0/36", "no day is shared")]
    [InlineData("8 2025-02-01..2025-02-02; 4 2025-02-02", "total Short 12+0/36", "a day is shared, yet all of both is no more than its limit")]
    [InlineData("20 2025-02-01..2025-02-02; 8 2025-02-02", "total Short -+0/36", "at least 20, at most 24: which hours fell on the second day is not said")]
    [InlineData("5 2025-02-01..2025-02-02; 7 2025-02-02; 9 2025-02-01", "total Short -+0/36", "without the third, or without the first: 16; at best 21")]
    [InlineData("24 2025-02-01..2025-02-02; 8 2025-02-02", "total Short 24+0/36", "either way two days are full")]
    [InlineData("36 2025-02-01..2025-02-03; 8 2025-02-02", "total Satisfied 36+0/36", "what the other adds does not matter")]
    public void Hours_of_one_day_count_up_to_its_limit(string courses, string total, string because) => Judge(courses).Of("total").Text().ShouldBe(total, because);

    [Fact]
    public void Hours_beyond_the_limit_are_refused_by_it()
    {
        Judge("15 2025-02-01..2025-02-01").CreditsRefused.ShouldBe([new(Cycle.Id(1), "day", Hours.Of(3), "CREDIT_OVER_DAY_LIMIT", "Over what counts of one day: day.")]);
        Judge("24 2025-02-01..2025-02-02; 8 2025-02-02").CreditsRefused.ShouldHaveSingleItem().Code.ShouldBe("CREDIT_OVER_DAY_LIMIT");
    }
}
