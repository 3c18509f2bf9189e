using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL;
using GraphQL.Types;
using LicenseTracker.Api.Access;

namespace LicenseTracker.Api.Tests.Journeys;

/// <summary>What may not be: each gets its own refusal, records nothing, and says nothing of our insides.</summary>
[Collection(nameof(Server))]
public sealed class RefusalJourneys(Server server)
{
    [Fact]
    public async Task Every_mutation_refuses_every_id_that_names_nothing_of_its_type()
    {
        var world = await World.MakeAsync(server, "RJ-1");
        var facts = await server.FactsAsync();
        var tried = 0;
        foreach (var mutation in World.Mutations(server))
        {
            foreach (var field in World.InputOf(server, mutation).Fields.Where(f => f.ResolvedType!.GetNamedType().Name == "ID"))
            {
                foreach (var wrong in world.WrongIds(field.Name))
                {
                    var input = world.Input(mutation);
                    input[field.Name] = wrong;
                    var payload = await server.GiveAsync(mutation, input, by: World.GiverOf(server, mutation));
                    var refusal = payload.GetProperty("refusals")[0];
                    // A well-formed id of nothing: the license has no such encumbrance.
                    var expected = (mutation, field.Name, server.Ids.Decode(wrong).Type) switch
                    {
                        (_, "encumbranceId", "Encumbrance") => "ENCUMBRANCE_UNKNOWN",
                        _ => "UNKNOWN_ID",
                    };
                    refusal.Text("code").ShouldBe(expected, $"{mutation}.{field.Name} = {wrong}: {payload}");
                    tried++;
                }
            }
        }

        tried.ShouldBeGreaterThan(150);
        (await server.FactsAsync()).ShouldBe(facts);
    }

    [Fact]
    public async Task Every_change_refuses_a_stale_version()
    {
        var world = await World.MakeAsync(server, "RJ-2");
        var facts = await server.FactsAsync();
        var changes = World.Mutations(server).Where(m => World.InputOf(server, m).Fields.Find("version") is not null).ToList();
        changes.Count.ShouldBeGreaterThan(24);
        foreach (var mutation in changes)
        {
            foreach (var version in new[] { 0, -1, 99, long.MaxValue, long.MinValue })
            {
                var input = world.Input(mutation);
                input["version"] = version;
                if (mutation == "correctFact")
                    input["data"] = (await server.AskAsync("query($f: ID!) { node(id: $f) { ... on HistoryEntry { data } } }", new { f = world["factId"] })).At("node", "data").Deserialise();
                (await server.GiveAsync(mutation, input, by: World.GiverOf(server, mutation))).Codes().ShouldBe(["STALE_VERSION"], $"{mutation} {version}");
            }
        }

        (await server.FactsAsync()).ShouldBe(facts);
    }

    [Fact]
    public async Task Each_mutation_is_given_by_its_own_role_and_to_others_nothing_is_told()
    {
        var world = await World.MakeAsync(server, "RJ-3");
        var facts = await server.FactsAsync();
        foreach (var mutation in World.Mutations(server))
        {
            foreach (var caller in new[]
            {
                Server.Registrar, Server.Auditor, Server.Reviewer, Server.Manager, Server.Administrator, Server.Therapist(server.Ids.Decode(world["therapistId"]).Value),
            }.Where(c => c != World.GiverOf(server, mutation) && !(mutation == "adoptRuleBook" && c == Server.Administrator)))
            {
                if (!(World.IsForOneself(mutation) && caller.Role is Role.Therapist))
                    (await server.GiveAsync(mutation, world.Input(mutation), by: caller)).Codes().ShouldBe(["NOT_ALLOWED"], $"{mutation} by {caller.Role}");
                var unknown = world.Input(mutation);
                foreach (var id in World.InputOf(server, mutation).Fields.Where(f => f.ResolvedType!.GetNamedType().Name == "ID"))
                    unknown[id.Name] = "nonsense";
                (await server.GiveAsync(mutation, unknown, by: caller)).Codes().ShouldBe(["NOT_ALLOWED"], $"{mutation} by {caller.Role} tells what exists");
            }
        }

        (await server.FactsAsync()).ShouldBe(facts);
    }

    [Fact]
    public async Task Every_date_out_of_range_is_refused_at_its_own_field()
    {
        var world = await World.MakeAsync(server, "RJ-4");
        var facts = await server.FactsAsync();
        foreach (var mutation in World.Mutations(server).Where(m => m != "correctFact"))
        {
            foreach (var field in World.InputOf(server, mutation).Fields.Where(f => f.ResolvedType!.GetNamedType().Name == "Date"))
            {
                foreach (var date in new[] { "1899-12-31", "2200-01-02", "0001-01-01", "9999-12-31" })
                {
                    var input = world.Input(mutation);
                    input[field.Name] = date;
                    var refusals = (await server.GiveAsync(mutation, input, by: World.GiverOf(server, mutation))).GetProperty("refusals").EnumerateArray().ToList();
                    var expected = field.Name == "birthDate" ? "BIRTH_DATE_MALFORMED" : "DATE_OUT_OF_RANGE";
                    refusals.Where(r => r.Text("code") == expected).Select(r => r.GetProperty("path")[0].GetString()).ShouldBe([field.Name], $"{mutation} {date}");
                }
            }
        }

        (await server.FactsAsync()).ShouldBe(facts);
    }

    public static TheoryData<string, string> BadTexts => new()
    {
        { "nul", "a\0b" }, { "control", "a\u0007b" }, { "escape", "a\u001b[31mb" }, { "half pair", "\ud83d" }, { "other half", "a\ude00b" }, { "long", new string('x', 5_000) },
    };

    /// <summary>A lone surrogate can only come as an escape within the document: JSON has none.</summary>
    [Theory]
    [MemberData(nameof(BadTexts))]
    public async Task Text_that_no_record_holds_is_refused_wherever_it_is_given(string name, string text)
    {
        var world = await World.MakeAsync(server, $"RJ-5{name}");
        var facts = await server.FactsAsync();
        foreach (var mutation in World.Mutations(server).Where(m => m != "correctFact"))
        {
            foreach (var field in World.InputOf(server, mutation).Fields.Where(f => f.ResolvedType!.GetNamedType().Name == "String"))
            {
                var input = world.Input(mutation);
                input[field.Name] = "@@";
                var fields = Literal(mutation, input).Replace("\"@@\"", $"\"{Escaped(text)}\"", StringComparison.Ordinal);
                var answer = await server.SendAsync($"mutation {{ {mutation}(input: {fields}) {{ refusals {{ code path }} }} }}", by: World.GiverOf(server, mutation));
                answer.Status.ShouldBe(200, $"{mutation}.{field.Name}: {answer.Body}");
                var refusals = answer.Data.At(mutation, "refusals");
                refusals.GetArrayLength().ShouldBeGreaterThan(0, $"{mutation}.{field.Name}");
                refusals.EnumerateArray().ShouldContain(r => r.GetProperty("path")[0].GetString() == field.Name, $"{mutation}.{field.Name}: {answer.Body}");
            }
        }

        (await server.FactsAsync()).ShouldBe(facts);
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2023-13-01")]
    [InlineData("20230101")]
    [InlineData("2023-1-1")]
    [InlineData("2023-01-01T00:00:00Z")]
    [InlineData("yesterday")]
    [InlineData("")]
    public async Task A_date_that_is_none_is_an_error_that_says_the_form(string date)
    {
        var facts = await server.FactsAsync();
        var answer = await server.SendAsync(
            "mutation($i: RegisterTherapistInput!) { registerTherapist(input: $i) { refusals { code } } }", new { i = new { idempotencyKey = "d", birthDate = date } });
        answer.Status.ShouldBe(400);
        answer.Code.ShouldBe("INVALID_VARIABLE");
        answer.Message.ShouldContain("2027-08-31");
        (await server.FactsAsync()).ShouldBe(facts);
    }

    [Fact]
    public async Task What_is_missing_unknown_or_of_another_kind_is_an_error()
    {
        var world = await World.MakeAsync(server, "RJ-6");
        var facts = await server.FactsAsync();
        foreach (var mutation in World.Mutations(server))
        {
            var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input!";
            foreach (var field in World.InputOf(server, mutation).Fields)
            {
                foreach (var (what, change) in new (string, Action<JsonObject>)[]
                {
                    ("missing", i => i.Remove(field.Name)), ("null", i => i[field.Name] = null), ("object", i => i[field.Name] = new JsonObject()),
                    ("unknown", i => i["surprise"] = 1), ("truth", i => i[field.Name] = true),
                })
                {
                    var isRequired = field.ResolvedType is NonNullGraphType;
                    // An object of which all may be left out may be empty.
                    if (what == "object" && field.ResolvedType!.GetNamedType() is IInputObjectGraphType)
                        continue;
                    if ((what is "missing" or "null" && !isRequired) || field.ResolvedType!.GetNamedType().Name == "JSON")
                        continue;
                    var input = world.Input(mutation);
                    change(input);
                    var answer = await server.SendAsync($"mutation($i: {type}) {{ {mutation}(input: $i) {{ refusals {{ code }} }} }}", new { i = input });
                    answer.Status.ShouldBe(400, $"{mutation}.{field.Name} {what}: {answer.Body}");
                    answer.Body.ShouldNotContain("   at ");
                }
            }
        }

        (await server.FactsAsync()).ShouldBe(facts);
    }

    [Fact]
    public async Task Huge_input_is_turned_away()
    {
        var therapist = await server.RegisterAsync();
        var question = new { therapistId = therapist, jurisdiction = "WA", on = "2026-05-03" };
        const string Many = "query($inputs: [EligibilityInput!]!) { eligibilities(inputs: $inputs) { verdict } }";
        (await server.SendAsync(Many, new { inputs = Enumerable.Repeat(question, 1_001) })).Code.ShouldBe("TOO_COSTLY");
        (await server.AskAsync(Many, new { inputs = Enumerable.Repeat(question, 1_000) })).GetProperty("eligibilities").GetArrayLength().ShouldBe(1_000);
        (await server.AskAsync(Many, new { inputs = Array.Empty<object>() })).GetProperty("eligibilities").GetArrayLength().ShouldBe(0);

        var codes = Enumerable.Range(0, 10_000).Select(i => $"A{i % 10}{i / 10}").ToArray();
        foreach (var input in new object[]
        {
            new { therapistId = therapist, jurisdiction = "WA", conditions = codes }, new { therapistId = therapist, jurisdiction = "WA", techniques = codes },
            new { therapistId = therapist, jurisdiction = "WA", clientFacts = codes.Select(c => new { fact = c, value = "1" }) },
        })
        {
            var answer = await server.SendAsync("query($input: EligibilityInput!) { eligibility(input: $input) { verdict } }", new { input });
            answer.Code.ShouldBe("INVALID_INPUT");
            answer.Message.ShouldContain("at most");
        }

        using var huge = new StringContent(
            JsonSerializer.Serialize(new { query = "{ viewer { name } }", variables = new { x = new string('x', 5 * 1024 * 1024) } }), Encoding.UTF8, "application/json");
        var refused = await server.SendAsync(huge);
        refused.Status.ShouldBe(413);
        refused.Code.ShouldBe("TOO_LARGE");
    }

    [Fact]
    public async Task Data_nested_beyond_reason_is_an_error_and_no_fault()
    {
        var world = await World.MakeAsync(server, "RJ-7");
        foreach (var depth in new[] { 50, 70, 110, 500 })
        {
            var nested = string.Concat(Enumerable.Repeat("{a:", depth)) + "1" + new string('}', depth);
            var answer = await server.SendAsync(
                $"mutation {{ correctFact(input: {{idempotencyKey: \"n{depth}\", factId: \"{world["factId"]}\", version: 2, reason: \"Deep.\", data: {nested}}}) {{ refusals {{ code }} }} }}");
            answer.Status.ShouldBeOneOf(200, 400);
            answer.Body.ShouldNotContain("INTERNAL_ERROR");
            (answer.Body.Contains("INVALID_INPUT", StringComparison.Ordinal) || answer.Status == 400).ShouldBeTrue(answer.Body);
        }
    }

    private static string Escaped(string text) => string.Concat(text.Select(c => c is >= ' ' and < '\u007f' ? c.ToString() : $"\\u{(int)c:x4}"));

    /// <summary>The input as a literal of the query language: enum values stand without quotes.</summary>
    private string Literal(string mutation, JsonObject input) =>
        "{" + string.Join(", ", input.Select(f => $"{f.Key}: " + (World.InputOf(server, mutation).Fields.Find(f.Key)!.ResolvedType!.GetNamedType() is EnumerationGraphType
            ? (string)f.Value! : Literal(f.Value!)))) + "}";

    private static string Literal(JsonNode value) => value switch
    {
        JsonObject o => "{" + string.Join(", ", o.Select(f => $"{f.Key}: {Literal(f.Value!)}")) + "}",
        JsonArray a => "[" + string.Join(", ", a.Select(v => Literal(v!))) + "]",
        _ => value.ToJsonString(),
    };
}
