using static LicenseTracker.Domain.Rules.HeldCredential;

namespace LicenseTracker.Domain.Tests.Compliance.States;

/// <summary>Florida, Georgia, North Carolina, South Carolina, Virginia, West Virginia.</summary>
internal static class SouthAtlantic
{
    private const string Florida = "2 medical_errors; 2 laws_rules of FL; 2 ethics; 1 human_trafficking; ";

    private static readonly StateLaw Fl = new("Florida", "64B7-28.009", new("FL-2025", "2025-09-01..2027-08-31", Florida + "17 massage_technique"));
    private static readonly StateLaw Ga = new("Georgia", "345-4-.01, .02", new("GA-2014", "2024-11-01..2026-10-31", "12 massage_technique byHand via ncbtmb_approved; 12 general onDemand via ncbtmb_approved"));
    private static readonly StateLaw Nc = new("North Carolina", "21 NCAC 30", new("NC-2024", "2025-01-01..2026-12-31", "3 ethics; 9 massage_technique; 12 general onDemand"));
    private static readonly StateLaw Sc = new("South Carolina", "40-30-180", new("SC-2023", "2024-07-01..2026-06-30", "12 massage_technique"));
    private static readonly StateLaw Va = new("Virginia", "18VAC90-50-70, -75", new("VA-2018", "2024-06-01..2026-05-31", "1 ethics via listed_by_rule; 11 massage_technique via listed_by_rule; 12 general"));
    private static readonly StateLaw Wv = new("West Virginia", "194CSR1-3", new("WV-undated", "2024-05-01..2026-04-30", "3 ethics; 21 massage_technique"));

    public static Worked[] All { get; } =
    [
        Fl.Passes("2+2+2+1+17, of the technique 12 as such and 5 as general", "total Satisfied 24+0/24", "general Satisfied 5+0/5", "massage_technique Satisfied 12+0/12"),
        Fl.Passes("an hour has 50 minutes, so 20 clock hours are 24", Fl.Done with { Minutes = 60, Credits = "1.67 medical_errors; 1.67 laws_rules of FL; 1.67 ethics; 0.84 human_trafficking; 14.17 massage_technique" }, "total Satisfied 24+0/24"),
        Fl.Fails("more ethics fills no other part", Florida + "12 massage_technique; 5 ethics", "general 5", "ethics Satisfied 2+0/2", "total Short 19+0/24"),
        Fl.Fails("23 hours", Florida + "16 massage_technique", "total 1"),
        Fl.Fails("technique online fills only the general part; not seen in primary text since 2025", Florida + "17 massage_technique onDemand", "massage_technique 12", "total Short 12+0/24", "general Satisfied 5+0/5"),
        Fl.Fails("nothing on medical errors", "2 laws_rules of FL; 2 ethics; 1 human_trafficking; 17 massage_technique", "medical_errors 2", "total Short 22+0/24"),
        Fl.Fails("the law of Georgia is not the law of Florida", "2 medical_errors; 2 laws_rules of GA; 2 ethics; 1 human_trafficking; 17 massage_technique", "laws_rules 2", "total Short 22+0/24"),
        Fl.Fails("1 hour on ethics", "2 medical_errors; 2 laws_rules of FL; 1 ethics; 1 human_trafficking; 17 massage_technique", "ethics 1", "total Short 23+0/24"),
        Fl.Fails("nothing on human trafficking", "2 medical_errors; 2 laws_rules of FL; 2 ethics; 17 massage_technique", "human_trafficking 1", "total Short 23+0/24"),
        Fl.Fails("half way through, 12 hours are still missing", Fl.Done with { AsOf = "2025-10-06", Credits = Florida + "5 general; 12 massage_technique on 2027-02-01" }, "total 12", "massage_technique Short 0+0/12"),
        Fl.Fails("what waits for review would do", "2 medical_errors; 2 laws_rules of FL; 2 ethics pending; 1 human_trafficking; 17 massage_technique", "ethics 2", "ethics Pending 0+2/2", "total Pending 22+2/24"),
        Fl.Open("whose law was taught is not said", Fl.Done with { Credits = "2 medical_errors; 2 laws_rules; 2 ethics; 1 human_trafficking; 17 massage_technique" }, "laws_rules Unknown -+0/2", "total Unknown -+0/24"),
        Fl.First("thirteen months begun, one hour each, 2 on errors and 1 on trafficking among them", Fl.Done with { Since = "2026-08-15", Credits = "2 medical_errors; 1 human_trafficking; 10 general onDemand" }, true, "total Satisfied 13+0/13", "massage_technique Exempt 0+0/0", "ethics Exempt 0+0/0"),

        Ga.Passes("24 hours from approved providers, twelve hands-on", "total Satisfied 24+0/24", "hands_on Satisfied 12+0/12"),
        Ga.Fails("an unapproved provider counts for nothing", "12 massage_technique byHand via ncbtmb_approved; 12 general onDemand", "total 12"),
        Ga.Fails("a lecture is no hands-on course; the 12 hours are not seen in primary text of today", "12 massage_technique via ncbtmb_approved; 12 general via ncbtmb_approved", "hands_on 12", "total Satisfied 24+0/24"),
        .. Ga.FirstUnknown("total Unknown 0+0/-"),

        Nc.Passes("12 in a classroom, 12 at a distance, 3 on ethics", "total Satisfied 24+0/24", "distance_limit Satisfied 12+0/12", "in_person Satisfied 12+0/12"),
        Nc.Passes("ethics at a distance counts within the 12, so less of the rest does", Nc.Done with { Credits = "3 ethics onDemand; 12 massage_technique; 12 general onDemand" }, "ethics Satisfied 3+0/3", "total Satisfied 24+0/24"),
        Nc.Fails("15 at a distance are 12", "3 ethics; 6 massage_technique; 15 general onDemand", "total 3", "in_person Short 9+0/12"),
        Nc.Fails("9 in a classroom", "3 ethics; 6 massage_technique; 15 general onDemand", "in_person 3"),
        Nc.Fails("2 hours on ethics", "2 ethics; 10 massage_technique; 12 general onDemand", "ethics 1", "total Satisfied 24+0/24"),
        Nc.Open("whether a live webinar is a classroom is unsettled", Nc.Done with { Credits = "3 ethics; 9 massage_technique liveWebinar; 12 general onDemand" }, "in_person Unknown -+0/12"),
        .. Nc.FirstUnknown("total Unknown 0+0/-"),

        Sc.Passes("12 hours in two years; not seen in primary text", "total Satisfied 12+0/12"),
        Sc.Fails("11 hours; not seen in primary text", "11 massage_technique", "total 1"),
        Sc.First("nothing at the first renewal; not seen in primary text", Sc.Done with { Since = "2025-01-10", Credits = "" }, true, "total Exempt 0+0/0"),

        Va.Passes("24 hours, 1 on ethics, 12 from providers that the rule lists", "total Satisfied 24+0/24", "ethics Satisfied 1+0/1", "provider Satisfied 12+0/12"),
        Va.Passes("national certification stands for everything", Va.Done with { Credits = "", Holds = [NationalCertification] }, "total Exempt 0+0/0", "national_certification Satisfied -+-/-"),
        Va.Fails("neither certification nor hours", "", "total 24"),
        Va.Fails("nothing on ethics", "24 massage_technique via listed_by_rule", "ethics 1", "total Satisfied 24+0/24"),
        Va.Fails("no provider that the rule lists", "1 ethics; 23 massage_technique", "provider 12", "total Satisfied 24+0/24"),
        Va.First("nothing at the first renewal", Va.Done with { Since = "2025-01-10", Credits = "" }, true, "total Exempt 0+0/0", "provider Exempt 0+0/0"),

        Wv.Passes("24 hours in two years", "total Satisfied 24+0/24"),
        Wv.Fails("23 hours", "3 ethics; 20 massage_technique", "total 1"),
        Wv.Fails("no ethics; the 3 hours are not seen in primary text", "24 massage_technique", "ethics 3", "total Satisfied 24+0/24"),
        .. Wv.FirstUnknown("total Unknown 0+0/-"),
    ];
}
