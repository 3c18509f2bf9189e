using System.Text.Json;

namespace LicenseTracker.Api.Tests.Journeys;

/// <summary>Finding and listing: complete, in order, and at a cost that does not grow with the page.</summary>
[Collection(nameof(Server))]
public sealed class ListJourneys(Server server)
{
    [Fact]
    public async Task A_thousand_questions_read_their_cards_in_one_statement()
    {
        var therapists = await Task.WhenAll(Enumerable.Range(0, 12).Select(async i =>
        {
            var therapist = await server.RegisterAsync("Batch", $"No{i}");
            await server.GrantAsync(therapist, "WA", $"LJ-B{i}");
            return therapist;
        }));
        var inputs = Enumerable.Range(0, 1_000).Select(i => new { therapistId = therapists[i % 12], jurisdiction = "WA", on = "2026-05-03", conditions = new[] { "E11.9" } }).ToList();

        const string Ask = "query($inputs: [EligibilityInput!]!) { eligibilities(inputs: $inputs) { verdict validUntil reasons { code message } obligations { code } } }";

        // The first question about a state reads its rule book, which is then kept.
        await server.AskAsync(Ask, new { inputs = inputs.Take(1) });
        var statements = await server.StatementsAsync(() => server.AskAsync(Ask, new { inputs }));

        statements.ShouldHaveSingleItem().ShouldContain("eligibility_card");
    }

    [Fact]
    public async Task A_page_costs_the_same_statements_whatever_its_size()
    {
        for (var i = 0; i < 12; i++)
        {
            var world = await World.MakeAsync(server, $"LJ-P{i}", "Pageful");
            await server.RecordAsync("imposeEncumbrance", new { licenseId = world["licenseId"], version = 2, type = "FINE", effectiveOn = "2024-01-01", note = "noted" }, "license { id }");
        }

        const string Query = """
            query($first: Int!) {
              therapists(first: $first, filter: {name: "Pageful"}) {
                totalCount
                nodes {
                  id name npi version
                  licenses { totalCount nodes {
                    number standing { standing reasons { code evidence { id summary data recordedBy { name } correctedBy { id } } } } terms { factId }
                    encumbrances { note } history(first: 3) { nodes { id data recordedBy { name } correctedBy { id } } } therapist { name } investigations { note license { number } } } }
                  certifications { nodes { name status } }
                  history(first: 5, filter: {actor: "rita"}) { totalCount nodes { id type data recordedBy { name } correctedBy { id } } }
                }
              }
            }
            """;
        await server.AskAsync(Query, new { first = 1 });
        var few = await server.StatementsAsync(() => server.AskAsync(Query, new { first = 2 }));
        var many = await server.StatementsAsync(async () => (await server.AskAsync(Query, new { first = 12 })).At("therapists", "nodes").GetArrayLength().ShouldBe(12));
        many.Count.ShouldBe(few.Count, string.Join("\n--\n", many));
        many.Count.ShouldBeLessThan(20);
    }

    [Fact]
    public async Task Cold_keys_are_fetched_together()
    {
        for (var i = 0; i < 6; i++)
            await World.MakeAsync(server, $"LJ-K{i}", "Coldkeys");
        const string Query = "{ therapists(first: 6, filter: {name: \"Coldkeys\"}) { nodes { history { nodes { data } } } } }";
        await server.AskAsync(Query);
        await server.RestartAsync();
        var statements = await server.StatementsAsync(async () => (await server.AskAsync(Query)).ToString().ShouldContain("1980-02-29"));
        statements.Count(s => s.Contains("data_key", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("first", "after", "endCursor", "hasNextPage")]
    [InlineData("last", "before", "startCursor", "hasPreviousPage")]
    public async Task Pages_lose_and_repeat_nobody_while_others_are_added(string size, string place, string cursor, string more)
    {
        var word = $"Paged{size}";
        var before = new List<string>();
        for (var i = 0; i < 17; i++)
            before.Add(await server.RegisterAsync($"{(char)('a' + (i * 7 % 17))}", word));
        var seen = new List<string>();
        string? at = null;
        for (var page = 0; ; page++)
        {
            var connection = (await server.AskAsync(
                $"query($at: String) {{ therapists({size}: 4, {place}: $at, filter: {{name: \"{word}\"}}) {{ totalCount nodes {{ id name }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}",
                new { at })).GetProperty("therapists");
            connection.At("totalCount").GetInt32().ShouldBe(17 + (2 * page));
            var ids = connection.GetProperty("nodes").EnumerateArray().Select(n => n.Id()).ToList();
            seen.InsertRange(size == "first" ? seen.Count : 0, ids);
            if (!connection.At("pageInfo", more).GetBoolean())
                break;
            at = connection.Text("pageInfo", cursor);
            await Task.WhenAll(server.RegisterAsync("0 early", word), server.RegisterAsync("zz late", word));
        }

        seen.ShouldBeUnique();
        seen.Where(before.Contains).Count().ShouldBe(17);
        seen.Where(before.Contains).ShouldBe(before.Select((id, i) => (id, i)).OrderBy(x => x.i * 7 % 17).Select(x => x.id));
    }

    [Fact]
    public async Task A_cursor_of_another_list_is_refused()
    {
        var therapist = await server.RegisterAsync();
        var cursor = (await server.AskAsync("query($t: ID!) { therapist(id: $t) { history { edges { cursor } } } }", new { t = therapist })).At("therapist", "history", "edges")[0].Text("cursor");
        foreach (var wrong in new[] { cursor, "nonsense", therapist, "" })
            (await server.SendAsync("query($c: String) { therapists(after: $c) { totalCount } }", new { c = wrong })).Code.ShouldBe("INVALID_INPUT", wrong);
        foreach (var arguments in new[] { "first: -1", "first: 201", "last: 201", "first: 1, last: 1" })
            (await server.SendAsync($"{{ therapists({arguments}) {{ totalCount }} }}")).Code.ShouldBe("INVALID_INPUT", arguments);
        (await server.AskAsync("{ therapists(first: 0) { nodes { id } pageInfo { startCursor endCursor hasPreviousPage } } }")).At("therapists", "nodes").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("Björk", "Guðmundsdóttir", "bjork")]
    [InlineData("Björk", "Guðmundsdóttir", "BJÖRK guðm")]
    [InlineData("Bjo\u0308rk", "Decomposed", "Björk Decomposed")]
    [InlineData("Seán", "O'Brien-Smith", "O'Brien")]
    [InlineData("Seán", "O'Brien-Smith", "brien sean")]
    [InlineData("Seán", "O'Brien-Smith", "O'Brien-Sm")]
    [InlineData("Seán", "O'Brien-Smith", "smith")]
    [InlineData("山田", "太郎", "山")]
    [InlineData("𠮷野", "家", "𠮷")]
    [InlineData("Ελένη", "ΠΑΠΑΔΟΠΟΎΛΟΥ", "παπαδοπουλου")]
    [InlineData("Ольга", "Йовович", "йов")]
    [InlineData("محمد", "الحسن", "الح")]
    public async Task A_name_is_found_however_it_is_typed(string givenName, string familyName, string typed)
    {
        var id = await server.RegisterAsync(givenName, familyName);
        (await FoundAsync(new { name = typed })).ShouldContain(id);
        (await FoundAsync(new { name = typed + "x" })).ShouldNotContain(id);
    }

    [Theory]
    [InlineData("\U0001f98b")]
    [InlineData("!!!")]
    [InlineData("' | 'zq")]
    [InlineData("nobody-has-this")]
    [InlineData("a\0b")]
    public async Task What_is_no_name_finds_nobody_and_breaks_nothing(string typed)
    {
        (await FoundAsync(new { name = typed })).ShouldBeEmpty();
        (await FoundAsync(new { npi = typed })).ShouldBeEmpty();
        (await FoundAsync(new { certification = typed })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Filters_are_about_one_and_the_same_license_and_about_today_there()
    {
        var id = await server.RegisterAsync("Filter", "Fitting", "1245319599");
        await server.GrantAsync(id, "HI", "LJ-F1", "2020-01-01", "2026-06-30");
        await server.GrantAsync(id, "NY", "LJ-F2", "2020-01-01", "2029-12-31");
        await server.RecordAsync(
            "grantCertification", new { therapistId = id, certification = "Oncology-Massage", issuer = "Board", issuedOn = "2020-01-01", expiresOn = "2026-07-15" }, "certification { id }");

        async Task<bool> Holds(object filter) => (await FoundAsync(filter)).Contains(id);
        (await Holds(new { npi = "1245319599" })).ShouldBeTrue();
        (await Holds(new { npi = "1245319598" })).ShouldBeFalse();
        (await Holds(new { name = "filter", jurisdiction = "HI" })).ShouldBeTrue();
        (await Holds(new { name = "filter", jurisdiction = "WA" })).ShouldBeFalse();
        (await Holds(new { name = "filter", jurisdiction = "HI", expiresBefore = "2026-07-01" })).ShouldBeTrue();
        (await Holds(new { name = "filter", jurisdiction = "HI", expiresBefore = "2026-06-30" })).ShouldBeFalse();
        (await Holds(new { name = "filter", jurisdiction = "NY", expiresBefore = "2026-07-01" })).ShouldBeFalse();
        try
        {
            // Half past midnight on 1 July in New York, still 30 June in Hawaii.
            server.Clock.Set = new(2026, 7, 1, 4, 30, 0, TimeSpan.Zero);
            (await Holds(new { name = "filter", jurisdiction = "HI", standing = "ACTIVE" })).ShouldBeTrue();
            (await Holds(new { name = "filter", jurisdiction = "HI", standing = "EXPIRED" })).ShouldBeFalse();
            server.Clock.Set = new(2026, 7, 1, 10, 0, 0, TimeSpan.Zero);
            (await Holds(new { name = "filter", jurisdiction = "HI", standing = "ACTIVE" })).ShouldBeFalse();
            (await Holds(new { name = "filter", standing = "ACTIVE" })).ShouldBeTrue();
            (await Holds(new { name = "filter", standing = "ACTIVE", expiresBefore = "2027-01-01" })).ShouldBeFalse();
            (await Holds(new { name = "filter", certification = "oncology-massage" })).ShouldBeTrue();
            server.Clock.Set = new(2026, 7, 16, 10, 0, 0, TimeSpan.Zero);
            (await Holds(new { name = "filter", certification = "oncology-massage" })).ShouldBeFalse();
        }
        finally
        {
            server.Clock.Set = null;
        }
    }

    [Fact]
    public async Task A_license_is_found_by_every_number_it_had_however_typed()
    {
        var therapist = await server.RegisterAsync();
        var license = await server.GrantAsync(therapist, "WA", "MA 0012.34-X");
        await server.RecordAsync("changeLicenseNumber", new { licenseId = license, version = 1, number = "MA-99/77", changedOn = "2024-01-01" }, "license { id }");
        async Task<JsonElement> Find(string number, string profession = "MASSAGE_THERAPIST") => (await server.AskAsync(
            $"query($n: String!) {{ license(jurisdiction: WA, number: $n, profession: {profession}) {{ id number asOf(on: \"2021-01-01\") {{ number }} }} }}", new { n = number })).GetProperty("license");
        foreach (var typed in new[] { "MA 0012.34-X", "ma001234x", " MA-0012-34 X ", "MA 99 77", "ma-9977" })
        {
            var found = await Find(typed);
            found.Id().ShouldBe(license, typed);
            found.Text("number").ShouldBe("MA-99/77");
            found.Text("asOf", "number").ShouldBe("MA 0012.34-X");
        }

        foreach (var other in new[] { "MA 12.34-X", "MA 0012.34", "", "—", "\0", new string('9', 10_000) })
            (await Find(other)).ValueKind.ShouldBe(JsonValueKind.Null, other);
        (await Find("MA9977", "COSMETOLOGIST")).ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Nodes_come_in_the_order_asked_with_nulls_where_there_is_nothing()
    {
        var world = await World.MakeAsync(server, "LJ-N");
        var condition = (await server.AskAsync("{ conditions(first: 1) { nodes { id } } }")).At("conditions", "nodes")[0].Id();
        var ids = new[]
        {
            world["factId"], "nonsense", condition, world["therapistId"], world["licenseId"], world["encumbranceId"], world["certificationId"], world["investigationId"],
            world["therapistId"], server.Ids.Encode(new("Clinic", Guid.NewGuid())), server.Ids.Encode(new("Nothing", Guid.NewGuid())),
        };
        var nodes = (await server.AskAsync("query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", new { ids })).GetProperty("nodes").EnumerateArray().ToList();
        nodes.Select(n => n.ValueKind == JsonValueKind.Null ? null : n.Text("__typename")).ShouldBe(
            ["HistoryEntry", null, "Condition", "Therapist", "License", null, "Certification", "Investigation", "Therapist", null, null]);
        foreach (var (node, id) in nodes.Zip(ids).Where(p => p.First.ValueKind != JsonValueKind.Null))
            node.Id().ShouldBe(id);
    }

    [Fact]
    public async Task Conditions_are_found_by_name_id_and_code()
    {
        var all = (await server.AskAsync("{ conditions(first: 200) { totalCount nodes { code name icd10 citation { text confidence } } } }")).GetProperty("conditions");
        all.GetProperty("totalCount").GetInt32().ShouldBe(all.GetProperty("nodes").GetArrayLength());
        var one = all.GetProperty("nodes").EnumerateArray().First(c => c.GetProperty("icd10").GetArrayLength() > 0);
        var code = one.GetProperty("icd10")[0].GetString()!;
        foreach (var search in new[] { one.Text("code"), one.Text("name").ToUpperInvariant(), code, code.Replace(".", "", StringComparison.Ordinal) })
        {
            var found = (await server.AskAsync("query($s: String) { conditions(search: $s, first: 200) { nodes { code } } }", new { s = search })).At("conditions", "nodes").Texts("code");
            found.ShouldContain(one.Text("code"), search);
        }

        (await server.AskAsync("{ conditions(search: \"no such condition\") { totalCount } }")).At("conditions", "totalCount").GetInt32().ShouldBe(0);
        var first = (await server.AskAsync("{ conditions(first: 3) { pageInfo { endCursor } } }")).Text("conditions", "pageInfo", "endCursor");
        (await server.AskAsync("query($a: String) { conditions(first: 2, after: $a) { nodes { code } } }", new { a = first })).At("conditions", "nodes").Texts("code")
            .ShouldBe(all.GetProperty("nodes").Texts("code").Skip(3).Take(2));
    }

    private async Task<IReadOnlyList<string>> FoundAsync(object filter) =>
        [.. (await server.AskAsync("query($f: TherapistFilter) { therapists(filter: $f, first: 200) { nodes { id } } }", new { f = filter })).At("therapists", "nodes").EnumerateArray().Select(n => n.Id())];
}
