using static LicenseTracker.Domain.Rules.HeldCredential;

namespace LicenseTracker.Domain.Tests.Compliance.States;

/// <summary>Alaska, California, Hawaii, Nevada, Oregon, Washington.</summary>
internal static class Pacific
{
    private static readonly StateLaw Ak = new("Alaska", "12 AAC 79.200", new("AK-2022", "2023-10-01..2025-09-30", "12 massage_technique; 2 ethics") { Holds = [Cpr] });
    private static readonly StateLaw Ca = new("California", "4600-4621", new("CA-2023", "2024-05-01..2026-04-30", ""));
    private static readonly StateLaw Hi = new("Hawaii", "HRS 452-16", new("HI-2024", "2024-07-01..2026-06-30", "10 massage_technique onDemand; 2 cpr_first_aid"));
    private static readonly StateLaw Nv = new("Nevada", "NAC 640C", new("NV-undated", "2025-05-15..2026-05-14", "12 general onDemand"));
    private static readonly StateLaw Or = new("Oregon", "OAR 334-010-0050", new("OR-2024", "2025-02-01..2027-01-31", "19 massage_technique; 4 ethics; 1 cultural_competency; 1 pain_management") { Holds = [BasicLifeSupport] });
    private static readonly StateLaw Wa = new("Washington", "WAC 246-830-475", new("WA-2024", "2024-05-03..2026-05-02", "8 massage_technique byHand; 4 ethics; 2 health_equity; 10 massage_technique onDemand"));

    public static Worked[] All { get; } =
    [
        Ak.Passes("current CPR is worth 2 of the 16 hours, 2 more are on ethics", "total Satisfied 16+0/16", "ethics Satisfied 2+0/2"),
        Ak.Fails("15 hours with those of CPR", "11 massage_technique; 2 ethics", "total 1"),
        Ak.Fails("no ethics", "14 massage_technique", "ethics 2", "total Satisfied 16+0/16"),
        Ak.Fails("CPR is not held at renewal", Ak.Done with { Credits = "14 massage_technique; 2 ethics", Holds = [] }, "cpr", "total Satisfied 16+0/16"),
        .. Ak.FirstUnknown("total Unknown -+0/-", "ethics Unknown 0+0/-"),

        Ca.Passes("the council asks for no hours; not seen in primary text", "total Satisfied 0+0/0"),

        Hi.Passes("12 hours, 2 of them on first aid or CPR", "total Satisfied 12+0/12", "cpr_first_aid Satisfied 2+0/2"),
        Hi.Fails("11 hours", "9 massage_technique; 2 cpr_first_aid", "total 1"),
        Hi.Fails("nothing on first aid or CPR", "12 massage_technique", "cpr_first_aid 2", "total Satisfied 12+0/12"),
        .. Hi.FirstUnknown("total Unknown 0+0/-"),

        Nv.Passes("12 hours in a year", "total Satisfied 12+0/12"),
        Nv.Fails("11 hours", "11 general", "total 1"),
        .. Nv.FirstUnknown("total Unknown 0+0/-"),

        Or.Passes("25 with 4 on ethics, 1 on culture, 1 on pain", "total Satisfied 25+0/25", "ethics Satisfied 4+0/4", "cultural_competency Satisfied 1+0/1", "pain_management Satisfied 1+0/1"),
        Or.Passes("pain management once ever, done two cycles ago", Or.Done with { Credits = "20 massage_technique; 4 ethics; 1 cultural_competency; 1 pain_management on 2022-04-04" }, "pain_management Satisfied 1+0/1", "total Satisfied 25+0/25"),
        Or.Fails("24 hours", "18 massage_technique; 4 ethics; 1 cultural_competency; 1 pain_management", "total 1"),
        Or.Fails("ethics on demand is not supervised", "19 massage_technique; 4 ethics onDemand; 1 cultural_competency; 1 pain_management", "ethics 4", "total Satisfied 25+0/25"),
        Or.Fails("nothing on cultural competency", "20 massage_technique; 4 ethics; 1 pain_management", "cultural_competency 1", "total Satisfied 25+0/25"),
        Or.Fails("nothing ever on pain management", "20 massage_technique; 4 ethics; 1 cultural_competency", "pain_management 1", "total Satisfied 25+0/25"),
        .. Or.FirstUnknown("total Unknown 0+0/-"),

        Wa.Open("met as far as known, but how many hours on roles and boundaries is unknown", Wa.Done, "total Satisfied 24+0/24", "health_equity Satisfied 2+0/2", "roles_boundaries Unknown -+-/-"),
        Wa.Fails("at most 4 hours of CPR count", "8 massage_technique byHand; 4 ethics; 2 health_equity; 10 cpr_first_aid", "total 6", "cpr_first_aid_limit Satisfied 4+0/4"),
        Wa.Fails("nothing on health equity", "8 massage_technique byHand; 4 ethics; 12 massage_technique onDemand", "health_equity 2", "total Satisfied 24+0/24"),
        Wa.Fails("nothing hands-on; the 8 hours are not seen in primary text", "4 ethics; 2 health_equity; 18 massage_technique onDemand", "in_person 8", "total Satisfied 24+0/24"),
        Wa.Fails("nothing on ethics, communication, boundaries or law; the 4 hours are not seen in primary text", "8 massage_technique byHand; 2 health_equity; 14 massage_technique onDemand", "ethics 4", "total Satisfied 24+0/24"),
        Wa.First("hours are counted from the first renewal on; not seen in primary text", Wa.Done with { Since = "2024-05-03", Credits = "" }, true, "total Exempt 0+0/0", "health_equity Exempt 0+0/0"),
    ];
}
