namespace LicenseTracker.Domain.Tests.Compliance.States;

/// <summary>Iowa, Kansas, Minnesota, Missouri, Nebraska, North Dakota, South Dakota.</summary>
internal static class Plains
{
    private static readonly StateLaw Ia = new("Iowa", "481 IAC 823.3", new("IA-2024", "2024-09-18..2026-09-17", "8 massage_technique liveWebinar; 8 general onDemand"));
    private static readonly StateLaw Ks = new("Kansas", "No state law", new("KS-undated", "2025-01-01..2026-12-31", ""));
    private static readonly StateLaw Mn = new("Minnesota", "No state law", new("MN-undated", "2025-01-01..2026-12-31", ""));
    private static readonly StateLaw Mo = new("Missouri", "20 CSR 2197-2.050", new("MO-2020", "2025-02-01..2027-01-31", "12 massage_technique"));
    private static readonly StateLaw Ne = new("Nebraska", "172 NAC 81-008", new("NE-2020", "2023-11-02..2025-11-01", "8 massage_technique byHand; 3 ethics onDemand; 5 general onDemand"));
    private static readonly StateLaw Nd = new("North Dakota", "43-25-09", new("ND-2015", "2024-03-01..2026-02-28", "12 massage_technique byHand; 12 general onDemand") { Since = "2020-01-15" });
    private static readonly StateLaw Sd = new("South Dakota", "20:76:03", new("SD-2007", "2024-10-01..2026-09-30", "8 massage_technique"));

    public static Worked[] All { get; } =
    [
        Ia.Passes("16 hours, 8 of them live, by webinar too", "total Satisfied 16+0/16", "live Satisfied 8+0/8"),
        Ia.Fails("15 hours", "8 massage_technique; 7 general onDemand", "total 1"),
        Ia.Fails("7 hours live", "7 massage_technique; 9 general onDemand", "live 1", "total Satisfied 16+0/16"),
        Ia.First("nothing at the first renewal; not seen in primary text", Ia.Done with { Since = "2025-01-10", Credits = "" }, true, "total Exempt 0+0/0", "live Exempt 0+0/0"),

        Ks.AsksNothing("no law regulates massage, so there is no requirement; not seen in primary text"),
        Mn.AsksNothing("no law regulates massage, so there is no requirement; not seen in primary text"),

        Mo.Passes("12 hours in two years", "total Satisfied 12+0/12"),
        Mo.Fails("11 hours", "11 massage_technique", "total 1"),
        .. Mo.FirstUnknown("total Unknown 0+0/-"),

        Ne.Passes("8 of 16 online, 8 hands-on, 3 on ethics", "total Satisfied 16+0/16", "hands_on Satisfied 8+0/8", "ethics Satisfied 3+0/3", "online_limit Satisfied 8+0/8"),
        Ne.Fails("15 hours", "8 massage_technique byHand; 3 ethics onDemand; 4 general onDemand", "total 1"),
        Ne.Fails("a lecture is no hands-on course", "7 massage_technique byHand; 1 general; 3 ethics onDemand; 5 general onDemand", "hands_on 1", "total Satisfied 16+0/16"),
        Ne.Fails("2 hours on ethics", "8 massage_technique byHand; 2 ethics onDemand; 6 general onDemand", "ethics 1", "total Satisfied 16+0/16"),
        .. Ne.FirstUnknown("total Unknown 0+0/-"),

        Nd.Passes("24 hours in the first 15 years, 12 of them hands-on", "total Satisfied 24+0/24", "in_person Satisfied 12+0/12"),
        Nd.Passes("3 hours after 25 years", Nd.Done with { Since = "2000-01-15", Credits = "3 general" }, "total_25_years Satisfied 3+0/3"),
        Nd.Fails("23 hours", "12 massage_technique byHand; 11 general onDemand", "total 1"),
        Nd.Fails("11 hours hands-on", "11 massage_technique byHand; 1 general; 12 general onDemand", "in_person 1", "total Satisfied 24+0/24"),
        Nd.Fails("6 hours between 15 and 25 years, 3 earned", Nd.Done with { Since = "2010-05-15", Credits = "3 general" }, "total_15_years 3"),
        Nd.Fails("2 hours after 25 years", Nd.Done with { Since = "2000-01-15", Credits = "2 general" }, "total_25_years 1"),
        Nd.Open("how long it was held is unknown", Nd.Done with { Since = null, Credits = "3 general" }, "total Unknown 3+0/24", "total_25_years Satisfied 3+0/3"),
        Nd.First("official texts differ, so what the first renewal asks for is unknown", Nd.Done with { Since = "2024-04-01", Credits = "" }, null, "total Unknown 0+0/-"),

        Sd.Passes("8 hours in two years from October of an even year", "total Satisfied 8+0/8"),
        Sd.Fails("7 hours", "7 massage_technique", "total 1"),
        Sd.First("licensed for less than a year of the cycle: two half years begun, 4 hours; not seen in primary text", Sd.Done with { Since = "2025-11-15", Credits = "4 massage_technique" }, true, "total Satisfied 4+0/4"),
    ];
}
