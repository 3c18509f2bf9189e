using LicenseTracker.Domain;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Api.Demo;

/// <summary>The people whose stories the sample queries tell, each with a license number one can remember.</summary>
internal static class Cast
{
    public const string Zephyrelle = "Zephyrelle Kneadwell";

    internal const int YearsOnRecord = 7;

    /// <summary>The license that the registrar's samples suspend.</summary>
    public static LicenseId Suspendable(DateOnly day) => Person.LicenseIdOf(day, SuspendableNumber, Registered(day));

    /// <summary>How many facts it has after the first run.</summary>
    public const long SuspendableVersion = 9;

    public const string SuspendableNumber = "DEMO-WA-1002";

    public static TherapistId ZephyrelleId(DateOnly day) => IdOf(day, Zephyrelle);

    public static IEnumerable<(TherapistId, DateOnly Registered)> AtStillwater(DateOnly day) =>
        new[] { Zephyrelle, CastInTrouble.Overlapping, CastInTrouble.Backdated, Oncology }.Select(name => (IdOf(day, name), Registered(day)));

    public static IEnumerable<(TherapistId, DateOnly Registered)> AtPalmshade(DateOnly day) =>
        new[] { CastInTrouble.Reinstated, CastInTrouble.Revised, Moved }.Select(name => (IdOf(day, name), Registered(day)));

    public static void Write(DemoScript script)
    {
        WrongPerson(script);
        Oncologist(script);
        Mover(script);
        Unlicensed(script);
        CastInTrouble.Write(script);
        CastInThreeStates.Write(script);
    }

    /// <summary>A licensee of old with the yearly or longer terms of her board, renewed in time.</summary>
    internal static (Person Person, LicenseStory License) Veteran(DemoScript script, string name, Jurisdiction state, string number, int lastRenewals = int.MaxValue)
    {
        var person = script.NewPerson(IdOf(script.Day, name).Value);
        var (given, family) = name.Split(' ') is [var first, var last] ? (first, last) : throw new ArgumentException("Two words.", nameof(name));
        person.Register(Registered(script.Day), given, family, "1984-02-29");
        return (person, Licensed(script, person, state, number, lastRenewals));
    }

    /// <summary>A license granted 110 days into a year, so that no term of the cast ends near the first run unless it is meant to.</summary>
    internal static LicenseStory Licensed(DemoScript script, Person person, Jurisdiction state, string number, int lastRenewals = int.MaxValue)
    {
        var granted = script.Day.AddYears(-YearsOnRecord).AddDays(-110);
        var term = Terms.From(state, granted);
        var license = person.Licensed(Registered(script.Day), state, number, granted, term);
        for (var renewed = 0; renewed < lastRenewals && term.ExpiresOn < script.Day; renewed++)
        {
            var recorded = term.ExpiresOn.AddDays(-21);
            term = Terms.After(state, term);
            license.Renew(recorded, term);
        }

        return license;
    }

    internal static DateOnly Registered(DateOnly day) => day.AddYears(-YearsOnRecord).AddDays(-100);

    private const string Oncology = "Ögmündelína Håndlagersen";
    private const string Moved = "Quillon Warmstone";

    private static TherapistId IdOf(DateOnly day, string name) => new(DemoIds.Named(day, name));

    /// <summary>A suspension was entered on the wrong license and voided twelve days later; her CPR card and her second license run out soon.</summary>
    private static void WrongPerson(DemoScript script)
    {
        var day = script.Day;
        var (person, license) = Veteran(script, Zephyrelle, Jurisdiction.WA, "DEMO-WA-1001");
        person.Certified(day.AddYears(-5), "PRENATAL", "Demo School of Bodywork", day.AddYears(-5).AddDays(-20));
        person.Certified(day.AddYears(-2), "CPR", "Demo Heart Rescue", day.AddYears(-2).AddDays(41), day.AddDays(40));
        Courses(script, person);
        license.Impose(
            DemoDates.WronglySuspended(day), EncumbranceType.Suspension, DemoDates.WronglySuspended(day).AddDays(-6), category: "Unprofessional conduct",
            note: "From the weekly list of orders.");
        license.Void<EncumbranceImposed>(DemoDates.SuspensionVoided(day), "Entered on the wrong license: the order names DEMO-WA-1010.");
        person.Licensed(
            day.AddYears(-2).AddDays(30), Jurisdiction.OR, "DEMO-OR-1001", day.AddYears(-2).AddDays(26), new(day.AddYears(-2).AddDays(26), day.AddDays(25)));
    }

    /// <summary>What became of the therapist persona's courses over the years: everything that may.</summary>
    private static void Courses(DemoScript script, Person person)
    {
        var (day, self) = (script.Day, DemoPersonas.TherapistOf(ZephyrelleId(script.Day), Zephyrelle, script.Day));
        for (var year = 6; year > 0; year--)
            person.Submit(day.AddYears(-year).AddDays(30), self, Demo.Courses.Of(year, day.AddYears(-year).AddDays(20))).Verify(day.AddYears(-year).AddDays(44));
        var blurred = person.Submit(day.AddMonths(-10), self, Demo.Courses.Of(7, day.AddMonths(-10).AddDays(-3)));
        blurred.Reject(day.AddMonths(-10).AddDays(8), "The certificate cannot be read; please send a better scan.");
        blurred.Resubmit(day.AddMonths(-10).AddDays(12), Demo.Courses.Of(7, day.AddMonths(-10).AddDays(-3)));
        blurred.Verify(day.AddMonths(-10).AddDays(20));
        var forged = person.Submit(day.AddMonths(-20), self, Demo.Courses.Of(3, day.AddMonths(-20).AddDays(-6)));
        forged.Verify(day.AddMonths(-20).AddDays(9));
        forged.Revoke(day.AddMonths(-15), "The provider has no record of this course.");
        person.Submit(day.AddMonths(-7), self, Demo.Courses.Of(2, day.AddMonths(-7).AddDays(-2))).Withdraw(day.AddMonths(-7).AddDays(1));
        person.Submit(day.AddMonths(-5), self, Demo.Courses.Of(4, day.AddMonths(-5).AddDays(-9))).Reject(day.AddMonths(-5).AddDays(15), "Not a course in massage therapy.");
        person.Submit(day.AddDays(-40), self, Demo.Courses.Of(5, day.AddDays(-52)));
        person.Submit(day.AddDays(-16), self, Demo.Courses.Of(1, day.AddDays(-20)) with { StatedAs = "0.6 CEU" });
    }

    private static void Oncologist(DemoScript script)
    {
        var day = script.Day;
        var (person, license) = Veteran(script, Oncology, Jurisdiction.WA, SuspendableNumber);
        person.Certified(day.AddYears(-4), "ONC-FOUND", "Demo Oncology Massage Institute", day.AddYears(-4).AddDays(-12));
        person.Certified(day.AddYears(-3), "CDT-135", "Demo Lymphology School", day.AddYears(-3).AddDays(-12));
        person.Certified(day.AddYears(-2), "CLT-LANA", "Demo Lymphology Board", day.AddYears(-2).AddDays(-9));
        var scar = person.Certified(day.AddYears(-2), "SCAR", "Demo School of Bodywork", day.AddYears(-2).AddDays(-30));
        person.Revoke(day.AddMonths(-5), scar, day.AddMonths(-5).AddDays(-3));
        license.Correct<LicenseRenewed>(
            day.AddMonths(-8), f => f with { Term = f.Term with { StartsOn = f.Term.StartsOn.AddDays(1) } }, "The first day was typed a day early.");
    }

    private static void Mover(DemoScript script)
    {
        var day = script.Day;
        var (person, license) = Veteran(script, Moved, Jurisdiction.TX, "DEMO-TX-1001");
        license.Renumber(day.AddYears(-3).AddDays(2), "DEMO-TX-91001", day.AddYears(-3));
        person.Rename(day.AddMonths(-30), "Quillon", "Warmstone-Ręcznikowska", day.AddMonths(-30).AddDays(-10));
        license.Rename(day.AddMonths(-29), "Quillon", "Warmstone-Ręcznikowska", day.AddMonths(-30).AddDays(-10));
        license.Inactivate(day.AddMonths(-26), day.AddMonths(-26).AddDays(-2));
        license.Reactivate(day.AddMonths(-14), day.AddMonths(-14).AddDays(-4));
        license.Close(day.AddMonths(-12), day.AddMonths(-12));
        license.Reopen(day.AddMonths(-11), day.AddMonths(-11).AddDays(-1));
    }

    /// <summary>She works where no state license exists.</summary>
    private static void Unlicensed(DemoScript script)
    {
        var person = script.NewPerson(IdOf(script.Day, "Ysolette Calmwater").Value);
        person.Register(Registered(script.Day), "Ysolette", "Calmwater");
        person.Certified(script.Day.AddYears(-3), "BCTMB", "Demo Certification Board", script.Day.AddYears(-3).AddDays(-5), script.Day.AddYears(1));
    }
}
