using System.Text.Json.Nodes;

namespace LicenseTracker.Api.Tests.Journeys;

/// <summary>A key has one effect and one answer, for ever.</summary>
[Collection(nameof(Server))]
public sealed class RepetitionJourneys(Server server)
{
    private const string Whole =
        "license { id number version terms { factId startsOn expiresOn } encumbrances { id type liftedOn } standing(on: \"2026-05-03\") { standing authority reasons { code } } }";

    [Fact]
    public async Task A_repeated_key_gives_the_same_payload_even_after_later_changes()
    {
        var therapist = await server.RegisterAsync();
        var license = await server.GrantAsync(therapist, "WA", "PJ-1", "2024-01-01", "2024-12-31");
        var renewal = new { idempotencyKey = "pj-renew", licenseId = license, version = 1, termStart = "2025-06-01", expiresOn = "2027-05-31" };
        var first = await server.GiveAsync("renewLicense", renewal, Whole);
        first.Codes("warnings").ShouldBe(["TERM_GAP", "TERM_EXPIRY_NOT_BY_RULE_BOOK"]);
        await server.RecordAsync("changeLicenseNumber", new { licenseId = license, version = 2, number = "PJ-1 new", changedOn = "2025-01-01" }, "license { id }");
        await server.RecordAsync("imposeEncumbrance", new { licenseId = license, version = 3, type = "REVOCATION", effectiveOn = "2026-01-01" }, "license { id }");
        var facts = await server.FactsAsync();

        (await server.GiveAsync("renewLicense", renewal, Whole)).ToString().ShouldBe(first.ToString());
        (await server.GiveAsync("renewLicense", renewal with { version = 9 }, Whole)).Codes().ShouldBe(["IDEMPOTENCY_KEY_REUSED"]);
        (await server.GiveAsync("renewLicense", renewal with { expiresOn = "2027-05-30" }, Whole)).Codes().ShouldBe(["IDEMPOTENCY_KEY_REUSED"]);
        (await server.FactsAsync()).ShouldBe(facts);

        var registration = new { idempotencyKey = "pj-register", givenName = "First", familyName = "Name", npi = "1234567893" };
        const string Person = "therapist { id name npi version }";
        var registered = await server.GiveAsync("registerTherapist", registration, Person);
        var id = registered.GetProperty("therapist").Id();
        await server.RecordAsync("changeTherapistName", new { therapistId = id, version = 1, givenName = "Second", familyName = "Name" }, Person);
        await server.RecordAsync("changeTherapistNpi", new { therapistId = id, version = 2 }, Person);
        (await server.GiveAsync("registerTherapist", registration, Person)).ToString().ShouldBe(registered.ToString());
        registered.Text("therapist", "name").ShouldBe("First Name");

        var grant = new { idempotencyKey = "pj-cert", therapistId = id, certification = "oncology-massage", issuer = "Board", issuedOn = "2020-01-01" };
        const string Credential = "certification { id expiresOn issuer version }";
        var granted = await server.GiveAsync("grantCertification", grant, Credential);
        await server.RecordAsync(
            "renewCertification", new { certificationId = granted.GetProperty("certification").Id(), version = 1, renewedOn = "2024-01-01", expiresOn = "2026-01-01" }, Credential);
        (await server.GiveAsync("grantCertification", grant, Credential)).ToString().ShouldBe(granted.ToString());
    }

    [Fact]
    public async Task A_refusal_is_not_kept_and_a_key_belongs_to_its_mutation()
    {
        var therapist = await server.RegisterAsync();
        var license = await server.GrantAsync(therapist, "WA", "PJ-2");
        (await server.GiveAsync("inactivateLicense", new { idempotencyKey = "pj-2", licenseId = license, version = 7, inactivatedOn = "2026-01-01" })).Codes().ShouldBe(["STALE_VERSION"]);
        (await server.GiveAsync("inactivateLicense", new { idempotencyKey = "pj-2", licenseId = license, version = 1, inactivatedOn = "2026-01-01" })).Codes().ShouldBeEmpty();
        (await server.GiveAsync("reactivateLicense", new { idempotencyKey = "pj-2", licenseId = license, version = 2, reactivatedOn = "2026-02-01" })).Codes().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("renewLicense")]
    [InlineData("registerTherapist")]
    public async Task Twenty_parallel_duplicates_have_one_effect_and_one_answer(string mutation)
    {
        var therapist = await server.RegisterAsync();
        var license = await server.GrantAsync(therapist, "WA", $"PJ-3{mutation}", "2024-01-01", "2024-12-31");
        var input = mutation == "renewLicense"
            ? new JsonObject { ["licenseId"] = license, ["version"] = 1, ["termStart"] = "2025-01-01", ["expiresOn"] = "2025-12-31" }
            : new JsonObject { ["givenName"] = "Twenty", ["familyName"] = "Times" };
        input["idempotencyKey"] = $"pj-3-{mutation}";
        var facts = await server.FactsAsync();
        var selection = mutation == "renewLicense" ? Whole : "therapist { id version }";

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => server.GiveAsync(mutation, input.DeepClone(), selection)));

        answers.Select(a => a.ToString()).Distinct().Count().ShouldBe(1);
        answers[0].Codes().ShouldBeEmpty();
        (await server.FactsAsync()).ShouldBe(facts + 2, "one fact and one key");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("a\0b")]
    public async Task A_key_that_is_none_is_refused(string key) =>
        (await server.GiveAsync("registerTherapist", new { idempotencyKey = key, familyName = "Key" })).Codes().ShouldBe(["INVALID_INPUT"]);

    [Theory]
    [InlineData("Zoë \U0001f98b", "الحسن")]
    [InlineData("𠮷野", "山田")]
    [InlineData("e\u0301lodie", "ÅNGSTRÖM")]
    public async Task Names_of_every_script_are_kept_as_given(string givenName, string familyName)
    {
        var id = await server.RegisterAsync(givenName, familyName);
        (await server.AskAsync("query($t: ID!) { therapist(id: $t) { name } }", new { t = id })).Text("therapist", "name").ShouldBe($"{givenName} {familyName}");
    }
}
