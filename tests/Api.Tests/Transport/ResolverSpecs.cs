using LicenseTracker.Api.Access;
using LicenseTracker.Api.Schema.Relay;

namespace LicenseTracker.Api.Tests.Transport;

/// <summary>Lists, ids, loaders, payloads and errors, as resolvers written on this room give them.</summary>
public sealed class ResolverSpecs
{
    private static readonly RelayIds Ids = new(Door.MasterKey);

    [Fact]
    public async Task A_list_reads_the_things_below_its_items_in_one_go()
    {
        await using var door = await Door.OpenAsync();
        var answer = await door.AskAsync("{ therapists(first: 100) { nodes { name licenses { number terms { startsOn expiresOn } } } } }");
        var nodes = answer.Data.GetProperty("therapists").GetProperty("nodes");
        nodes.GetArrayLength().ShouldBe(100);
        nodes[6].GetProperty("licenses")[0].GetProperty("number").GetString().ShouldBe("MT-007");
        door.Registry.Reads.ShouldBe(2);
    }

    [Fact]
    public async Task The_whole_list_is_counted_only_when_asked()
    {
        await using var door = await Door.OpenAsync();
        await door.AskAsync("{ therapists { nodes { id } pageInfo { hasNextPage } } }");
        door.Registry.Counts.ShouldBe(0);
        var answer = await door.AskAsync("{ therapists(first: 0) { totalCount nodes { id } pageInfo { startCursor hasNextPage } } }");
        answer.Data.GetProperty("therapists").GetProperty("totalCount").GetInt32().ShouldBe(120);
        door.Registry.Counts.ShouldBe(1);
    }

    [Theory]
    [InlineData("first", "after", "endCursor", "hasNextPage")]
    [InlineData("last", "before", "startCursor", "hasPreviousPage")]
    public async Task Paging_through_gives_every_item_once_in_order(string size, string from, string cursor, string more)
    {
        await using var door = await Door.OpenAsync();
        var query = $"query($c: String) {{ therapists({size}: 50, {from}: $c) {{ edges {{ cursor node {{ name }} }} pageInfo {{ {cursor} {more} }} }} }}";
        var seen = new List<string>();
        string? at = null;
        for (var page = 0; page < 3; page++)
        {
            var list = (await door.AskAsync(query, new { c = at })).Data.GetProperty("therapists");
            string[] names = [.. list.GetProperty("edges").EnumerateArray().Select(e => e.GetProperty("node").GetProperty("name").GetString()!)];
            seen.InsertRange(size == "first" ? seen.Count : 0, names);
            at = list.GetProperty("pageInfo").GetProperty(cursor).GetString();
            list.GetProperty("pageInfo").GetProperty(more).GetBoolean().ShouldBe(page < 2);
        }
        seen.ShouldBe(door.Registry.Therapists.Select(t => t.Name));
    }

    [Theory]
    [InlineData("first: 1, last: 1", "first or last")]
    [InlineData("first: -1", "first is a number from 0 to 200")]
    [InlineData("last: 201", "last is a number from 0 to 200")]
    [InlineData("after: \"forged\"", "after is no cursor")]
    public async Task Contradicting_page_arguments_are_invalid_input(string arguments, string message)
    {
        await using var door = await Door.OpenAsync();
        var answer = await door.AskAsync($"{{ therapists({arguments}) {{ totalCount }} }}");
        answer.Code.ShouldBe("INVALID_INPUT");
        answer.Message.ShouldContain(message);
        door.Logbook.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Node_finds_a_thing_by_its_id_and_nothing_by_any_other()
    {
        await using var door = await Door.OpenAsync();
        var id = (await door.AskAsync("{ therapists(first: 1) { nodes { id } } }")).Data.GetProperty("therapists").GetProperty("nodes")[0].GetProperty("id").GetString()!;
        var first = door.Registry.Therapists[0].Id;
        var otherInstallation = new RelayIds(new byte[32]).Encode(new RelayId("Therapist", first));
        string[] ids =
        [
            id, Ids.Encode(new RelayId("License", first)), Ids.EncodeCursor("Therapist 001"), first.ToString(), "", "7", "\u0000", otherInstallation, Flip(id), new string('A', 100_000), id,
        ];
        var nodes = (await door.AskAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Therapist { name } } }", new { ids })).Data.GetProperty("nodes");
        nodes[0].GetProperty("name").GetString().ShouldBe("Therapist 001");
        nodes[10].GetProperty("id").GetString().ShouldBe(id);
        nodes.EnumerateArray().Skip(1).SkipLast(1).ShouldAllBe(n => n.ValueKind == System.Text.Json.JsonValueKind.Null);
        (await door.AskAsync("query($id: ID!) { node(id: $id) { id } }", new { id = 7 })).Data.GetProperty("node").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task A_mutation_takes_its_defaults_and_answers_with_a_payload()
    {
        await using var door = await Door.OpenAsync();
        var answer = await RenewAsync(door, Ids.Encode(new RelayId("License", Guid.Empty)));
        answer.GetProperty("license").GetProperty("number").GetString().ShouldBe("MassageTherapist/60/course/0");
        answer.GetProperty("refusals").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task An_unknown_id_and_a_role_that_may_not_are_refusals_not_errors()
    {
        await using var door = await Door.OpenAsync();
        var unknown = (await RenewAsync(door, Ids.Encode(new RelayId("Therapist", Guid.Empty)))).GetProperty("refusals")[0];
        unknown.GetProperty("code").GetString().ShouldBe("UNKNOWN_ID");
        unknown.GetProperty("path")[0].GetString().ShouldBe("licenseId");
        var denied = (await RenewAsync(door, "x", Door.Registrar with { Role = Role.Auditor })).GetProperty("refusals")[0];
        denied.GetProperty("code").GetString().ShouldBe("NOT_ALLOWED");
    }

    [Fact]
    public async Task A_fault_tells_the_caller_a_reference_and_the_log_everything()
    {
        await using var door = await Door.OpenAsync();
        var answer = await door.AskAsync("{ therapists(first: 1) { nodes { name faulty } } }");
        answer.Status.ShouldBe(200);
        answer.Data.GetProperty("therapists").GetProperty("nodes")[0].GetProperty("name").GetString().ShouldBe("Therapist 001");
        answer.Code.ShouldBe("INTERNAL_ERROR");
        answer.Message.ShouldStartWith("An internal error occurred. Reference: ");
        answer.Body.ShouldNotContain("secret");
        answer.Body.ShouldNotContain("Exception");
        answer.Body.ShouldNotContain("InvalidOperation", Case.Insensitive);
        var reference = answer.Message.Split(' ')[^1];
        door.Logbook.Lines.ShouldContain(line => line.Contains(reference, StringComparison.Ordinal) && line.Contains("select secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_field_denied_to_the_role_is_an_error_with_its_code_beside_the_rest_of_the_answer()
    {
        await using var door = await Door.OpenAsync();
        var answer = await door.AskAsync("{ viewer { role } secret }", caller: Door.Registrar with { Role = Role.Therapist });
        answer.Code.ShouldBe("NOT_ALLOWED");
        door.Logbook.Lines.ShouldBeEmpty();
        (await door.AskAsync("{ secret }")).Data.GetProperty("secret").GetString().ShouldBe("seen");
    }

    [Fact]
    public async Task A_scoped_resolver_has_services_of_its_own_and_the_others_share_the_requests()
    {
        await using var door = await Door.OpenAsync();
        var marks = (await door.AskAsync("{ a: shared b: shared c: own d: own }")).Data;
        int Of(string field) => marks.GetProperty(field).GetInt32();
        Of("a").ShouldBe(Of("b"));
        new[] { Of("a"), Of("c"), Of("d") }.ShouldBeUnique();
        (await door.AskAsync("{ shared }")).Data.GetProperty("shared").GetInt32().ShouldNotBe(Of("a"));
    }

    [Fact]
    public async Task A_resolver_that_never_ends_is_stopped_when_the_time_is_up()
    {
        await using var door = await Door.OpenAsync(limits: l => l.Timeout = TimeSpan.FromMilliseconds(200));
        var answer = await door.AskAsync("{ endless }");
        answer.Status.ShouldBe(503);
        answer.Code.ShouldBe("TIMEOUT");
        await door.Registry.Ended.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_resolver_is_stopped_when_the_client_goes_away()
    {
        await using var door = await Door.OpenAsync();
        using var client = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7Bendless%7D");
        request.Headers.Authorization = new("Bearer", door.Token());
        var asked = door.Client.SendAsync(request, client.Token);
        await Task.WhenAny(asked, door.Registry.Began.Task);
        await client.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(asked);
        await door.Registry.Ended.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        door.Logbook.Lines.ShouldBeEmpty("nobody is there to be told, and nothing is wrong");
    }

    private static string Flip(string id) => (id[0] == 'A' ? 'B' : 'A') + id[1..];

    private static async Task<System.Text.Json.JsonElement> RenewAsync(Door door, string licenseId, Caller? caller = null) => (await door.AskAsync(
        "mutation($id: ID!) { renewLicense(input: { idempotencyKey: \"k\", licenseId: $id, version: 3 }) { license { number } refusals { code message path } warnings { code } } }",
        new { id = licenseId },
        caller: caller)).Data.GetProperty("renewLicense");
}
