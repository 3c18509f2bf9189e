using System.Net;
using LicenseTracker.Api.Schema.Relay;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace LicenseTracker.Api.Access;

/// <summary>
/// Sign-in without a password, for a demonstration: on the embedded database, reachable from this machine only, outside Production.
/// Anything else, and there is no such page.
/// </summary>
public sealed class DemoSignIn(IServer server, IHostEnvironment environment, IOptions<AccessOptions> options)
{
    private static readonly TimeSpan Validity = TimeSpan.FromHours(12);

    /// <summary>Whether this installation is a demonstration. The start banner says so.</summary>
    public bool IsOn => options.Value.EmbeddedDatabase && !environment.IsProduction() && IsLoopbackOnly();

    /// <summary>Whether this request may sign in so: it comes from this machine, straight, and asks for this machine by name.</summary>
    /// <remarks>The name matters: a web page may make its own name resolve to this machine and read the tokens.</remarks>
    public bool Serves(HttpContext http) =>
        IsOn
        && http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && IsLoopback(http.Request.Host.Host)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded");

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/demo/personas", async (
        HttpContext http, DemoSignIn demo, IPersonas personas, TokenMint mint, RelayIds ids, CancellationToken cancellation) =>
    {
        if (!demo.Serves(http))
            return Results.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json((await personas.ListAsync(cancellation)).Select(p => new
        {
            name = p.Name,
            role = ContractName(p.Role),
            token = mint.Mint(p, Validity),
            clinicId = p.Clinics is [var clinic, ..] ? ids.Encode(new RelayId("Clinic", clinic.Value)) : null,
            therapistId = p.Therapist is { } therapist ? ids.Encode(new RelayId("Therapist", therapist.Value)) : null,
        }));
    }).AllowAnonymous();

    private static string ContractName(Role role) => role is Role.ClinicManager ? "CLINIC_MANAGER" : role.ToString().ToUpperInvariant();

    private bool IsLoopbackOnly() =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses is { Count: > 0 } addresses
        && addresses.All(a => BindingAddress.Parse(a) is { IsUnixPipe: false, IsNamedPipe: false } bound && IsLoopback(bound.Host));

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
