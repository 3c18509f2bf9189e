using LicenseTracker.Api.Hosting;

namespace LicenseTracker.Api.Composition;

/// <summary>What a server is given to run with: where to listen, where the record is, and whether it may show the demo.</summary>
public sealed record WebHostPlan(IReadOnlyList<string> Urls, string ConnectionString, MasterKey Key, DataFolder Data, bool EmbeddedDatabase, bool Demo);

/// <summary>Puts the parts of the API together.</summary>
public static class WebHost
{
    public static WebApplication Build(WebHostPlan plan)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls([.. plan.Urls]);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        var app = builder.Build();
        app.MapGet("/health/live", () => "live");
        return app;
    }
}
