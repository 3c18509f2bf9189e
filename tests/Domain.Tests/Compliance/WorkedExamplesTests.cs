using LicenseTracker.Domain.Compliance;
using LicenseTracker.Domain.Rules;
using static LicenseTracker.Domain.Rules.HeldCredential;

namespace LicenseTracker.Domain.Tests.Compliance;

/// <summary>The states' own arithmetic on the books as shipped: what passes, what fails and by which requirement, and where that stands.</summary>
public class WorkedExamplesTests
{
    private const string Florida = "2 medical_errors; 2 laws_rules of FL; 2 ethics; 1 human_trafficking; ";

    private static readonly Example Fl = new("FL-2025", "2025-09-01..2027-08-31", Florida + "17 massage_technique");
    private static readonly Example Il = new("IL-2024", "2025-01-01..2026-12-31", "22 massage_technique; 1 domestic_violence_sexual_assault; 2 ethics");
    private static readonly Example Dc = new("DC-2021", "2025-02-01..2027-01-31", "3 ethics; 7.6 massage_technique byHand; 2 lgbtq; 1.4 public_health_priorities") { Holds = [Cpr, FirstAid] };
    private static readonly Example Wa = new("WA-2024", "2024-05-03..2026-05-02", "8 massage_technique byHand; 4 ethics; 2 health_equity; 10 massage_technique onDemand");
    private static readonly Example Nc = new("NC-2024", "2025-01-01..2026-12-31", "3 ethics; 9 massage_technique; 12 general onDemand");
    private static readonly Example Ga = new("GA-2014", "2024-11-01..2026-10-31", "12 massage_technique byHand via ncbtmb_approved; 12 general onDemand via ncbtmb_approved");
    private static readonly Example Or = new("OR-2024", "2025-02-01..2027-01-31", "19 massage_technique; 4 ethics; 1 cultural_competency; 1 pain_management") { Holds = [BasicLifeSupport] };
    private static readonly Example Tx = new("TX-2021", "2025-03-10..2027-03-09", "12 massage_technique; 2 human_trafficking onDemand via hhsc_approved") { Holds = [BackgroundCheck] };
    private static readonly Example Mi = new("MI-2021", "2024-11-01..2027-10-31", "8 massage_technique; 7 massage_technique; 2 ethics; 1 pain_management; 3 implicit_bias; 1 human_trafficking on 2018-03-01");
    private static readonly Example Ne = new("NE-2020", "2023-12-01..2025-11-30", "8 massage_technique byHand; 3 ethics onDemand; 5 general onDemand");
    private static readonly Example Va = new("VA-2018", "2024-06-01..2026-05-31", "");
    private static readonly Example Nd = new("ND-2015", "2024-03-01..2026-02-28", "3 general");
    private static readonly Example La = new("LA-2022", "2025-04-01..2026-03-31", "15 massage_technique via board_approved");
    private static readonly Example Ct = new("CT-2023", "2022-09-01..2026-08-31", "20 general onDemand via ncbtmb_approved; 6 general via ncbtmb_approved") { Holds = [LiabilityInsurance] };
    private static readonly Example Ak = new("AK-2022", "2023-10-01..2025-09-30", "12 massage_technique; 2 ethics") { Holds = [Cpr] };
    private static readonly Example Pa = new("PA-2011", "2025-02-01..2027-01-31", "4 ethics; 16 massage_technique; 4 cpr_first_aid") { Holds = [Cpr] };

    /// <summary>What happens; the example; whether the cycle is satisfied; statuses it must show; what the citation says.</summary>
    public static TheoryData<string, object, bool?, string[], string> All => new()
    {
        { "Florida: 2+2+2+1+17, of the technique 12 as such and 5 as general", Fl, true, ["total Satisfied 24+0/24", "general Satisfied 5+0/5", "massage_technique Satisfied 12+0/12"], "64B7-28.009" },
        { "Florida: technique online fills only the general part", Fl with { Credits = Florida + "17 massage_technique onDemand" }, false, ["total Short 12+0/24", "general Satisfied 5+0/5", "massage_technique Short 0+0/12"], "64B7-28.009" },
        { "Florida: more ethics fills no other part", Fl with { Credits = Florida + "12 massage_technique; 5 ethics" }, false, ["ethics Satisfied 2+0/2", "general Short 0+0/5", "total Short 19+0/24"], "64B7-28.009" },
        { "Florida: the law of Georgia is not the law of Florida", Fl with { Credits = "2 medical_errors; 2 laws_rules of GA; 2 ethics; 1 human_trafficking; 17 massage_technique" }, false, ["laws_rules Short 0+0/2"], "64B7-28.009" },
        { "Florida: whose law was taught is not said", Fl with { Credits = "2 medical_errors; 2 laws_rules; 2 ethics; 1 human_trafficking; 17 massage_technique" }, null, ["laws_rules Unknown -+0/2", "total Unknown -+0/24"], "64B7-28.009" },
        { "Florida: an hour has 50 minutes, so 20 clock hours are 24", Fl with { Minutes = 60, Credits = "1.67 medical_errors; 1.67 laws_rules of FL; 1.67 ethics; 0.84 human_trafficking; 14.17 massage_technique" }, true, ["total Satisfied 24+0/24"], "64B7-28.009" },
        { "Florida: first renewal, thirteen months begun, one hour each, 2 on errors and 1 on trafficking among them", Fl with { Renewal = 1, Since = "2026-08-15", Credits = "2 medical_errors; 1 human_trafficking; 10 general onDemand" }, true, ["total Satisfied 13+0/13", "massage_technique Exempt 0+0/0", "ethics Exempt 0+0/0"], "64B7-28.009" },
        { "Florida: what waits for review would do", Fl with { Credits = "2 medical_errors; 2 laws_rules of FL; 2 ethics pending; 1 human_trafficking; 17 massage_technique" }, false, ["ethics Pending 0+2/2", "total Pending 22+2/24"], "64B7-28.009" },
        { "Florida: half way through, 12 hours are still missing", Fl with { AsOf = "2025-10-06", Credits = Florida + "5 general; 12 massage_technique on 2027-02-01" }, false, ["massage_technique Short 0+0/12", "total Short 12+0/24"], "64B7-28.009" },
        { "Illinois: 25 with one on domestic violence and two on ethics", Il, true, ["total Satisfied 25+0/25"], "Ill" },
        { "Illinois: 24 were enough before 2024, not since", Il with { Credits = "21 massage_technique; 1 domestic_violence_sexual_assault; 2 ethics" }, false, ["total Short 24+0/25"], "Ill" },
        { "Illinois: 21 clock hours are 25.2 of 50 minutes", Il with { Minutes = 60, Credits = "18 massage_technique; 1 domestic_violence_sexual_assault; 2 ethics" }, true, ["total Satisfied 25+0/25"], "Ill" },
        { "Illinois: nothing at the first renewal", Il with { Renewal = 1, Credits = "" }, true, ["total Exempt 0+0/0", "ethics Exempt 0+0/0"], "Ill" },
        { "DC: 3, 9, 2 and a tenth of 14, with 6 hands-on within the 9", Dc with { Credits = "3 ethics; 9 massage_technique byHand; 2 lgbtq; 1.4 public_health_priorities" }, true, ["in_person Satisfied 6+0/6", "public_health_priorities Satisfied 1.4+0/1.4"], "DC" },
        { "DC: 14 in all but 7.6 of the 9 on massage", Dc, false, ["total Satisfied 14+0/14", "massage_subjects Short 7.6+0/9"], "DC" },
        { "DC: without CPR", Dc with { Credits = "3 ethics; 9 massage_technique byHand; 2 lgbtq; 1.4 public_health_priorities", Holds = [FirstAid] }, false, ["cpr Short -+-/-"], "DC" },
        { "Washington: met as far as known, but how many hours on roles and boundaries is unknown", Wa, null, ["total Satisfied 24+0/24", "roles_boundaries Unknown -+-/-"], "WAC" },
        { "Washington: at most 4 hours of CPR count", Wa with { Credits = "8 massage_technique byHand; 4 ethics; 2 health_equity; 10 cpr_first_aid" }, false, ["total Short 18+0/24", "cpr_first_aid_limit Satisfied 4+0/4"], "WAC" },
        { "North Carolina: 12 in a classroom, 12 at a distance, 3 on ethics", Nc, true, ["total Satisfied 24+0/24", "distance_limit Satisfied 12+0/12"], "NCAC" },
        { "North Carolina: ethics at a distance counts within the 12, so less of the rest does", Nc with { Credits = "3 ethics onDemand; 12 massage_technique; 12 general onDemand" }, true, ["ethics Satisfied 3+0/3", "total Satisfied 24+0/24"], "NCAC" },
        { "North Carolina: 15 at a distance are 12", Nc with { Credits = "3 ethics; 6 massage_technique; 15 general onDemand" }, false, ["total Short 21+0/24", "in_person Short 9+0/12"], "NCAC" },
        { "North Carolina: whether a live webinar is a classroom is unsettled", Nc with { Credits = "3 ethics; 9 massage_technique liveWebinar; 12 general onDemand" }, null, ["in_person Unknown -+0/12"], "NCAC" },
        { "Georgia: twelve hands-on hours, all from approved providers", Ga, true, ["hands_on Satisfied 12+0/12"], "345-4" },
        { "Georgia: an unapproved provider counts for nothing", Ga with { Credits = "12 massage_technique byHand via ncbtmb_approved; 12 general onDemand" }, false, ["total Short 12+0/24"], "345-4" },
        { "Georgia: a lecture is no hands-on course", Ga with { Credits = "12 massage_technique via ncbtmb_approved; 12 general via ncbtmb_approved" }, false, ["total Satisfied 24+0/24", "hands_on Short 0+0/12"], "345-4" },
        { "Oregon: 25 with 4 on ethics, 1 on culture, 1 on pain", Or, true, ["total Satisfied 25+0/25", "pain_management Satisfied 1+0/1"], "OAR" },
        { "Oregon: pain management once ever, done two cycles ago", Or with { Credits = "20 massage_technique; 4 ethics; 1 cultural_competency; 1 pain_management on 2022-04-04" }, true, ["pain_management Satisfied 1+0/1", "total Satisfied 25+0/25"], "OAR" },
        { "Oregon: ethics on demand is not supervised", Or with { Credits = "19 massage_technique; 4 ethics onDemand; 1 cultural_competency; 1 pain_management" }, false, ["ethics Short 0+0/4", "total Satisfied 25+0/25"], "OAR" },
        { "Texas: 12 hours beside the trafficking training", Tx, true, ["total Satisfied 12+0/12", "human_trafficking Satisfied -+-/-"], "117" },
        { "Texas: whether the training counts toward the 12 is unknown", Tx with { Credits = "10 massage_technique; 2 human_trafficking via hhsc_approved" }, null, ["total Unknown -+0/12"], "117" },
        { "Texas: 8 hours of CPR are 6", Tx with { Credits = "4 massage_technique; 8 cpr_first_aid; 2 human_trafficking via hhsc_approved" }, null, ["cpr_first_aid_limit Satisfied 6+0/6", "total Unknown -+0/12"], "117" },
        { "Texas: a training not approved is none", Tx with { Credits = "12 massage_technique; 2 human_trafficking" }, false, ["human_trafficking Short -+-/-"], "117" },
        { "Michigan: an hour of implicit bias a year, on top of the 18", Mi, true, ["implicit_bias Satisfied 3+0/3", "total Satisfied 18+0/18", "human_trafficking Satisfied -+-/-"], "R 338" },
        { "Michigan: hours of implicit bias are none of the 18", Mi with { Credits = "12 massage_technique; 2 ethics; 1 pain_management; 6 implicit_bias; 1 human_trafficking on 2018-03-01" }, true, ["implicit_bias Satisfied 3+0/3", "total Satisfied 18+0/18"], "R 338" },
        { "Michigan: 15 hours on one certificate took more than one day, but which is unknown", Mi with { Credits = "15 massage_technique on 2025-02-01; 2 ethics; 1 pain_management; 3 implicit_bias; 1 human_trafficking on 2018-03-01" }, null, ["total Unknown -+0/18"], "R 338" },
        { "Michigan: 15 hours on one certificate of two days", Mi with { Credits = "15 massage_technique from 2025-01-31 on 2025-02-01; 2 ethics; 1 pain_management; 3 implicit_bias; 1 human_trafficking on 2018-03-01" }, true, ["total Satisfied 18+0/18"], "R 338" },
        { "Michigan: 12 hours of one day", Mi with { Credits = "8 massage_technique on 2025-02-01; 7 massage_technique on 2025-02-01; 2 ethics; 1 pain_management; 3 implicit_bias; 1 human_trafficking on 2018-03-01" }, false, ["total Short 15+0/18"], "R 338" },
        { "Michigan: the same course counts once", Mi with { Credits = "8 massage_technique course swedish; 7 massage_technique course swedish; 2 ethics; 1 pain_management; 3 implicit_bias; 1 human_trafficking on 2018-03-01" }, false, ["total Short 11+0/18"], "R 338" },
        { "Nebraska: 8 of 16 online", Ne, true, ["hands_on Satisfied 8+0/8", "online_limit Satisfied 8+0/8"], "172 NAC" },
        { "Virginia: national certification stands for everything", Va with { Holds = [NationalCertification] }, true, ["total Exempt 0+0/0", "national_certification Satisfied -+-/-"], "18VAC" },
        { "Virginia: without it, 24 hours", Va, false, ["total Short 0+0/24"], "18VAC" },
        { "North Dakota: 3 hours after 25 years", Nd with { Since = "2000-01-15" }, true, ["total_25_years Satisfied 3+0/3"], "N.D." },
        { "North Dakota: 6 hours between 15 and 25 years", Nd, false, ["total_15_years Short 3+0/6"], "N.D." },
        { "North Dakota: how long it was held is unknown", Nd with { Since = null }, null, ["total Unknown 3+0/24", "total_25_years Satisfied 3+0/3"], "N.D." },
        { "Louisiana: approved providers only", La with { Credits = "12 massage_technique" }, false, ["total Short 0+0/12"], "46:XLIV" },
        { "Connecticut: 18 of 24 at a distance", Ct, true, ["total Satisfied 24+0/24", "distance_limit Satisfied 18+0/18"], "C.G.S." },
        { "Alaska: current CPR is worth two hours", Ak, true, ["total Satisfied 16+0/16"], "12 AAC" },
        { "Pennsylvania: hours of CPR are none of the 24", Pa, false, ["total Short 20+0/24", "cpr Satisfied -+-/-"], "49 Pa" },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void The_states_own_arithmetic(string because, object example, bool? satisfied, string[] statuses, string citation)
    {
        var report = ((Example)example).Judge();
        report.Satisfied.ShouldBe(satisfied, because + "\n" + report.Text());
        var said = report.Requirements.Select(r => r.Text()).ToArray();
        foreach (var status in statuses)
            said.ShouldContain(status, because + "\n" + report.Text());
        report.Requirements.ShouldAllBe(r => r.Citation.Text.Length > 0);
        report.Requirements[0].Citation.Text.ShouldContain(citation, Case.Insensitive);
    }

    [Fact]
    public void Louisiana_carries_what_is_beyond_the_twelve_to_the_next_year_and_counts_it_there()
    {
        La.Judge().CarriedOut.ShouldBe(Hours.Of(3));
        var next = (La with { Credits = "9 massage_technique via board_approved", CarriedIn = "3" }).Judge();
        next.Satisfied.ShouldBe(true);
        next.CreditsUsed.ShouldContain(u => u.Credit == null && u.Requirement == "total" && u.Hours == Hours.Of(3));
        (La with { Term = "2021-04-01..2022-03-31" }).Judge().CarriedOut.ShouldBe(Hours.Zero, "before the cycle of 2022-04-01 nothing was carried");
    }

    [Fact]
    public void A_cycle_judged_by_the_rules_of_then_and_of_now_answers_differently()
    {
        var credits = "21 massage_technique; 1 domestic_violence_sexual_assault; 2 ethics";
        new Example("IL-2008", "2022-01-01..2023-12-31", credits).Judge().Of("total").Text().ShouldBe("total Satisfied 24+0/24");
        new Example("IL-2024", "2022-01-01..2023-12-31", credits).Judge().Of("total").Text().ShouldBe("total Short 24+0/25");
    }

    [Fact]
    public void North_Carolina_hours_come_too_late_after_the_first_of_November()
    {
        var book = RuleBook.Shipped.SelectMany(b => b.Versions).Single(v => v.Id == "NC-2024");
        var term = Samples.Term("2025-01-01", "2026-12-31");
        var cycle = ComplianceCycle.Of(CycleArithmetic.Window(book.Cycle, term, Samples.Term("2023-01-01", "2024-12-31"), null), term);
        var question = Cycle.Under(book, Cycle.Credit(1, "20").On("2024-08-01") with { HourMinutes = 50 }, Cycle.Credit(2, "4").On("2026-11-02") with { HourMinutes = 50 }) with { Cycle = cycle, On = Samples.Day("2026-12-31") };
        var report = question.Judge();
        report.DueOn.ShouldBe(Samples.Day("2026-11-01"));
        report.Of("total").Text().ShouldBe("total Short 20+0/24");
        report.CreditsRefused.ShouldContain(r => r.Credit == Cycle.Id(2) && r.Code == "CREDIT_AFTER_DUE_DATE");
    }
}
