using static LicenseTracker.Domain.Rules.HeldCredential;

namespace LicenseTracker.Domain.Tests.Compliance.States;

/// <summary>Arizona, Colorado, Idaho, Montana, New Mexico, Utah, Wyoming.</summary>
internal static class Mountain
{
    private static readonly StateLaw Az = new("Arizona", "R4-15-301", new("AZ-2014", "2024-05-16..2026-05-15", "12 massage_technique; 12 general onDemand") { Holds = [FingerprintClearance] });
    private static readonly StateLaw Co = new("Colorado", "12-235-101", new("CO-2014", "2023-02-01..2025-01-31", "") { Holds = [LiabilityInsurance] });
    private static readonly StateLaw Id = new("Idaho", "24.27.01", new("ID-2024", "2025-05-16..2026-05-15", "6 massage_technique"));
    private static readonly StateLaw Mt = new("Montana", "24.155.801", new("MT-undated", "2024-09-01..2026-08-31", "12 massage_technique"));
    private static readonly StateLaw Nm = new("New Mexico", "16.7.11", new("NM-2026", "2024-11-01..2026-10-31", "8 massage_technique; 4 ethics onDemand; 4 general onDemand"));
    private static readonly StateLaw Ut = new("Utah", "58-47b", new("UT-undated", "2023-06-01..2025-05-31", ""));
    private static readonly StateLaw Wy = new("Wyoming", "No state law", new("WY-undated", "2025-01-01..2026-12-31", ""));

    public static Worked[] All { get; } =
    [
        Az.Passes("24 hours, 12 in a classroom and 12 online", "total Satisfied 24+0/24", "in_person Satisfied 12+0/12", "distance_limit Satisfied 12+0/12"),
        Az.Fails("23 hours", "12 massage_technique; 11 general onDemand", "total 1"),
        Az.Fails("16 online are 12, and 8 in a classroom are no 12", "8 massage_technique; 16 general onDemand", "in_person 4", "total Short 20+0/24"),
        Az.Fails("a live webinar is no classroom", "6 massage_technique; 6 massage_technique liveWebinar; 12 general onDemand", "in_person 6", "total Short 18+0/24"),
        Az.First("12 hours for who was licensed less than 12 months; not seen in primary text", Az.Done with { Since = "2025-08-01", Credits = "12 massage_technique" }, true, "total Satisfied 12+0/12"),
        Az.First("24 for who was licensed 12 months or longer; not seen in primary text", Az.Done with { Since = "2025-05-15", Credits = "12 massage_technique" }, false, "total Short 12+0/24"),

        Co.Passes("no hours, only insurance; not seen in primary text", "total Satisfied 0+0/0"),
        Co.Fails("not insured; not seen in primary text", Co.Done with { Holds = [] }, "insurance"),

        Id.Open("whether the 6 hours still stand is unknown, and unknown is not zero; not seen in primary text", Id.Done with { Credits = "" }, "total Unknown -+-/-"),

        Mt.Passes("12 hours in two years; not seen in primary text", "total Satisfied 12+0/12"),
        Mt.Fails("11 hours; not seen in primary text", "11 massage_technique", "total 1"),

        Nm.Passes("16 hours, 8 in person, 4 on ethics", "total Satisfied 16+0/16", "in_person Satisfied 8+0/8", "ethics Satisfied 4+0/4", "online_limit Satisfied 8+0/8"),
        Nm.Fails("15 hours", "8 massage_technique; 4 ethics onDemand; 3 general onDemand", "total 1"),
        Nm.Fails("9 online are 8, and 7 in person are no 8", "7 massage_technique; 4 ethics onDemand; 5 general onDemand", "in_person 1", "total Short 15+0/16"),
        Nm.Fails("3 hours on ethics", "9 massage_technique; 3 ethics; 4 general onDemand", "ethics 1", "total Satisfied 16+0/16"),
        .. Nm.FirstUnknown("total Unknown 0+0/-"),

        Ut.Passes("no hours; not seen in primary text", "total Satisfied 0+0/0"),

        Wy.AsksNothing("no law regulates massage, so there is no requirement; not seen in primary text"),
    ];
}
