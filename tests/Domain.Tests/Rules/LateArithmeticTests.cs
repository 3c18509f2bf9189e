using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Tests.Rules;

public sealed class LateArithmeticTests
{
    private static readonly Citation None = new("none", null, Confidence.Unverified);

    private static LateStanding? On(string version, string expired, string on, string? next = null) => LateArithmetic.On(
        Books.Version(version).Renewal!,
        DateOnly.Parse(expired),
        next is null ? Figure<DateOnly>.Unknown(None) : Figure<DateOnly>.Of(DateOnly.Parse(next), None),
        DateOnly.Parse(on));

    [Theory]
    [InlineData("FL-2025", "64B7-28", "2025-08-31", "2025-09-01", LateStatus.Delinquent, LatePractice.Forbidden)]
    [InlineData("FL-2025", "64B7-28", "2025-08-31", "2027-08-31", LateStatus.Delinquent, LatePractice.Forbidden)]
    [InlineData("FL-2025", "64B7-28", "2025-08-31", "2027-09-01", LateStatus.Lapsed, LatePractice.Forbidden)] // null and void
    [InlineData("NM-2026", "16.7.11", "2025-10-31", "2025-12-30", LateStatus.Grace, LatePractice.Unknown)] // 60 days end on December 30
    [InlineData("NM-2026", "16.7.11", "2025-10-31", "2025-12-31", LateStatus.Unknown, LatePractice.Unknown)]
    [InlineData("TN-2003", "0870-01", "2025-01-31", "2025-04-01", LateStatus.Grace, LatePractice.Unknown)]
    [InlineData("TN-2003", "0870-01", "2025-01-31", "2025-04-02", LateStatus.Lapsed, LatePractice.Forbidden)] // administratively revoked
    [InlineData("NY-2015", "7807", "2025-01-31", "2026-01-31", LateStatus.Delinquent, LatePractice.WithConditionalRegistration)]
    [InlineData("NY-2015", "7807", "2025-01-31", "2026-02-01", LateStatus.Unknown, LatePractice.Unknown)]
    [InlineData("VA-2018", "18VAC90-50-70", "2025-02-28", "2025-03-01", LateStatus.Lapsed, LatePractice.Forbidden)]
    [InlineData("SC-2023", "40-30-180", "2024-06-30", "2025-06-30", LateStatus.Delinquent, LatePractice.Forbidden)]
    [InlineData("SC-2023", "40-30-180", "2024-06-30", "2025-07-01", LateStatus.Lapsed, LatePractice.Forbidden)]
    [InlineData("OK-2019", "175:20-5-3", "2025-01-31", "2025-03-02", LateStatus.Grace, LatePractice.Forbidden)]
    [InlineData("OK-2019", "175:20-5-3", "2025-01-31", "2025-03-03", LateStatus.Delinquent, LatePractice.Forbidden)]
    [InlineData("OK-2019", "175:20-5-3", "2025-01-31", "2026-02-01", LateStatus.Lapsed, LatePractice.Forbidden)]
    [InlineData("NJ-2021", "13:37A", "2024-11-30", "2024-12-30", LateStatus.Grace, LatePractice.Unknown)]
    [InlineData("NJ-2021", "13:37A", "2024-11-30", "2024-12-31", LateStatus.Delinquent, LatePractice.Forbidden)] // administrative suspension
    [InlineData("AR-2022", "17-86-309", "2025-05-05", "2025-05-06", LateStatus.Lapsed, LatePractice.Forbidden)]
    public void The_ladder_after_an_expiry_is_climbed_day_by_day(
        string version, string law, string expired, string on, LateStatus status, LatePractice practice)
    {
        var late = On(version, expired, on, "2027-08-31").ShouldNotBeNull();
        (late.Status, late.Practice).ShouldBe((status, practice));
        late.Citation!.Text.ShouldContain(law);
    }

    [Theory]
    [InlineData("2025-06-01", "1.5 times the renewal fee")]
    [InlineData("2025-09-01", "twice the renewal fee")]
    [InlineData("2027-09-01", "twice the renewal fee, with executive approval")]
    public void The_fee_of_Texas_climbs_too(string on, string fee) => On("TX-2021", "2025-05-01", on)!.Fee.ShouldBe(fee);

    [Fact]
    public void A_license_is_good_through_the_end_of_its_last_day() => On("FL-2025", "2025-08-31", "2025-08-31").ShouldBeNull();

    [Fact]
    public void Without_the_next_expiry_a_stage_that_lasts_until_then_is_unknown() =>
        On("FL-2025", "2025-08-31", "2025-09-01")!.Status.ShouldBe(LateStatus.Unknown);

    [Fact]
    public void Where_no_rule_is_known_the_standing_is_unknown_and_never_allowed()
    {
        var late = On("IL-2024", "2024-12-31", "2025-01-01")!;
        (late.Status, late.Practice).ShouldBe((LateStatus.Unknown, LatePractice.Unknown));
    }

    [Fact]
    public void Kentucky_may_add_an_hour_for_each_month_practised_while_expired() =>
        Books.Version("KY-2022").Renewal!.Late!.PenaltyHoursPerMonth!.ToString().ShouldBe("1");
}
