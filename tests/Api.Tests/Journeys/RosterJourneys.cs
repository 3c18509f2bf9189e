using System.Globalization;
using System.Text.Json;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Importing;
using LicenseTracker.Api.Sealing;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace LicenseTracker.Api.Tests.Journeys;

/// <summary>What rosters leave to a person is listed, decided once, and stays decided.</summary>
[Collection(nameof(Server))]
public sealed class RosterJourneys(Server server) : IDisposable
{
    private const string Header = "license_number,license_status,original_issue_date,effective_date,expiration_date,ever_disciplined";

    private const string Items = """
        query($f: RosterReviewFilter, $first: Int, $after: String, $last: Int, $before: String) {
          rosterReviews(filter: $f, first: $first, after: $after, last: $last, before: $before) {
            totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
            nodes { id code message path onRecord inSource jurisdiction row rawRow foundAt settledAt license { id number } therapist { id name } otherTherapists { id }
              import { id file profile orderedBy { name } } resolution { resolvedAt note resolvedBy { name } fact { summary } } } } }
        """;

    private readonly ScratchFolder folder = new();

    [Fact]
    public async Task A_contradiction_is_listed_resolved_once_and_not_opened_again_unless_something_new_is_said()
    {
        await ImportAsync("RJ-1,ACTIVE,01/01/2020,01/01/2025,12/31/2026,N");
        var import = await ImportAsync("RJ-1,ACTIVE,01/01/2020,01/01/2025,06/30/2026,N");
        var item = (await ListAsync(new { importId = import, resolved = false })).ShouldHaveSingleItem();
        (item.Text("code"), item.Text("onRecord"), item.Text("inSource"), item.Text("license", "number"), item.Text("import", "profile"), item.GetProperty("row").GetInt64())
            .ShouldBe(("EXPIRY_SHORTENED", "2026-12-31", "2026-06-30", "RJ-1", "il-idfpr", 1L));
        item.At("path")[0].GetString().ShouldBe("expiresOn");
        item.At("resolution").ValueKind.ShouldBe(JsonValueKind.Null);

        var resolved = await server.GiveAsync("resolveRosterReview", new { reviewId = item.Id(), note = "The board's clerk mistyped it." }, "rosterReview { id resolution { note resolvedBy { name role } } }");
        resolved.Codes().ShouldBeEmpty();
        resolved.Text("rosterReview", "resolution", "note").ShouldBe("The board's clerk mistyped it.");
        resolved.Text("rosterReview", "resolution", "resolvedBy", "name").ShouldBe(Server.Registrar.Name);
        (await server.GiveAsync("resolveRosterReview", new { reviewId = item.Id(), note = "Again." }, "rosterReview { id }")).Codes().ShouldBe(["ROSTER_REVIEW_RESOLVED"]);
        (await server.GiveAsync("resolveRosterReview", new { reviewId = item.Id(), note = " " }, "rosterReview { id }")).Codes().ShouldContain("ROSTER_REVIEW_RESOLVED");

        await ImportAsync("RJ-1,ACTIVE,01/01/2020,01/01/2025,06/30/2026,N");
        (await ListAsync(new { licenseId = item.At("license").Id(), resolved = false })).ShouldBeEmpty();
        await ImportAsync("RJ-1,ACTIVE,01/01/2020,01/01/2025,05/31/2026,N");
        (await ListAsync(new { licenseId = item.At("license").Id(), resolved = false })).ShouldHaveSingleItem().Text("inSource").ShouldBe("2026-05-31");
    }

    [Fact]
    public async Task While_a_roster_contradicts_the_record_the_verdict_is_undetermined_and_past_answers_stay_what_they_were()
    {
        const string Agreeing = "RJ-V,ACTIVE,01/01/2020,01/01/2025,12/31/2030,N";
        await ImportAsync(Agreeing);
        var therapist = await TherapistOfAsync("RJ-V");
        (await VerdictAsync(therapist)).Text("verdict").ShouldBe("ELIGIBLE");
        var before = server.Clock.GetUtcNow();

        var import = await ImportAsync("RJ-V,CANCELLED,01/01/2020,01/01/2025,12/31/2030,N");
        var during = await VerdictAsync(therapist);
        during.Text("verdict").ShouldBe("UNDETERMINED");
        var reason = during.GetProperty("reasons").EnumerateArray().Single(r => r.Text("outcome") == "UNKNOWN");
        reason.Text("code").ShouldBe("LICENSE_SOURCE_CONTRADICTS");
        reason.Text("message").ShouldStartWith("License RJ-V in Illinois: a roster of IL (il-idfpr) contradicts the record, found on ");
        reason.Text("message").ShouldContain("On record: ACTIVE. In the source: CANCELLED.");
        (await VerdictAsync(therapist, before)).Text("verdict").ShouldBe("ELIGIBLE");
        var found = server.Clock.GetUtcNow();

        var item = (await ListAsync(new { importId = import })).ShouldHaveSingleItem();
        await server.RecordAsync("resolveRosterReview", new { reviewId = item.Id(), note = "The board says it is a slip." }, "rosterReview { id }");
        (await VerdictAsync(therapist)).Text("verdict").ShouldBe("ELIGIBLE");
        (await VerdictAsync(therapist, found)).Text("verdict").ShouldBe("UNDETERMINED");

        import = await ImportAsync("RJ-V,ACTIVE,01/01/2020,01/01/2025,06/30/2030,N");
        (await VerdictAsync(therapist)).Text("verdict").ShouldBe("UNDETERMINED");
        await ImportAsync(Agreeing, "RJ-V-2,ACTIVE,01/01/2020,01/01/2025,12/31/2030,N");
        (await VerdictAsync(therapist)).Text("verdict").ShouldBe("ELIGIBLE");
        (await ListAsync(new { importId = import, open = true })).ShouldBeEmpty();
        (await ListAsync(new { importId = import, open = false })).ShouldHaveSingleItem().At("settledAt").ValueKind.ShouldBe(JsonValueKind.String);
    }

    [Fact]
    public async Task The_row_of_the_file_is_shown_to_those_who_may_see_the_item_and_personal_data()
    {
        await ImportAsync("RJ-RAW,ACTIVE,01/01/2020,01/01/2025,12/31/2030,N");
        var import = await ImportAsync("RJ-RAW,DENIED,01/01/2020,01/01/2025,12/31/2030,N");

        (await ListAsync(new { importId = import })).ShouldHaveSingleItem().Text("rawRow").ShouldStartWith("{\"license_number\":\"RJ-RAW\",\"license_status\":\"DENIED\",");
        await using var command = server.Database.CreateCommand("SELECT count(*) FROM license_tracker.roster_review WHERE raw LIKE '%RJ-RAW%'");
        (await command.ExecuteScalarAsync(Server.Cancellation)).ShouldBe(0L);
    }

    [Fact]
    public async Task An_import_id_that_is_none_is_a_mistake_and_not_an_empty_list()
    {
        var answer = await server.SendAsync("{ rosterReviews(filter: {importId: \"01a20f0c\"}) { totalCount } }");

        answer.Code.ShouldBe("INVALID_INPUT");
        answer.Body.ShouldContain("filter.importId");
    }

    [Fact]
    public async Task What_was_decided_is_a_fact_sealed_and_seen_by_registrars_and_auditors_alone()
    {
        var world = await World.MakeAsync(server, "RJ-W");
        await server.RecordAsync("resolveRosterReview", new { reviewId = world["reviewId"], note = "Confidential canary" }, "rosterReview { id }");

        const string History = "query($t: ID!) { therapist(id: $t) { history { nodes { type summary data } } } }";
        (await server.AskAsync(History, new { t = world["therapistId"] }, Server.Auditor)).ToString().ShouldContain("Confidential canary");
        (await server.AskAsync(History, new { t = world["therapistId"] }, Server.Manager)).ToString().ShouldNotContain("roster_review_resolved");
        (await server.AskAsync("query($r: ID!) { node(id: $r) { id } }", new { r = world["reviewId"] }, Server.Manager)).At("node").ValueKind.ShouldBe(JsonValueKind.Null);
        (await server.AskAsync("query($r: ID!) { node(id: $r) { id } }", new { r = world["reviewId"] }, Server.Auditor)).At("node").Id().ShouldBe(world["reviewId"]);
        await using var command = server.Database.CreateCommand(
            "SELECT count(*) FROM license_tracker.mt_events e, license_tracker.command_key k WHERE e.data::text LIKE '%canary%' OR k.answer::text LIKE '%canary%'");
        (await command.ExecuteScalarAsync(Server.Cancellation)).ShouldBe(0L);
        (await server.GiveAsync("resolveRosterReview", new { reviewId = world["licenseId"], note = "x" }, "rosterReview { id }")).Codes().ShouldBe(["UNKNOWN_ID"]);
        (await server.GiveAsync("resolveRosterReview", new { reviewId = world["reviewId"], note = "x" }, "rosterReview { id }", Server.Auditor)).Codes().ShouldBe(["NOT_ALLOWED"]);
    }

    [Fact]
    public async Task Lists_of_rosters_are_for_those_who_keep_or_examine_the_record()
    {
        var self = Server.Therapist(Guid.CreateVersion7());
        (string Query, Caller[] Allowed)[] lists =
        [
            ("{ rosterReviews(first: 1) { totalCount } }", [Server.Registrar, Server.Auditor]),
            ("{ rosterImports(first: 1) { totalCount } }", [Server.Registrar, Server.Auditor, Server.Administrator]),
            ("{ possibleDuplicates(first: 1) { totalCount } }", [Server.Registrar]),
        ];
        foreach (var (query, allowed) in lists)
        {
            foreach (var caller in (Caller[])[Server.Registrar, Server.Auditor, Server.Administrator, Server.Reviewer, Server.Manager, self])
            {
                var answer = await server.SendAsync(query, by: caller);
                if (allowed.Contains(caller))
                    answer.Json.TryGetProperty("errors", out _).ShouldBeFalse($"{caller.Role} {query} {answer.Body}");
                else
                    answer.Code.ShouldBe("NOT_ALLOWED", $"{caller.Role} {query}");
            }
        }
    }

    [Fact]
    public async Task A_page_of_items_costs_the_same_statements_whatever_its_size_and_pages_lose_nothing()
    {
        await ImportAsync([.. Enumerable.Range(0, 9).Select(i => $"RJ-P{i},ACTIVE,01/01/2020,01/01/2025,12/31/2026,N")]);
        var import = await ImportAsync([.. Enumerable.Range(0, 9).Select(i => $"RJ-P{i},ACTIVE,01/01/2020,01/01/2025,0{i + 1}/15/2026,N")]);
        var f = new { importId = import };
        foreach (var some in (await ListAsync(f)).Take(5))
            await server.RecordAsync("resolveRosterReview", new { reviewId = some.Id(), note = "seen" }, "rosterReview { id }");
        await server.AskAsync(Items, new { f, first = 1 });
        var few = await server.StatementsAsync(() => server.AskAsync(Items, new { f, first = 2 }));
        var many = await server.StatementsAsync(async () => (await server.AskAsync(Items, new { f, first = 9 })).At("rosterReviews", "nodes").GetArrayLength().ShouldBe(9));
        many.Count.ShouldBe(few.Count, string.Join("\n--\n", many));
        many.Count.ShouldBeLessThan(10);

        var all = (await ListAsync(f)).Select(n => n.Id()).ToList();
        foreach (var forward in (bool[])[true, false])
        {
            var seen = new List<string>();
            string? at = null;
            do
            {
                var page = (await server.AskAsync(Items, forward ? new { f, first = 4, after = at } : new { f, last = 4, before = at })).At("rosterReviews");
                seen.InsertRange(forward ? seen.Count : 0, page.At("nodes").EnumerateArray().Select(n => n.Id()));
                at = page.At("pageInfo", forward ? "hasNextPage" : "hasPreviousPage").GetBoolean() ? page.Text("pageInfo", forward ? "endCursor" : "startCursor") : null;
            }
            while (at is not null);
            seen.ShouldBe(all);
        }

        (await server.SendAsync("query($c: String) { rosterReviews(after: $c) { totalCount } }", new { c = server.Ids.EncodeCursor("x y") })).Code.ShouldBe("INVALID_INPUT");
    }

    [Fact]
    public async Task Imports_are_listed_newest_first_with_their_counts()
    {
        await ImportAsync("RJ-I1,ACTIVE,01/01/2020,01/01/2025,12/31/2026,N");
        var newest = await ImportAsync("RJ-I1,ACTIVE,01/01/2020,01/01/2025,12/31/2026,N", "RJ-I2,ACTIVE,01/01/2020,01/01/2025,31/12/2026,N");
        var nodes = (await server.AskAsync(
            "{ rosterImports(first: 2) { nodes { id importId profile jurisdiction sha256 startedAt finishedAt orderedBy { name } rows accepted unchanged refused } } }", by: Server.Administrator))
            .At("rosterImports", "nodes").EnumerateArray().ToList();

        nodes[0].Text("importId").ShouldBe(newest);
        (nodes[0].At("rows").GetInt64(), nodes[0].At("accepted").GetInt64(), nodes[0].At("unchanged").GetInt64(), nodes[0].At("refused").GetInt64()).ShouldBe((2, 0, 1, 1));
        nodes[0].At("finishedAt").ValueKind.ShouldBe(JsonValueKind.String);
        nodes[0].Text("orderedBy", "name").ShouldBe("Import by tester");
        nodes[1].At("accepted").GetInt64().ShouldBe(1);
        (await server.AskAsync("query($i: ID!) { node(id: $i) { id } }", new { i = nodes[0].Id() })).At("node").Id().ShouldBe(nodes[0].Id());
    }

    [Fact]
    public async Task Therapists_who_may_be_one_person_are_listed_with_the_reasons()
    {
        var (one, other) = (await server.RegisterAsync("Double", "Ganger", "1234567893"), await server.RegisterAsync("DOUBLE", "Gänger", "1234567893"));
        var third = await server.RegisterAsync("Single", "Gunger");

        var pairs = new List<JsonElement>();
        string? at = null;
        do
        {
            var page = (await server.AskAsync(
                "query($a: String) { possibleDuplicates(first: 3, after: $a) { nodes { reasons first { id } second { id } } pageInfo { hasNextPage endCursor } } }", new { a = at })).At("possibleDuplicates");
            pairs.AddRange(page.At("nodes").EnumerateArray());
            at = page.At("pageInfo", "hasNextPage").GetBoolean() ? page.Text("pageInfo", "endCursor") : null;
        }
        while (at is not null);

        var pair = pairs.Single(p => p.At("first").Id() == one || p.At("second").Id() == one);
        ((string[])[pair.At("first").Id(), pair.At("second").Id()]).ShouldBe([one, other], ignoreOrder: true);
        pair.At("reasons").EnumerateArray().Select(r => r.GetString()).ShouldBe(["NAME_AND_BIRTH"]);
        pairs.ShouldNotContain(p => p.At("first").Id() == third || p.At("second").Id() == third);
        pairs.Select(p => p.ToString()).ShouldBeUnique();
    }

    public void Dispose() => folder.Dispose();

    private async Task<IReadOnlyList<JsonElement>> ListAsync(object filter) =>
        [.. (await server.AskAsync(Items, new { f = filter, first = 200 }, Server.Auditor)).At("rosterReviews", "nodes").EnumerateArray()];

    private async Task<string> TherapistOfAsync(string number) =>
        (await server.AskAsync("query($n: String!) { license(jurisdiction: IL, number: $n) { therapist { id } } }", new { n = number })).Text("license", "therapist", "id");

    private async Task<JsonElement> VerdictAsync(string therapist, DateTimeOffset? knownAt = null) => (await server.AskAsync(
        "query($t: ID!, $k: DateTime) { eligibility(input: {therapistId: $t, jurisdiction: IL, knownAt: $k}) { verdict reasons { code outcome message } } }",
        new { t = therapist, k = knownAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture) })).At("eligibility");

    /// <returns>The import's id, as it is printed.</returns>
    private async Task<string> ImportAsync(params string[] rows)
    {
        var file = Path.Combine(folder.Root, $"{Guid.NewGuid():N}.csv");
        await File.WriteAllLinesAsync(file, rows.Prepend(Header), Server.Cancellation);
        var import = new RosterImport(
            server.Services.GetRequiredService<Recorder>(), server.Services.GetRequiredService<Keyring>(), server.Database, server.Clock, server.Services.GetRequiredService<Ids>(),
            new SsnHasher(new byte[32]));
        var order = new ImportOrder(ProfileReader.Shipped().Single(p => p.Name == "il-idfpr"), Jurisdiction.IL, file, null, false, "tester");
        return (await import.RunAsync(order, new Silent(), Server.Cancellation)).Entry.Id.ToString();
    }

    private sealed class Silent : IImportFollower
    {
        public void Waits(string forWhat)
        {
        }

        public void Decided(IReadOnlyList<RowVerdict> verdicts, long bytesRead, long bytes)
        {
        }
    }
}
