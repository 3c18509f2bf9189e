using System.Text.Json;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Policies;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Conditions;
using Microsoft.Extensions.DependencyInjection;

namespace LicenseTracker.Api.Tests.Journeys;

/// <summary>Two clinics that decide differently about the same therapist, and change their minds.</summary>
[Collection(nameof(Server))]
public sealed class PolicyJourneys(Server server)
{
    private const string Adopted = "policyVersion policy { name version effectiveFrom factId content { sourceOldAfterDays requiredCertifications { certification whenMissing } } }";

    private static readonly object NeedsCpr = new { requiredCertifications = new[] { new { certification = "cpr", whenMissing = "BLOCK" } } };

    [Fact]
    public async Task The_same_question_is_answered_by_the_clinic_named_else_by_the_callers_only_one_else_by_default()
    {
        var (strict, lax, therapist) = (await server.OpenClinicAsync("Strict"), await server.OpenClinicAsync("Lax"), await LicensedAsync("PJ-1"));
        (await AdoptAsync(strict, 0, "2026-01-01", NeedsCpr, "Strict rules")).GetProperty("policyVersion").GetInt64().ShouldBe(1);

        Told(await AskAsync(therapist, by: server.ManagerOf(strict))).ShouldBe("NOT_ELIGIBLE Strict rules 1 Strict");
        Told(await AskAsync(therapist, by: server.ManagerOf(lax))).ShouldBe("ELIGIBLE Default policy 1 ");
        Told(await AskAsync(therapist, by: server.ManagerOf(strict, lax))).ShouldBe("ELIGIBLE Default policy 1 ");
        Told(await AskAsync(therapist, clinic: strict, by: server.ManagerOf(strict, lax))).ShouldBe("NOT_ELIGIBLE Strict rules 1 Strict");
        Told(await AskAsync(therapist, clinic: strict, by: Server.Auditor)).ShouldBe("NOT_ELIGIBLE Strict rules 1 Strict");
        Told(await AskAsync(therapist)).ShouldBe("ELIGIBLE Default policy 1 ");
        Told(await AskAsync(therapist, on: "2025-12-31", by: server.ManagerOf(strict))).ShouldBe("ELIGIBLE Default policy 1 ");
        (await AskAsync(therapist, by: server.ManagerOf(strict))).GetProperty("reasons").EnumerateArray()
            .ShouldAllBe(r => r.At("policy").Text("name") == "Strict rules" && r.At("policy").Text("version") == "1");
    }

    [Fact]
    public async Task A_policy_to_come_ends_an_answer_and_what_was_known_before_it_answers_as_before()
    {
        var therapist = await LicensedAsync("PJ-2");
        var clinic = await server.OpenClinicAsync("Changing");
        var before = (await server.AskAsync("query($c: ID!) { node(id: $c) { ... on Clinic { history { nodes { recordedAt } } } } }", new { c = clinic }, Server.Auditor))
            .At("node", "history", "nodes")[0].Text("recordedAt");
        await AdoptAsync(clinic, 0, "2026-08-01", NeedsCpr);

        (await AskAsync(therapist, clinic, on: "2026-06-01", by: Server.Administrator)).Text("validUntil").ShouldBe("2026-07-31");
        (await AskAsync(therapist, clinic, on: "2026-08-01", by: Server.Administrator)).Text("verdict").ShouldBe("NOT_ELIGIBLE");
        Told(await AskAsync(therapist, clinic, on: "2026-08-01", knownAt: before, by: Server.Administrator)).ShouldBe("ELIGIBLE Default policy 1 ");
    }

    [Fact]
    public async Task A_policy_is_corrected_and_voided_by_its_clinic_and_its_history_shows_all_of_it()
    {
        var clinic = await server.OpenClinicAsync("Mending");
        var manager = server.ManagerOf(clinic);
        var first = await AdoptAsync(clinic, 0, "2026-01-01", new { sourceOldAfterDays = 30 }, by: manager);
        var fact = first.At("policy").Text("factId");
        var data = (await server.AskAsync("query($f: ID!) { node(id: $f) { ... on HistoryEntry { data } } }", new { f = fact }, manager)).At("node", "data").Deserialise().AsObject();
        data["content"]!["sourceOldAfterDays"] = 60;
        var corrected = await server.GiveAsync("correctFact", new { factId = fact, version = 1, reason = "Too short", data }, "fact { type }", manager);
        corrected.Codes().ShouldBeEmpty(corrected.ToString());

        var now = await PoliciesAsync(clinic, manager);
        now.At("policy", "content").GetProperty("sourceOldAfterDays").GetInt32().ShouldBe(60);
        now.At("policy").Text("version").ShouldBe("2");
        now.GetProperty("policyVersion").GetInt64().ShouldBe(2);
        now.At("history", "nodes").Texts("type").ShouldBe(["clinic_opened", "policy_adopted", "policy_fact_corrected"]);

        data["content"]!["rules"]!.AsArray().Add(JsonSerializer.SerializeToNode(new { rule = "gone-1", applies = true, trainingBlocks = false, figures = Array.Empty<string>() }));
        var wrong = (await server.GiveAsync("correctFact", new { factId = fact, version = 2, reason = "More", data }, by: manager)).GetProperty("refusals")[0];
        wrong.Text("code").ShouldBe("POLICY_RULE_UNKNOWN");
        string.Join('.', wrong.GetProperty("path").EnumerateArray().Select(p => p.GetString())).ShouldBe("data.content.rules.0.rule");
        foreach (var other in new[] { server.ManagerOf(await server.OpenClinicAsync("Nosy")), Server.Registrar, Server.Auditor })
            (await server.GiveAsync("voidFact", new { factId = fact, version = 2, reason = "Not mine" }, by: other)).Codes().ShouldBe([other.Role == Role.Registrar ? "UNKNOWN_ID" : "NOT_ALLOWED"]);
        (await server.GiveAsync("voidFact", new { factId = fact, version = 2, reason = "Never decided" }, by: manager)).Codes().ShouldBeEmpty();
        (await PoliciesAsync(clinic, manager)).At("policy").Text("name").ShouldBe("Default policy");
        (await PoliciesAsync(clinic, manager)).GetProperty("policies").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task What_a_policy_says_is_read_back_whole()
    {
        var clinic = await server.OpenClinicAsync("Whole");
        var content = new
        {
            rules = new[] { new { rule = "hypertension-3", applies = true, disposition = "CLEARANCE", trainingBlocks = false, figures = new[] { new { fact = "bp_systolic", comparison = "GREATER_OR_EQUAL", value = "140" } } } },
            trainings = new[] { new { training = "SCAR", blocks = true, acceptedAs = new[] { "Our course" } } },
            conditionsNotTreated = new[] { "cancer" },
            requiredCertifications = new[] { new { certification = "liability_insurance", whenMissing = "WARN" } },
            ceNotOnTrack = "BLOCK",
            otherStateDiscipline = "BLOCK",
            acceptedWhereNoLicense = new[] { "BCTMB" },
            acceptsStateCredential = true,
            clearingProviders = new[] { "PHYSICIAN", "MIDWIFE" },
            sourceOldAfterDays = 45,
        };
        await AdoptAsync(clinic, 0, "2026-01-01", content);
        var read = (await server.AskAsync(
            """
            query($c: ID!) { node(id: $c) { ... on Clinic { policy(on: "2026-01-01") { clinic { id } content {
              rules { rule applies disposition trainingBlocks figures { fact comparison value } } trainings { training blocks acceptedAs } conditionsNotTreated
              requiredCertifications { certification whenMissing } ceNotOnTrack otherStateDiscipline acceptedWhereNoLicense acceptsStateCredential clearingProviders
              sourceOldAfterDays } } } } }
            """, new { c = clinic }, Server.Auditor)).At("node", "policy");

        read.At("clinic").Id().ShouldBe(clinic);
        read.At("content").Deserialise().ToJsonString().ShouldBe(JsonSerializer.Serialize(content));
    }

    [Fact]
    public async Task Wrong_contents_strangers_and_stale_versions_are_refused_and_two_first_adoptions_have_one_winner()
    {
        var clinic = await server.OpenClinicAsync("Refused");
        var manager = server.ManagerOf(clinic);
        var wrong = await GiveAsync(clinic, 0, "2026-01-01", new { rules = new[] { new { rule = "tmj-1", applies = false }, new { rule = "none", applies = true } } }, manager);
        wrong.Codes().ShouldBe(["POLICY_SOFTENS_LAW", "POLICY_RULE_UNKNOWN"]);
        string.Join('.', wrong.GetProperty("refusals")[1].GetProperty("path").EnumerateArray().Select(p => p.GetString())).ShouldBe("content.rules.1.rule");
        var neighbour = server.ManagerOf(await server.OpenClinicAsync("Neighbour"));
        var facts = await server.FactsAsync();
        foreach (var caller in new[] { Server.Registrar, Server.Auditor, Server.Reviewer, Server.Manager, Server.Therapist(Guid.NewGuid()), neighbour })
            (await GiveAsync(clinic, 0, "2026-01-01", new { }, caller)).Codes().ShouldBe(["NOT_ALLOWED"]);
        (await GiveAsync(clinic, 1, "2026-01-01", new { }, manager)).Codes().ShouldBe(["STALE_VERSION"]);
        (await GiveAsync(server.Ids.Encode(new("Clinic", Guid.NewGuid())), 0, "2026-01-01", new { }, Server.Administrator)).Codes().ShouldBe(["UNKNOWN_ID"]);
        (await server.FactsAsync()).ShouldBe(facts);

        var racers = await Task.WhenAll(Enumerable.Range(1, 6).Select(n => GiveAsync(clinic, 0, $"2026-01-0{n}", new { }, manager)));
        racers.Count(r => r.Codes() is []).ShouldBe(1);
        racers.Where(r => r.Codes() is not []).ShouldAllBe(r => r.Codes()[0] == "STALE_VERSION");
        (await PoliciesAsync(clinic, manager)).GetProperty("policies").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task No_clinic_reads_anothers_policy_by_any_way()
    {
        var (own, other, therapist) = (await server.OpenClinicAsync("Mine"), await server.OpenClinicAsync("Secretive"), await LicensedAsync("PJ-6"));
        var fact = (await AdoptAsync(other, 0, "2026-01-01", NeedsCpr, "Trade secret")).At("policy").Text("factId");
        foreach (var stranger in new[] { server.ManagerOf(own), Server.Reviewer, Server.Registrar, Server.Therapist(server.Ids.Decode(therapist).Value) })
        {
            var seen = await server.AskAsync("query($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Clinic { policy { name } } } }", new { ids = new[] { other, fact } }, stranger);
            seen.GetProperty("nodes").EnumerateArray().ShouldAllBe(n => n.ValueKind == JsonValueKind.Null);
            var asked = await server.SendAsync(
                "query($input: EligibilityInput!) { eligibility(input: $input) { policy { name } } }",
                new { input = new { therapistId = therapist, jurisdiction = "WA", clinicId = other } }, stranger);
            asked.Body.ShouldNotContain("Trade secret");
            asked.Json.TryGetProperty("errors", out _).ShouldBeTrue(stranger.Role.ToString());
            (await AskAsync(therapist, by: stranger)).ToString().ShouldNotContain("Trade secret");
        }
    }

    [Fact]
    public async Task A_clinic_that_is_not_on_record_is_not_answered_for_by_the_default_policy()
    {
        var therapist = await LicensedAsync("PJ-7");
        var answer = await server.SendAsync(
            "query($input: EligibilityInput!) { eligibility(input: $input) { verdict } }",
            new { input = new { therapistId = therapist, jurisdiction = "WA", clinicId = server.Ids.Encode(new("Clinic", Guid.NewGuid())) } }, Server.Administrator);

        answer.Json.TryGetProperty("errors", out _).ShouldBeTrue(answer.Body);
    }

    [Fact]
    public async Task A_thousand_questions_for_many_clinics_are_one_statement_once_their_policies_are_in_memory()
    {
        var therapist = await LicensedAsync("PJ-8");
        var clinics = await Task.WhenAll(Enumerable.Range(0, 5).Select(n => server.OpenClinicAsync($"Many {n}")));
        foreach (var clinic in clinics.Take(4))
            await AdoptAsync(clinic, 0, "2026-01-01", NeedsCpr);
        var inputs = Enumerable.Range(0, 1_000).Select(n => new { therapistId = therapist, jurisdiction = "WA", clinicId = clinics[n % 5], on = "2026-06-01" }).ToArray();
        async Task<IReadOnlyList<string>> AskAllAsync() => await server.StatementsAsync(async () => (await server.AskAsync(
            "query($inputs: [EligibilityInput!]!) { eligibilities(inputs: $inputs) { verdict policy { name version } } }", new { inputs }, Server.Administrator))
            .GetProperty("eligibilities").EnumerateArray().Select(d => d.Text("verdict")).Distinct().Order().ShouldBe(["ELIGIBLE", "NOT_ELIGIBLE"]));

        (await AskAllAsync()).Count.ShouldBe(2);
        (await AskAllAsync()).Count.ShouldBe(1);
        await AdoptAsync(clinics[0], 1, "2026-02-01", NeedsCpr);
        (await AskAllAsync()).Count.ShouldBe(2);
        (await AskAllAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_another_node_adopted_is_seen_by_the_next_question_of_a_node_that_remembers_the_old_policy()
    {
        var (clinic, id) = await Opened("Nodes");
        await AdoptAsync(clinic, 0, "2026-01-01", new { }, "Old");
        var node = new PolicyMemory(server.Database, server.Services.GetRequiredService<ConditionCatalogue>());
        async Task<string> NamedAsync(long version) =>
            (await node.AtLeastAsync(new Dictionary<ClinicId, long> { [id] = version }, Server.Cancellation))[id].KnownAt(null).On(new(2026, 6, 1)).Reference.Name;

        (await NamedAsync(1)).ShouldBe("Old");
        await AdoptAsync(clinic, 1, "2026-02-01", new { }, "New");
        (await NamedAsync(1)).ShouldBe("Old", "nothing said that there is a newer one");
        (await NamedAsync(2)).ShouldBe("New");
        (await NamedAsync(1)).ShouldBe("New", "what is newer is never forgotten");
    }

    private async Task<(string Clinic, ClinicId Id)> Opened(string name)
    {
        var clinic = await server.OpenClinicAsync(name);
        return (clinic, new(server.Ids.Decode(clinic).Value));
    }

    private async Task<string> LicensedAsync(string number)
    {
        var therapist = await server.RegisterAsync();
        await server.GrantAsync(therapist, "WA", number);
        return therapist;
    }

    private static string Told(JsonElement decision)
    {
        var policy = decision.At("policy");
        var clinic = policy.GetProperty("clinic") is { ValueKind: JsonValueKind.Object } known ? known.Text("name") : "";
        return $"{decision.Text("verdict")} {policy.Text("name")} {policy.Text("version")} {clinic}";
    }

    private async Task<JsonElement> AskAsync(string therapist, string? clinic = null, string on = "2026-06-01", string? knownAt = null, Caller? by = null) =>
        (await server.AskAsync(
            "query($input: EligibilityInput!) { eligibility(input: $input) { verdict validUntil policy { name version clinic { name } } reasons { code policy { name version } } } }",
            new { input = new { therapistId = therapist, jurisdiction = "WA", clinicId = clinic, on, knownAt } }, by)).GetProperty("eligibility");

    private async Task<JsonElement> PoliciesAsync(string clinic, Caller by) =>
        (await server.AskAsync(
            "query($c: ID!) { node(id: $c) { ... on Clinic { policyVersion policy(on: \"2026-06-01\") { name version content { sourceOldAfterDays } } policies { name } history { nodes { type } } } } }",
            new { c = clinic }, by)).GetProperty("node");

    private Task<JsonElement> GiveAsync(string clinic, long version, string effectiveFrom, object content, Caller by, string name = "Policy") =>
        server.GiveAsync("adoptPolicy", new { clinicId = clinic, version, name, effectiveFrom, content }, Adopted, by);

    private async Task<JsonElement> AdoptAsync(string clinic, long version, string effectiveFrom, object content, string name = "Policy", Caller? by = null)
    {
        var payload = await GiveAsync(clinic, version, effectiveFrom, content, by ?? Server.Administrator, name);
        payload.Codes().ShouldBeEmpty(payload.ToString());
        return payload;
    }
}
