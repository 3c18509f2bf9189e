using System.Text.Json;
using System.Text.Json.Nodes;
using LicenseTracker.Api.Access;

namespace LicenseTracker.Api.Tests.Journeys;

/// <summary>Credits from a therapist's hands through a reviewer's, by HTTP.</summary>
[Collection(nameof(Server))]
public sealed class CreditJourneys(Server server)
{
    private const string Whole =
        """
        credit { id status version courseTitle courseNumber provider { name approvalBody approvalNumber } completedOn delivery activity hours { category hours }
          handsOnHours hourMinutes statedAs rejection revocation verification submittedBy { name role } possibleDuplicates { id } }
        """;

    [Fact]
    public async Task A_therapist_submits_a_reviewer_rejects_the_therapist_resubmits_the_reviewer_verifies_and_revokes()
    {
        var (therapist, self) = await TherapistAsync("Round");
        var course = World.Course(therapist);
        course["handsOnHours"] = "0.25";
        course["hourMinutes"] = 50;
        var submitted = await server.RecordAsync("submitCredit", course, Whole, self);
        var id = submitted.At("credit").Id();
        submitted.Text("credit", "status").ShouldBe("SUBMITTED");
        submitted.At("credit", "hours")[0].Text("hours").ShouldBe("2.5");
        submitted.Text("credit", "handsOnHours").ShouldBe("0.25");
        submitted.At("credit", "hourMinutes").GetInt32().ShouldBe(50);
        submitted.Text("credit", "activity").ShouldBe("course");
        (submitted.Text("credit", "submittedBy", "name"), submitted.Text("credit", "submittedBy", "role")).ShouldBe((self.Name, "THERAPIST"));

        var rejected = await server.RecordAsync("rejectCredit", new { creditId = id, version = 1, reason = "The scan is blurred." }, Whole, Server.Reviewer);
        (rejected.Text("credit", "status"), rejected.Text("credit", "rejection")).ShouldBe(("REJECTED", "The scan is blurred."));
        (await server.GiveAsync("verifyCredit", new { creditId = id, version = 2, method = "Seen." }, by: Server.Reviewer)).Codes().ShouldBe(["CREDIT_REJECTED"]);
        var better = Again(course, id, 2);
        better["courseTitle"] = "Ethics, better scan";
        (await server.RecordAsync("resubmitCredit", better, Whole, self)).Text("credit", "courseTitle").ShouldBe("Ethics, better scan");
        var verified = await server.RecordAsync("verifyCredit", new { creditId = id, version = 3, method = "Asked the provider." }, Whole, Server.Reviewer);
        (verified.Text("credit", "status"), verified.Text("credit", "verification")).ShouldBe(("VERIFIED", "Asked the provider."));
        verified.At("credit", "rejection").ValueKind.ShouldBe(JsonValueKind.Null);
        (await server.GiveAsync("withdrawCredit", new { creditId = id, version = 4 }, by: self)).Codes().ShouldBe(["CREDIT_VERIFIED"]);
        var revoked = await server.RecordAsync("revokeCredit", new { creditId = id, version = 4, reason = "The provider knows nothing of it." }, Whole, Server.Reviewer);
        (revoked.Text("credit", "status"), revoked.Text("credit", "revocation")).ShouldBe(("REVOKED", "The provider knows nothing of it."));

        var known = await server.AskAsync(
            "query($c: ID!) { node(id: $c) { ... on Credit { then: asOf(version: 2) { status version courseTitle } now: asOf { status } history { nodes { type summary recordedBy { role } } } } } }",
            new { c = id });
        (known.Text("node", "then", "status"), known.Text("node", "then", "courseTitle"), known.Text("node", "now", "status"))
            .ShouldBe(("REJECTED", "Ethics for bodyworkers", "REVOKED"));
        known.At("node", "history", "nodes").Texts("type").ShouldBe(["credit_submitted", "credit_rejected", "credit_resubmitted", "credit_verified", "credit_revoked"]);
        known.At("node", "history", "nodes")[0].Text("summary").ShouldBe("A credit was submitted: 2.5 hours of 50 minutes, Ethics for bodyworkers, completed on 2023-03-14.");
        known.ToString().ShouldNotContain("blurred");
    }

    [Fact]
    public async Task What_was_known_at_an_instant_comes_back_for_a_credit()
    {
        var (therapist, _) = await TherapistAsync("Instant");
        var id = await SubmitAsync(therapist);
        await server.RecordAsync("verifyCredit", new { creditId = id, version = 1, method = "Seen." }, "credit { id }", Server.Reviewer);
        var recorded = (await server.AskAsync("query($c: ID!) { node(id: $c) { ... on Credit { history { nodes { recordedAt } } } } }", new { c = id }))
            .At("node", "history", "nodes").Texts("recordedAt");
        var asked = await server.AskAsync(
            "query($c: ID!, $one: DateTime!, $two: DateTime!) { node(id: $c) { ... on Credit { before: asOf(knownAt: \"2001-01-01T00:00:00Z\") { status } one: asOf(knownAt: $one) { status } two: asOf(knownAt: $two) { status } } } }",
            new { c = id, one = recorded[0], two = recorded[1] });
        asked.At("node", "before").ValueKind.ShouldBe(JsonValueKind.Null);
        (asked.Text("node", "one", "status"), asked.Text("node", "two", "status")).ShouldBe(("SUBMITTED", "VERIFIED"));
        (await server.SendAsync("query($c: ID!) { node(id: $c) { ... on Credit { asOf(version: 1, knownAt: \"2020-01-01T00:00:00Z\") { status } } } }", new { c = id })).Code
            .ShouldBe("INVALID_INPUT");
    }

    [Fact]
    public async Task Nobody_reviews_their_own_credit_whoever_submitted_it_or_in_whatever_role()
    {
        var (therapist, self) = await TherapistAsync("Own");
        var reviewing = Server.Reviewer with { Subject = "reviewer-and-therapist", Therapist = self.Therapist };
        var submitter = Server.Reviewer with { Subject = self.Subject, Therapist = null };
        var corrector = Server.Reviewer with { Subject = Server.Registrar.Subject };
        var own = (await server.RecordAsync("submitCredit", World.Course(therapist), "credit { id }", self)).At("credit").Id();
        foreach (var (mutation, input) in new (string, object)[]
        {
            ("verifyCredit", new { creditId = own, version = 1, method = "Seen." }), ("rejectCredit", new { creditId = own, version = 1, reason = "No." }),
        })
        {
            (await server.GiveAsync(mutation, input, by: reviewing)).Codes().ShouldBe(["CREDIT_REVIEW_OWN"], "their own credit");
            (await server.GiveAsync(mutation, input, by: submitter)).Codes().ShouldBe(["CREDIT_REVIEW_OWN"], "they submitted it");
            (await server.GiveAsync(mutation, input, by: Server.Registrar)).Codes().ShouldBe(["NOT_ALLOWED"]);
            (await server.GiveAsync(mutation, input, by: self)).Codes().ShouldBe(["NOT_ALLOWED"]);
        }

        var fact = await FactAsync(own, "credit_submitted");
        var data = fact.At("data").Deserialise();
        data["declaration"]!["courseTitle"] = "Corrected";
        await server.RecordAsync("correctFact", new { factId = fact.Id(), version = 1, reason = "Typing mistake.", data }, "fact { summary }");
        (await server.GiveAsync("verifyCredit", new { creditId = own, version = 2, method = "Seen." }, by: corrector)).Codes().ShouldBe(["CREDIT_REVIEW_OWN"], "they corrected its values");
        (await server.GiveAsync("verifyCredit", new { creditId = own, version = 2, method = "Seen." }, by: Server.Reviewer)).Codes().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_therapist_submits_for_nobody_else_and_learns_nothing_of_others()
    {
        var ((ann, self), (bea, _)) = (await TherapistAsync("Self"), await TherapistAsync("Other"));
        var (own, other) = (await SubmitAsync(ann), await SubmitAsync(bea));
        (await server.GiveAsync("submitCredit", World.Course(bea), by: self)).Codes().ShouldBe(["NOT_ALLOWED"]);
        foreach (var credit in new[] { other, "nonsense", ann })
        {
            (await server.GiveAsync("withdrawCredit", new { creditId = credit, version = 1 }, by: self)).Codes().ShouldBe(["NOT_ALLOWED"]);
            (await server.GiveAsync("resubmitCredit", Again(World.Course(bea), credit, 1), by: self)).Codes().ShouldBe(["NOT_ALLOWED"]);
        }

        var nodes = (await server.AskAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = new[] { own, other } }, self)).At("nodes");
        nodes[0].Id().ShouldBe(own);
        nodes[1].ValueKind.ShouldBe(JsonValueKind.Null);
        (await server.GiveAsync("withdrawCredit", new { creditId = own, version = 1 }, "credit { status }", self)).Text("credit", "status").ShouldBe("WITHDRAWN");
    }

    [Fact]
    public async Task Whose_law_a_course_taught_and_when_it_began_are_said_corrected_and_told_where_a_credit_says_so()
    {
        const string Said = "credit { id startedOn completedOn lawOf }";
        var (therapist, _) = await TherapistAsync("Law");
        var plain = (await server.RecordAsync("submitCredit", World.Course(therapist), Said)).At("credit");
        (plain.At("lawOf").ValueKind, plain.At("startedOn").ValueKind).ShouldBe((JsonValueKind.Null, JsonValueKind.Null));
        var course = World.Course(therapist, "Florida law");
        (course["lawOf"], course["startedOn"]) = ("FL", "2023-03-13");
        var credit = (await server.RecordAsync("submitCredit", course, Said)).At("credit");
        (credit.Text("lawOf"), credit.Text("startedOn")).ShouldBe(("FL", "2023-03-13"));

        var fact = await FactAsync(credit.Id(), "credit_submitted");
        fact.At("data").Deserialise()["declaration"]!["lawOf"]!.GetValue<string>().ShouldBe("FL");
        async Task<JsonElement> CorrectAsync(string field, string value)
        {
            var data = fact.At("data").Deserialise();
            data["declaration"]![field] = value;
            return await server.GiveAsync("correctFact", new { factId = fact.Id(), version = 1, reason = "Typing mistake.", data }, "fact { summary }");
        }

        var unknown = await CorrectAsync("lawOf", "ZZ");
        unknown.Codes().ShouldBe(["INVALID_INPUT"]);
        unknown.At("refusals").ToString().ShouldContain("lawOf");
        (await CorrectAsync("startedOn", "2023-03-15")).Codes().ShouldBe(["CREDIT_STARTS_AFTER_COMPLETION"]);
        (await CorrectAsync("lawOf", "TN")).At("fact").Text("summary")
            .ShouldBe("Corrected: A credit was submitted: 2.5 hours of 60 minutes, Florida law (law of Tennessee), held from 2023-03-13 to 2023-03-14.");
        var known = (await server.AskAsync(
            "query($c: ID!) { node(id: $c) { ... on Credit { lawOf startedOn first: asOf(version: 1) { lawOf startedOn } } } }", new { c = credit.Id() })).At("node");
        (known.Text("lawOf"), known.Text("first", "lawOf"), known.Text("first", "startedOn")).ShouldBe(("TN", "FL", "2023-03-13"));

        course["startedOn"] = "2023-03-15";
        var late = await server.GiveAsync("submitCredit", course);
        late.Codes().ShouldBe(["CREDIT_STARTS_AFTER_COMPLETION"]);
        late.At("refusals").ToString().ShouldContain("startedOn");
        (course["startedOn"], course["lawOf"]) = ("2023-03-14", "ZZ");
        var nowhere = await server.TryAsync("submitCredit", course);
        nowhere.Code.ShouldBe("INVALID_VARIABLE");
        nowhere.Body.ShouldContain("lawOf");
    }

    [Fact]
    public async Task Corrected_values_wait_for_review_again_and_a_void_brings_the_review_back()
    {
        var (therapist, _) = await TherapistAsync("Corrected");
        var id = await SubmitAsync(therapist);
        await server.RecordAsync("verifyCredit", new { creditId = id, version = 1, method = "Seen." }, "credit { id }", Server.Reviewer);
        var fact = await FactAsync(id, "credit_submitted");
        var data = fact.At("data").Deserialise();
        data["declaration"]!["hours"]![0]!["hours"] = 2000;
        var corrected = await server.RecordAsync("correctFact", new { factId = fact.Id(), version = 2, reason = "Twenty, not two.", data }, "fact { id summary }");
        corrected.Codes("warnings").ShouldBe(["CREDIT_NEEDS_REVIEW_AGAIN"]);
        (await CreditAsync(id)).Text("status").ShouldBe("SUBMITTED");
        await server.RecordAsync("voidFact", new { factId = corrected.At("fact").Id(), version = 3, reason = "It was two." }, "fact { id }");
        (await CreditAsync(id)).Text("status").ShouldBe("VERIFIED");
        (await server.GiveAsync("correctFact", new { factId = fact.Id(), version = 4, reason = "No.", data = new { therapistId = "x" } })).Codes().ShouldBe(["INVALID_INPUT"]);
        await server.RecordAsync("voidFact", new { factId = fact.Id(), version = 4, reason = "Another's certificate." }, "fact { id }");
        (await CreditAsync(id)).Text("status").ShouldBe("WITHDRAWN");
        (await CreditsAsync(therapist, null)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Credits_are_listed_by_status_date_and_category_and_duplicates_are_linked()
    {
        var (therapist, _) = await TherapistAsync("Listed");
        var first = await SubmitAsync(therapist);
        var again = await server.RecordAsync("submitCredit", World.Course(therapist, "ETHICS for Bodyworkers."), Whole);
        again.Codes("warnings").ShouldBe(["CREDIT_POSSIBLE_DUPLICATE"]);
        again.At("credit", "possibleDuplicates").EnumerateArray().Select(d => d.Id()).ShouldBe([first]);
        var later = World.Course(therapist, "Anatomy, 0.3 CEU", "2024-06-01");
        later["hours"] = new JsonArray(new JsonObject { ["category"] = "core_massage", ["hours"] = "3" });
        (await server.RecordAsync("submitCredit", later, Whole)).Codes("warnings").ShouldBe(["CREDIT_STATED_IN_CEU"]);
        await server.RecordAsync("verifyCredit", new { creditId = first, version = 1, method = "Seen." }, "credit { id }", Server.Reviewer);

        (await CreditsAsync(therapist, null)).ShouldBe(["Ethics for bodyworkers", "ETHICS for Bodyworkers.", "Anatomy, 0.3 CEU"]);
        (await CreditsAsync(therapist, new { statuses = new[] { "VERIFIED" } })).ShouldBe(["Ethics for bodyworkers"]);
        (await CreditsAsync(therapist, new { completedFrom = "2023-03-15" })).ShouldBe(["Anatomy, 0.3 CEU"]);
        (await CreditsAsync(therapist, new { completedTo = "2023-03-14", statuses = new[] { "SUBMITTED" } })).ShouldBe(["ETHICS for Bodyworkers."]);
        (await CreditsAsync(therapist, new { category = "core_massage" })).ShouldBe(["Anatomy, 0.3 CEU"]);
    }

    [Fact]
    public async Task The_queue_holds_what_waits_oldest_first_for_reviewers_alone_in_as_many_statements_for_many_as_for_one()
    {
        var (therapist, self) = await TherapistAsync("Queued");
        var before = await QueueAsync();
        string[] ids = [await SubmitAsync(therapist), await SubmitAsync(therapist), await SubmitAsync((await TherapistAsync("Queued too")).Id)];
        (await QueueAsync()).ShouldBe([.. before, .. ids]);
        await server.RecordAsync("rejectCredit", new { creditId = ids[0], version = 1, reason = "No." }, "credit { id }", Server.Reviewer);
        (await QueueAsync()).ShouldBe([.. before, ids[1], ids[2]]);
        await server.RecordAsync("resubmitCredit", Again(World.Course(therapist), ids[0], 2), "credit { id }");
        (await QueueAsync()).ShouldBe([.. before, ids[1], ids[2], ids[0]], "it waits since it was resubmitted");

        const string Query = "query($last: Int!, $before: String) { creditsToReview(last: $last, before: $before) { totalCount edges { cursor node { id courseTitle submittedBy { name } therapist { name } } } } }";
        var last = (await server.AskAsync(Query, new { last = 2 }, Server.Reviewer)).At("creditsToReview");
        last.At("totalCount").GetInt32().ShouldBe(before.Count + 3);
        last.At("edges").EnumerateArray().Select(e => e.At("node").Id()).ShouldBe([ids[2], ids[0]]);
        (await server.AskAsync(Query, new { last = 1, before = last.At("edges")[0].Text("cursor") }, Server.Reviewer)).At("creditsToReview", "edges")[0].At("node").Id().ShouldBe(ids[1]);
        async Task<int> StatementsAsync(int count) => (await server.StatementsAsync(() => server.AskAsync(Query, new { last = count }, Server.Reviewer))).Count;
        (await StatementsAsync(3)).ShouldBe(await StatementsAsync(1));

        foreach (var caller in new[] { Server.Registrar, Server.Auditor, Server.Manager, Server.Administrator, self })
            (await server.SendAsync(Query, new { last = 1 }, caller)).Code.ShouldBe("NOT_ALLOWED", caller.Role.ToString());
    }

    [Fact]
    public async Task Reviewers_at_once_decide_a_credit_once_and_no_credit_of_a_therapist_is_lost()
    {
        var (therapist, _) = await TherapistAsync("Busy");
        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => SubmitAsync(therapist, $"Course {n}")));
        var outcomes = await Task.WhenAll(ids.SelectMany(id => Enumerable.Range(0, 10).Select(async n =>
            (id, Codes: (await server.GiveAsync("verifyCredit", new { creditId = id, version = 1, method = $"Seen {n}." }, by: Server.Reviewer)).Codes()))));
        outcomes.Count(o => o.Codes is []).ShouldBe(8);
        outcomes.Where(o => o.Codes is not []).ShouldAllBe(o => o.Codes[0] == "STALE_VERSION");
        (await CreditsAsync(therapist, new { statuses = new[] { "VERIFIED" } })).Count.ShouldBe(8);
    }

    [Fact]
    public async Task Reasons_are_for_those_who_may_see_personal_data()
    {
        var (therapist, self) = await TherapistAsync("Sealed");
        var id = await SubmitAsync(therapist);
        await server.RecordAsync("rejectCredit", new { creditId = id, version = 1, reason = "secret reason" }, "credit { id }", Server.Reviewer);
        foreach (var caller in new[] { Server.Registrar, Server.Auditor, Server.Reviewer, self, Server.Manager, Server.Administrator })
        {
            (await server.AskAsync("query($c: ID!) { node(id: $c) { ... on Credit { rejection } } }", new { c = id }, caller)).ToString()
                .Contains("secret reason", StringComparison.Ordinal).ShouldBe(caller.Role is not (Role.ClinicManager or Role.Administrator), caller.Role.ToString());
        }
    }

    [Fact]
    public async Task An_exemption_is_asked_for_by_the_therapist_and_decided_by_the_registrar()
    {
        var (therapist, self) = await TherapistAsync("Exempt");
        var asked = await server.RecordAsync(
            "requestExemption", new { therapistId = therapist, jurisdiction = "WA", requirement = "ethics", from = "2024-01-01", to = "2024-12-31", reason = "Illness." },
            "exemption { id status reason requirement from to version license { id } }", self);
        (asked.Text("exemption", "status"), asked.Text("exemption", "reason")).ShouldBe(("PENDING", "Illness."));
        var id = asked.At("exemption").Id();
        (await server.GiveAsync("approveExemption", new { exemptionId = id, version = 1, approvedOn = "2024-02-01" }, by: self)).Codes().ShouldBe(["NOT_ALLOWED"]);
        await server.RecordAsync("approveExemption", new { exemptionId = id, version = 1, approvedOn = "2024-02-01" }, "exemption { status }");
        await server.RecordAsync("revokeExemption", new { exemptionId = id, version = 2, revokedOn = "2024-05-01", reason = "Recovered." }, "exemption { status }");
        (await server.GiveAsync("denyExemption", new { exemptionId = id, version = 3, deniedOn = "2024-05-01", reason = "No." })).Codes().ShouldBe(["EXEMPTION_DECIDED"]);
        var listed = (await server.AskAsync(
            "query($t: ID!) { therapist(id: $t) { exemptions { nodes { a: status(on: \"2024-01-31\") b: status(on: \"2024-02-01\") c: status(on: \"2024-05-01\") history { nodes { summary } } } } } }",
            new { t = therapist }, self)).At("therapist", "exemptions", "nodes")[0];
        (listed.Text("a"), listed.Text("b"), listed.Text("c")).ShouldBe(("PENDING", "APPROVED", "REVOKED"));
        listed.At("history", "nodes").Texts("summary").ShouldBe(
        [
            "An exemption from ethics was requested in WA, 2024-01-01 through 2024-12-31.", "The exemption was approved on 2024-02-01.", "The exemption was revoked on 2024-05-01.",
        ]);
        var approval = (await server.AskAsync("query($e: ID!) { node(id: $e) { ... on Exemption { history { nodes { id type data } } } } }", new { e = id })).At("node", "history", "nodes")[1];
        (await server.GiveAsync("correctFact", new { factId = approval.Id(), version = 3, reason = "Late.", data = new { approvedOn = "2024-06-01" } })).Codes()
            .ShouldBe(["EXEMPTION_AFTER_ITS_EVENTS"]);
    }

    [Fact]
    public async Task An_audit_is_opened_and_closed_by_the_registrar_and_seen_with_the_therapist()
    {
        var (therapist, self) = await TherapistAsync("Audited");
        var license = await server.GrantAsync(therapist, "WA", "CJ-A");
        var id = (await server.RecordAsync(
            "openCeAudit", new { licenseId = license, openedOn = "2024-02-01", periodFrom = "2022-01-01", periodTo = "2023-12-31", note = "Drawn by lot." },
            "ceAudit { id note closedOn license { id } }")).At("ceAudit").Id();
        await server.RecordAsync("closeCeAudit", new { ceAuditId = id, version = 1, closedOn = "2024-03-01", outcome = "DEFICIENT" }, "ceAudit { outcome closedOn }");
        (await server.GiveAsync("closeCeAudit", new { ceAuditId = id, version = 2, closedOn = "2024-03-02", outcome = "SATISFIED" })).Codes().ShouldBe(["CE_AUDIT_ALREADY_CLOSED"]);
        var seen = (await server.AskAsync(
            "query($t: ID!) { therapist(id: $t) { ceAudits { nodes { id outcome note history { nodes { summary } } } } } }", new { t = therapist }, self)).At("therapist", "ceAudits", "nodes")[0];
        (seen.Id(), seen.Text("outcome"), seen.Text("note")).ShouldBe((id, "DEFICIENT", "Drawn by lot."));
        seen.At("history", "nodes").Texts("summary").ShouldBe(
            ["An audit of the continuing education of 2022-01-01 through 2023-12-31 was opened on 2024-02-01.", "The audit was closed on 2024-03-01: deficient."]);
    }

    [Fact]
    public async Task Categories_and_activities_are_listed_with_what_belongs_to_them()
    {
        var lists = await server.AskAsync("{ creditCategories { code name description } creditActivities { code name description } }");
        lists.At("creditCategories").Texts("code").ShouldContain("human_trafficking");
        lists.At("creditActivities").Texts("code").ShouldContain("pro_bono");
    }

    private async Task<(string Id, Caller Self)> TherapistAsync(string name)
    {
        var id = await server.RegisterAsync("Credit", name);
        return (id, Server.Therapist(server.Ids.Decode(id).Value));
    }

    private async Task<string> SubmitAsync(string therapist, string title = "Ethics for bodyworkers") =>
        (await server.RecordAsync("submitCredit", World.Course(therapist, title), "credit { id }")).At("credit").Id();

    private static JsonObject Again(JsonObject course, string credit, long version)
    {
        var again = (JsonObject)course.DeepClone();
        again.Remove("therapistId");
        (again["creditId"], again["version"]) = (credit, version);
        return again;
    }

    private async Task<JsonElement> CreditAsync(string id) => (await server.AskAsync("query($c: ID!) { node(id: $c) { ... on Credit { status version } } }", new { c = id })).At("node");

    private async Task<JsonElement> FactAsync(string credit, string type) => (await server.AskAsync(
        "query($c: ID!, $t: [String!]) { node(id: $c) { ... on Credit { history(filter: {types: $t}) { nodes { id data } } } } }", new { c = credit, t = new[] { type } }))
        .At("node", "history", "nodes")[0];

    private async Task<IReadOnlyList<string>> CreditsAsync(string therapist, object? filter) => (await server.AskAsync(
        "query($t: ID!, $f: CreditFilter) { therapist(id: $t) { credits(filter: $f) { nodes { courseTitle } } } }", new { t = therapist, f = filter }))
        .At("therapist", "credits", "nodes").Texts("courseTitle");

    private async Task<IReadOnlyList<string>> QueueAsync() =>
        [.. (await server.AskAsync("{ creditsToReview(first: 200) { nodes { id } } }", by: Server.Reviewer)).At("creditsToReview", "nodes").EnumerateArray().Select(c => c.Id())];
}
