using System.Text.Json;

namespace LicenseTracker.Api.Tests.Journeys;

/// <summary>What a clinic asks, right after what a registrar recorded.</summary>
[Collection(nameof(Server))]
public sealed class EligibilityJourneys(Server server)
{
    private const string Decision = "verdict validUntil on knownAt asOfSequence policy { name } obligations { code } "
        + "reasons { code outcome message needs { id } evidence { id type summary recordedBy { name role } } }";

    [Fact]
    public async Task A_suspension_is_in_the_very_next_answer_and_its_lift_too()
    {
        var therapist = await server.RegisterAsync();
        var license = await server.GrantAsync(therapist, "WA", "EJ-1", "2024-01-01", "2025-12-31");
        var renewed = await server.RecordAsync(
            "renewLicense", new { licenseId = license, version = 1, termStart = "2026-01-01", expiresOn = "2027-12-31" }, "license { version }");
        renewed.At("license", "version").GetInt64().ShouldBe(2);

        var before = await AskAsync(therapist, "2026-05-03");
        before.Text("verdict").ShouldBe("ELIGIBLE");
        before.Text("validUntil").ShouldBe("2027-12-31");
        before.GetProperty("reasons").EnumerateArray().Single(r => r.Text("outcome") == "WARNING").Text("code").ShouldBe("CE_MISSING");

        var imposed = await server.RecordAsync(
            "imposeEncumbrance", new { licenseId = license, version = 2, type = "SUSPENSION", effectiveOn = "2026-05-01", note = "sealed note" },
            "encumbrance { id factId type authority note } license { version standing(on: \"2026-05-03\") { standing } }");
        imposed.Text("license", "standing", "standing").ShouldBe("SUSPENDED");
        imposed.Text("encumbrance", "note").ShouldBe("sealed note");

        var during = await AskAsync(therapist, "2026-05-03");
        during.Text("verdict").ShouldBe("NOT_ELIGIBLE");
        var reason = during.GetProperty("reasons")[0];
        reason.Text("code").ShouldBe("ENCUMBRANCE_SUSPENSION");
        reason.Text("outcome").ShouldBe("BLOCKING");
        var evidence = reason.GetProperty("evidence").EnumerateArray().Single();
        evidence.Id().ShouldBe(imposed.Text("encumbrance", "factId"));
        evidence.Text("type").ShouldBe("encumbrance_imposed");
        evidence.Text("recordedBy", "name").ShouldBe("Rita Registrar");
        (await AskAsync(therapist, "2026-04-30")).Text("verdict").ShouldBe("ELIGIBLE");
        (await AskAsync(therapist, "2026-04-30")).Text("validUntil").ShouldBe("2026-04-30");

        await server.RecordAsync(
            "liftEncumbrance", new { licenseId = license, version = 3, encumbranceId = imposed.Text("encumbrance", "id"), liftedOn = "2026-06-01" }, "license { version }");
        (await AskAsync(therapist, "2026-05-31")).Text("verdict").ShouldBe("NOT_ELIGIBLE");
        (await AskAsync(therapist, "2026-05-31")).Text("validUntil").ShouldBe("2026-05-31");
        (await AskAsync(therapist, "2026-06-01")).Text("verdict").ShouldBe("ELIGIBLE");
        (await AskAsync(therapist, "2028-01-01")).Text("verdict").ShouldBe("NOT_ELIGIBLE");
    }

    [Fact]
    public async Task Overlapping_encumbrances_lifted_out_of_order_end_each_on_its_own_day()
    {
        var therapist = await server.RegisterAsync();
        var license = await server.GrantAsync(therapist, "OR", "EJ-2");
        var first = await ImposeAsync(license, 1, "SUSPENSION", "2026-01-01");
        var second = await ImposeAsync(license, 2, "EMERGENCY_SUSPENSION", "2026-02-01");
        await LiftAsync(license, 3, second, "2026-05-01");
        await LiftAsync(license, 4, first, "2026-03-01");

        foreach (var (on, verdict) in new[]
        {
            ("2025-12-31", "ELIGIBLE"), ("2026-01-01", "NOT_ELIGIBLE"), ("2026-03-01", "NOT_ELIGIBLE"), ("2026-04-30", "NOT_ELIGIBLE"), ("2026-05-01", "ELIGIBLE"),
        })
            (await AskAsync(therapist, on, "OR")).Text("verdict").ShouldBe(verdict, on);
    }

    [Fact]
    public async Task An_unknown_therapist_in_a_batch_is_undetermined_and_the_others_are_answered_in_their_order()
    {
        var (held, none) = (await server.RegisterAsync(), await server.RegisterAsync());
        await server.GrantAsync(held, "WA", "EJ-3");
        var data = await server.AskAsync(
            "query($inputs: [EligibilityInput!]!) { eligibilities(inputs: $inputs) { verdict therapist { id } reasons { code } } }",
            new
            {
                inputs = new[] { held, "nonsense", none, server.Ids.Encode(new("Therapist", Guid.NewGuid())), held, server.Ids.Encode(new("License", Guid.NewGuid())) }
                    .Select(id => new { therapistId = id, jurisdiction = "WA", on = "2026-05-03" }),
            });

        var decisions = data.GetProperty("eligibilities");
        decisions.Texts("verdict").ShouldBe(["ELIGIBLE", "UNDETERMINED", "NOT_ELIGIBLE", "UNDETERMINED", "ELIGIBLE", "UNDETERMINED"]);
        decisions[1].GetProperty("reasons").Texts("code").ShouldBe(["THERAPIST_UNKNOWN"]);
        decisions[1].GetProperty("therapist").ValueKind.ShouldBe(JsonValueKind.Null);

        var judged = (await server.AskAsync(
            "{ eligibility(input: {therapistId: \"nonsense\", jurisdiction: WA, on: \"2026-05-03\", conditions: [\"I71.4\", \"no code\", \"Z34.90\"]}) { verdict reasons { code needs { id } } } }"))
            .GetProperty("eligibility");
        judged.Text("verdict").ShouldBe("NOT_ELIGIBLE");
        judged.GetProperty("reasons").Texts("code").ShouldBe(["CONDITION_ABSOLUTE", "THERAPIST_UNKNOWN", "CONDITION_CODE_MALFORMED", "CLIENT_FACT_NEEDED"]);
    }

    [Theory]
    [InlineData("HI", "2026-07-01T09:59:59Z", "2026-06-30")]
    [InlineData("HI", "2026-07-01T10:00:00Z", "2026-07-01")]
    [InlineData("NY", "2026-07-01T03:59:59Z", "2026-06-30")]
    [InlineData("NY", "2026-07-01T04:00:00Z", "2026-07-01")]
    [InlineData("NY", "2026-12-01T04:59:59Z", "2026-11-30")]
    public async Task Today_is_the_day_in_the_jurisdiction(string jurisdiction, string instant, string today)
    {
        var therapist = await server.RegisterAsync();
        var license = await server.GrantAsync(therapist, jurisdiction, $"EJ-Z{instant}");
        server.Clock.Set = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
        try
        {
            var data = await server.AskAsync(
                $"query($t: ID!, $l: ID!) {{ eligibility(input: {{therapistId: $t, jurisdiction: {jurisdiction}}}) {{ on }} node(id: $l) {{ ... on License {{ standing {{ on }} asOf {{ on }} }} }} }}",
                new { t = therapist, l = license });
            data.Text("eligibility", "on").ShouldBe(today);
            data.Text("node", "standing", "on").ShouldBe(today);
            data.Text("node", "asOf", "on").ShouldBe(today);
        }
        finally
        {
            server.Clock.Set = null;
        }
    }

    [Fact]
    public async Task A_code_means_the_same_with_and_without_its_dot()
    {
        var therapist = await server.RegisterAsync();
        await server.GrantAsync(therapist, "WA", "EJ-4");
        var answers = new List<string>();
        foreach (var code in new[] { "I82.40", "I8240", " i82.40 " })
            answers.Add((await AskAsync(therapist, "2026-05-03", conditions: [code])).ToString());
        answers.Distinct().Count().ShouldBe(1);
        answers[0].ShouldNotContain("CONDITION_CODE_MALFORMED");
        answers[0].ShouldNotContain("CONDITION_NOT_CATALOGUED");

        foreach (var bad in new[] { "I8.240", "ZZZ", "\u05d0", string.Concat(Enumerable.Repeat("\U0001f600", 30)), "" })
            (await AskAsync(therapist, "2026-05-03", conditions: [bad])).Text("verdict").ShouldBe("UNDETERMINED", bad);
    }

    [Fact]
    public async Task A_client_fact_that_is_not_given_is_named_and_a_counter_goes_on_from_the_day_observed()
    {
        var therapist = await server.RegisterAsync();
        await server.GrantAsync(therapist, "WA", "EJ-5");
        var types = (await server.AskAsync("{ clientFactTypes { id meaning unit values ticks } }")).GetProperty("clientFactTypes").EnumerateArray().ToList();
        types.Count.ShouldBeGreaterThan(10);
        types.Select(t => t.Id()).ShouldBeUnique();
        var ids = types.Select(t => t.Id()).ToHashSet();
        var conditions = (await server.AskAsync("{ conditions(first: 200) { nodes { code } } }")).At("conditions", "nodes").Texts("code");
        var asked = new HashSet<string>();
        foreach (var condition in conditions)
        {
            foreach (var reason in (await AskAsync(therapist, "2026-05-03", conditions: [condition])).GetProperty("reasons").EnumerateArray())
                asked.UnionWith(reason.GetProperty("needs").Texts("id"));
        }

        asked.ShouldNotBeEmpty();
        asked.ShouldBeSubsetOf(ids);
        types.ShouldContain(t => t.GetProperty("ticks").GetBoolean() && asked.Contains(t.Id()));

        // The same counter, observed twenty days earlier, is as if given twenty days greater today.
        var ticking = types.Where(t => t.GetProperty("ticks").GetBoolean() && t.Text("unit") == "days" && asked.Contains(t.Id())).Select(t => t.Id()).First();
        var about = await FirstAskingAsync(therapist, conditions, ticking);
        var now = await AskAsync(therapist, "2026-05-23", conditions: [about], facts: [new { fact = ticking, value = "30" }]);
        var then = await AskAsync(therapist, "2026-05-23", conditions: [about], facts: [new { fact = ticking, value = "10", observedOn = "2026-05-03" }]);
        then.ToString().ShouldBe(now.ToString());
        var future = await AskAsync(therapist, "2026-05-23", conditions: [about], facts: [new { fact = ticking, value = "10", observedOn = "2026-05-24" }]);
        future.GetProperty("reasons").Texts("code").ShouldContain("CLIENT_FACT_IN_FUTURE");
    }

    [Fact]
    public async Task A_clinic_manager_asks_under_their_own_clinic_only()
    {
        var therapist = await server.RegisterAsync();
        await server.GrantAsync(therapist, "WA", "EJ-6");
        const string Query = "query($t: ID!, $c: ID) { eligibility(input: {therapistId: $t, jurisdiction: WA, on: \"2026-05-03\", clinicId: $c}) { verdict } }";
        var own = server.Ids.Encode(new("Clinic", Server.Manager.Clinics[0].Value));
        (await server.AskAsync(Query, new { t = therapist, c = own }, Server.Manager)).Text("eligibility", "verdict").ShouldBe("ELIGIBLE");
        foreach (var other in new[] { server.Ids.Encode(new("Clinic", Guid.NewGuid())), "nonsense", therapist })
            (await server.SendAsync(Query, new { t = therapist, c = other }, Server.Manager)).Code.ShouldBe("NOT_ALLOWED");
    }

    private async Task<string> FirstAskingAsync(string therapist, IEnumerable<string> conditions, string fact)
    {
        foreach (var condition in conditions)
        {
            var reasons = (await AskAsync(therapist, "2026-05-23", conditions: [condition])).GetProperty("reasons").EnumerateArray();
            if (reasons.Any(r => r.GetProperty("needs").Texts("id").Contains(fact)))
                return condition;
        }

        throw new InvalidOperationException($"No condition asks for {fact}.");
    }

    private async Task<JsonElement> AskAsync(string therapist, string on, string jurisdiction = "WA", string[]? conditions = null, object[]? facts = null) =>
        (await server.AskAsync(
            $"query($input: EligibilityInput!) {{ eligibility(input: $input) {{ {Decision} }} }}",
            new { input = new { therapistId = therapist, jurisdiction, on, conditions = conditions ?? [], clientFacts = facts ?? [] } })).GetProperty("eligibility");

    private async Task<string> ImposeAsync(string license, int version, string type, string effectiveOn) =>
        (await server.RecordAsync("imposeEncumbrance", new { licenseId = license, version, type, effectiveOn }, "encumbrance { id }")).GetProperty("encumbrance").Id();

    private Task<JsonElement> LiftAsync(string license, int version, string encumbrance, string liftedOn) =>
        server.RecordAsync("liftEncumbrance", new { licenseId = license, version, encumbranceId = encumbrance, liftedOn }, "license { id }");
}
