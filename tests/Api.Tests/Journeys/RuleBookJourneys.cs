using System.Text.Json;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.RuleBooks;
using LicenseTracker.Api.Tests.Commands;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace LicenseTracker.Api.Tests.Journeys;

/// <summary>Rule books as a client meets them: read, compared, adopted, put right. Each test has a jurisdiction of its own.</summary>
[Collection(nameof(Server))]
public sealed class RuleBookJourneys(Server server)
{
    private const string Members =
        "jurisdiction version effectiveFrom effectiveTo adoptedAt adoptedLater factId recordVersion regulator regulation text data";

    [Fact]
    public async Task The_version_whose_days_hold_the_date_is_shown_for_a_person_and_as_data()
    {
        var book = await BookAsync("NC", on: "2023-06-01", by: Server.Manager);
        (book.Text("version"), book.Text("effectiveTo"), book.Text("regulation")).ShouldBe(("NC-base", "2023-12-31", "license required"));
        book.Text("text").ShouldContain("# North Carolina");
        book.Text("text").ShouldContain("## Version NC-base");
        book.Text("text").ShouldNotContain("## Version NC-2024");
        book.At("data", "versions").EnumerateArray().Select(v => v.Text("id")).ShouldBe(["NC-base"]);
        (await BookAsync("NC", on: "2024-01-01")).Text("version").ShouldBe("NC-2024");
        (await BookAsync("NC", on: "1990-01-01")).ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task What_two_versions_say_differently_is_told_in_words_and_as_data()
    {
        var diff = (await server.AskAsync(
            "{ ruleBookDiff(jurisdiction: NC, from: \"NC-base\", to: \"NC-2024\") { text changes { section code kind before after sentence } } }", by: Server.Auditor)).GetProperty("ruleBookDiff");
        diff.GetProperty("changes").EnumerateArray().Select(c => $"{c.Text("kind")} {c.Text("section")} {c.Text("code")}").ShouldBe(
            ["CHANGED Version effective", "ADDED Requirements in_person", "REMOVED Exceptions for a time online_2023"]);
        diff.Text("text").ShouldContain("12 hours in a classroom: new. At least 12 hours");
        var unknown = await server.SendAsync("{ ruleBookDiff(jurisdiction: NC, from: \"NC-base\", to: \"NC-1\") { text } }");
        unknown.Body.ShouldContain("NC-base, NC-2024");
    }

    [Fact]
    public async Task Shipped_books_are_adopted_at_the_start_by_the_program_and_adopted_later_before_it()
    {
        var book = await BookAsync("GA");
        (book.GetProperty("recordVersion").GetInt64(), book.GetProperty("adoptedLater").GetBoolean()).ShouldBe((1, false));
        var entry = (await server.AskAsync(
            "query($f: ID!) { node(id: $f) { ... on HistoryEntry { type summary recordedBy { name role } } } }", new { f = book.Text("factId") }, Server.Manager)).GetProperty("node");
        (entry.Text("type"), entry.Text("summary"), entry.At("recordedBy").Text("name")).ShouldBe(
            ("rule_book_adopted", "The rule book of Georgia was adopted.", "LicenseTracker, at its start"));
        var before = await BookAsync("GA", knownAt: "2020-01-01T00:00:00Z");
        (before.GetProperty("adoptedLater").GetBoolean(), before.Text("version"), before.GetProperty("adoptedAt").ValueKind).ShouldBe((true, "GA-2014", JsonValueKind.Null));
    }

    [Fact]
    public async Task A_registrar_adopts_a_book_corrects_it_and_voids_it_and_each_instant_keeps_its_answer()
    {
        var first = await BookAsync("SD");
        var changed = RuleBookText.Shipped(Jurisdiction.SD).Replace("\"law\":\"", "\"law\":\"Changed. ", StringComparison.Ordinal);
        (await AdoptAsync("SD", 1, changed, Server.Manager)).Codes().ShouldBe(["NOT_ALLOWED"]);
        (await AdoptAsync("SD", 7, changed)).Codes().ShouldBe(["STALE_VERSION"]);
        var adopted = await AdoptAsync("SD", 1, changed);
        adopted.Codes().ShouldBeEmpty(adopted.ToString());
        adopted.At("ruleBook").Text("text").ShouldContain("Law: Changed. ");
        (await BookAsync("SD")).Text("text").ShouldContain("Law: Changed. ");
        (await BookAsync("SD", knownAt: first.Text("adoptedAt"))).Text("text").ShouldNotContain("Changed.");

        var fact = adopted.At("ruleBook").Text("factId");
        var twice = changed.Replace("Changed.", "Corrected.", StringComparison.Ordinal);
        (await server.GiveAsync("correctFact", new { factId = fact, version = 2, reason = "A slip", data = new { jurisdiction = "SD", book = twice } }, by: Server.Administrator)).Codes().ShouldBeEmpty();
        (await BookAsync("SD")).Text("text").ShouldContain("Law: Corrected. ");
        (await server.GiveAsync("voidFact", new { factId = fact, version = 3, reason = "Not the law" })).Codes().ShouldBeEmpty();
        (await BookAsync("SD")).Text("text").ShouldBe(first.Text("text"));
        (await server.GiveAsync("voidFact", new { factId = first.Text("factId"), version = 4, reason = "None" })).Codes().ShouldBe(["RULE_BOOK_NONE_LEFT"]);
        var history = (await server.AskAsync("{ ruleBook(jurisdiction: SD) { history { nodes { type } } } }", by: Server.Auditor)).At("ruleBook", "history", "nodes");
        history.Texts("type").ShouldBe(["rule_book_adopted", "rule_book_adopted", "rule_book_fact_corrected", "rule_book_fact_voided"]);
    }

    [Fact]
    public async Task An_unsound_book_is_refused_with_the_place_of_the_mistake()
    {
        var refused = await AdoptAsync("TN", 1, RuleBookText.Shipped(Jurisdiction.TN).Replace("\"selector\":\"periodEnd\"", "\"selector\":\"fullMoon\"", StringComparison.Ordinal));
        refused.Codes().ShouldBe(["RULE_BOOK_UNSOUND"]);
        refused.GetProperty("refusals")[0].GetProperty("path").EnumerateArray().Select(p => p.GetString()).ShouldBe(["book", "versions", "0", "selector"]);
    }

    [Fact]
    public async Task Nodes_that_start_at_once_adopt_each_shipped_book_once()
    {
        await using var first = new Store();
        await first.InitializeAsync();
        await using var second = await first.SecondNodeAsync();
        var adopted = await Task.WhenAll(new[] { first, second, first, second }.Select(node => new ShippedBooks(
            node.Services.GetRequiredService<Recorder>(), node.Database).AdoptAsync(Server.Cancellation)));
        adopted.Order().ShouldBe([0, 0, 0, 51]);
        await using var count = first.Database.CreateCommand("SELECT count(*) FROM license_tracker.mt_events WHERE type = 'rule_book_adopted'");
        (await count.ExecuteScalarAsync(Server.Cancellation)).ShouldBe(51L);
    }

    private async Task<JsonElement> BookAsync(string jurisdiction, string? on = null, string? knownAt = null, Caller? by = null) => (await server.AskAsync(
        $"query($j: Jurisdiction!, $on: Date, $knownAt: DateTime) {{ ruleBook(jurisdiction: $j, on: $on, knownAt: $knownAt) {{ {Members} }} }}",
        new { j = jurisdiction, on, knownAt }, by)).GetProperty("ruleBook");

    private Task<JsonElement> AdoptAsync(string jurisdiction, long version, string book, Caller? by = null) =>
        server.GiveAsync("adoptRuleBook", new { jurisdiction, version, book }, "ruleBook { factId text }", by);
}
