using System.Text.Json;
using System.Text.Json.Nodes;

namespace LicenseTracker.Api.Tests.Journeys;

/// <summary>Corrections and voids on both clocks, as an auditor replays them.</summary>
[Collection(nameof(Server))]
public sealed class CorrectionJourneys(Server server)
{
    private const string Fact = "fact { id type recordedAt streamVersion data correctedBy { id } }";

    [Fact]
    public async Task Known_before_a_void_the_old_answer_comes_back_and_after_it_the_new_one()
    {
        var (therapist, license, suspension) = await SuspendedAsync("CJ-1");
        var voided = await server.RecordAsync("voidFact", new { factId = suspension, version = 2, reason = "Wrong person." }, Fact);
        voided.At("fact", "streamVersion").GetInt64().ShouldBe(3);
        var at = DateTimeOffset.Parse(voided.Text("fact", "recordedAt"), null);

        var before = Instant(at.AddTicks(-10));
        (await AnswersAsync(therapist, license, before)).ShouldBe(("NOT_ELIGIBLE", "SUSPENDED", "SUSPENDED", 2));
        (await AnswersAsync(therapist, license, Instant(at))).ShouldBe(("ELIGIBLE", "ACTIVE", "ACTIVE", 3));
        (await AnswersAsync(therapist, license, null)).ShouldBe(("ELIGIBLE", "ACTIVE", "ACTIVE", 3));

        // A void can itself be voided: then the suspension holds again, and each instant keeps its own answer.
        var restored = await server.RecordAsync("voidFact", new { factId = voided.Text("fact", "id"), version = 3, reason = "It was right." }, Fact);
        (await AnswersAsync(therapist, license, null)).ShouldBe(("NOT_ELIGIBLE", "SUSPENDED", "SUSPENDED", 4));
        (await AnswersAsync(therapist, license, before)).ShouldBe(("NOT_ELIGIBLE", "SUSPENDED", "SUSPENDED", 2));
        (await AnswersAsync(therapist, license, Instant(at))).ShouldBe(("ELIGIBLE", "ACTIVE", "ACTIVE", 3));

        var twice = await server.GiveAsync("voidFact", new { factId = voided.Text("fact", "id"), version = 4, reason = "Again." });
        twice.Codes().ShouldBe(["FACT_ALREADY_VOIDED"]);
        restored.At("fact", "streamVersion").GetInt64().ShouldBe(4);
    }

    [Fact]
    public async Task A_fact_given_back_with_another_date_corrects_the_date()
    {
        var (therapist, license, suspension) = await SuspendedAsync("CJ-2");
        var data = JsonNode.Parse((await EntryAsync(suspension)).GetProperty("data").GetRawText())!.AsObject();
        data["imposedOn"] = "2026-09-01";
        var corrected = await server.RecordAsync("correctFact", new { factId = suspension, version = 2, reason = "Misread.", data }, Fact);
        corrected.Text("fact", "type").ShouldBe("license_fact_corrected");
        corrected.At("fact", "data", "replacement", "fact", "imposedOn").GetString().ShouldBe("2026-09-01");
        corrected.At("fact", "data", "replacement", "fact", "note").GetString().ShouldBe("told in confidence");

        (await VerdictAsync(therapist, "2026-08-31")).ShouldBe("ELIGIBLE");
        (await VerdictAsync(therapist, "2026-09-01")).ShouldBe("NOT_ELIGIBLE");
        var encumbrance = (await server.AskAsync("query($l: ID!) { node(id: $l) { ... on License { encumbrances { note effectiveOn factId } } } }", new { l = license }))
            .At("node", "encumbrances")[0];
        encumbrance.Text("effectiveOn").ShouldBe("2026-09-01");
        encumbrance.Text("note").ShouldBe("told in confidence");
        encumbrance.Text("factId").ShouldBe(suspension);

        var again = await server.GiveAsync("correctFact", new { factId = corrected.Text("fact", "id"), version = 3, reason = "No.", data });
        again.Codes().ShouldBe(["FACT_IS_CORRECTION"]);
        again.GetProperty("refusals")[0].Text("message").ShouldContain("Correct the original fact again, or void the correction");

        await server.RecordAsync("voidFact", new { factId = corrected.Text("fact", "id"), version = 3, reason = "The first was right." }, Fact);
        (await VerdictAsync(therapist, "2026-05-03")).ShouldBe("NOT_ELIGIBLE");
        (await EntryAsync(suspension)).GetProperty("correctedBy").EnumerateArray().Select(e => e.Id()).ShouldBe([corrected.Text("fact", "id")]);
        (await EntryAsync(corrected.Text("fact", "id"))).GetProperty("correctedBy").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Every_kind_of_fact_can_be_given_back_as_its_history_shows_it()
    {
        var therapist = await server.RegisterAsync("Given", "Back", "1234567893");
        var license = await server.GrantAsync(therapist, "NY", "CJ-3", "2020-01-01", "2022-12-31");
        var version = 1;
        foreach (var (mutation, input) in new (string, object)[]
        {
            ("renewLicense", new { termStart = "2023-01-01", expiresOn = "2025-12-31" }),
            ("fileLicenseRenewal", new { filedOn = "2025-12-01" }),
            ("endLicenseRenewalFiling", new { endedOn = "2026-01-15" }),
            ("changeLicenseNumber", new { number = "CJ-3b", changedOn = "2021-01-01" }),
            ("changeLicenseeName", new { givenName = "New", familyName = "Name", changedOn = "2021-01-01" }),
            ("inactivateLicense", new { inactivatedOn = "2021-02-01" }),
            ("reactivateLicense", new { reactivatedOn = "2021-03-01" }),
            ("closeLicense", new { closedOn = "2021-04-01" }),
            ("reopenLicense", new { reopenedOn = "2021-05-01" }),
            ("reportDiscipline", new { reportedOn = "2021-06-01" }),
            ("relocateLicense", new { homeState = "NJ", relocatedOn = "2021-06-01" }),
            ("grantCompactAuthority", new { grantedOn = "2021-06-01" }),
            ("endCompactAuthority", new { endedOn = "2021-07-01" }),
            ("registerConditionally", new { startsOn = "2026-02-01", expiresOn = "2026-12-31", condition = "Complete the missing hours." }),
            ("imposeEncumbrance", new { type = "REVOCATION", effectiveOn = "2024-01-01" }),
            ("reinstateLicense", new { reinstatedOn = "2024-06-01" }),
        })
        {
            var fields = JsonSerializer.SerializeToNode(input)!.AsObject();
            (fields["licenseId"], fields["version"]) = (license, version++);
            await server.RecordAsync(mutation, fields, "license { version }");
        }

        await server.RecordAsync("changeTherapistName", new { therapistId = therapist, version = 1, givenName = "Other", familyName = "Back", changedOn = "2021-01-01" }, "therapist { id }");
        await server.RecordAsync("changeTherapistNpi", new { therapistId = therapist, version = 2 }, "therapist { npi }");
        await server.RecordAsync("changeTherapistContact", new { therapistId = therapist, version = 3, email = "a@example.org" }, "therapist { id }");
        var certification = (await server.RecordAsync(
            "grantCertification", new { therapistId = therapist, certification = "oncology-massage", issuer = "Board", issuedOn = "2020-01-01", expiresOn = "2022-01-01" },
            "certification { id }")).At("certification").Id();
        await server.RecordAsync("renewCertification", new { certificationId = certification, version = 1, renewedOn = "2022-01-01" }, "certification { expiresOn }");
        await server.RecordAsync("revokeCertification", new { certificationId = certification, version = 2, revokedOn = "2023-01-01" }, "certification { status }");

        var history = (await server.AskAsync("query($t: ID!) { therapist(id: $t) { history(first: 200) { totalCount nodes { id type data summary } } } }", new { t = therapist }))
            .At("therapist", "history");
        history.GetProperty("totalCount").GetInt32().ShouldBe(4 + 17 + 3);
        var versions = new Dictionary<string, int> { ["license"] = 17, ["therapist"] = 4, ["certification"] = 3 };
        foreach (var entry in history.GetProperty("nodes").EnumerateArray())
        {
            var type = entry.Text("type");
            var stream = type.StartsWith("therapist", StringComparison.Ordinal) ? "therapist" : type.StartsWith("certification", StringComparison.Ordinal) ? "certification" : "license";
            await RefusesEachDateInItsPlaceAsync(entry, versions[stream]);
            var given = await server.GiveAsync(
                "correctFact", new { factId = entry.Id(), version = versions[stream]++, reason = "As it was.", data = entry.GetProperty("data") }, "fact { data }");
            given.Codes().ShouldBeEmpty($"{type}: {entry} {given}");
            given.At("fact", "data", "replacement", "fact").ToString().ShouldBe(entry.GetProperty("data").ToString(), type);
        }
    }

    [Theory]
    [InlineData("""{"encumbranceId":1}""")]
    [InlineData("""{"number":1.5}""")]
    [InlineData("""{"number":1e300}""")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("true")]
    [InlineData("17")]
    [InlineData("""{"imposedOn":"2023-02-29","type":"SUSPENSION","encumbranceId":"00000000-0000-0000-0000-000000000000"}""")]
    [InlineData("""{"imposedOn":"2023-02-28","type":"NOTHING","encumbranceId":"00000000-0000-0000-0000-000000000000"}""")]
    [InlineData("""{"imposedOn":"2023-02-28","type":"SUSPENSION","encumbranceId":"00000000-0000-0000-0000-000000000000","surprise":1}""")]
    [InlineData("""{"imposedOn":null,"type":"SUSPENSION","encumbranceId":"00000000-0000-0000-0000-000000000000"}""")]
    [InlineData("""{"imposedOn":"2023-02-28","type":"SUSPENSION","encumbranceId":"00000000-0000-0000-0000-000000000000","note":{"a":1}}""")]
    [InlineData("{}")]
    public async Task Data_that_is_no_such_fact_is_refused_in_words(string data)
    {
        var (_, _, suspension) = await SuspendedAsync($"CJ-D{Guid.NewGuid():N}");
        var facts = await server.FactsAsync();
        var payload = await server.GiveAsync("correctFact", new { factId = suspension, version = 2, reason = "Wrong.", data = JsonNode.Parse(data) });
        payload.Codes().ShouldBe(["INVALID_INPUT"], data);
        var message = payload.GetProperty("refusals")[0].Text("message");
        message.ShouldNotContain("System.");
        message.ShouldNotContain("LicenseTracker");
        (await server.FactsAsync()).ShouldBe(facts);
    }

    [Fact]
    public async Task A_correction_keeps_type_and_identity()
    {
        var (_, _, suspension) = await SuspendedAsync("CJ-4");
        var data = JsonNode.Parse((await EntryAsync(suspension)).GetProperty("data").GetRawText())!.AsObject();
        data["encumbranceId"] = server.Ids.Encode(new("Encumbrance", Guid.NewGuid()));
        (await server.GiveAsync("correctFact", new { factId = suspension, version = 2, reason = "Other.", data })).Codes().ShouldBe(["CORRECTION_CHANGES_IDENTITY"]);
        (await server.GiveAsync("correctFact", new { factId = suspension, version = 2, reason = " ", data })).Codes().ShouldContain("TEXT_MISSING");
    }

    [Fact]
    public async Task An_id_in_the_data_is_the_contracts_own_and_no_other_is_taken_back()
    {
        var (therapist, license, suspension) = await SuspendedAsync("CJ-7");
        var encumbrance = (await server.AskAsync("query($l: ID!) { node(id: $l) { ... on License { encumbrances { id } } } }", new { l = license }))
            .At("node", "encumbrances")[0].Id();
        var data = (await EntryAsync(suspension)).GetProperty("data").Deserialise().AsObject();
        ((string?)data["encumbranceId"]).ShouldBe(encumbrance);
        var facts = await server.FactsAsync();
        foreach (var wrong in new JsonNode[] { server.Ids.Decode(encumbrance).Value.ToString(), therapist, suspension, "", 7, new JsonObject() })
        {
            data["encumbranceId"] = wrong;
            var refusal = (await server.GiveAsync("correctFact", new { factId = suspension, version = 2, reason = "Wrong id.", data })).GetProperty("refusals").EnumerateArray().Single();
            refusal.Text("code").ShouldBe("INVALID_INPUT");
            refusal.GetProperty("path").EnumerateArray().Select(p => p.GetString()).ShouldBe(["data", "encumbranceId"]);
            refusal.Text("message").ShouldContain("no Encumbrance's id of this contract");
        }

        (await server.FactsAsync()).ShouldBe(facts);
        var voided = await server.RecordAsync("voidFact", new { factId = suspension, version = 2, reason = "Never." }, Fact);
        voided.At("fact", "data").Text("target").ShouldBe(suspension);
        var whole = (await server.AskAsync("query($t: ID!) { therapist(id: $t) { history { nodes { data } } } }", new { t = therapist })).ToString();
        System.Text.RegularExpressions.Regex.IsMatch(whole, "[0-9a-f]{8}-[0-9a-f]{4}-").ShouldBeFalse(whole);
        whole.ShouldContain(therapist);
    }

    [Fact]
    public async Task Nobody_knows_what_will_be_known_and_a_version_says_by_itself_what_counts()
    {
        var (therapist, license, _) = await SuspendedAsync("CJ-5");
        var ahead = Instant(DateTimeOffset.UtcNow.AddDays(1));
        foreach (var query in new[]
        {
            "query($l: ID!, $t: ID!, $k: DateTime!) { eligibility(input: {therapistId: $t, jurisdiction: WA, knownAt: $k}) { verdict } node(id: $l) { id } }",
            "query($l: ID!, $t: ID!, $k: DateTime!) { node(id: $l) { ... on License { standing(knownAt: $k) { standing } } } therapist(id: $t) { id } }",
            "query($l: ID!, $t: ID!, $k: DateTime!) { node(id: $l) { ... on License { asOf(knownAt: $k) { version } } } therapist(id: $t) { id } }",
            "query($l: ID!, $t: ID!, $k: DateTime!) { node(id: $l) { ... on License { asOf(knownAt: $k, version: 1) { version } } } therapist(id: $t) { id } }",
        })
        {
            var answer = await server.SendAsync(query, new { l = license, t = therapist, k = ahead });
            answer.Code.ShouldBe("INVALID_INPUT", query);
        }

        var both = await server.SendAsync(
            "query($l: ID!, $k: DateTime!) { node(id: $l) { ... on License { asOf(knownAt: $k, version: 1) { version } } } }",
            new { l = license, k = Instant(DateTimeOffset.UtcNow.AddDays(-1)) });
        both.Code.ShouldBe("INVALID_INPUT");
        both.Message.ShouldContain("not both");

        var data = await server.AskAsync(
            "query($l: ID!) { node(id: $l) { ... on License { one: asOf(version: 1, on: \"2026-05-03\") { version standing { standing } encumbrances { id } } "
            + "two: asOf(version: 2, on: \"2026-05-03\") { version standing { standing } } none: asOf(version: 0) { version } ahead: asOf(version: 3) { version } "
            + "unborn: asOf(knownAt: \"2001-01-01T00:00:00Z\") { version } } } }", new { l = license });
        data.Text("node", "one", "standing", "standing").ShouldBe("ACTIVE");
        data.At("node", "one", "encumbrances").GetArrayLength().ShouldBe(0);
        data.Text("node", "two", "standing", "standing").ShouldBe("SUSPENDED");
        foreach (var none in new[] { "none", "ahead", "unborn" })
            data.At("node", none).ValueKind.ShouldBe(JsonValueKind.Null, none);
    }

    [Fact]
    public async Task A_voided_registration_leaves_lists_and_a_voided_grant_leaves_the_number()
    {
        var therapist = await server.RegisterAsync("Voided", "Registration");
        var license = await server.GrantAsync(therapist, "WA", "CJ-6");
        var entries = (await server.AskAsync("query($t: ID!) { therapist(id: $t) { history { nodes { id type } } } }", new { t = therapist })).At("therapist", "history", "nodes");
        var grant = entries.EnumerateArray().Single(e => e.Text("type") == "license_granted").Id();
        await server.RecordAsync("voidFact", new { factId = grant, version = 1, reason = "Never granted." }, Fact);
        var data = await server.AskAsync(
            "query($l: ID!) { license(jurisdiction: WA, number: \"CJ-6\") { id } node(id: $l) { ... on License { number standing { standing authority } terms { factId } encumbrances { id } version } } }", new { l = license });
        data.GetProperty("license").ValueKind.ShouldBe(JsonValueKind.Null);
        data.Text("node", "number").ShouldBe("CJ-6");
        data.Text("node", "standing", "authority").ShouldBe("NONE");
        (await server.GiveAsync("inactivateLicense", new { licenseId = license, version = 2, inactivatedOn = "2026-01-01" })).Codes().ShouldBe(["LICENSE_GRANT_VOIDED"]);
        await server.GrantAsync(therapist, "WA", "CJ-6");

        var registration = entries.EnumerateArray().Single(e => e.Text("type") == "therapist_registered").Id();
        await server.RecordAsync("voidFact", new { factId = registration, version = 1, reason = "No such person." }, Fact);
        var gone = await server.AskAsync(
            "query($t: ID!) { therapists(filter: {name: \"Voided Registration\"}) { totalCount } therapist(id: $t) { name version } eligibility(input: {therapistId: $t, jurisdiction: WA}) { verdict } }",
            new { t = therapist });
        gone.At("therapists", "totalCount").GetInt32().ShouldBe(0);
        gone.At("therapist", "version").GetInt64().ShouldBe(2);
        gone.Text("eligibility", "verdict").ShouldBe("UNDETERMINED");
    }

    /// <summary>A date that no record holds is refused at its own place in the data, whatever the fact's command calls it.</summary>
    private async Task RefusesEachDateInItsPlaceAsync(JsonElement entry, int version)
    {
        foreach (var path in Dates(entry.GetProperty("data")))
        {
            var data = entry.GetProperty("data").Deserialise();
            var holder = path.SkipLast(1).Aggregate(data, (node, field) => node[field]!);
            holder[path[^1]] = "1899-12-31";
            var payload = await server.GiveAsync("correctFact", new { factId = entry.Id(), version, reason = "Misread.", data });
            var paths = payload.GetProperty("refusals").EnumerateArray().Where(r => r.Text("code") is "DATE_OUT_OF_RANGE" or "BIRTH_DATE_MALFORMED")
                .Select(r => string.Join('.', r.GetProperty("path").EnumerateArray()));
            paths.ShouldBe([$"data.{string.Join('.', path)}"], $"{entry} {payload}");
            payload.GetProperty("refusals").EnumerateArray().ShouldAllBe(r => r.GetProperty("path")[0].GetString() == "data", payload.ToString());
        }
    }

    private static IEnumerable<string[]> Dates(JsonElement data) => data.EnumerateObject().SelectMany(field => field.Value.ValueKind switch
    {
        JsonValueKind.Object => Dates(field.Value).Select(below => (string[])[field.Name, .. below]),
        JsonValueKind.String when DateOnly.TryParseExact(field.Value.GetString(), "yyyy-MM-dd", out _) => [[field.Name]],
        _ => Array.Empty<string[]>(),
    });

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", null);

    private async Task<(string Therapist, string License, string Suspension)> SuspendedAsync(string number)
    {
        var therapist = await server.RegisterAsync();
        var license = await server.GrantAsync(therapist, "WA", number);
        var imposed = await server.RecordAsync(
            "imposeEncumbrance", new { licenseId = license, version = 1, type = "SUSPENSION", effectiveOn = "2026-05-01", note = "told in confidence" }, "encumbrance { factId }");
        return (therapist, license, imposed.Text("encumbrance", "factId"));
    }

    private async Task<JsonElement> EntryAsync(string fact) =>
        (await server.AskAsync("query($f: ID!) { node(id: $f) { ... on HistoryEntry { id data correctedBy { id } } } }", new { f = fact })).GetProperty("node");

    private async Task<string> VerdictAsync(string therapist, string on) =>
        (await server.AskAsync("query($t: ID!, $on: Date!) { eligibility(input: {therapistId: $t, jurisdiction: WA, on: $on}) { verdict } }", new { t = therapist, on }))
            .Text("eligibility", "verdict");

    private async Task<(string Verdict, string Standing, string AsOf, long Version)> AnswersAsync(string therapist, string license, string? knownAt)
    {
        var data = await server.AskAsync(
            """
            query($t: ID!, $l: ID!, $k: DateTime) {
              eligibility(input: {therapistId: $t, jurisdiction: WA, on: "2026-05-03", knownAt: $k}) { verdict }
              node(id: $l) { ... on License {
                standing(on: "2026-05-03", knownAt: $k) { standing } asOf(on: "2026-05-03", knownAt: $k) { version standing { standing } } } }
            }
            """,
            new { t = therapist, l = license, k = knownAt });
        return (data.Text("eligibility", "verdict"), data.Text("node", "standing", "standing"), data.Text("node", "asOf", "standing", "standing"),
            data.At("node", "asOf", "version").GetInt64());
    }
}
