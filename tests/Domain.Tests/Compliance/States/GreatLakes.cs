using static LicenseTracker.Domain.Rules.HeldCredential;

namespace LicenseTracker.Domain.Tests.Compliance.States;

/// <summary>Illinois, Indiana, Michigan, Ohio, Wisconsin.</summary>
internal static class GreatLakes
{
    private const string Michigan = "; 3 implicit_bias; 1 human_trafficking on 2018-03-01";

    private static readonly StateLaw Il = new("Illinois", "1284.90", new("IL-2024", "2025-01-01..2026-12-31", "22 massage_technique; 1 domestic_violence_sexual_assault; 2 ethics"));
    private static readonly StateLaw In = new("Indiana", "IC 25-21.8", new("IN-2022", "2025-05-16..2029-05-15", "") { Holds = [LiabilityInsurance] });
    private static readonly StateLaw Mi = new("Michigan", "R 338.732, 338.739, 338.741", new("MI-2021", "2024-11-01..2027-10-31", "8 massage_technique; 7 massage_technique; 2 ethics; 1 pain_management" + Michigan));
    private static readonly StateLaw Oh = new("Ohio", "4731.15", new("OH-undated", "2024-07-01..2026-06-30", ""));
    private static readonly StateLaw Wi = new("Wisconsin", "MTBT 7.02", new("WI-2015", "2025-03-02..2027-03-01", "2 ethics; 22 massage_technique") { Holds = [Aed, LiabilityInsurance] });

    public static Worked[] All { get; } =
    [
        Il.Passes("25 with one on domestic violence and two on ethics", "total Satisfied 25+0/25", "domestic_violence_sexual_assault Satisfied 1+0/1", "ethics Satisfied 2+0/2"),
        Il.Passes("21 clock hours are 25.2 of 50 minutes", Il.Done with { Minutes = 60, Credits = "18 massage_technique; 1 domestic_violence_sexual_assault; 2 ethics" }, "total Satisfied 25+0/25"),
        Il.Fails("24 were enough before 2024, not since", "21 massage_technique; 1 domestic_violence_sexual_assault; 2 ethics", "total 1"),
        Il.Fails("nothing on domestic violence", "23 massage_technique; 2 ethics", "domestic_violence_sexual_assault 1", "total Satisfied 25+0/25"),
        Il.Fails("1 hour on ethics", "23 massage_technique; 1 domestic_violence_sexual_assault; 1 ethics", "ethics 1", "total Satisfied 25+0/25"),
        Il.First("nothing at the first renewal", Il.Done with { Since = "2025-06-01", Credits = "" }, true, "total Exempt 0+0/0", "ethics Exempt 0+0/0"),

        In.Open("how many hours are asked for is unknown, and unknown is not zero; not seen in primary text", In.Done, "total Unknown -+-/-"),
        In.Fails("not insured; not seen in primary text", In.Done with { Holds = [] }, "insurance"),

        Mi.Passes("an hour of implicit bias a year, on top of the 18", "implicit_bias Satisfied 3+0/3", "total Satisfied 18+0/18", "human_trafficking Satisfied -+-/-"),
        Mi.Passes("hours of implicit bias are none of the 18", Mi.Done with { Credits = "12 massage_technique; 3 general; 2 ethics; 1 pain_management; 6 implicit_bias; 1 human_trafficking on 2018-03-01" }, "implicit_bias Satisfied 3+0/3", "total Satisfied 18+0/18"),
        Mi.Passes("15 hours on one certificate of two days", Mi.Done with { Credits = "15 massage_technique from 2025-01-31 on 2025-02-01; 2 ethics; 1 pain_management" + Michigan }, "total Satisfied 18+0/18"),
        Mi.Open("15 hours on one certificate took more than one day, but which is unknown", Mi.Done with { Credits = "15 massage_technique on 2025-02-01; 2 ethics; 1 pain_management" + Michigan }, "total Unknown -+0/18"),
        Mi.Fails("12 hours of one day", "8 massage_technique on 2025-02-01; 7 massage_technique on 2025-02-01; 2 ethics; 1 pain_management" + Michigan, "total 3"),
        Mi.Fails("the same course counts once", "8 massage_technique course swedish; 7 massage_technique course swedish; 2 ethics; 1 pain_management" + Michigan, "total 7"),
        Mi.Fails("1 hour on ethics", "8 massage_technique; 8 massage_technique; 1 ethics; 1 pain_management" + Michigan, "ethics 1", "total Satisfied 18+0/18"),
        Mi.Fails("nothing on pain", "8 massage_technique; 8 massage_technique; 2 ethics" + Michigan, "pain_management 1", "total Satisfied 18+0/18"),
        Mi.Fails("2 hours of implicit bias in three years; not seen in primary text", "8 massage_technique; 7 massage_technique; 2 ethics; 1 pain_management; 2 implicit_bias; 1 human_trafficking on 2018-03-01", "implicit_bias 1", "total Satisfied 18+0/18"),
        Mi.First("nothing but the trafficking training at the first renewal; not seen in primary text", Mi.Done with { Since = "2025-01-10", Credits = "1 human_trafficking on 2025-03-01" }, true, "total Exempt 0+0/0", "implicit_bias Exempt 0+0/0"),

        Oh.Passes("no hours; not seen in primary text", "total Satisfied 0+0/0"),

        Wi.Passes("24 hours, 2 on ethics, with a defibrillator's proficiency and insurance", "total Satisfied 24+0/24", "ethics Satisfied 2+0/2"),
        Wi.Passes("20 clock hours are 24 of 50 minutes", Wi.Done with { Minutes = 60, Credits = "1.67 ethics; 18.34 massage_technique" }, "total Satisfied 24+0/24", "ethics Satisfied 2+0/2"),
        Wi.Fails("23 hours", "2 ethics; 21 massage_technique", "total 1"),
        Wi.Fails("1 hour on ethics", "1 ethics; 23 massage_technique", "ethics 1", "total Satisfied 24+0/24"),
        Wi.Fails("not insured", Wi.Done with { Holds = [Aed] }, "insurance"),
        Wi.First("no hours at the first renewal", Wi.Done with { Since = "2025-06-01", Credits = "" }, true, "total Exempt 0+0/0"),
    ];
}
