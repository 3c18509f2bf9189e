using System.Text.Json;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Api.Tests.Journeys;

/// <summary>Terms as a registrar records them: dates left out follow from the rule book as known now, dates given are compared with it.</summary>
[Collection(nameof(Server))]
public sealed class TermJourneys(Server server)
{
    private const string License = "license { id version terms { startsOn expiresOn } history(last: 1) { nodes { summary data } } }";

    [Fact]
    public async Task A_grant_and_its_renewals_get_the_days_that_the_book_gives_and_say_so()
    {
        var granted = await GrantAsync("FL", "TJ-1", "2098-10-01");
        Terms(granted).ShouldBe(["2098-10-01..2099-08-31"]);
        var entry = granted.At("license", "history", "nodes")[0];
        entry.Text("summary").ShouldBe("FL granted license TJ-1 (massage therapist) on 2098-10-01, 2098-10-01 through 2099-08-31, its last day reckoned by rule book FL-2025.");
        entry.Text("data", "expiryByRuleBook").ShouldBe("FL-2025");
        var license = granted.GetProperty("license").Id();

        var renewed = await server.GiveAsync("renewLicense", new { licenseId = license, version = 1 }, License);
        renewed.Codes().ShouldBeEmpty(renewed.ToString());
        Terms(renewed).ShouldBe(["2098-10-01..2099-08-31", "2099-09-01..2101-08-31"]);

        var given = await server.GiveAsync("renewLicense", new { licenseId = license, version = 2, expiresOn = "2103-08-30" }, License);
        Terms(given)[^1].ShouldBe("2101-09-01..2103-08-30");
        given.Codes("warnings").ShouldBe(["TERM_EXPIRY_NOT_BY_RULE_BOOK"]);
        given.GetProperty("warnings")[0].Text("message").ShouldContain("By rule book FL-2025 (Fla. Admin. Code 64B7-28");
        given.GetProperty("warnings")[0].Text("message").ShouldContain("2103-08-31");
    }

    [Fact]
    public async Task A_renewal_of_a_term_that_is_over_is_asked_when_it_began_unless_it_was_filed_in_time()
    {
        var license = (await GrantAsync("FL", "TJ-2", "2014-10-01", "2015-08-31")).GetProperty("license").Id();
        var refused = await server.GiveAsync("renewLicense", new { licenseId = license, version = 1 }, License);
        (refused.Codes().ShouldHaveSingleItem(), Path(refused)).ShouldBe(("TERM_START_NOT_KNOWN", "termStart"));
        await server.RecordAsync("fileLicenseRenewal", new { licenseId = license, version = 1, filedOn = "2015-08-01" }, "license { id }");
        Terms(await server.RecordAsync("renewLicense", new { licenseId = license, version = 2 }, License))[^1].ShouldBe("2015-09-01..2017-08-31");
    }

    [Fact]
    public async Task What_no_book_tells_is_refused_with_what_to_give()
    {
        var printed = await GrantAsync("NY", "TJ-3", "2024-01-10");
        (printed.Codes().ShouldHaveSingleItem(), Path(printed)).ShouldBe(("TERM_EXPIRY_NOT_KNOWN", "expiresOn"));
        printed.GetProperty("refusals")[0].Text("message").ShouldContain("The regulator prints the day on the license");
        var nameless = (await server.RecordAsync("registerTherapist", new { givenName = "Nora", familyName = "Termless" }, "therapist { id }")).GetProperty("therapist").Id();
        var birthday = await GrantAsync("WA", "TJ-4", "2024-01-10", therapist: nameless);
        birthday.GetProperty("refusals")[0].Text("message").ShouldContain("The birth date is not known.");
        var other = await server.GiveAsync(
            "grantLicense", new { therapistId = nameless, jurisdiction = "FL", profession = "AUDIOLOGIST", number = "TJ-5", grantedOn = "2024-01-10" });
        other.Codes().ShouldBe(["TERM_EXPIRY_NOT_KNOWN"]);
    }

    [Fact]
    public async Task A_birthday_gives_the_last_day_and_is_told_by_no_warning_and_in_no_kept_answer()
    {
        var therapist = await BornAsync("1980-07-23");
        var key = $"birthday-{Guid.NewGuid()}";
        var differing = await GrantAsync("WA", "TJ-6", "2024-01-10", "2025-01-09", therapist, key);
        differing.Codes("warnings").ShouldBe(["TERM_EXPIRY_NOT_BY_RULE_BOOK"]);
        differing.GetProperty("warnings")[0].Text("message").ShouldStartWith("The last day differs from the pattern of rule book WA-2024 (WAC 246-830-475");
        differing.GetProperty("warnings").ToString().ShouldNotContain("07-23");
        await using var kept = server.Database.CreateCommand("SELECT answer::text FROM license_tracker.command_key WHERE key = $1");
        kept.Parameters.AddWithValue(key);
        var answer = (string)(await kept.ExecuteScalarAsync(Server.Cancellation))!;
        answer.ShouldContain("TERM_EXPIRY_NOT_BY_RULE_BOOK");
        answer.ShouldNotContain("07-23");

        var absent = await GrantAsync("WA", "TJ-7", "2024-01-10", therapist: therapist);
        Terms(absent).ShouldBe(["2024-01-10..2024-07-23"]);
        absent.Codes("warnings").ShouldBe(["TERM_EXPIRY_UNCERTAIN"]);
        absent.GetProperty("warnings").ToString().ShouldNotContain("07-23");
    }

    [Fact]
    public async Task A_book_adopted_a_moment_ago_gives_the_day()
    {
        Terms(await GrantAsync("UT", "TJ-8", "2024-01-10")).ShouldBe(["2024-01-10..2025-05-31"]);
        var changed = RuleBookText.Shipped(Jurisdiction.UT).Replace("\"month\":5,\"day\":31", "\"month\":6,\"day\":30", StringComparison.Ordinal);
        changed.ShouldNotBe(RuleBookText.Shipped(Jurisdiction.UT));
        await server.RecordAsync("adoptRuleBook", new { jurisdiction = "UT", version = 1, book = changed }, "ruleBook { factId }");
        Terms(await GrantAsync("UT", "TJ-9", "2024-01-10")).ShouldBe(["2024-01-10..2025-06-30"]);
    }

    [Fact]
    public async Task An_expired_license_is_what_the_book_says_and_a_book_adopted_a_moment_ago_may_let_practise()
    {
        var therapist = await BornAsync("1980-02-29");
        await GrantAsync("NM", "TJ-10", "2024-05-01", "2026-04-30", therapist);
        var ask = new { therapist };
        const string Question =
            "query($therapist: ID!) { eligibility(input: { therapistId: $therapist, jurisdiction: NM, on: \"2026-06-01\" }) { verdict validUntil reasons { outcome code message citation { text } } } }";
        var before = (await server.AskAsync(Question, ask)).GetProperty("eligibility");
        before.Text("verdict").ShouldBe("NOT_ELIGIBLE");
        var reasons = before.GetProperty("reasons").EnumerateArray().ToDictionary(r => r.Text("code"));
        reasons["LICENSE_EXPIRED"].Text("outcome").ShouldBe("BLOCKING");
        reasons["LICENSE_IN_GRACE"].Text("outcome").ShouldBe("WARNING");
        reasons["LICENSE_IN_GRACE"].Text("message").ShouldContain("By rule book NM-2026 it is in grace since 2026-05-01, through 2026-06-29");
        reasons["LICENSE_IN_GRACE"].Text("citation", "text").ShouldContain("16.7.11");

        var lenient = RuleBookText.Shipped(Jurisdiction.NM).Replace("\"practice\":\"unknown\"", "\"practice\":\"allowed\"", StringComparison.Ordinal);
        lenient.ShouldNotBe(RuleBookText.Shipped(Jurisdiction.NM));
        await server.RecordAsync("adoptRuleBook", new { jurisdiction = "NM", version = 1, book = lenient }, "ruleBook { factId }");
        var after = (await server.AskAsync(Question, ask)).GetProperty("eligibility");
        (after.Text("verdict"), after.Text("validUntil")).ShouldBe(("ELIGIBLE", "2026-06-29"));
    }

    private async Task<JsonElement> GrantAsync(
        string jurisdiction, string number, string grantedOn, string? expiresOn = null, string? therapist = null, string? idempotencyKey = null) => await server.GiveAsync(
        "grantLicense", new { therapistId = therapist ?? await BornAsync("1980-02-29"), jurisdiction, number, grantedOn, expiresOn, idempotencyKey }, License);

    private async Task<string> BornAsync(string birthDate) => (await server.RecordAsync(
        "registerTherapist", new { givenName = "Tess", familyName = "Termly", birthDate }, "therapist { id }")).GetProperty("therapist").Id();

    private static string[] Terms(JsonElement payload) =>
        [.. payload.At("license", "terms").EnumerateArray().Select(t => $"{t.Text("startsOn")}..{t.Text("expiresOn")}")];

    private static string Path(JsonElement payload) => payload.GetProperty("refusals")[0].GetProperty("path")[0].GetString()!;
}
