using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Tests.Compliance;

/// <summary>Rules that changed, asked on each side of their date: the same credits, the version that the law's own date selects, what the report then says.</summary>
public class RuleChangesTests
{
    private const string TwentyFour = "21 massage_technique; 1 domestic_violence_sexual_assault; 2 ethics";
    private const string TwentyFourOnline = "3 ethics onDemand; 21 massage_technique onDemand";
    private const string Technique = "12 massage_technique onDemand; 2 medical_errors; 2 laws_rules of FL; 2 ethics; 1 human_trafficking; 5 general";
    private const string Pennsylvania = "4 ethics; 20 massage_technique";

    /// <summary>The state; which date the law goes by; the term; the day asked on (its end, if none); credits; the version; what stands in the report, or "no code".</summary>
    public static TheoryData<Jurisdiction, VersionSelector, string, string?, string, string, string> All => new()
    {
        { Jurisdiction.IL, VersionSelector.LicenseExpiry, "2021-01-01..2022-12-31", null, TwentyFour, "IL-2008", "total Satisfied 24+0/24" },
        { Jurisdiction.IL, VersionSelector.LicenseExpiry, "2023-01-01..2024-12-31", null, TwentyFour, "IL-2024", "total Short 24+0/25" },
        { Jurisdiction.DC, VersionSelector.LicenseExpiry, "2017-02-01..2019-01-31", null, "3 ethics; 9 massage_technique byHand", "DC-2009", "total Satisfied 12+0/12" },
        { Jurisdiction.DC, VersionSelector.LicenseExpiry, "2019-02-01..2021-01-31", null, "3 ethics; 9 massage_technique byHand", "DC-2021", "total Short 12+0/14" },
        { Jurisdiction.HI, VersionSelector.LicenseExpiry, "2020-07-01..2022-06-30", null, "", "HI-undated", "total Satisfied 0+0/0" },
        { Jurisdiction.HI, VersionSelector.LicenseExpiry, "2022-07-01..2024-06-30", null, "", "HI-2024", "total Short 0+0/12" },
        { Jurisdiction.WA, VersionSelector.RuleDate, "2022-05-03..2024-05-02", "2023-12-31", "", "WA-2021", "no health_equity" },
        { Jurisdiction.WA, VersionSelector.RuleDate, "2022-05-03..2024-05-02", "2024-01-01", "", "WA-2024", "health_equity Short 0+0/2" },
        { Jurisdiction.MI, VersionSelector.PeriodEnd, "2017-11-01..2020-10-31", null, "", "MI-2018", "no implicit_bias" },
        { Jurisdiction.MI, VersionSelector.PeriodEnd, "2018-11-01..2021-10-31", null, "", "MI-2021", "implicit_bias Short 0+0/1" },
        { Jurisdiction.MI, VersionSelector.PeriodEnd, "2020-11-01..2023-10-31", null, "2 implicit_bias", "MI-2021", "implicit_bias Short 2+0/3" },
        { Jurisdiction.FL, VersionSelector.PeriodEnd, "2017-09-01..2019-08-31", null, Technique, "FL-2007", "massage_technique Short 0+0/12" },
        { Jurisdiction.FL, VersionSelector.PeriodEnd, "2019-09-01..2021-08-31", null, Technique, "FL-2019", "massage_technique Satisfied 12+0/12" },
        { Jurisdiction.FL, VersionSelector.PeriodEnd, "2023-09-01..2025-08-31", null, Technique, "FL-2021", "massage_technique Satisfied 12+0/12" },
        { Jurisdiction.FL, VersionSelector.PeriodEnd, "2025-09-01..2027-08-31", null, Technique, "FL-2025", "massage_technique Short 0+0/12" },
        { Jurisdiction.NC, VersionSelector.PeriodEnd, "2021-01-01..2022-12-31", null, TwentyFourOnline, "NC-base", "total Short 12+0/24" },
        { Jurisdiction.NC, VersionSelector.PeriodEnd, "2022-01-01..2023-12-31", null, TwentyFourOnline, "NC-base+online_2023", "total Satisfied 24+0/24" },
        { Jurisdiction.NC, VersionSelector.PeriodEnd, "2023-01-01..2024-12-31", null, TwentyFourOnline, "NC-2024", "in_person Short 0+0/12" },
        { Jurisdiction.IN, VersionSelector.RuleDate, "2021-05-16..2025-05-15", "2022-07-12", "", "IN-undated", "total Satisfied 0+0/0" },
        { Jurisdiction.IN, VersionSelector.RuleDate, "2021-05-16..2025-05-15", "2022-07-13", "", "IN-2022", "total Unknown -+-/-" },
        { Jurisdiction.MA, VersionSelector.LicenseExpiry, "2024-10-29..2025-10-28", null, "", "MA-undated", "total Satisfied 0+0/0" },
        { Jurisdiction.MA, VersionSelector.LicenseExpiry, "2024-11-29..2025-11-28", null, "", "MA-2025", "total Short 0+0/3" },
        { Jurisdiction.PA, VersionSelector.LicenseExpiry, "2011-02-01..2013-01-31", null, Pennsylvania, "PA-2011", "no child_abuse_recognition" },
        { Jurisdiction.PA, VersionSelector.LicenseExpiry, "2013-02-01..2015-01-31", null, Pennsylvania, "PA-2011", "child_abuse_recognition Short 0+0/2" },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void A_rule_changes_on_its_date(Jurisdiction state, VersionSelector selector, string term, string? on, string credits, string version, string stands)
    {
        var days = term.Split("..").Select(Samples.Day).ToArray();
        var dates = new CycleDates(days[1], days[0], days[1], null, on is null ? days[1] : Samples.Day(on));
        var rules = VersionSelection.Select(RuleBook.Shipped[(int)state], dates, "MA-12345").ShouldBeOfType<Chosen>().Version;
        (rules.Id, rules.Selector).ShouldBe((version, selector));
        var report = new Example(version, term, credits) { Rules = rules, AsOf = on }.Judge();
        report.RuleBookVersion.ShouldBe(version);
        if (stands.StartsWith("no ", StringComparison.Ordinal))
            report.Requirements.ShouldNotContain(r => r.Code == stands.Substring(3), report.Text());
        else
            report.Requirements.Select(r => r.Text()).ShouldContain(stands, report.Text());
    }
}
