using CsCheck;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Tests.Rules;

/// <summary>Rules that changed: each side of the date, by the date that the law names.</summary>
public sealed class VersionSelectionTests
{
    private static readonly CycleDates Nothing = new(null, null, null, null, null);

    private static RuleBookVersion By(Jurisdiction jurisdiction, VersionSelector selector, string date, string? number = null) =>
        VersionSelection.Select(Books.Of(jurisdiction), Dates(selector, DateOnly.Parse(date)), number).ShouldBeOfType<Chosen>().Version;

    private static CycleDates Dates(VersionSelector selector, DateOnly date) => selector switch
    {
        VersionSelector.LicenseExpiry => Nothing with { LicenseExpiry = date },
        VersionSelector.PeriodStart => Nothing with { PeriodStart = date },
        VersionSelector.PeriodEnd => Nothing with { PeriodEnd = date },
        VersionSelector.ApplicationReceipt => Nothing with { ApplicationReceipt = date },
        _ => Nothing with { JudgedOn = date },
    };

    private static string Total(RuleBookVersion version) => version.Requirements.OfType<TotalHours>().Single().Minimum.ToString();

    [Theory]
    [InlineData(Jurisdiction.IL, VersionSelector.LicenseExpiry, "2022-12-31", "24", "68 Ill. Adm. Code 1284.90")]
    [InlineData(Jurisdiction.IL, VersionSelector.LicenseExpiry, "2024-12-31", "25", "P.A. 103-39")]
    [InlineData(Jurisdiction.DC, VersionSelector.LicenseExpiry, "2019-01-31", "12", "17 DCMR")]
    [InlineData(Jurisdiction.DC, VersionSelector.LicenseExpiry, "2021-01-31", "14", "17 DCMR")]
    [InlineData(Jurisdiction.HI, VersionSelector.LicenseExpiry, "2022-06-30", "0", "HRS 452-16")]
    [InlineData(Jurisdiction.HI, VersionSelector.LicenseExpiry, "2024-06-30", "12", "Act 102")]
    [InlineData(Jurisdiction.MA, VersionSelector.LicenseExpiry, "2025-10-28", "0", "269 CMR")]
    [InlineData(Jurisdiction.MA, VersionSelector.LicenseExpiry, "2025-11-28", "3", "269 CMR")]
    [InlineData(Jurisdiction.WI, VersionSelector.PeriodStart, "2013-03-02", "0", "MTBT")]
    [InlineData(Jurisdiction.WI, VersionSelector.PeriodStart, "2015-03-02", "24", "MTBT")]
    [InlineData(Jurisdiction.AK, VersionSelector.PeriodStart, "2017-06-30", "6", "12 AAC 79.200")]
    [InlineData(Jurisdiction.AK, VersionSelector.PeriodStart, "2017-10-01", "16", "12 AAC 79.200")]
    [InlineData(Jurisdiction.NY, VersionSelector.LicenseExpiry, "2011-12-31", "0", "8 NYCRR 78.5")]
    [InlineData(Jurisdiction.NY, VersionSelector.LicenseExpiry, "2015-01-01", "36", "8 NYCRR 78.5")]
    [InlineData(Jurisdiction.ID, VersionSelector.LicenseExpiry, "2024-06-30", "6", "IDAPA 24.27.01")]
    [InlineData(Jurisdiction.ID, VersionSelector.LicenseExpiry, "2024-07-01", "unknown", "IDAPA 24.27.01")]
    public void The_total_changes_with_its_date(Jurisdiction jurisdiction, VersionSelector selector, string date, string hours, string law)
    {
        var version = By(jurisdiction, selector, date);
        Total(version).ShouldBe(hours);
        version.Requirements[0].Heading.Citation.Text.ShouldContain(law);
    }

    [Theory]
    [InlineData(Jurisdiction.WA, VersionSelector.RuleDate, "2023-12-31", "2024-01-01", "health_equity")]
    [InlineData(Jurisdiction.MI, VersionSelector.PeriodEnd, "2021-05-31", "2021-10-31", "implicit_bias")]
    [InlineData(Jurisdiction.NC, VersionSelector.PeriodEnd, "2022-12-31", "2024-12-31", "in_person")]
    [InlineData(Jurisdiction.IL, VersionSelector.LicenseExpiry, "2022-12-31", "2024-12-31", "domestic_violence_sexual_assault")]
    [InlineData(Jurisdiction.IN, VersionSelector.RuleDate, "2022-07-12", "2022-07-13", "insurance")]
    public void A_requirement_is_added_on_its_date(Jurisdiction jurisdiction, VersionSelector selector, string before, string after, string code)
    {
        By(jurisdiction, selector, before).Requirements.ShouldNotContain(r => r.Code == code);
        By(jurisdiction, selector, after).Requirements.ShouldContain(r => r.Code == code);
    }

    [Theory]
    [InlineData("2021-08-31", false)]
    [InlineData("2023-08-31", false)]
    [InlineData("2025-08-31", false)]
    [InlineData("2027-08-31", true)]
    public void Florida_64B7_28_009_waived_physical_presence_for_three_biennia(string periodEnd, bool inPerson) =>
        By(Jurisdiction.FL, VersionSelector.PeriodEnd, periodEnd).Requirements.OfType<AtLeast>().Single(r => r.Code == "massage_technique")
            .Of.Deliveries.Contains(Delivery.InPerson).ShouldBe(inPerson);

    [Theory]
    [InlineData("2022-12-31", true)]
    [InlineData("2023-12-31", false)]
    [InlineData("2024-12-31", true)]
    public void North_Carolina_let_all_hours_be_online_for_the_period_that_ended_in_2023(string periodEnd, bool limited) =>
        By(Jurisdiction.NC, VersionSelector.PeriodEnd, periodEnd).Requirements.Any(r => r.Code == "distance_limit").ShouldBe(limited);

    [Theory]
    [InlineData("2022-07-12", MassageRegulation.VoluntaryCertification)]
    [InlineData("2022-07-13", MassageRegulation.License)]
    public void Indiana_IC_25_21_8_turned_its_certificate_into_a_license(string date, MassageRegulation regulation) =>
        By(Jurisdiction.IN, VersionSelector.RuleDate, date).Regulation.ShouldBe(regulation);

    [Theory]
    [InlineData("4711", false)]
    [InlineData("4712", true)]
    public void North_Dakotas_waiver_is_for_odd_license_numbers_only(string number, bool classroom) =>
        By(Jurisdiction.ND, VersionSelector.LicenseExpiry, "2021-02-28", number).Requirements.Any(r => r.Code == "in_person").ShouldBe(classroom);

    [Fact]
    public void Without_the_license_number_a_waiver_for_odd_numbers_leaves_the_version_undetermined() =>
        VersionSelection.Select(Books.Of(Jurisdiction.ND), Nothing with { LicenseExpiry = new(2021, 2, 28) }, null)
            .ShouldBeOfType<Undetermined>().Candidates.Select(c => c.Id).ShouldBe(["ND-2015", "ND-2015+classroom_2021"]);

    [Fact]
    public void An_unknown_selector_leaves_open_what_its_dates_do_not_agree_on()
    {
        var oregon = Nothing with { LicenseExpiry = new(2024, 9, 30), PeriodStart = new(2022, 10, 1), PeriodEnd = new(2024, 9, 30) };
        VersionSelection.Select(Books.Of(Jurisdiction.OR), oregon, null)
            .ShouldBeOfType<Undetermined>().Candidates.Select(c => c.Id).ShouldBe(["OR-2022", "OR-2024"]);
        By(Jurisdiction.OR, VersionSelector.LicenseExpiry, "2026-09-30").Id.ShouldBe("OR-2024");
    }

    [Fact]
    public void Versions_that_demand_the_same_need_no_choice() =>
        VersionSelection.Select(Books.Of(Jurisdiction.MO), Nothing with { PeriodStart = new(2013, 2, 1), PeriodEnd = new(2015, 1, 31) }, null)
            .ShouldBeOfType<Chosen>().Version.Id.ShouldBe("MO-2008");

    [Fact]
    public void Without_the_date_of_the_selector_every_version_that_could_govern_is_named() =>
        VersionSelection.Select(Books.Of(Jurisdiction.IL), Nothing, null)
            .ShouldBeOfType<Undetermined>().Candidates.Select(c => c.Id).ShouldBe(["IL-2008", "IL-2024"]);

    [Fact]
    public void Before_the_first_version_there_is_none() =>
        VersionSelection.Select(Books.Of(Jurisdiction.AR), Nothing with { LicenseExpiry = new(2000, 1, 1) }, null).ShouldBeOfType<NoVersion>();

    [Fact]
    public void One_whole_set_of_dates_of_a_known_selector_never_leaves_two_versions()
    {
        var date = Gen.Int[1, 20000].Select(n => new DateOnly(2000, 1, 1).AddDays(n));
        Gen.Select(Gen.Enum<Jurisdiction>(), date, Gen.Int[0, 9]).Sample((jurisdiction, day, digit) =>
            Books.Of(jurisdiction).Versions.Any(v => v.Selector == VersionSelector.Unknown) || Books.Of(jurisdiction).Versions.Select(v => v.Selector).Distinct().Count() > 1 ||
            Books.Of(jurisdiction).Versions.SelectMany(v => v.Overrides).Any(o => o.Selector != Books.Of(jurisdiction).Versions[0].Selector) ||
            VersionSelection.Select(Books.Of(jurisdiction), new(day, day, day, day, day), digit.ToString()) is not Undetermined);
    }
}
