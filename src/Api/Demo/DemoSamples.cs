using LicenseTracker.Api.Licenses;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Transport.GraphiQL;

namespace LicenseTracker.Api.Demo;

/// <summary>Questions to try on the GraphiQL page, about people whose stories the script tells.</summary>
internal static partial class DemoSamples
{
    private const string Registrar = "REGISTRAR";
    private const string Manager = "CLINIC_MANAGER";
    private const string Therapist = "THERAPIST";
    private const string Auditor = "AUDITOR";
    private const string Reviewer = "REVIEWER";

    private static readonly string[] HealedScar = ["surgical-scar"];

    public static IReadOnlyList<SampleQuery> Of(DateOnly day) =>
    [
        new("May she treat a client in week 22 of pregnancy?", Eligibility, new { input = Pregnancy(day) }, Manager),
        new("The same, with warning signs", Eligibility, new { input = Pregnancy(day, warningSigns: "true") }, Manager),
        new("Who has a license here that needs care?", Roster, new { filter = new { jurisdiction = "WA", standing = "SUSPENDED" } }, Manager),
        new("Who holds the oncology course?", Roster, new { filter = new { certification = "ONC-FOUND" } }, Manager),
        new("What are my licenses and certifications?", Own, null, Therapist),
        new("May I treat a client with a healed scar?", Eligibility, new
        {
            input = new { therapistId = "$therapistId", jurisdiction = "WA", conditions = HealedScar },
        }, Therapist),
        new("My credits, and what became of them", OwnCredits, null, Therapist),
        new("My continuing education, and what one more course would change", OwnEducation, new { whatIf = new[] { new { addCredit = Course(day) } } }, Therapist),
        new("The same courses, judged in three states", ThreeStates, new { name = CastInThreeStates.Name }, Reviewer),
        new("What waits for review, oldest first?", Queue, null, Reviewer),
        new("What may a course be about?", Categories, null, Reviewer),
        new("History of a license with a void", History, new { number = "DEMO-WA-1001", jurisdiction = "WA" }, Auditor),
        new("One date, judged before and after the void", Replay, new
        {
            number = "DEMO-WA-1001", jurisdiction = "WA", on = Iso(DemoDates.WronglySuspended(day)),
            before = Noon(DemoDates.SuspensionVoided(day).AddDays(-2)), after = Noon(DemoDates.SuspensionVoided(day).AddDays(2)),
        }, Auditor),
        new("A suspension that was learnt of six months late", Replay, new
        {
            number = "DEMO-WA-1003", jurisdiction = "WA", on = Iso(DemoDates.BackdatedSuspension(day).AddMonths(3)),
            before = Noon(DemoDates.BackdatedRecorded(day).AddDays(-2)), after = Noon(DemoDates.BackdatedRecorded(day).AddDays(2)),
        }, Auditor),
        new("Encumbrances that overlap, lifted out of order", Encumbrances, new { number = "DEMO-OR-1002", jurisdiction = "OR" }, Auditor),
        new("What do rosters say against the record?", Reviews, new { filter = new { open = true } }, Registrar),
        new("Find people by the beginning of a name", Roster, new { filter = new { name = "Knea" } }, Registrar),
        new("What a desk recorded about one license", History, new { number = "DEMO-TX-91001", jurisdiction = "TX" }, Reviewer),
        new("Everyone on record", Roster, new { }, "ADMINISTRATOR"),
        new("What does the catalogue say about a condition?", Catalogue, new { search = "preg" }),
        new("Who am I?", Viewer),
        new("Before a suspension: ask, and read the version", Lookup, new { number = Cast.SuspendableNumber, jurisdiction = "WA" }, Registrar),
    ];

    /// <summary>The registrar's change: it names the license as this installation writes its id.</summary>
    public static SampleQuery Imposition(DateOnly day, RelayIds ids) => new("Impose it", Impose, new
    {
        input = new
        {
            idempotencyKey = "try-1",
            licenseId = ids.Encode(new(LicenseNode.Type, Cast.Suspendable(day).Value)),
            version = Cast.SuspendableVersion,
            type = "SUSPENSION",
            effectiveOn = Iso(day.AddDays(-1)),
            category = "Trying the demonstration",
        },
    }, Registrar);

    public static SampleQuery AfterImposition { get; } =
        new("After it: the very next query knows", Lookup, new { number = Cast.SuspendableNumber, jurisdiction = "WA" }, Registrar);

    private static object Course(DateOnly day) => new
    {
        idempotencyKey = "not-used-up",
        therapistId = "$therapistId",
        courseTitle = "Ethics and boundaries",
        provider = new { name = "Demo School of Bodywork" },
        completedOn = Iso(day.AddDays(30)),
        delivery = "IN_PERSON",
        hours = new[] { new { category = "ethics", hours = "4" } },
    };

    private static object Pregnancy(DateOnly day, string warningSigns = "false") => new
    {
        therapistId = "$therapistId",
        clinicId = "$clinicId",
        jurisdiction = "WA",
        conditions = new[] { "Z34.90" },
        clientFacts = new object[]
        {
            new { fact = "gestation_weeks", value = "22+3", observedOn = Iso(day.AddDays(-1)) }, new { fact = "pregnancy_warning_signs", value = warningSigns },
        },
    };

    private static string Iso(DateOnly date) => date.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private static string Noon(DateOnly date) => Iso(date) + "T12:00:00Z";
}
