using static LicenseTracker.Domain.Rules.HeldCredential;

namespace LicenseTracker.Domain.Tests.Compliance.States;

/// <summary>Connecticut, Massachusetts, Maine, New Hampshire, Rhode Island, Vermont.</summary>
internal static class NewEngland
{
    private static readonly StateLaw Ct = new("Connecticut", "20-206b", new("CT-2023", "2022-09-01..2026-08-31", "20 general onDemand via ncbtmb_approved; 6 general via ncbtmb_approved") { Holds = [LiabilityInsurance] });
    private static readonly StateLaw Ma = new("Massachusetts", "269 CMR", new("MA-2025", "2025-06-29..2026-06-28", "3 ethics") { Holds = [LiabilityInsurance] });
    private static readonly StateLaw Me = new("Maine", "32 M.R.S.", new("ME-undated", "2025-05-01..2026-04-30", ""));
    private static readonly StateLaw Nh = new("New Hampshire", "Plc 905.02", new("NH-2016", "2024-07-01..2026-06-30", "12 massage_technique") { Holds = [Cpr, FirstAid] });
    private static readonly StateLaw Ri = new("Rhode Island", "216-RICR-40-05-10.8", new("RI-2018", "2025-07-01..2026-06-30", "4 massage_technique onDemand; 2 ethics onDemand"));
    private static readonly StateLaw Vt = new("Vermont", "26 V.S.A.", new("VT-2021", "2024-12-01..2026-11-30", ""));

    public static Worked[] All { get; } =
    [
        Ct.Passes("24 hours in four years, 18 of them at a distance", "total Satisfied 24+0/24", "distance_limit Satisfied 18+0/18"),
        Ct.Fails("24 at a distance are 18", "24 general onDemand via ncbtmb_approved", "total 6"),
        Ct.Fails("of other providers 12 hours count", "24 general", "total 12", "other_providers Satisfied 12+0/12"),
        Ct.First("nothing at the first renewal", Ct.Done with { Since = "2024-09-01", Credits = "" }, true, "total Exempt 0+0/0"),

        Ma.Passes("3 hours on ethics or trafficking law, and insured; not seen in primary text", "total Satisfied 3+0/3", "ethics Satisfied 3+0/3"),
        Ma.Fails("2 hours; not seen in primary text", "2 ethics", "total 1", "ethics Short 2+0/3"),

        Me.Passes("no hours; not seen in primary text", "total Satisfied 0+0/0"),

        Nh.Passes("12 hours in two years; not seen in primary text", "total Satisfied 12+0/12"),
        Nh.Fails("11 hours; not seen in primary text", "11 massage_technique", "total 1"),

        Ri.Passes("6 hours in a year, all online; not seen in primary text", "total Satisfied 6+0/6"),
        Ri.Fails("5 hours; not seen in primary text", "5 massage_technique", "total 1"),

        Vt.Passes("no hours; not seen in primary text", "total Satisfied 0+0/0"),
    ];
}
