using static LicenseTracker.Domain.Rules.HeldCredential;

namespace LicenseTracker.Domain.Tests.Compliance.States;

/// <summary>Alabama, Arkansas, Kentucky, Louisiana, Mississippi, Oklahoma, Tennessee, Texas.</summary>
internal static class SouthCentral
{
    private const string TennesseeLaw = "2 laws_rules of TN via board_approved; ";

    private static readonly StateLaw Al = new("Alabama", "532-X-6-.01", new("AL-2024", "2024-07-01..2026-06-30", "10 massage_technique; 6 general onDemand"));
    private static readonly StateLaw Ar = new("Arkansas", "17-86-309", new("AR-2022", "2024-05-16..2026-05-15", "18 massage_technique"));
    private static readonly StateLaw Ky = new("Kentucky", "201 KAR 42", new("KY-2022", "2024-03-01..2026-02-28", "21 massage_technique; 3 ethics"));
    private static readonly StateLaw La = new("Louisiana", "46:XLIV", new("LA-2022", "2025-04-01..2026-03-31", "12 massage_technique via board_approved"));
    private static readonly StateLaw Ms = new("Mississippi", "2501-6.1", new("MS-2014", "2024-06-01..2026-05-31", "3 laws_rules; 3 ethics; 15 massage_technique") { Holds = [Cpr, FirstAid] });
    private static readonly StateLaw Ok = new("Oklahoma", "175:20-5-3", new("OK-2019", "2024-06-01..2026-05-31", "10 massage_technique") { Holds = [LiabilityInsurance] });
    private static readonly StateLaw Tn = new("Tennessee", "0870-01-.10, .12", new("TN-2003", "2025-01-01..2026-12-31", TennesseeLaw + "2 ethics; 12 massage_technique; 8 general onDemand"));
    private static readonly StateLaw Tx = new("Texas", "16 TAC 117", new("TX-2021", "2025-03-10..2027-03-09", "12 massage_technique; 2 human_trafficking onDemand via hhsc_approved") { Holds = [BackgroundCheck] });

    public static Worked[] All { get; } =
    [
        Al.Passes("16 hours in two years", "total Satisfied 16+0/16"),
        Al.Fails("15 and a half", "9.5 massage_technique; 6 general", "total 0.5"),
        Al.Fails("a course repeated within 48 months counts once", "8 massage_technique course swedish; 8 massage_technique course swedish", "total 8"),
        .. Al.FirstUnknown("total Unknown 0+0/-"),

        Ar.Passes("18 hours in two years", "total Satisfied 18+0/18"),
        Ar.Fails("17 hours", "17 massage_technique", "total 1"),
        .. Ar.FirstUnknown("total Unknown 0+0/-"),

        Ky.Passes("24 hours, 3 of them on ethics; the 24 are not seen in primary text", "total Satisfied 24+0/24", "ethics Satisfied 3+0/3"),
        Ky.Fails("23 hours; the 24 are not seen in primary text", "20 massage_technique; 3 ethics", "total 1"),
        Ky.Fails("no ethics", "24 massage_technique", "ethics 3", "total Satisfied 24+0/24"),

        La.Passes("12 hours of one year from approved providers", "total Satisfied 12+0/12"),
        La.Fails("11 hours", "11 massage_technique via board_approved", "total 1"),
        La.Fails("a provider that the board did not approve counts for nothing", "12 massage_technique", "total 12"),
        La.First("nothing in the first year", La.Done with { Credits = "", Since = "2025-06-01" }, true, "total Exempt 0+0/0"),

        Ms.Passes("24 hours, of which CPR and first aid are worth 3; the 24 are not seen in primary text", "total Satisfied 24+0/24", "laws_rules Satisfied 3+0/3", "ethics Satisfied 3+0/3"),
        Ms.Fails("23 hours; the 24 are not seen in primary text", "3 laws_rules; 3 ethics; 14 massage_technique", "total 1"),
        Ms.Fails("2 hours on the law", "2 laws_rules; 3 ethics; 16 massage_technique", "laws_rules 1", "total Satisfied 24+0/24"),
        Ms.Fails("2 hours on ethics", "3 laws_rules; 2 ethics; 16 massage_technique", "ethics 1", "total Satisfied 24+0/24"),

        Ok.Passes("10 hours in two years and insured; not seen in primary text", "total Satisfied 10+0/10"),
        Ok.Fails("9 hours; not seen in primary text", "9 massage_technique", "total 1"),

        Tn.Passes("24 hours, 2 on the law of Tennessee, 2 on ethics, 8 at a distance", "total Satisfied 24+0/24", "laws_rules Satisfied 2+0/2", "business_management Satisfied 2+0/2", "distance_limit Satisfied 8+0/8"),
        Tn.Fails("10 hours at a distance are 8", TennesseeLaw + "2 ethics; 11 massage_technique; 10 general onDemand", "total 1"),
        Tn.Fails("the law of Georgia is not that of Tennessee", "2 laws_rules of GA via board_approved; 2 ethics; 12 massage_technique; 8 general onDemand", "laws_rules 2", "total Satisfied 24+0/24"),
        Tn.Fails("nothing on ethics, practice management or substance abuse", TennesseeLaw + "14 massage_technique; 8 general onDemand", "business_management 2", "total Satisfied 24+0/24"),
        Tn.Open("whose law was taught is not said", Tn.Done with { Credits = "2 laws_rules via board_approved; 2 ethics; 20 massage_technique" }, "laws_rules Unknown -+0/2", "total Satisfied 24+0/24"),
        Tn.First("licensed in March of the second year: 10 hours by the chart", Tn.Done with { Since = "2026-03-15", Credits = TennesseeLaw + "2 ethics; 6 massage_technique" }, true, "total Satisfied 10+0/10"),
        Tn.First("licensed in February of the first year: 23 by the chart", Tn.Done with { Since = "2025-02-10", Credits = TennesseeLaw + "2 ethics; 18 massage_technique" }, false, "total Short 22+0/23"),

        Tx.Passes("12 hours beside the trafficking training", "total Satisfied 12+0/12", "human_trafficking Satisfied -+-/-"),
        Tx.Fails("10 hours and no trafficking training", "10 massage_technique", "total 2", "human_trafficking Short -+-/-"),
        Tx.Fails("a training not approved is none", "12 massage_technique; 2 human_trafficking", "human_trafficking", "total Satisfied 12+0/12"),
        Tx.Open("whether the training counts toward the 12 is unknown", Tx.Done with { Credits = "10 massage_technique; 2 human_trafficking via hhsc_approved" }, "total Unknown -+0/12"),
        Tx.Open("8 hours of CPR are 6", Tx.Done with { Credits = "4 massage_technique; 8 cpr_first_aid; 2 human_trafficking via hhsc_approved" }, "cpr_first_aid_limit Satisfied 6+0/6", "total Unknown -+0/12"),
        Tx.First("the first renewal asks for everything; not seen in primary text", Tx.Done, true, "total Satisfied 12+0/12"),
    ];
}
