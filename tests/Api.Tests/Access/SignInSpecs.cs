using System.Net.Http.Headers;
using System.Text.Json;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Tests.Transport;
using LicenseTracker.Domain;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LicenseTracker.Api.Tests.Access;

/// <summary>Every caller is someone.</summary>
public sealed class SignInSpecs
{
    private static readonly ClinicId Clinic = new(new Guid(3, 0, 0, new byte[8]));

    [Theory]
    [InlineData("Development", "{ viewer { name } }")]
    [InlineData("Development", "{ __typename viewer { name } }")]
    [InlineData("Development", "mutation { __typename }")]
    [InlineData("Production", "{ viewer { name } }")]
    [InlineData("Production", "{ __schema { types { name } } }")]
    [InlineData("Production", "{ viewr }")]
    [InlineData("Production", "{")]
    public async Task Nobody_without_a_name_gets_an_answer(string environment, string query)
    {
        await using var door = await Door.OpenAsync(environment);
        var answer = await door.AskAsync(query, signedIn: false);
        answer.Status.ShouldBe(401);
        answer.Response.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        answer.Code.ShouldBe("UNAUTHENTICATED");
        answer.Body.ShouldNotContain("viewer");
    }

    [Fact]
    public async Task Development_shows_the_contract_to_anyone()
    {
        await using var door = await Door.OpenAsync();
        (await door.AskAsync("{ __schema { queryType { name } } }", signedIn: false)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_token_says_who_calls()
    {
        await using var door = await Door.OpenAsync();
        var answer = await door.AskAsync("{ viewer { name role } }", caller: new Caller("c", "Mia Manager", Role.ClinicManager, [Clinic], null));
        answer.Data.GetProperty("viewer").GetRawText().ShouldBe("""{"name":"Mia Manager","role":"CLINIC_MANAGER"}""");
    }

    [Fact]
    public async Task A_forged_altered_or_expired_token_is_401()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 5, 3, 12, 0, 0, TimeSpan.Zero));
        await using var door = await Door.OpenAsync(more: b => b.Services.AddSingleton<TimeProvider>(clock));
        var good = door.Token();
        (await AskAsync(door, good)).Status.ShouldBe(200);
        var unsigned = "eyJhbGciOiJub25lIn0." + good.Split('.')[1] + ".";
        var foreign = new TokenMint(new byte[32], clock).Mint(Door.Registrar, TimeSpan.FromHours(1));
        foreach (var bad in (string[])[good[..^4] + "AAAA", unsigned, foreign, "x", "a.b.c", ""])
            (await AskAsync(door, bad)).Status.ShouldBe(401, bad);
        clock.Advance(TimeSpan.FromHours(1));
        (await AskAsync(door, good)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Demo_personas_sign_in_without_a_password()
    {
        await using var door = await DemoDoorAsync("Development", embedded: true);
        using var response = await door.Client.GetAsync("/demo/personas", TestContext.Current.CancellationToken);
        var persona = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement[0];
        persona.GetProperty("role").GetString().ShouldBe("CLINIC_MANAGER");
        persona.GetProperty("clinicId").GetString().ShouldNotBeNullOrEmpty();
        persona.GetProperty("therapistId").ValueKind.ShouldBe(JsonValueKind.Null);
        var answer = await AskAsync(door, persona.GetProperty("token").GetString()!);
        answer.Data.GetProperty("viewer").GetProperty("name").GetString().ShouldBe("Mia Manager");
    }

    [Theory]
    [InlineData("Production", true, "http://127.0.0.1:0", null, null)]
    [InlineData("Development", false, "http://127.0.0.1:0", null, null)]
    [InlineData("Development", true, "http://0.0.0.0:0", null, null)]
    [InlineData("Development", true, "http://127.0.0.1:0", "rebound.example", null)]
    [InlineData("Development", true, "http://127.0.0.1:0", null, "203.0.113.7")]
    public async Task Anywhere_else_there_is_no_such_page(string environment, bool embedded, string url, string? host, string? forwardedFor)
    {
        await using var door = await DemoDoorAsync(environment, embedded, url);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/demo/personas");
        request.Headers.Host = host;
        if (forwardedFor is not null)
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        (await door.SendAsync(request, signedIn: false)).Status.ShouldBe(404);
    }

    [Fact]
    public void A_provider_without_an_audience_is_refused_at_start() =>
        Should.Throw<InvalidOperationException>(() => Door.OpenAsync(more: b => b.Configuration["Authentication:Authority"] = "https://id.example"))
            .Message.ShouldContain("Audience");

    private static Task<Door> DemoDoorAsync(string environment, bool embedded, string url = "http://127.0.0.1:0") => Door.OpenAsync(
        environment,
        more: b =>
        {
            b.WebHost.UseUrls(url);
            b.Services.AddSingleton<IPersonas, Manager>();
        },
        access: a => a.EmbeddedDatabase = embedded);

    private static Task<Answer> AskAsync(Door door, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent("""{"query":"{ viewer { name } }"}""", new MediaTypeHeaderValue("application/json")),
        };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        return door.SendAsync(request, signedIn: false);
    }

    private sealed class Manager : IPersonas
    {
        public Task<IReadOnlyList<Caller>> ListAsync(CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<Caller>>([new Caller("demo-manager", "Mia Manager", Role.ClinicManager, [Clinic], null)]);
    }
}
