using System.CommandLine;
using System.Net.Sockets;
using LicenseTracker.Api.Composition;
using LicenseTracker.Api.Demo;

namespace LicenseTracker.Api.Hosting;

/// <summary>`serve`: brings up the database and the API, says where they are, and stops both when told to.</summary>
public static class ServeVerb
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    public static Command Create()
    {
        var data = CommandLine.Data();
        var urls = new Option<string>("--urls") { Description = "Address to listen on; several are separated by ;", HelpName = "URL", DefaultValueFactory = _ => DefaultUrl };
        var noDemo = new Option<bool>("--no-demo") { Description = "No demo data and no demo personas" };
        return CommandLine.Verb("serve", "Runs the API with its database until Ctrl-C.",
            (parsed, stop) => RunAsync(DataFolder.Find(parsed.GetValue(data)), parsed.GetValue(urls)!, !parsed.GetValue(noDemo), stop), data, urls, noDemo);
    }

    private static async Task<int> RunAsync(DataFolder data, string urls, bool demo, CancellationToken stop)
    {
        var addresses = ListenAddress.Read(urls);
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        // The key comes first: a data folder never holds a database that was started without one.
        var key = MasterKey.Load(data, configuration);
        await using var database = await Database.OpenAsync(data, configuration, WhenServed.Refuse, stop);
        foreach (var address in addresses)
            ListenAddress.RequireFree(address);
        // Only the private database becomes a demonstration, and only where nobody has begun a record of their own.
        var demoDay = demo && database.IsEmbedded ? await DemoDay.FindAsync(database.ConnectionString, TimeProvider.System, stop) : null;
        await using var app = WebHost.Build(new WebHostPlan(addresses, database.ConnectionString, key, data, demoDay?.Day));
        if (demoDay is { Loaded: false })
        {
            await Console.Out.WriteLineAsync("Recording the demonstration's history (first run only; --no-demo leaves it out)…");
            await app.Services.GetRequiredService<DemoLoader>().LoadAsync(demoDay.Day, null, stop);
        }

        await StartAsync(app, urls, stop);
        database.Announce(app.Urls.First());
        await Console.Out.WriteLineAsync(Banner(app.Urls.First(), data, database.IsEmbedded, demoDay is not null));
        await app.WaitForShutdownAsync(stop);
        return ExitCodes.Done;
    }

    private static async Task StartAsync(WebApplication app, string urls, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw ListenAddress.Refused(urls, e.InnerException ?? e);
        }
    }

    private static string Banner(string url, DataFolder data, bool embedded, bool demo) => string.Join('\n',
    [
        $"LicenseTracker listens on {url}",
        $"  GraphiQL      {url}/graphiql",
        embedded ? $"  Data folder   {data.Root}" : "  Database      your own PostgreSQL",
        .. embedded && data.ClusterFiles != data.Cluster ? [$"  Database      {data.ClusterFiles} (the server's user cannot enter the data folder)"] : Array.Empty<string>(),
        demo ? $"  Sign in       GET {url}/demo/personas gives a token for each demo role" : "  Sign in       with a bearer token of your identity provider",
        "  Stop          Ctrl-C",
    ]);
}
