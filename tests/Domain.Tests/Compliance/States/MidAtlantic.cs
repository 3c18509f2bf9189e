using static LicenseTracker.Domain.Rules.HeldCredential;

namespace LicenseTracker.Domain.Tests.Compliance.States;

/// <summary>District of Columbia, Delaware, Maryland, New Jersey, New York, Pennsylvania.</summary>
internal static class MidAtlantic
{
    private static readonly StateLaw Dc = new("DC", "17 DCMR 7501", new("DC-2021", "2025-02-01..2027-01-31", "3 ethics; 9 massage_technique byHand; 2 lgbtq; 1.4 public_health_priorities") { Holds = [Cpr, FirstAid] });
    private static readonly StateLaw De = new("Delaware", "24 DE Admin. Code 5300", new("DE-2014", "2024-09-01..2026-08-31", "18 massage_technique byHand; 6 general") { Holds = [Cpr] });
    private static readonly StateLaw Md = new("Maryland", "10.65.05", new("MD-2022", "2024-11-01..2026-10-31", "3 ethics; 3 communicable_disease; 2 cultural_competency; 16 massage_technique") { Holds = [Cpr] });
    private static readonly StateLaw Nj = new("New Jersey", "13:37A-4.1", new("NJ-2021", "2024-12-01..2026-11-30", "2 ethics; 1 laws_rules; 17 massage_technique") { Holds = [Cpr, Aed] });
    private static readonly StateLaw Ny = new("New York", "8 NYCRR 78.5", new("NY-2015", "2023-06-01..2026-05-31", "24 massage_technique; 12 general homeStudy"));
    private static readonly StateLaw Pa = new("Pennsylvania", "49 Pa. Code 20.31", new("PA-2011", "2025-02-01..2027-01-31", "4 ethics; 20 massage_technique; 2 child_abuse_recognition") { Holds = [Cpr] });

    public static Worked[] All { get; } =
    [
        Dc.Passes("3, 9, 2 and a tenth of 14, with 6 hands-on within the 9", "total Satisfied 14+0/14", "in_person Satisfied 6+0/6", "public_health_priorities Satisfied 1.4+0/1.4"),
        Dc.Fails("14 in all but 7.6 of the 9 on massage", "3 ethics; 7.6 massage_technique byHand; 2 lgbtq; 1.4 public_health_priorities", "massage_subjects 1.4", "total Satisfied 14+0/14"),
        Dc.Fails("13 in all", "3 ethics; 8 massage_technique byHand; 2 lgbtq", "total 1"),
        Dc.Fails("2 hours on ethics", "2 ethics; 9 massage_technique byHand; 2 lgbtq; 1.4 public_health_priorities", "ethics 1", "total Satisfied 14+0/14"),
        Dc.Fails("nothing hands-on", "3 ethics; 9 massage_technique onDemand; 2 lgbtq; 1.4 public_health_priorities", "in_person 6", "massage_subjects Satisfied 9+0/9"),
        Dc.Fails("nothing on LGBTQ care", "3 ethics; 9 massage_technique byHand; 2 general; 1.4 public_health_priorities", "lgbtq 2", "total Satisfied 14+0/14"),
        Dc.Fails("nothing on the director's priorities", "3 ethics; 9 massage_technique byHand; 2 lgbtq", "public_health_priorities 1.4", "total Satisfied 14+0/14"),
        Dc.Fails("without CPR", Dc.Done with { Holds = [FirstAid] }, "cpr", "total Satisfied 14+0/14"),
        Dc.First("nothing but CPR and first aid at the first renewal", Dc.Done with { Since = "2025-06-01", Credits = "" }, true, "total Exempt 0+0/0", "in_person Exempt 0+0/0", "cpr Satisfied -+-/-"),

        De.Passes("24 hours and CPR", "total Satisfied 24+0/24"),
        De.Fails("23 hours", "18 massage_technique byHand; 5 general", "total 1"),
        De.Fails("17 hours on massage; the 18 are not seen in primary text", "17 massage_technique byHand; 7 general", "massage_subjects 1", "electives Satisfied 6+0/6"),
        De.Fails("nothing hands-on; the 9 hours are not seen in primary text", "18 massage_technique onDemand; 6 general", "hands_on 9", "total Satisfied 24+0/24"),
        .. De.FirstUnknown("total Unknown 0+0/-"),

        Md.Passes("24 hours made of 3, 3, 2 and 16", "total Satisfied 24+0/24", "ethics Satisfied 3+0/3", "communicable_disease Satisfied 3+0/3", "cultural_competency Satisfied 2+0/2", "massage_subjects Satisfied 16+0/16"),
        Md.Fails("general hours fill no part", "3 ethics; 3 communicable_disease; 2 cultural_competency; 15 massage_technique; 5 general", "total 1"),
        Md.Fails("2 hours on ethics or law", "2 ethics; 3 communicable_disease; 2 cultural_competency; 17 massage_technique", "ethics 1", "total Short 23+0/24"),
        Md.Fails("2 hours on communicable disease", "3 ethics; 2 communicable_disease; 2 cultural_competency; 17 massage_technique", "communicable_disease 1", "total Short 23+0/24"),
        Md.Fails("1 hour on cultural competency", "3 ethics; 3 communicable_disease; 1 cultural_competency; 17 massage_technique", "cultural_competency 1", "total Short 23+0/24"),
        Md.Fails("15 hours on massage", "3 ethics; 3 communicable_disease; 2 cultural_competency; 15 massage_technique", "massage_subjects 1", "total Short 23+0/24"),
        Md.First("licensed less than 12 months: an hour of implicit bias and no other", Md.Done with { Since = "2026-03-01", Credits = "1 implicit_bias" }, true, "total Exempt 0+0/0", "implicit_bias Satisfied 1+0/1"),
        Md.First("licensed less than 12 months, without that hour", Md.Done with { Since = "2026-03-01", Credits = "" }, false, "total Exempt 0+0/0", "implicit_bias Short 0+0/1"),
        Md.First("licensed longer, all is asked for", Md.Done with { Since = "2025-01-10", Credits = "1 implicit_bias" }, false, "total Short 1+0/24"),

        Nj.Passes("20 hours, 2 on ethics, 1 on the law; not seen in primary text", "total Satisfied 20+0/20", "ethics Satisfied 2+0/2", "laws_rules Satisfied 1+0/1"),
        Nj.Fails("8 hours online are 6; not seen in primary text", "2 ethics; 1 laws_rules; 9 massage_technique; 8 general onDemand", "total 2"),

        Ny.Passes("36 hours in three years, 12 of them by self-instruction", "total Satisfied 36+0/36", "self_study_limit Satisfied 12+0/12"),
        Ny.Fails("16 hours of self-instruction are 12", "20 massage_technique; 16 general homeStudy", "total 4"),
        Ny.First("the registration period in which the license was issued is exempt", Ny.Done with { Since = "2023-06-01", Credits = "" }, true, "total Exempt 0+0/0"),

        Pa.Passes("24 hours, 4 on ethics, 16 by contact, and child abuse recognition beside them", "total Satisfied 24+0/24", "ethics Satisfied 4+0/4", "contact Satisfied 16+0/16", "child_abuse_recognition Satisfied 2+0/2"),
        Pa.Fails("hours of CPR are none of the 24", "4 ethics; 16 massage_technique; 4 cpr_first_aid; 2 child_abuse_recognition", "total", "cpr Satisfied -+-/-"),
        Pa.Fails("20 hours", "4 ethics; 16 massage_technique", "total 4"),
        Pa.Fails("3 hours on ethics", "3 ethics; 21 massage_technique; 2 child_abuse_recognition", "ethics 1", "total Satisfied 24+0/24"),
        Pa.Fails("15 hours by contact", "4 ethics onDemand; 15 massage_technique; 5 general onDemand; 2 child_abuse_recognition onDemand", "contact 1", "total Satisfied 24+0/24"),
        Pa.Fails("nothing on child abuse recognition; the 2 hours are not seen in primary text", "4 ethics; 20 massage_technique", "child_abuse_recognition 2", "total Satisfied 24+0/24"),
        .. Pa.FirstUnknown("total Unknown 0+0/-"),
    ];
}
