using LicenseTracker.Domain.Compliance;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Rules;
using LicenseTracker.Domain.Tests.Eligibility;

namespace LicenseTracker.Domain.Tests.Compliance;

/// <summary>From what is recorded of a license to the cycle that its book judges.</summary>
public class LicenseComplianceTests
{
    private static LicenseRenewed Renewed(string from, string to, string? possiblySince = null) =>
        new(new(Ask.Date(from), Ask.Date(to)), possiblySince is null ? null : Ask.Date(possiblySince));

    private static LicenseCompliance? On(string date, CardBuilder builder, string? version = null)
    {
        var card = builder.Build();
        var license = card.Licenses[0].KnownAt(null)!;
        var book = KnownRuleBook.Shipped(license.Jurisdiction);
        var record = CeRecord.KnownAt(
            card.TherapistId, card.Credits, card.Exemptions, card.Certifications.Select(c => c.KnownAt(null)!), Ask.Catalogue, null);
        return LicenseCompliance.On(Ask.Date(date), license, record, version is null ? book : book with { Book = book.Book.Only(version)! });
    }

    private static CardBuilder Illinois() => new CardBuilder().License(
        Jurisdiction.IL, Ask.Date("2021-01-01"), Ask.Date("2022-12-31"), Renewed("2023-01-01", "2024-12-31"), Renewed("2025-01-01", "2026-12-31"));

    [Theory]
    [InlineData("2020-12-31", null, null)]
    [InlineData("2021-01-01", "2021-01-01", "2022-12-31")]
    [InlineData("2022-12-31", "2021-01-01", "2022-12-31")]
    [InlineData("2023-01-01", "2023-01-01", "2024-12-31")]
    [InlineData("2026-12-31", "2025-01-01", "2026-12-31")]
    [InlineData("2028-02-29", "2025-01-01", "2026-12-31")]
    public void The_cycle_is_that_of_the_term_that_holds_the_date_or_of_the_last_before_it(string on, string? start, string? end)
    {
        var found = On(on, Illinois());

        (found?.Report.CycleStart).ShouldBe(start is null ? null : Ask.Date(start));
        (found?.Report.CycleEnd).ShouldBe(end is null ? null : Ask.Date(end));
    }

    [Fact]
    public void The_first_renewal_is_known_as_such_and_later_ones_are_not_it()
    {
        On("2022-06-01", Illinois())!.Report.Of("total").State.ShouldBe(RequirementState.Exempt);
        On("2024-06-01", Illinois())!.Report.Of("total").State.ShouldBe(RequirementState.Short);
    }

    [Fact]
    public void Each_cycle_is_judged_by_the_version_of_its_time_and_a_named_version_by_itself()
    {
        var card = new CardBuilder().License(Jurisdiction.IL, Ask.Date("2019-01-01"), Ask.Date("2020-12-31"), Renewed("2021-01-01", "2022-12-31"), Renewed("2023-01-01", "2024-12-31"));

        Required(On("2022-12-31", card)).ShouldBe(("IL-2008", "24"));
        Required(On("2023-01-01", card)).ShouldBe(("IL-2024", "25"));
        Required(On("2023-01-01", card, "IL-2008")).ShouldBe(("IL-2008", "24"));

        static (string, string?) Required(LicenseCompliance? found) => (found!.Report.RuleBookVersion, found.Report.Of("total").Required?.ToString());
    }

    [Fact]
    public void A_term_that_a_roster_saw_running_began_a_term_before_its_end()
    {
        var card = new CardBuilder().License(Jurisdiction.IL, Ask.Date("2010-05-01"), Ask.Date("2010-12-31"), Renewed("2026-02-02", "2026-12-31", "2010-05-01"))
            .Credit("25", "massage_technique", Ask.Date("2025-03-03"));

        var report = On("2026-06-01", card)!.Report;

        report.CycleStart.ShouldBe(Ask.Date("2025-01-01"));
        report.Of("total").Earned.ShouldBe(Hours.Of(25));
    }

    [Fact]
    public void Where_a_running_term_may_be_the_first_its_beginning_is_unknown()
    {
        var seen = new LicenseGranted(
            Ask.Therapist, Jurisdiction.IL, Profession.MassageTherapist, "1", Ask.Date("2024-06-01"), new(Ask.Date("2026-02-02"), Ask.Date("2026-12-31")), Ask.Date("2024-06-01"));
        var license = License.Empty(new(CardBuilder.Id(1))).Evolve(new(new(CardBuilder.Id(2)), 1, CardBuilder.Began, seen)).KnownAt(null)!;

        var report = LicenseCompliance.On(Ask.Day, license, new([], [], []), KnownRuleBook.Shipped(Jurisdiction.IL))!.Report;

        (report.CycleStart, report.CycleEnd, report.Satisfied).ShouldBe((null, Ask.Date("2026-12-31"), null));
    }

    [Fact]
    public void Hours_left_over_from_the_cycle_before_are_carried_in_as_far_as_the_book_lets_them()
    {
        CardBuilder Kentucky(string hours) => new CardBuilder().License(Jurisdiction.KY, Ask.Date("2021-01-01"), Ask.Date("2022-12-31"), Renewed("2023-01-01", "2024-12-31"), Renewed("2025-01-01", "2026-12-31"))
            .Credit(hours, "massage_technique", Ask.Date("2024-03-03"));

        On("2026-06-01", Kentucky("30"))!.Report.CarriedIn.ShouldBe(Hours.Of(6));
        On("2026-06-01", Kentucky("60"))!.Report.CarriedIn.ShouldBe(Hours.Of(12));
        On("2026-06-01", Kentucky("20"))!.Report.CarriedIn.ShouldBe(Hours.Zero);
    }

    [Fact]
    public void Two_terms_of_the_same_days_are_two_cycles()
    {
        var card = new CardBuilder().License(Jurisdiction.KY, Ask.Date("2025-01-01"), Ask.Date("2026-12-31"), Renewed("2025-01-01", "2026-12-31"))
            .Credit("3", "massage_technique", Ask.Date("2024-06-01"));

        On("2026-01-01", card)!.Report.Satisfied.ShouldBe(false);
    }

    [Fact]
    public void What_was_left_over_is_unknown_where_the_cycle_before_is_not_on_record()
    {
        CardBuilder Kentucky(string hours) => new CardBuilder().License(Jurisdiction.KY, Ask.Date("2010-05-01"), Ask.Date("2010-12-31"), Renewed("2025-06-02", "2026-12-31", "2010-05-01"))
            .Credit("40", "massage_technique", Ask.Date("2024-03-03")).Credit(hours, "massage_technique", Ask.Date("2026-03-03"));

        On("2026-06-01", Kentucky("13"))!.Report.CarriedIn.ShouldBeNull();
        On("2026-06-01", Kentucky("13"))!.Report.Of("total").State.ShouldBe(RequirementState.Unknown);
        On("2026-06-01", Kentucky("11"))!.Report.Of("total").State.ShouldBe(RequirementState.Short);
        On("2026-06-01", Kentucky("24"))!.Report.Of("total").State.ShouldBe(RequirementState.Satisfied);
    }

    [Fact]
    public void Only_what_all_versions_that_may_govern_say_is_said()
    {
        var card = new CardBuilder().License(Jurisdiction.TX, Ask.Date("2017-01-01"), Ask.Date("2019-08-31"), Renewed("2019-09-01", "2021-12-31"));

        var found = On("2021-06-01", card)!;

        found.Versions.Length.ShouldBeGreaterThan(1);
        found.Report.RuleBookVersion.ShouldBe(string.Join(" or ", found.Versions));
        found.Report.Requirements.ShouldContain(r => r.State == RequirementState.Unknown && r.Message.StartsWith("Which rules govern is unknown (TX-"));
    }

    [Fact]
    public void What_is_certified_shows_what_a_book_asks_to_hold()
    {
        CardBuilder Alaska() => new CardBuilder().License(Jurisdiction.AK, Ask.Date("2021-10-01"), Ask.Date("2023-09-30"), Renewed("2023-10-01", "2025-09-30"));

        On("2025-06-01", Alaska())!.Report.Of("cpr").State.ShouldBe(RequirementState.Short);
        On("2025-06-01", Alaska().Certified("CPR", Ask.Date("2024-01-01"), Ask.Date("2025-09-29")))!.Report.Of("cpr").State.ShouldBe(RequirementState.Short);
        On("2025-06-01", Alaska().Certified("CPR", Ask.Date("2024-01-01"), Ask.Date("2025-09-30")))!.Report.Of("cpr").State.ShouldBe(RequirementState.Satisfied);
        On("2025-06-01", Alaska().Certified("BLS", Ask.Date("2024-01-01")))!.Report.Of("cpr").State.ShouldBe(RequirementState.Satisfied);
    }

    [Theory]
    [InlineData("NCBTMB", RequirementState.Satisfied)]
    [InlineData("National Certification Board for Therapeutic Massage & Bodywork", RequirementState.Satisfied)]
    [InlineData("ncbtmb ", RequirementState.Satisfied)]
    [InlineData("AMTA", RequirementState.Short)]
    [InlineData(null, RequirementState.Short)]
    public void Who_approved_a_provider_tells_its_kind(string? body, RequirementState expected)
    {
        var card = new CardBuilder().License(Jurisdiction.GA, Ask.Date("2022-11-01"), Ask.Date("2024-10-31"), Renewed("2024-11-01", "2026-10-31"))
            .Credit("24", "massage_technique", Ask.Date("2025-03-03"), approvedBy: body, minutes: 60);

        On("2026-06-01", card)!.Report.Of("total").State.ShouldBe(expected);
    }

    [Theory]
    [InlineData("Louisiana Board of Massage Therapy", RequirementState.Satisfied)]
    [InlineData("The Board", RequirementState.Unknown)]
    [InlineData("NCBTMB", RequirementState.Short)]
    public void The_regulator_by_its_name_is_the_board_and_an_unknown_body_may_be(string body, RequirementState expected)
    {
        var card = new CardBuilder().License(Jurisdiction.LA, Ask.Date("2024-01-01"), Ask.Date("2024-12-31"), Renewed("2025-01-01", "2025-12-31"))
            .Credit("15", "massage_technique", Ask.Date("2025-03-03"), approvedBy: body);

        On("2025-06-01", card)!.Report.Of("total").State.ShouldBe(expected);
    }
}
