using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LicenseTracker.Api.Access;

/// <summary>Finds out who calls.</summary>
public static class AccessExtensions
{
    private const string ByIssuer = "Bearer";
    private const string Local = "Local";
    private const string Provider = "Provider";

    /// <summary>
    /// Accepts this installation's own bearer tokens and those of the provider configured under <c>Authentication</c>. Register an
    /// <see cref="IPersonas"/> before or after for the demonstration.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The host's configuration.</param>
    /// <param name="masterKey">The installation's secret; the signing key is derived from it.</param>
    /// <param name="configure">What the host knows and no configuration says, as whether the database is the embedded one.</param>
    public static IServiceCollection AddAccess(
        this IServiceCollection services, IConfiguration configuration, ReadOnlySpan<byte> masterKey, Action<AccessOptions>? configure = null)
    {
        var options = configuration.GetSection("Authentication").Get<AccessOptions>() ?? new AccessOptions();
        if (options.Authority is not null && string.IsNullOrEmpty(options.Audience))
            throw new InvalidOperationException("Authentication:Authority is set without Authentication:Audience: any token of the provider would be accepted.");
        services.AddOptions<AccessOptions>().BindConfiguration("Authentication").Configure(configure ?? (_ => { }));
        services.TryAddSingleton(TimeProvider.System);
        var secret = masterKey.ToArray();
        services.AddSingleton(s => new TokenMint(secret, s.GetRequiredService<TimeProvider>()));
        services.AddHttpContextAccessor();
        services.AddSingleton<ICallerAccessor, CallerAccessor>();
        services.TryAddSingleton<IPersonas, NoPersonas>();
        services.AddSingleton<DemoSignIn>();
        services.AddAuthorization();
        var schemes = services.AddAuthentication(ByIssuer)
            .AddPolicyScheme(ByIssuer, null, o => o.ForwardDefaultSelector = http => options.Authority is null || IsLocal(http.Request) ? Local : Provider)
            .AddJwtBearer(Local, null, o => o.MapInboundClaims = false);
        services.AddOptions<JwtBearerOptions>(Local).Configure<TokenMint>((bearer, mint) => bearer.TokenValidationParameters = mint.Validation());
        if (options.Authority is not null)
            schemes.AddJwtBearer(Provider, null, bearer => Trust(bearer, options, configuration));
        return services;
    }

    /// <summary>Maps <c>/demo/personas</c>. Put <c>UseAuthentication</c> and <c>UseAuthorization</c> before.</summary>
    public static void MapAccess(this IEndpointRouteBuilder app) => DemoSignIn.Map(app);

    private static void Trust(JwtBearerOptions bearer, AccessOptions options, IConfiguration configuration)
    {
        bearer.Authority = options.Authority;
        bearer.Audience = options.Audience;
        bearer.MapInboundClaims = false;
        bearer.RequireHttpsMetadata = configuration.GetValue("Authentication:RequireHttps", true);
        bearer.TokenValidationParameters.NameClaimType = JwtRegisteredClaimNames.Name;
        bearer.TokenValidationParameters.ValidateAudience = true;
        // A shared secret would let whoever knows it mint: a provider signs with a key pair.
        bearer.TokenValidationParameters.ValidAlgorithms =
        [
            SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256,
            SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
        ];
    }

    /// <summary>Whether the token says it is one of ours: it then has to prove so.</summary>
    private static bool IsLocal(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return true;
        var handler = new JsonWebTokenHandler();
        var token = header["Bearer ".Length..].Trim();
        if (!handler.CanReadToken(token))
            return true;
        try
        {
            return handler.ReadJsonWebToken(token).Issuer == TokenMint.Issuer;
        }
        catch (ArgumentException)
        {
            return true; // malformed within: the local scheme refuses it
        }
    }
}
