using System.Security.Cryptography;
using LicenseTracker.Api.Tests.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LicenseTracker.Api.Tests.Access;

/// <summary>Tokens of a configured identity provider: a small one on this machine, with its own words for roles.</summary>
public sealed class ProviderSpecs : IAsyncLifetime
{
    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "k1" };
    private WebApplication _provider = null!;

    private string Authority => _provider.Urls.First();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _provider = builder.Build();
        _provider.MapGet("/.well-known/openid-configuration", () => new { issuer = Authority, jwks_uri = $"{Authority}/keys" });
        var jwk = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_key.Rsa.ExportParameters(false)) { KeyId = "k1" });
        _provider.MapGet("/keys", () => new { keys = new[] { new { kty = jwk.Kty, kid = jwk.Kid, n = jwk.N, e = jwk.E, use = "sig" } } });
        await _provider.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync() => await _provider.DisposeAsync();

    [Theory]
    [InlineData("LT-Board", 200)]
    [InlineData("AUDITOR", 200)]
    [InlineData("clinic_manager", 200)]
    [InlineData("Everyone", 403)]
    [InlineData("LT-Board,AUDITOR", 403)]
    [InlineData("", 403)]
    public async Task A_provider_s_words_for_a_role_map_to_exactly_one_of_ours_or_to_nobody(string groups, int status)
    {
        await using var door = await OpenAsync();
        (await AskAsync(door, Token(groups))).Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_token_for_another_audience_of_another_issuer_or_with_an_unreadable_clinic_is_refused()
    {
        await using var door = await OpenAsync();
        (await AskAsync(door, Token("LT-Board", audience: "another"))).Status.ShouldBe(401);
        (await AskAsync(door, Token("LT-Board", issuer: "https://another.example"))).Status.ShouldBe(401);
        (await AskAsync(door, Token("LT-Board", issuer: "licensetracker", audience: "licensetracker"))).Status.ShouldBe(401);
        (await AskAsync(door, Token("clinic_manager", clinic: "the one on Main Street"))).Status.ShouldBe(403);
    }

    [Fact]
    public async Task This_installation_s_own_tokens_work_beside_the_provider_s()
    {
        await using var door = await OpenAsync();
        (await AskAsync(door, door.Token())).Status.ShouldBe(200);
    }

    private Task<Door> OpenAsync() => Door.OpenAsync("Production", more: builder =>
    {
        builder.Configuration["Authentication:Authority"] = Authority;
        builder.Configuration["Authentication:Audience"] = "registry";
        builder.Configuration["Authentication:RequireHttps"] = "false";
        builder.Configuration["Authentication:RoleClaim"] = "groups";
        builder.Configuration["Authentication:Roles:LT-Board"] = "Registrar";
    });

    private string Token(string groups, string audience = "registry", string? issuer = null, string? clinic = null) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Authority,
            Audience = audience,
            Claims = new Dictionary<string, object>
            {
                ["sub"] = "u1",
                ["groups"] = groups.Split(',', StringSplitOptions.RemoveEmptyEntries),
                ["clinics"] = clinic is null ? [] : new[] { clinic },
            },
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        });

    private static Task<Answer> AskAsync(Door door, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={viewer{name}}");
        request.Headers.Authorization = new("Bearer", token);
        return door.SendAsync(request);
    }
}
