using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LicenseTracker.Api.Tests.Transport;

/// <summary>The pages beside GraphQL itself.</summary>
public sealed class PageSpecs
{
    [Fact]
    public async Task GraphiQL_says_so_where_its_files_are_missing_and_the_API_works_all_the_same()
    {
        await using var door = await Door.OpenAsync(more: b => b.Configuration["GraphiQL:Folder"] = "no-such-folder");
        var page = await GetAsync(door, "/graphiql");
        page.Status.ShouldBe(200);
        page.Body.ShouldContain("not installed here");
        (await door.AskAsync("{ __typename }")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("/graphiql")]
    [InlineData("/graphiql/samples.json")]
    [InlineData("/graphiql/page.js")]
    [InlineData("/demo/personas")]
    public async Task Production_has_no_page_to_play_with(string path)
    {
        await using var door = await Door.OpenAsync("Production");
        (await GetAsync(door, path)).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("/graphiql/version")]
    [InlineData("/graphiql/..%2f..%2fappsettings.json")]
    [InlineData("/graphiql/page.html")]
    public async Task Only_listed_files_are_served(string path)
    {
        await using var door = await Door.OpenAsync();
        (await GetAsync(door, path)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Live_is_about_the_process_and_ready_about_every_check()
    {
        await using var door = await Door.OpenAsync("Production", more: b => b.Services.AddHealthChecks()
            .AddCheck("database", () => HealthCheckResult.Unhealthy("The database does not answer.", new InvalidOperationException("host=secret")), tags: ["ready"]));
        (await GetAsync(door, "/health/live")).Status.ShouldBe(200);
        var ready = await GetAsync(door, "/health/ready");
        ready.Status.ShouldBe(503);
        ready.Json.GetRawText().ShouldBe(
            """{"status":"Unhealthy","checks":[{"name":"database","status":"Unhealthy","detail":"The database does not answer."}]}""");
    }

    private static Task<Answer> GetAsync(Door door, string path) => door.SendAsync(new HttpRequestMessage(HttpMethod.Get, path), signedIn: false);
}
