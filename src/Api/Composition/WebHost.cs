using LicenseTracker.Api.Access;
using LicenseTracker.Api.Demo;
using LicenseTracker.Api.Hosting;
using LicenseTracker.Api.RuleBooks;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Transport;

namespace LicenseTracker.Api.Composition;

/// <summary>What a server is given to run with: where to listen, where the record is, and whether it is a demonstration.</summary>
/// <param name="Demo">The demonstration's day; null: it is none, and nobody signs in without a provider.</param>
/// <param name="Clock">Null: the machine's.</param>
public sealed record WebHostPlan(
    IReadOnlyList<string> Urls, string ConnectionString, MasterKey Key, DataFolder Data, DateOnly? Demo, TimeProvider? Clock = null);

/// <summary>Puts the parts of the API together.</summary>
public static class WebHost
{
    /// <summary>The environment of an installation on the embedded database that nobody configured: neither Production nor Development.</summary>
    private const string Demonstration = "Demonstration";

    public static WebApplication Build(WebHostPlan plan)
    {
        MessageServices.AssertEveryCommandIsHandled();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = EnvironmentOf(plan) });
        builder.WebHost.UseUrls([.. plan.Urls]);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Marten", LogLevel.Warning).AddFilter("Wolverine", LogLevel.Warning)
            .AddFilter("Npgsql", LogLevel.Warning)
            // Tokens alone sign people in: what ASP.NET warns about are keys that protect nothing here.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddSingleton(plan.Clock ?? TimeProvider.System);
        builder.Services.AddStore(plan.ConnectionString, plan.Key.Derive);
        // After the store, which makes its tables, and before anyone is answered.
        builder.Services.AddHostedService<ShippedBooks>();
        builder.AddMessages();
        builder.Services.AddWarmUp();
        builder.Services.AddNouns(plan.Key.Derive);
        builder.Services.AddTransport<Query, Mutation>(plan.Key.Derive(RelayIds.KeyPurpose));
        builder.Services.AddAccess(builder.Configuration, plan.Key.Derive("access"), access => access.EmbeddedDatabase = plan.Demo is not null);
        if (plan.Demo is { } day)
            builder.Services.AddDemo(day, plan.Key.Derive);
        builder.Services.AddReadiness();

        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapTransport();
        app.MapAccess();
        return app;
    }

    private static string? EnvironmentOf(WebHostPlan plan) =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
        ?? (plan.Demo is not null ? Demonstration : null);
}
