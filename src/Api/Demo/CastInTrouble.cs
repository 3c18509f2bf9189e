using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Api.Demo;

/// <summary>The stories of discipline: overlapping, late, stayed, revised, ended and given back.</summary>
internal static class CastInTrouble
{
    public const string Overlapping = "Corvella Loosenock";
    public const string Backdated = "Żywilda Petrissović";
    public const string Reinstated = "Ottilind Bolsterby";
    public const string Revised = "Thúyvân-Mơ Effleurière";

    public static void Write(DemoScript script)
    {
        var day = script.Day;
        LiftedOutOfOrder(day, Cast.Veteran(script, Overlapping, Jurisdiction.OR, "DEMO-OR-1002").License);

        var backdated = Cast.Veteran(script, Backdated, Jurisdiction.WA, "DEMO-WA-1003").License;
        backdated.Impose(
            DemoDates.BackdatedRecorded(day), EncumbranceType.EmergencySuspension, DemoDates.BackdatedSuspension(day), category: "Imminent danger",
            note: "The order reached us by post, six months late.");

        RevokedAndGivenBack(day, Cast.Veteran(script, Reinstated, Jurisdiction.TX, "DEMO-TX-1002").License);
        StayedAndRevised(day, Cast.Veteran(script, Revised, Jurisdiction.FL, "DEMO-FL-1001").License);

        var reported = Cast.Veteran(script, "Φαιδρωπία Ζεστοπέτρα", Jurisdiction.IL, "DEMO-IL-1001").License;
        reported.Report(day.AddMonths(-9), day.AddMonths(-9).AddDays(-15));

        var voidedVoid = Cast.Veteran(script, "Łucjanella Měkkorukýová", Jurisdiction.CO, "DEMO-CO-1001").License;
        voidedVoid.Impose(day.AddMonths(-20), EncumbranceType.Probation, day.AddMonths(-20).AddDays(-5), category: "Records");
        voidedVoid.Void<EncumbranceImposed>(day.AddMonths(-19), "No such order was found.");
        voidedVoid.Void<LicenseFactVoided>(day.AddMonths(-18), "The order was found: the probation holds after all.");

        // The order that was first entered on DEMO-WA-1001; and an investigation, which only registrars and auditors see.
        var (person, suspended) = Cast.Veteran(script, "Brambleth Kneadwell", Jurisdiction.WA, "DEMO-WA-1010");
        suspended.Impose(
            DemoDates.SuspensionVoided(day), EncumbranceType.Suspension, DemoDates.WronglySuspended(day).AddDays(-6), day.AddMonths(-3), "Unprofessional conduct");
        person.Investigate(day.AddMonths(-1), suspended, day.AddMonths(-1).AddDays(-4), "Complaint by a client; interviews are under way.");

        var conditional = Cast.Veteran(script, "Tobiander Halfhourne", Jurisdiction.NY, "DEMO-NY-1001", lastRenewals: 1).License;
        var lapse = Terms.From(Jurisdiction.NY, Terms.From(Jurisdiction.NY, day.AddYears(-7).AddDays(-110)).ExpiresOn.AddDays(1)).ExpiresOn;
        conditional.RegisterConditionally(lapse.AddDays(4), new(lapse.AddDays(1), lapse.AddMonths(18)), "Complete the missing hours within eighteen months");

        // Filed in time and not yet answered.
        var pending = script.NewPerson();
        pending.Register(day.AddYears(-3), "Velmira", "Stretchmere");
        var filed = pending.Licensed(day.AddMonths(-25), Jurisdiction.CO, "DEMO-CO-1002", day.AddMonths(-25), new(day.AddMonths(-25), day.AddDays(-18)));
        filed.File(day.AddDays(-30), day.AddDays(-31));
    }

    /// <summary>Three actions at once; the last imposed is the first lifted, and a suspension outlives them.</summary>
    private static void LiftedOutOfOrder(DateOnly day, LicenseStory license)
    {
        var suspension = license.Impose(day.AddMonths(-26), EncumbranceType.Suspension, day.AddMonths(-26).AddDays(-3), category: "Fraudulent billing");
        var supervision = license.Impose(day.AddMonths(-24), EncumbranceType.RequiredSupervision, day.AddMonths(-24).AddDays(-1));
        var probation = license.Impose(day.AddMonths(-23), EncumbranceType.Probation, day.AddMonths(-23).AddDays(-6), note: "Reports each quarter.");
        license.Impose(day.AddMonths(-22), EncumbranceType.Fine, day.AddMonths(-22), category: "Costs");
        license.Lift(day.AddMonths(-20), probation, day.AddMonths(-20).AddDays(-2));
        license.Lift(day.AddMonths(-12), suspension, day.AddMonths(-12).AddDays(-9));
        license.Lift(day.AddMonths(-4), supervision, day.AddMonths(-4));
    }

    private static void RevokedAndGivenBack(DateOnly day, LicenseStory license)
    {
        license.Impose(day.AddMonths(-40), EncumbranceType.Revocation, day.AddMonths(-40).AddDays(-7), category: "Criminal conviction");
        license.Reinstate(day.AddMonths(-15), day.AddMonths(-15).AddDays(-2));
        license.Impose(day.AddMonths(-15).AddDays(1), EncumbranceType.Probation, day.AddMonths(-15).AddDays(-2), day.AddMonths(9), "Terms of reinstatement");
    }

    private static void StayedAndRevised(DateOnly day, LicenseStory license)
    {
        var action = license.Impose(day.AddMonths(-18), EncumbranceType.Suspension, day.AddMonths(-18).AddDays(-4), category: "Negligence");
        license.Stay(day.AddMonths(-17), action, day.AddMonths(-17).AddDays(-3), day.AddMonths(-11));
        license.Revise(day.AddMonths(-13), action, EncumbranceType.Probation, day.AddMonths(-13).AddDays(-1), null, "Settled on appeal.");
        license.Lift(day.AddMonths(-6), action, day.AddMonths(-6).AddDays(-2));
    }
}
