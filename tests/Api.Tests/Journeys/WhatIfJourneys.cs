using System.Text.Json;
using System.Text.Json.Nodes;

namespace LicenseTracker.Api.Tests.Journeys;

/// <summary>What is supposed answers exactly as if it had been recorded, and is not.</summary>
[Collection(nameof(Server))]
public sealed class WhatIfJourneys(Server server)
{
    private const string Both =
        """
        query($t: ID!, $i: EligibilityInput!, $on: Date!, $w: [HypotheticalInput!]) {
          node(id: $t) { ... on Therapist { compliance(jurisdiction: IL, on: $on, whatIf: $w) {
            satisfied summary cycleStart cycleEnd dueOn carriedIn carriedOut ruleBook { version } requirements { code state required earned pending shortfall message }
            creditsUsed { credit { courseTitle status } requirement hours } creditsRefused { credit { courseTitle status } requirement hours code } } } }
          eligibility(input: $i) { verdict validUntil obligations { code message } reasons { code outcome message } } }
        """;

    /// <summary>Steps in random order and number, from a fixed seed: each is supposed, together with all before it, and then recorded.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task What_is_supposed_answers_as_if_it_had_been_recorded(int seed)
    {
        var random = new Random(seed);
        var on = random.Next(2) == 0 ? "2026-06-01" : "2027-02-01";
        var case_ = await CaseAsync($"WI-{seed}");
        Step[] steps = [AddCredit, Reject, Revoke, Grant, Lapse, Impose, Renew];
        random.Shuffle(steps);
        var chosen = steps[..random.Next(2, steps.Length + 1)];
        var supposed = new JsonArray();
        foreach (var step in chosen)
            supposed.Add(step(case_, on).Supposed);

        var before = await server.FactsAsync();
        var expected = await AskAsync(case_, on, supposed);
        (await server.FactsAsync()).ShouldBe(before, "nothing is recorded");
        foreach (var step in chosen)
            await step(case_, on).RecordAsync();

        (await AskAsync(case_, on, null)).ShouldBe(expected, $"seed {seed}: {supposed.ToJsonString()}");
    }

    [Fact]
    public async Task A_course_still_ahead_can_be_supposed()
    {
        var case_ = await CaseAsync("WI-ahead");
        var course = Course(case_.Therapist, "2027-05-05");

        var asked = JsonDocument.Parse(await AskAsync(case_, "2027-06-01", [new JsonObject { ["addCredit"] = course }])).RootElement;

        asked.At("node", "compliance", "creditsRefused").EnumerateArray().Select(r => r.Text("credit", "courseTitle")).ShouldContain("Supposed");
    }

    [Theory]
    [InlineData("{}", "exactly one member")]
    [InlineData("""{ "renewOn": "2026-12-01", "ruleBookVersion": "IL-2024" }""", "exactly one member")]
    [InlineData("""{ "ruleBookVersion": "IL-1999" }""", "IL-2008")]
    [InlineData("""{ "rejectCreditId": "nonsense" }""", "whatIf[0].rejectCreditId")]
    [InlineData("""{ "lapseCertificationId": "nonsense" }""", "whatIf[0].lapseCertificationId")]
    [InlineData("""{ "renewOn": "1990-01-01" }""", "whatIf[0].renewOn")]
    [InlineData("""{ "grantCertification": { "idempotencyKey": "k", "therapistId": "nonsense", "certification": "CPR", "issuer": "Red Cross", "issuedOn": "2026-01-01" } }""", "whatIf[0].therapistId")]
    public async Task A_supposition_that_could_not_be_recorded_is_refused_with_its_place(string hypothetical, string says)
    {
        var case_ = await CaseAsync($"WI-{Guid.NewGuid():N}");

        var refused = await server.SendAsync(Both, Variables(case_, "2026-06-01", [JsonNode.Parse(hypothetical)]));

        refused.Code.ShouldBe("INVALID_INPUT");
        refused.Body.ShouldContain(says);
    }

    [Fact]
    public async Task Before_anything_was_known_nothing_can_be_supposed()
    {
        var case_ = await CaseAsync("WI-before");
        var input = new
        {
            therapistId = case_.Therapist,
            jurisdiction = "IL",
            on = "2026-06-01",
            knownAt = "0001-01-01T00:00:00Z",
            whatIf = new[] { new { addCredit = Course(case_.Therapist, "2025-05-05") } },
        };

        var decision = await server.AskAsync("query($i: EligibilityInput!) { eligibility(input: $i) { verdict reasons { code } } }", new { i = input });

        decision.At("eligibility", "reasons")[0].Text("code").ShouldBe("THERAPIST_UNKNOWN");
    }

    [Fact]
    public async Task A_stale_version_is_stale_in_a_supposition_too()
    {
        var case_ = await CaseAsync("WI-stale");
        var hypothetical = Impose(case_, "2026-06-01").Supposed;
        hypothetical["imposeEncumbrance"]!["version"] = 1;

        var refused = await server.SendAsync(Both, Variables(case_, "2026-06-01", [hypothetical]));

        refused.Code.ShouldBe("INVALID_INPUT");
        refused.Body.ShouldContain("STALE_VERSION");
    }

    private delegate (JsonObject Supposed, Func<Task> RecordAsync) Step(Case case_, string on);

    private sealed record Case(string Therapist, string License, string Waiting, string Verified, string Certification);

    private static (JsonObject, Func<Task>) Of(string member, JsonNode value, Func<Task> record) => (new JsonObject { [member] = value }, record);

    private (JsonObject Supposed, Func<Task> RecordAsync) AddCredit(Case c, string on)
    {
        var course = Course(c.Therapist, "2025-05-05");
        return Of("addCredit", course, () => server.RecordAsync("submitCredit", course.DeepClone(), "credit { id }"));
    }

    private (JsonObject Supposed, Func<Task> RecordAsync) Reject(Case c, string on) => Of(
        "rejectCreditId", c.Waiting, () => server.RecordAsync("rejectCredit", new { creditId = c.Waiting, version = 1, reason = "No." }, "credit { id }", Server.Reviewer));

    private (JsonObject Supposed, Func<Task> RecordAsync) Revoke(Case c, string on) => Of(
        "rejectCreditId", c.Verified, () => server.RecordAsync("revokeCredit", new { creditId = c.Verified, version = 2, reason = "No." }, "credit { id }", Server.Reviewer));

    private (JsonObject Supposed, Func<Task> RecordAsync) Grant(Case c, string on)
    {
        var grant = new JsonObject
        {
            ["idempotencyKey"] = $"{Guid.NewGuid()}",
            ["therapistId"] = c.Therapist,
            ["certification"] = "WA-INTRAORAL",
            ["issuer"] = "School",
            ["issuedOn"] = "2026-01-01",
        };
        return Of("grantCertification", grant, () => server.RecordAsync("grantCertification", grant.DeepClone(), "certification { id }"));
    }

    private (JsonObject Supposed, Func<Task> RecordAsync) Lapse(Case c, string on) => Of(
        "lapseCertificationId", c.Certification,
        () => server.RecordAsync("revokeCertification", new { certificationId = c.Certification, version = 1, revokedOn = on }, "certification { id }"));

    private (JsonObject Supposed, Func<Task> RecordAsync) Impose(Case c, string on)
    {
        var imposed = new JsonObject
        {
            ["idempotencyKey"] = $"{Guid.NewGuid()}",
            ["licenseId"] = c.License,
            ["version"] = 2,
            ["type"] = "PROBATION",
            ["effectiveOn"] = "2026-02-02",
        };
        return Of("imposeEncumbrance", imposed, async () => await RecordOnLicenseAsync(c, "imposeEncumbrance", imposed.DeepClone().AsObject()));
    }

    /// <summary>Illinois licenses end on the last day of even years.</summary>
    private (JsonObject Supposed, Func<Task> RecordAsync) Renew(Case c, string on) => Of("renewOn", "2026-12-01", async () =>
    {
        await RecordOnLicenseAsync(c, "fileLicenseRenewal", new() { ["licenseId"] = c.License, ["filedOn"] = "2026-12-01" });
        await RecordOnLicenseAsync(c, "renewLicense", new() { ["licenseId"] = c.License, ["termStart"] = "2027-01-01", ["expiresOn"] = "2028-12-31" });
    });

    private async Task RecordOnLicenseAsync(Case c, string mutation, JsonObject input)
    {
        input["version"] = (await server.AskAsync("query($l: ID!) { node(id: $l) { ... on License { version } } }", new { l = c.License })).At("node", "version").GetInt64();
        await server.RecordAsync(mutation, input, "license { version }");
    }

    private static JsonObject Course(string therapist, string completedOn)
    {
        var course = World.Course(therapist, "Supposed", completedOn);
        course["idempotencyKey"] = $"{Guid.NewGuid()}";
        return course;
    }

    private static object Variables(Case c, string on, JsonArray? supposed) => new
    {
        t = c.Therapist,
        on,
        w = supposed,
        i = new { therapistId = c.Therapist, jurisdiction = "IL", on, conditions = new[] { "Z34.00" }, techniques = new[] { "intraoral" }, whatIf = supposed?.DeepClone() },
    };

    private async Task<string> AskAsync(Case c, string on, JsonArray? supposed) => (await server.AskAsync(Both, Variables(c, on, supposed))).ToString();

    private async Task<Case> CaseAsync(string number)
    {
        var therapist = await server.RegisterAsync();
        var license = await server.GrantAsync(therapist, "IL", number, "2023-01-01", "2024-12-31");
        await server.RecordAsync("renewLicense", new { licenseId = license, version = 1, termStart = "2025-01-01", expiresOn = "2026-12-31" }, "license { version }");
        var waiting = (await server.RecordAsync("submitCredit", World.Course(therapist, "Waiting", "2025-03-01"), "credit { id }")).At("credit").Id();
        var verified = (await server.RecordAsync("submitCredit", World.Course(therapist, "Verified", "2025-04-01"), "credit { id }")).At("credit").Id();
        await server.RecordAsync("verifyCredit", new { creditId = verified, version = 1, method = "Seen." }, "credit { id }", Server.Reviewer);
        var certification = (await server.RecordAsync(
            "grantCertification", new { therapistId = therapist, certification = "PRENATAL", issuer = "School", issuedOn = "2025-01-01" }, "certification { id }")).At("certification").Id();
        return new(therapist, license, waiting, verified, certification);
    }
}
