using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Tests.Rules;

public sealed class CycleArithmeticTests
{
    private static DateOnly Day(string date) => DateOnly.Parse(date);

    private static Term Term(string starts, string expires) => new(Day(starts), Day(expires));

    [Theory]
    [InlineData("FL-2025", "2025-09-01", "2027-08-31", "2025-09-01", "2027-08-31", "2027-08-31")]
    [InlineData("AL-2024", "2024-03-11", "2026-03-10", "2024-03-11", "2026-03-10", "2026-03-10")]
    [InlineData("NC-2024", "2024-01-01", "2025-12-31", "2023-08-01", "2025-12-31", "2025-11-01")] // due before the term ends
    [InlineData("TN-2003", "2023-07-01", "2025-06-30", "2023-01-01", "2024-12-31", "2024-12-31")] // calendar years
    [InlineData("SD-2007", "2025-10-01", "2026-09-30", "2024-10-01", "2026-09-30", "2026-09-30")]
    [InlineData("SD-2007", "2024-10-01", "2025-09-30", "2022-10-01", "2024-09-30", "2024-09-30")] // the cycle that has ended
    [InlineData("WA-2024", "2025-03-11", "2026-03-10", "2025-03-11", "2027-03-10", "2027-03-10")] // two yearly terms
    [InlineData("WA-2024", "2026-03-11", "2027-03-10", "2025-03-11", "2027-03-10", "2027-03-10")]
    [InlineData("CT-2023", "2027-03-11", "2029-03-10", "2025-03-11", "2029-03-10", "2029-03-10")]
    public void The_window_of_hours_is_the_laws(string version, string starts, string expires, string from, string to, string due)
    {
        var window = CycleArithmetic.Window(
            Books.Version(version).Cycle, Term(starts, expires), Term("2022-01-01", Day(starts).AddDays(-1).ToString("yyyy-MM-dd")), Day("2025-03-10"));
        window.TryGet(out var cycle).ShouldBeTrue(window.Note);
        cycle.ShouldBe(new CycleWindow(Day(from), Day(to), Day(due)));
    }

    [Theory]
    [InlineData("MT-undated")] // two years against yearly terms, phase unknown
    [InlineData("WA-2024")] // no first renewal known
    public void A_window_whose_beginning_is_not_known_is_unknown(string version) =>
        CycleArithmetic.Window(Books.Version(version).Cycle, Term("2025-09-01", "2026-08-31"), null, null).IsKnown.ShouldBeFalse();

    [Theory]
    [InlineData("NC-2024", "2025-12-31", "2025-11-01")]
    [InlineData("NH-2016", "2025-12-31", "2025-12-01")] // 30 days before
    [InlineData("AR-2022", "2025-05-17", "2025-04-01")] // the first day of the month before the birth month
    [InlineData("AR-2022", "2025-01-17", "2024-12-01")]
    public void An_application_is_due_on_the_day_of_the_law(string version, string expiry, string due) =>
        CycleArithmetic.On(Books.Version(version).Renewal!.ApplicationDue!, Day(expiry)).ShouldBe(Day(due));

    [Theory]
    [InlineData("FL-2025", "2026-07-15", FirstDemandKind.OtherTotal, "14")] // 64B7-28.009: an hour per month or part
    [InlineData("FL-2025", "2027-08-31", FirstDemandKind.OtherTotal, "1")]
    [InlineData("FL-2025", "2026-08-31", FirstDemandKind.OtherTotal, "13")]
    [InlineData("FL-2025", "2026-09-01", FirstDemandKind.OtherTotal, "12")]
    [InlineData("AZ-2014", "2026-08-31", FirstDemandKind.Everything, null)] // twelve months or more
    [InlineData("AZ-2014", "2026-09-01", FirstDemandKind.OtherTotal, "12")] // less than twelve
    [InlineData("NJ-2021", "2027-01-01", FirstDemandKind.OtherTotal, "10")]
    [InlineData("MD-2022", "2026-09-01", FirstDemandKind.NoHours, null)]
    [InlineData("MD-2022", "2026-03-01", FirstDemandKind.Everything, null)]
    [InlineData("IL-2024", "2026-03-01", FirstDemandKind.NoHours, null)]
    [InlineData("SD-2007", "2026-09-01", FirstDemandKind.OtherTotal, "4")] // two parts of six months, one of them begun
    [InlineData("SD-2007", "2020-01-01", FirstDemandKind.OtherTotal, "8")]
    [InlineData("ND-2015", "2026-03-01", FirstDemandKind.Unknown, null)] // official texts differ
    [InlineData("NC-2024", "2026-03-01", FirstDemandKind.Unknown, null)] // the figure is not known
    public void The_first_renewal_asks_for_what_the_law_says(string version, string granted, FirstDemandKind kind, string? total)
    {
        var demand = FirstRenewalArithmetic.Of(
            Books.Version(version).FirstRenewal, Day(granted), new(Day("2025-09-01"), Day("2027-08-31"), Day("2027-08-31")));
        demand.Kind.ShouldBe(kind);
        demand.Total?.ToString().ShouldBe(total);
    }

    [Theory]
    [InlineData("2023-02-10", "23")]
    [InlineData("2024-03-31", "10")]
    [InlineData("2024-09-01", "4")]
    [InlineData("2024-12-31", "4")]
    public void The_chart_of_Tennessee_gives_hours_by_month_of_issue(string granted, string hours) =>
        FirstRenewalArithmetic.Of(Books.Version("TN-2003").FirstRenewal, Day(granted), new(Day("2023-01-01"), Day("2024-12-31"), Day("2024-12-31")))
            .Total!.ToString().ShouldBe(hours);

    [Fact]
    public void A_month_that_the_chart_does_not_name_is_unknown() =>
        FirstRenewalArithmetic.Of(Books.Version("TN-2003").FirstRenewal, Day("2022-06-01"), new(Day("2023-01-01"), Day("2024-12-31"), Day("2024-12-31")))
            .Total!.IsKnown.ShouldBeFalse();
}
