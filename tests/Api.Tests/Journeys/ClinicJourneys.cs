using System.Text.Json;
using LicenseTracker.Api.Access;

namespace LicenseTracker.Api.Tests.Journeys;

/// <summary>Clinics: who works for them when, recorded and read by those whose clinic it is.</summary>
[Collection(nameof(Server))]
public sealed class ClinicJourneys(Server server)
{
    private const string Clinic = "clinic { id name version }";

    [Fact]
    public async Task A_clinic_is_opened_engages_and_releases_and_its_roster_says_who_works_for_it_on_each_day()
    {
        var (clinic, lee, ames) = (await server.OpenClinicAsync("Harbor"), await server.RegisterAsync("Ann", "Lee"), await server.RegisterAsync("Bea", "Ames"));
        var manager = server.ManagerOf(clinic);
        var engaged = await EngageAsync(clinic, 1, lee, "2026-01-10", manager);
        engaged.Codes().ShouldBeEmpty();
        engaged.At("clinic", "version").GetInt64().ShouldBe(2);
        (await EngageAsync(clinic, 2, ames, "2026-02-01", Server.Administrator)).Codes().ShouldBeEmpty();
        (await ReleaseAsync(clinic, 3, lee, "2026-03-01", manager)).At("clinic", "version").GetInt64().ShouldBe(4);
        (await EngageAsync(clinic, 4, lee, "2026-05-01", manager)).Codes().ShouldBeEmpty();

        foreach (var (on, names) in new[]
        {
            ("2026-01-09", ""), ("2026-01-10", "Ann Lee"), ("2026-02-01", "Bea Ames, Ann Lee"), ("2026-02-28", "Bea Ames, Ann Lee"), ("2026-03-01", "Bea Ames"),
            ("2026-05-01", "Bea Ames, Ann Lee"),
        })
            string.Join(", ", (await RosterAsync(clinic, on, manager)).GetProperty("nodes").Texts("name")).ShouldBe(names, on);
    }

    [Fact]
    public async Task What_a_roster_contradicts_is_refused_and_a_key_has_one_effect()
    {
        var (clinic, lee) = (await server.OpenClinicAsync("Refusing"), await server.RegisterAsync("Ann", "Refused"));
        var manager = server.ManagerOf(clinic);
        (await ReleaseAsync(clinic, 1, lee, "2026-01-01", manager)).Codes().ShouldBe(["THERAPIST_NOT_ENGAGED"]);
        var input = new { idempotencyKey = "clinic-once", clinicId = clinic, version = 1, therapistId = lee, engagedOn = "2026-01-10" };
        var first = await server.GiveAsync("engageTherapist", input, Clinic, manager);
        (await EngageAsync(clinic, 2, lee, "2026-01-20", manager)).Codes().ShouldBe(["THERAPIST_ALREADY_ENGAGED"]);
        (await EngageAsync(clinic, 1, lee, "2026-01-01", manager)).Codes().ShouldBe(["STALE_VERSION"]);
        (await ReleaseAsync(clinic, 2, lee, "2026-01-09", manager)).Codes().ShouldBe(["THERAPIST_NOT_ENGAGED"]);
        (await ReleaseAsync(clinic, 2, lee, "2026-02-01", manager)).Codes().ShouldBeEmpty();
        var facts = await server.FactsAsync();
        (await server.GiveAsync("engageTherapist", input, Clinic, manager)).ToString().ShouldBe(first.ToString());
        (await server.GiveAsync("openClinic", new { name = "  " }, Clinic, Server.Administrator)).Codes().ShouldBe(["TEXT_MISSING"]);
        (await server.FactsAsync()).ShouldBe(facts);

        var racers = await Task.WhenAll(Enumerable.Range(1, 8).Select(async n => await EngageAsync(clinic, 3, lee, $"2026-04-0{n}", manager)));
        racers.Count(r => r.Codes() is []).ShouldBe(1);
        racers.Where(r => r.Codes() is not []).ShouldAllBe(r => r.Codes()[0] == "STALE_VERSION");
    }

    [Fact]
    public async Task A_clinic_is_seen_by_its_managers_auditors_and_administrators_alone()
    {
        var (own, other) = (await server.OpenClinicAsync("Own"), await server.OpenClinicAsync("Other"));
        var manager = server.ManagerOf(own);
        const string Query = "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Clinic { name version therapists { totalCount } history { nodes { type summary } } } } viewer { clinics { id name version } } }";
        var ids = new { ids = new[] { own, other } };

        var seen = await server.AskAsync(Query, ids, manager);
        seen.At("nodes")[0].Text("name").ShouldBe("Own");
        seen.At("nodes")[0].At("history", "nodes").Texts("summary").ShouldBe(["Clinic Own came on record."]);
        seen.At("nodes")[1].ValueKind.ShouldBe(JsonValueKind.Null);
        seen.At("viewer", "clinics").EnumerateArray().Select(c => c.Id()).ShouldBe([own]);
        foreach (var caller in new[] { Server.Auditor, Server.Administrator })
        {
            var all = await server.AskAsync(Query, ids, caller);
            all.At("nodes").Texts("name").ShouldBe(["Own", "Other"], caller.Role.ToString());
            all.At("viewer", "clinics").GetArrayLength().ShouldBe(0);
        }

        foreach (var caller in new[] { Server.Registrar, Server.Reviewer, Server.Therapist(Guid.NewGuid()) })
            (await server.AskAsync(Query, ids, caller)).At("nodes").EnumerateArray().ShouldAllBe(n => n.ValueKind == JsonValueKind.Null, caller.Role.ToString());
        var therapist = await server.RegisterAsync();
        foreach (var caller in new[] { manager, Server.Registrar, Server.Auditor, Server.Reviewer })
            (await EngageAsync(other, 1, therapist, "2026-01-01", caller)).Codes().ShouldBe(["NOT_ALLOWED"], caller.Role.ToString());
    }

    [Fact]
    public async Task Who_decides_for_no_clinic_is_told_so()
    {
        var (clinic, therapist) = (await server.OpenClinicAsync("Deciding"), await server.RegisterAsync());
        Task<Transport.Answer> AskAsync(Caller by, string id) => server.SendAsync(
            "query($t: ID!, $c: ID!) { eligibility(input: {therapistId: $t, jurisdiction: WA, clinicId: $c}) { verdict } }", new { t = therapist, c = id }, by);
        foreach (var caller in new[] { Server.Registrar, Server.Reviewer, Server.Therapist(server.Ids.Decode(therapist).Value) })
        {
            var answer = await AskAsync(caller, clinic);
            (answer.Code, answer.Message).ShouldBe(("NOT_ALLOWED", "Your role decides for no clinic: leave clinicId out."), caller.Role.ToString());
        }

        foreach (var (caller, id) in new[] { (Server.Manager, clinic), (server.ManagerOf(clinic), therapist), (Server.Auditor, "nonsense") })
            (await AskAsync(caller, id)).Message.ShouldContain("names no clinic that you may decide for");
        foreach (var caller in new[] { server.ManagerOf(clinic), Server.Auditor, Server.Administrator })
            (await AskAsync(caller, clinic)).Data.Text("eligibility", "verdict").ShouldBe("NOT_ELIGIBLE");
    }

    [Fact]
    public async Task Rosters_of_many_clinics_are_read_in_as_many_statements_as_that_of_one()
    {
        var clinics = await Task.WhenAll(Enumerable.Range(1, 3).Select(n => server.OpenClinicAsync($"Counted {n}")));
        foreach (var clinic in clinics)
        {
            for (var n = 1; n <= 3; n++)
                (await EngageAsync(clinic, n, await server.RegisterAsync($"No{n}", "Counted"), "2026-01-01", Server.Administrator)).Codes().ShouldBeEmpty();
        }

        async Task<int> StatementsAsync(string[] ids) => (await server.StatementsAsync(async () =>
        {
            var answer = await server.AskAsync(
                "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Clinic { version therapists(on: \"2026-02-01\") { totalCount nodes { name licenses { totalCount } } } history { totalCount } } } }",
                new { ids }, Server.Auditor);
            answer.At("nodes").EnumerateArray().ShouldAllBe(c => c.At("therapists", "nodes").GetArrayLength() == 3 && c.At("history", "totalCount").GetInt32() == 4);
        })).Count;

        var one = await StatementsAsync([clinics[0]]);
        one.ShouldBeInRange(3, 6);
        (await StatementsAsync(clinics)).ShouldBe(one);
    }

    [Fact]
    public async Task A_roster_is_paged_from_both_ends_and_keeps_who_has_no_registration()
    {
        var clinic = await server.OpenClinicAsync("Paged");
        foreach (var (name, n) in new[] { "Delta", "Alpha", "Charlie", "Bravo" }.Select((name, i) => (name, i + 1)))
            await EngageAsync(clinic, n, await server.RegisterAsync("Pat", name), "2026-01-01", Server.Administrator);
        const string Query = """
            query($c: ID!, $after: String, $before: String) { node(id: $c) { ... on Clinic {
              forth: therapists(on: "2026-02-01", first: 3, after: $after) { totalCount nodes { id name } pageInfo { hasNextPage endCursor } }
              back: therapists(on: "2026-02-01", last: 2, before: $before) { nodes { name } pageInfo { hasPreviousPage startCursor } } } } }
            """;
        var page = (await server.AskAsync(Query, new { c = clinic }, Server.Auditor)).GetProperty("node");
        page.At("forth", "nodes").Texts("name").ShouldBe(["Pat Alpha", "Pat Bravo", "Pat Charlie"]);
        page.At("forth", "totalCount").GetInt32().ShouldBe(4);
        page.At("back", "nodes").Texts("name").ShouldBe(["Pat Charlie", "Pat Delta"]);
        var rest = (await server.AskAsync(
            Query, new { c = clinic, after = page.Text("forth", "pageInfo", "endCursor"), before = page.Text("back", "pageInfo", "startCursor") }, Server.Auditor)).GetProperty("node");
        rest.At("forth", "nodes").Texts("name").ShouldBe(["Pat Delta"]);
        rest.At("forth", "pageInfo", "hasNextPage").GetBoolean().ShouldBeFalse();
        rest.At("back", "nodes").Texts("name").ShouldBe(["Pat Alpha", "Pat Bravo"]);

        var registered = (await server.AskAsync(
            "query($t: ID!) { therapist(id: $t) { history { nodes { id } } } }", new { t = page.At("forth", "nodes")[0].Id() })).At("therapist", "history", "nodes")[0].Id();
        await server.RecordAsync("voidFact", new { factId = registered, version = 1, reason = "No such person." }, "fact { id }");
        (await RosterAsync(clinic, "2026-02-01", Server.Auditor)).GetProperty("totalCount").GetInt32().ShouldBe(4);
    }

    [Fact]
    public async Task All_facts_of_a_clinic_lie_in_its_own_tenant()
    {
        var clinic = await server.OpenClinicAsync("Tenant");
        await EngageAsync(clinic, 1, await server.RegisterAsync(), "2026-01-01", server.ManagerOf(clinic));
        var id = server.Ids.Decode(clinic).Value;
        await using var command = server.Database.CreateCommand(
            "SELECT count(*) FILTER (WHERE tenant_id = $1::text), count(*) FROM license_tracker.mt_events WHERE stream_id = $1");
        command.Parameters.AddWithValue(id);
        await using var reader = await command.ExecuteReaderAsync(Server.Cancellation);
        (await reader.ReadAsync(Server.Cancellation)).ShouldBeTrue();
        (reader.GetInt64(0), reader.GetInt64(1)).ShouldBe((2, 2));
    }

    private Task<JsonElement> EngageAsync(string clinicId, long version, string therapistId, string engagedOn, Caller by) =>
        server.GiveAsync("engageTherapist", new { clinicId, version, therapistId, engagedOn }, Clinic, by);

    private Task<JsonElement> ReleaseAsync(string clinicId, long version, string therapistId, string releasedOn, Caller by) =>
        server.GiveAsync("releaseTherapist", new { clinicId, version, therapistId, releasedOn }, Clinic, by);

    private async Task<JsonElement> RosterAsync(string clinic, string on, Caller by) =>
        (await server.AskAsync("query($c: ID!, $on: Date!) { node(id: $c) { ... on Clinic { therapists(on: $on) { totalCount nodes { name } } } } }", new { c = clinic, on }, by))
            .At("node", "therapists");
}
