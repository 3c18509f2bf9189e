using System.Text.Json;
using LicenseTracker.Api.Access;

namespace LicenseTracker.Api.Tests.Journeys;

/// <summary>Who sees what.</summary>
[Collection(nameof(Server))]
public sealed class AccessJourneys(Server server)
{
    [Fact]
    public async Task A_therapist_sees_themself_and_nobody_else()
    {
        var (own, other) = (await World.MakeAsync(server, "AJ-1"), await World.MakeAsync(server, "AJ-2"));
        var self = Server.Therapist(server.Ids.Decode(own["therapistId"]).Value);
        var entry = await EntryOfAsync(other["therapistId"]);

        const string Query = """
            query($t: ID!, $ids: [ID!]!, $number: String!) {
              therapist(id: $t) { name licenses { totalCount } history { totalCount } }
              nodes(ids: $ids) { __typename id }
              license(jurisdiction: WA, number: $number) { id }
              eligibility(input: {therapistId: $t, jurisdiction: WA, on: "2022-01-01"}) { verdict therapist { id } reasons { code evidence { id } } }
            }
            """;
        var seen = await server.AskAsync(
            Query, new { t = own["therapistId"], number = "AJ-1", ids = new[] { own["therapistId"], own["licenseId"], own["certificationId"], own["factId"] } }, self);
        seen.Text("therapist", "name").ShouldBe("World Wide");
        seen.At("nodes").EnumerateArray().Select(n => n.Text("__typename")).ShouldBe(["Therapist", "License", "Certification", "HistoryEntry"]);
        seen.At("license").Id().ShouldBe(own["licenseId"]);
        seen.Text("eligibility", "verdict").ShouldBe("ELIGIBLE");

        var hidden = await server.AskAsync(
            Query,
            new
            {
                t = other["therapistId"],
                number = "AJ-2",
                ids = new[] { other["therapistId"], other["licenseId"], other["certificationId"], other["factId"], other["investigationId"], own["investigationId"], entry },
            },
            self);
        hidden.At("therapist").ValueKind.ShouldBe(JsonValueKind.Null);
        hidden.At("nodes").EnumerateArray().ShouldAllBe(n => n.ValueKind == JsonValueKind.Null);
        hidden.At("license").ValueKind.ShouldBe(JsonValueKind.Null);
        hidden.Text("eligibility", "verdict").ShouldBe("UNDETERMINED");
        hidden.At("eligibility", "therapist").ValueKind.ShouldBe(JsonValueKind.Null);

        (await server.SendAsync("{ therapists { totalCount } }", by: self)).Code.ShouldBe("NOT_ALLOWED");
    }

    [Fact]
    public async Task Personal_data_is_open_to_those_who_may_see_it_and_empty_to_the_others()
    {
        var world = await World.MakeAsync(server, "AJ-3");
        await server.RecordAsync("changeTherapistContact", new { therapistId = world["therapistId"], version = 1, email = "secret@example.org", phone = "555-0100" }, "therapist { id }");
        await server.RecordAsync(
            "imposeEncumbrance", new { licenseId = world["licenseId"], version = 2, type = "FINE", effectiveOn = "2024-05-01", note = "a private note" }, "license { id }");
        const string Query = "query($t: ID!) { therapist(id: $t) { name licenses { nodes { encumbrances { type note } } } history { nodes { type summary data } } } }";
        var self = Server.Therapist(server.Ids.Decode(world["therapistId"]).Value);
        foreach (var caller in new[] { Server.Registrar, Server.Auditor, Server.Reviewer, self, Server.Manager })
        {
            var body = (await server.AskAsync(Query, new { t = world["therapistId"] }, caller)).ToString();
            foreach (var secret in new[] { "secret@example.org", "555-0100", "a private note", "1980-02-29" })
                body.Contains(secret, StringComparison.Ordinal).ShouldBe(caller != Server.Manager, $"{caller.Role}: {secret}");
            body.Contains("1.A256GCM.", StringComparison.Ordinal).ShouldBeFalse("a sealed envelope is nothing to read");
            body.ShouldContain("World Wide");
        }

        var administrator = await server.AskAsync("query($t: ID!) { therapist(id: $t) { name licenses { nodes { encumbrances { note } } } } }", new { t = world["therapistId"] }, Server.Administrator);
        administrator.At("therapist", "name").ValueKind.ShouldBe(JsonValueKind.Null);
        (await server.SendAsync(Query, new { t = world["therapistId"] }, Server.Administrator)).Code.ShouldBe("NOT_ALLOWED");
        (await server.SendAsync("{ therapists(filter: {name: \"World\"}) { totalCount } }", by: Server.Administrator)).Code.ShouldBe("NOT_ALLOWED");
        var evidence = await server.AskAsync(
            "query($t: ID!) { eligibility(input: {therapistId: $t, jurisdiction: WA}) { verdict reasons { evidence { data } } } }", new { t = world["therapistId"] }, Server.Administrator);
        evidence.At("eligibility", "reasons").EnumerateArray().ShouldAllBe(r => r.GetProperty("evidence").GetArrayLength() == 0);
    }

    [Fact]
    public async Task A_cursor_tells_no_name()
    {
        await server.RegisterAsync("Cursor", "Zzzsecretname");
        var cursors = (await server.AskAsync("{ therapists(last: 20) { edges { cursor } } }", by: Server.Administrator)).At("therapists", "edges").Texts("cursor");
        foreach (var cursor in cursors)
            System.Text.Encoding.Latin1.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(cursor)).ShouldNotContain("zzzsecret");
    }

    [Fact]
    public async Task An_investigation_shows_nowhere_but_to_registrars_and_auditors()
    {
        var world = await World.MakeAsync(server, "AJ-4");
        const string Query = """
            query($t: ID!, $l: ID!, $i: ID!) {
              therapist(id: $t) { version history { totalCount nodes { type sequence } } }
              license: node(id: $l) { ... on License { version investigations { id } history { totalCount } asOf { version } } }
              investigation: node(id: $i) { ... on Investigation { id note openedOn closedOn license { id } version } }
              eligibility(input: {therapistId: $t, jurisdiction: WA, on: "2022-06-01"}) { verdict asOfSequence reasons { code message } }
            }
            """;
        var variables = new { t = world["therapistId"], l = world["licenseId"], i = world["investigationId"] };
        var self = Server.Therapist(server.Ids.Decode(world["therapistId"]).Value);
        var without = await server.AskAsync(Query, variables, self);
        without.At("therapist", "history", "nodes").Texts("type").ShouldNotContain("investigation_opened");
        without.At("therapist", "history", "totalCount").GetInt32().ShouldBe(7);
        without.At("license", "version").GetInt64().ShouldBe(2);
        without.At("license", "investigations").GetArrayLength().ShouldBe(0);
        without.At("investigation").ValueKind.ShouldBe(JsonValueKind.Null);
        foreach (var caller in new[] { Server.Reviewer, Server.Manager })
            (await server.AskAsync(Query, variables, caller)).ToString().ShouldBe(without.ToString(), caller.Role.ToString());

        foreach (var caller in new[] { Server.Registrar, Server.Auditor })
        {
            var with = await server.AskAsync(Query, variables, caller);
            with.At("therapist", "history", "totalCount").GetInt32().ShouldBe(8);
            with.At("license", "investigations").EnumerateArray().Single().Id().ShouldBe(world["investigationId"]);
            with.At("license", "history", "totalCount").GetInt32().ShouldBe(2);
            with.Text("investigation", "note").ShouldBe("under seal");
            with.At("investigation", "license").Id().ShouldBe(world["licenseId"]);
            with.At("eligibility").ToString().ShouldBe(without.At("eligibility").ToString());
        }

        var fact = (await server.AskAsync("query($t: ID!) { therapist(id: $t) { history(filter: {types: [\"investigation_opened\"]}) { nodes { id } } } }", new { t = world["therapistId"] }))
            .At("therapist", "history", "nodes")[0].Id();
        (await server.AskAsync("query($f: ID!) { node(id: $f) { id } }", new { f = fact }, Server.Manager)).At("node").ValueKind.ShouldBe(JsonValueKind.Null);
        (await server.GiveAsync("voidFact", new { factId = fact, version = 1, reason = "Not so." })).Codes().ShouldBe(["FACT_NOT_CORRECTABLE"]);

        var closed = await server.RecordAsync(
            "closeInvestigation", new { investigationId = world["investigationId"], version = 1, closedOn = "2024-06-01", note = "closed quietly" },
            "investigation { openedOn closedOn note closingNote version }");
        closed.Text("investigation", "closingNote").ShouldBe("closed quietly");
        closed.Text("investigation", "note").ShouldBe("under seal");
        closed.At("investigation", "version").GetInt64().ShouldBe(2);
        (await server.AskAsync(Query, variables, self)).ToString().ShouldBe(without.ToString());
        (await server.GiveAsync("closeInvestigation", new { investigationId = world["investigationId"], version = 2, closedOn = "2024-07-01" })).Codes()
            .ShouldBe(["INVESTIGATION_ALREADY_CLOSED"]);
    }

    [Fact]
    public async Task Each_role_is_told_who_they_are()
    {
        var world = await World.MakeAsync(server, "AJ-5");
        var self = Server.Therapist(server.Ids.Decode(world["therapistId"]).Value);
        foreach (var (caller, role) in new[]
        {
            (Server.Registrar, "REGISTRAR"), (Server.Reviewer, "REVIEWER"), (Server.Manager, "CLINIC_MANAGER"), (self, "THERAPIST"), (Server.Auditor, "AUDITOR"),
            (Server.Administrator, "ADMINISTRATOR"),
        })
        {
            var viewer = (await server.AskAsync("{ viewer { name role clinics { id name } therapist { id } } }", by: caller)).GetProperty("viewer");
            viewer.Text("name").ShouldBe(caller.Name);
            viewer.Text("role").ShouldBe(role);
            viewer.GetProperty("clinics").GetArrayLength().ShouldBe(0, "the manager's clinic is not on record");
            if (caller.Role is Role.Therapist)
                viewer.GetProperty("therapist").Id().ShouldBe(world["therapistId"]);
            else
                viewer.GetProperty("therapist").ValueKind.ShouldBe(JsonValueKind.Null);
        }
    }

    private async Task<string> EntryOfAsync(string therapist) =>
        (await server.AskAsync("query($t: ID!) { therapist(id: $t) { history(first: 1) { nodes { id } } } }", new { t = therapist })).At("therapist", "history", "nodes")[0].Id();
}
