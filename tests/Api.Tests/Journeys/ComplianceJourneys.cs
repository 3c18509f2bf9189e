using System.Text.Json;
using System.Text.Json.Nodes;

namespace LicenseTracker.Api.Tests.Journeys;

/// <summary>Continuing education judged over HTTP: for its own sake, inside eligibility, and on suppositions.</summary>
[Collection(nameof(Server))]
public sealed class ComplianceJourneys(Server server)
{
    private const string Report =
        """
        { satisfied summary on cycleStart cycleEnd dueOn carriedIn carriedOut license { number } ruleBook { jurisdiction version adoptedLater }
          requirements { code title kind state required earned pending shortfall message citation { text confidence } }
          creditsUsed { credit { courseTitle } requirement hours } creditsRefused { credit { courseTitle } requirement hours code message }
          exemptions { exemption { jurisdiction } requirement } notes { code title text citation { text } } }
        """;

    [Fact]
    public async Task A_report_shows_what_is_earned_pending_and_missing_which_credit_served_what_and_why_another_did_not()
    {
        var therapist = await IllinoisAsync("CJ-1");
        await VerifiedAsync(therapist, "Technique", "massage_technique", "15", "2025-03-01");
        await CourseAsync(therapist, "Waiting", "ethics", "2", "2025-04-01");
        await VerifiedAsync(therapist, "Too early", "general", "5", "2024-06-01");

        var report = await JudgeAsync(therapist, "jurisdiction: IL, on: \"2026-06-01\"");

        report.At("satisfied").GetBoolean().ShouldBeFalse();
        (report.Text("cycleStart"), report.Text("cycleEnd"), report.Text("dueOn")).ShouldBe(("2025-01-01", "2026-12-31", "2026-12-31"));
        (report.Text("ruleBook", "version"), report.At("ruleBook", "adoptedLater").GetBoolean()).ShouldBe(("IL-2024", false));
        var ethics = report.At("requirements").EnumerateArray().Single(r => r.Text("code") == "ethics");
        (ethics.Text("state"), ethics.Text("required"), ethics.Text("earned"), ethics.Text("pending"), ethics.Text("shortfall")).ShouldBe(("PENDING", "2", "0", "2", "2"));
        ethics.Text("citation", "text").ShouldContain("Ill");
        var total = report.At("requirements").EnumerateArray().Single(r => r.Text("code") == "total");
        (total.Text("state"), total.Text("earned"), total.Text("shortfall")).ShouldBe(("SHORT", "18", "7"), "fifteen clock hours are eighteen of fifty minutes");
        report.At("creditsUsed").EnumerateArray().Select(u => (u.Text("credit", "courseTitle"), u.Text("requirement"), u.Text("hours"))).ShouldBe([("Technique", "total", "18")]);
        report.At("creditsRefused").EnumerateArray().Select(u => (u.Text("credit", "courseTitle"), u.Text("code"))).OrderBy(u => u.Item1)
            .ShouldBe([("Too early", "CREDIT_BEFORE_CYCLE"), ("Waiting", "CREDIT_NOT_VERIFIED")]);
        report.Text("summary").ShouldStartWith("Continuing education is missing, due by 2026-12-31: 25 hours in all: 18 of 25; ");
    }

    [Fact]
    public async Task Where_there_is_no_license_there_is_no_report_and_a_license_of_another_is_a_mistake()
    {
        var therapist = await IllinoisAsync("CJ-2");
        var other = await server.GrantAsync(await server.RegisterAsync(), "IL", "CJ-3");
        const string Ask = "query($t: ID!, $l: ID) { node(id: $t) { ... on Therapist { compliance(jurisdiction: IL, licenseId: $l, on: \"2026-06-01\") { satisfied } } } }";

        (await JudgeAsync(therapist, "jurisdiction: FL")).ValueKind.ShouldBe(JsonValueKind.Null);
        (await JudgeAsync(therapist, "jurisdiction: IL, on: \"2022-12-31\"")).ValueKind.ShouldBe(JsonValueKind.Null);
        (await JudgeAsync(therapist, "jurisdiction: IL, knownAt: \"2001-01-01T00:00:00Z\"")).ValueKind.ShouldBe(JsonValueKind.Null);
        (await JudgeAsync(therapist, "jurisdiction: IL, profession: AUDIOLOGIST")).ValueKind.ShouldBe(JsonValueKind.Null);
        foreach (var id in new[] { other, therapist, "nonsense" })
            (await server.SendAsync(Ask, new { t = therapist, l = id })).Code.ShouldBe("INVALID_INPUT", id);
        (await server.SendAsync(
            "query($t: ID!) { node(id: $t) { ... on Therapist { compliance(jurisdiction: IL, knownAt: \"2999-01-01T00:00:00Z\") { satisfied } } } }", new { t = therapist })).Code
            .ShouldBe("INVALID_INPUT");
    }

    [Fact]
    public async Task The_same_credits_answer_differently_in_three_states()
    {
        var therapist = await server.RegisterAsync();
        foreach (var (state, from, to) in new[] { ("IL", "2023-01-01", "2024-12-31"), ("FL", "2023-09-01", "2025-08-31"), ("GA", "2022-11-01", "2024-10-31") })
        {
            var license = await server.GrantAsync(therapist, state, $"CJ-4-{state}", from, to);
            await server.RecordAsync(
                "renewLicense", new { licenseId = license, version = 1, termStart = Next(to), expiresOn = Years(to, 2) }, "license { version }");
        }

        await VerifiedAsync(therapist, "Technique", "massage_technique", "20", "2026-03-01");
        await VerifiedAsync(therapist, "Ethics", "ethics", "2", "2026-03-02");
        await VerifiedAsync(therapist, "Violence", "domestic_violence_sexual_assault", "1", "2026-03-03");
        var states = new Dictionary<string, JsonElement>();
        foreach (var state in new[] { "IL", "FL", "GA" })
            states.Add(state, await JudgeAsync(therapist, $"jurisdiction: {state}, on: \"2026-06-01\""));

        var clinic = await server.OpenClinicAsync("Clinic of CJ-4");
        await server.RecordAsync(
            "adoptPolicy", new { clinicId = clinic, version = 0, name = "Strict", effectiveFrom = "2025-01-01", content = new { ceNotOnTrack = "BLOCK" } }, "policyVersion", Server.Administrator);
        foreach (var (state, verdict) in new[] { ("IL", "ELIGIBLE"), ("FL", "NOT_ELIGIBLE"), ("GA", "NOT_ELIGIBLE") })
        {
            (await server.AskAsync(
                "query($i: EligibilityInput!) { eligibility(input: $i) { verdict } }",
                new { i = new { therapistId = therapist, jurisdiction = state, on = "2026-06-01", clinicId = clinic } }, Server.Auditor)).Text("eligibility", "verdict").ShouldBe(verdict);
        }

        states["IL"].At("satisfied").GetBoolean().ShouldBeTrue();
        states["FL"].At("satisfied").GetBoolean().ShouldBeFalse();
        Shortfalls(states["FL"]).ShouldBe(["total 5", "medical_errors 2", "laws_rules 2", "human_trafficking 1"], ignoreOrder: true);
        states["GA"].At("satisfied").GetBoolean().ShouldBeFalse();
        Shortfalls(states["GA"]).ShouldBe(["total 24", "hands_on 12"], ignoreOrder: true, "no provider is approved");
    }

    [Fact]
    public async Task A_past_cycle_is_judged_by_the_rules_of_then_and_of_now_side_by_side()
    {
        var therapist = await server.RegisterAsync();
        var license = await server.GrantAsync(therapist, "IL", "CJ-5", "2019-01-01", "2020-12-31");
        await server.RecordAsync("renewLicense", new { licenseId = license, version = 1, termStart = "2021-01-01", expiresOn = "2022-12-31" }, "license { version }");
        await VerifiedAsync(therapist, "Technique", "massage_technique", "20", "2022-03-01");

        var both = (await server.AskAsync(
            $$"""
            query($t: ID!) { node(id: $t) { ... on Therapist {
              then: compliance(jurisdiction: IL, on: "2022-12-31") {{Report}}
              now: compliance(jurisdiction: IL, on: "2022-12-31", whatIf: [{ ruleBookVersion: "IL-2024" }]) {{Report}} } } }
            """,
            new { t = therapist })).At("node");

        (both.Text("then", "ruleBook", "version"), Total(both.At("then"))).ShouldBe(("IL-2008", "24 of 24"));
        (both.Text("now", "ruleBook", "version"), Total(both.At("now"))).ShouldBe(("IL-2024", "24 of 25"));

        static string Total(JsonElement report) =>
            report.At("requirements").EnumerateArray().Where(r => r.Text("code") == "total").Select(r => $"{r.Text("earned")} of {r.Text("required")}").Single();
    }

    [Fact]
    public async Task What_was_known_before_a_review_comes_back()
    {
        var therapist = await IllinoisAsync("CJ-6");
        var credit = await CourseAsync(therapist, "Technique", "massage_technique", "15", "2025-03-01");
        var before = (await server.AskAsync("query($c: ID!) { node(id: $c) { ... on Credit { submittedAt } } }", new { c = credit })).Text("node", "submittedAt");
        await server.RecordAsync("verifyCredit", new { creditId = credit, version = 1, method = "Seen." }, "credit { id }", Server.Reviewer);

        Earned(await JudgeAsync(therapist, "jurisdiction: IL, on: \"2026-06-01\"")).ShouldBe("18");
        Earned(await JudgeAsync(therapist, $"jurisdiction: IL, on: \"2026-06-01\", knownAt: \"{before}\"")).ShouldBe("0");

        static string Earned(JsonElement report) => report.At("requirements").EnumerateArray().First(r => r.Text("code") == "total").Text("earned");
    }

    [Fact]
    public async Task A_clinic_whose_policy_blocks_gets_no_for_an_answer_until_the_hours_are_in()
    {
        var therapist = await IllinoisAsync("CJ-7");
        var clinic = await server.OpenClinicAsync("Clinic of CJ-7");
        await server.RecordAsync(
            "adoptPolicy", new { clinicId = clinic, version = 0, name = "Strict", effectiveFrom = "2025-01-01", content = new { ceNotOnTrack = "BLOCK" } }, "policyVersion", Server.Administrator);

        (await DecideAsync(null)).ShouldBe(("ELIGIBLE", "CE_MISSING WARNING"));
        (await DecideAsync(clinic)).ShouldBe(("NOT_ELIGIBLE", "CE_MISSING BLOCKING"));
        await VerifiedAsync(therapist, "Technique", "massage_technique", "20", "2025-03-01");
        await VerifiedAsync(therapist, "Violence", "domestic_violence_sexual_assault", "1", "2025-03-02");
        await VerifiedAsync(therapist, "Ethics", "ethics", "2", "2025-03-03");
        (await DecideAsync(clinic)).ShouldBe(("ELIGIBLE", "CE_DONE SATISFIED"));

        async Task<(string, string)> DecideAsync(string? clinicId)
        {
            var decision = (await server.AskAsync(
                "query($i: EligibilityInput!) { eligibility(input: $i) { verdict ruleBook { version } reasons { code outcome evidence { type } } } }",
                new { i = new { therapistId = therapist, jurisdiction = "IL", on = "2026-06-01", clinicId } }, Server.Auditor)).At("eligibility");
            decision.Text("ruleBook", "version").ShouldBe("IL-2024");
            return (decision.Text("verdict"), decision.At("reasons").EnumerateArray().Where(r => r.Text("code").StartsWith("CE_", StringComparison.Ordinal)).Select(r => $"{r.Text("code")} {r.Text("outcome")}").Single());
        }
    }

    private static string Next(string day) => DateOnly.Parse(day).AddDays(1).ToString("yyyy-MM-dd");

    private static string Years(string day, int years) => DateOnly.Parse(day).AddYears(years).ToString("yyyy-MM-dd");

    private static IEnumerable<string> Shortfalls(JsonElement report) =>
        report.At("requirements").EnumerateArray().Where(r => r.Text("state") == "SHORT").Select(r => $"{r.Text("code")} {r.Text("shortfall")}");

    private async Task<string> IllinoisAsync(string number)
    {
        var therapist = await server.RegisterAsync();
        var license = await server.GrantAsync(therapist, "IL", number, "2023-01-01", "2024-12-31");
        await server.RecordAsync("renewLicense", new { licenseId = license, version = 1, termStart = "2025-01-01", expiresOn = "2026-12-31" }, "license { version }");
        return therapist;
    }

    private async Task<string> CourseAsync(string therapist, string title, string category, string hours, string completedOn)
    {
        var course = World.Course(therapist, title, completedOn);
        course["delivery"] = "IN_PERSON";
        course["provider"] = new JsonObject { ["name"] = "Demo School" };
        course["hours"] = new JsonArray(new JsonObject { ["category"] = category, ["hours"] = hours });
        return (await server.RecordAsync("submitCredit", course, "credit { id }")).At("credit").Id();
    }

    private async Task VerifiedAsync(string therapist, string title, string category, string hours, string completedOn)
    {
        var credit = await CourseAsync(therapist, title, category, hours, completedOn);
        await server.RecordAsync("verifyCredit", new { creditId = credit, version = 1, method = "Seen." }, "credit { id }", Server.Reviewer);
    }

    private async Task<JsonElement> JudgeAsync(string therapist, string arguments) =>
        (await server.AskAsync($"query($t: ID!) {{ node(id: $t) {{ ... on Therapist {{ compliance({arguments}) {Report} }} }} }}", new { t = therapist })).At("node", "compliance");
}
