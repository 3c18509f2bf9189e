using System.Text.Json;

namespace LicenseTracker.Api.Tests.Demo;

/// <summary>Who one may be in the demonstration, and that every sample query answers.</summary>
[Collection(nameof(DemoServer))]
public sealed class DemoPersonaTests(DemoServer server)
{
    [Fact]
    public async Task There_is_a_persona_for_every_role_and_each_is_who_the_data_knows()
    {
        var people = await server.GetAsync("/demo/personas");

        people.Select(p => p.GetProperty("role").GetString()).Distinct().Order()
            .ShouldBe(["ADMINISTRATOR", "AUDITOR", "CLINIC_MANAGER", "REGISTRAR", "REVIEWER", "THERAPIST"]);
        foreach (var person in people)
        {
            var viewer = (await server.AskAsync(Text(person, "token")!, "{ viewer { name clinics { id name } therapist { id name } } }", "{}"))
                .GetProperty("data").GetProperty("viewer");
            Text(viewer, "name").ShouldBe(Text(person, "name"));
            viewer.GetProperty("clinics").EnumerateArray().Select(c => Text(c, "id")).SingleOrDefault().ShouldBe(Text(person, "clinicId"));
            if (Text(person, "therapistId") is { } therapist)
            {
                Text(viewer.GetProperty("therapist"), "id").ShouldBe(therapist);
                Text(viewer.GetProperty("therapist"), "name").ShouldBe(Text(person, "name"));
            }
        }

        people.Count(p => Text(p, "clinicId") is not null).ShouldBe(2);
        people.Count(p => Text(p, "therapistId") is not null).ShouldBe(1);
    }

    [Fact]
    public async Task Every_sample_query_finds_what_it_asks_for()
    {
        var people = await server.GetAsync("/demo/personas");
        var samples = await server.GetAsync("/graphiql/samples.json");

        samples.Select(s => Text(s, "role")).OfType<string>().Distinct().Count().ShouldBe(6);
        foreach (var sample in samples)
        {
            foreach (var person in people.Where(p => (Text(sample, "role") ?? Text(p, "role")) == Text(p, "role")))
            {
                var variables = sample.GetProperty("variables").GetRawText()
                    .Replace("\"$clinicId\"", JsonSerializer.Serialize(Text(person, "clinicId") ?? ""))
                    .Replace("\"$therapistId\"", JsonSerializer.Serialize(Text(person, "therapistId") ?? people.Select(p => Text(p, "therapistId")).First(t => t is not null)));
                var answer = await server.AskAsync(Text(person, "token")!, Text(sample, "query")!, variables);
                var about = $"{Text(sample, "title")}: {answer}";
                answer.TryGetProperty("errors", out _).ShouldBeFalse(about);
                answer.GetProperty("data").EnumerateObject().ShouldAllBe(f => f.Value.ValueKind != JsonValueKind.Null, about);
                answer.ToString().ShouldNotContain("\"totalCount\":0", Case.Sensitive, about);
                answer.ToString().ShouldNotContain("\"refusals\":[{", Case.Sensitive, about);
            }
        }
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
