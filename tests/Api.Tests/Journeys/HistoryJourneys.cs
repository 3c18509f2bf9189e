using System.Text.Json;

namespace LicenseTracker.Api.Tests.Journeys;

/// <summary>Replaying what became known when, by whom.</summary>
[Collection(nameof(Server))]
public sealed class HistoryJourneys(Server server)
{
    [Fact]
    public async Task History_is_filtered_by_everything_a_fact_has()
    {
        var therapist = await server.RegisterAsync("History", "Filtered");
        var license = await server.GrantAsync(therapist, "WA", "HJ-1", "2020-01-01", "2021-12-31");
        await server.RecordAsync("renewLicense", new { licenseId = license, version = 1, termStart = "2022-01-01", expiresOn = "2023-12-31" }, "license { id }");
        var imposed = await server.RecordAsync("imposeEncumbrance", new { licenseId = license, version = 2, type = "PROBATION", effectiveOn = "2022-06-01" }, "encumbrance { factId }");
        var voided = await server.RecordAsync("voidFact", new { factId = imposed.Text("encumbrance", "factId"), version = 3, reason = "Not so." }, "fact { id recordedAt }");

        async Task<IReadOnlyList<string>> Types(object filter)
        {
            var history = (await server.AskAsync(
                "query($t: ID!, $f: HistoryFilter) { therapist(id: $t) { history(filter: $f) { totalCount nodes { type } } } }", new { t = therapist, f = filter })).At("therapist", "history");
            history.GetProperty("totalCount").GetInt32().ShouldBe(history.GetProperty("nodes").GetArrayLength());
            return history.GetProperty("nodes").Texts("type");
        }

        string[] all = ["therapist_registered", "license_granted", "license_renewed", "encumbrance_imposed", "license_fact_voided"];
        (await Types(new { })).ShouldBe(all);
        (await Types(new { types = new[] { "license_renewed", "license_granted" } })).ShouldBe(["license_granted", "license_renewed"]);
        (await Types(new { types = Array.Empty<string>() })).ShouldBeEmpty();
        (await Types(new { actor = "REGISTRAR-1" })).ShouldBeEmpty();
        (await Types(new { actor = "registrar-1" })).ShouldBe(all);
        (await Types(new { actor = "rita" })).ShouldBe(all);
        (await Types(new { actor = "nobody" })).ShouldBeEmpty();
        (await Types(new { actor = "a\0b" })).ShouldBeEmpty();
        (await Types(new { effectiveFrom = "2022-01-01" })).ShouldBe(["license_renewed", "encumbrance_imposed"]);
        (await Types(new { effectiveTo = "2022-01-01" })).ShouldBe(["license_granted", "license_renewed"]);
        (await Types(new { recordedFrom = voided.Text("fact", "recordedAt") })).ShouldBe(["license_fact_voided"]);
        (await Types(new { recordedTo = voided.Text("fact", "recordedAt") })).ShouldBe(all);
        (await Types(new { recordedTo = "2001-01-01T00:00:00Z" })).ShouldBeEmpty();
        (await Types(new { text = "probation" })).ShouldBe(["encumbrance_imposed"]);
        (await Types(new { source = "compactconnect" })).ShouldBeEmpty();
        (await Types(new { types = all, text = "renewed", effectiveFrom = "2022-01-01", actor = "Rita" })).ShouldBe(["license_renewed"]);

        var entry = (await server.AskAsync(
            "query($f: ID!) { node(id: $f) { ... on HistoryEntry { type summary source { name } recordedBy { name role } correctedBy { id type recordedAt } } } }",
            new { f = imposed.Text("encumbrance", "factId") })).GetProperty("node");
        entry.GetProperty("correctedBy").EnumerateArray().Single().Id().ShouldBe(voided.Text("fact", "id"));
        entry.GetProperty("source").ValueKind.ShouldBe(JsonValueKind.Null);
        entry.Text("recordedBy", "role").ShouldBe("REGISTRAR");
    }

    [Fact]
    public async Task History_pages_run_both_ways_in_the_order_recorded()
    {
        var therapist = await server.RegisterAsync();
        var license = await server.GrantAsync(therapist, "WA", "HJ-2");
        for (var i = 0; i < 6; i++)
            await server.RecordAsync("imposeEncumbrance", new { licenseId = license, version = 1 + i, type = "FINE", effectiveOn = $"2022-06-0{i + 1}" }, "license { id }");

        async Task<JsonElement> Page(string arguments) =>
            (await server.AskAsync($"query($l: ID!) {{ node(id: $l) {{ ... on License {{ history({arguments}) {{ totalCount nodes {{ streamVersion }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }} }} }}", new { l = license })).At("node", "history");
        static IEnumerable<long> Versions(JsonElement page) => page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("streamVersion").GetInt64());

        var first = await Page("first: 3");
        Versions(first).ShouldBe([1, 2, 3]);
        first.At("totalCount").GetInt32().ShouldBe(7);
        Versions(await Page($"first: 10, after: \"{first.Text("pageInfo", "endCursor")}\"")).ShouldBe([4, 5, 6, 7]);
        var last = await Page("last: 2");
        Versions(last).ShouldBe([6, 7]);
        last.At("pageInfo", "hasPreviousPage").GetBoolean().ShouldBeTrue();
        Versions(await Page($"last: 10, before: \"{last.Text("pageInfo", "startCursor")}\"")).ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task Reasons_of_a_standing_rest_on_facts_that_can_be_read()
    {
        var world = await World.MakeAsync(server, "HJ-3");
        var standing = (await server.AskAsync(
            "query($l: ID!) { node(id: $l) { ... on License { standing(on: \"2024-01-01\") { standing authority reasons { code outcome evidence { id type streamVersion effectiveOn } } } } } }",
            new { l = world["licenseId"] })).At("node", "standing");
        standing.Text("standing").ShouldBe("SUSPENDED");
        standing.Text("authority").ShouldBe("NONE");
        var evidence = standing.GetProperty("reasons").EnumerateArray().First(r => r.Text("code") == "ENCUMBRANCE_SUSPENSION").GetProperty("evidence").EnumerateArray().Single();
        evidence.Id().ShouldBe(world["factId"]);
        evidence.Text("effectiveOn").ShouldBe("2023-01-01");
    }
}
