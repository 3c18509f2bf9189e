using System.CommandLine;

namespace LicenseTracker.Api.Hosting;

/// <summary>`health`: asks a running server how it is; images without curl use it as their health check.</summary>
public static class HealthVerb
{
    public static Command Create()
    {
        var url = new Option<Uri>("--url")
        {
            Description = "What to ask",
            HelpName = "URL",
            DefaultValueFactory = _ => new Uri($"{ServeVerb.DefaultUrl}/health/live"),
            CustomParser = given =>
            {
                if (Uri.TryCreate(given.Tokens[0].Value, UriKind.Absolute, out var parsed) && parsed.Scheme is ("http" or "https"))
                    return parsed;
                given.AddError($"--url '{given.Tokens[0].Value}' is not an address like {ServeVerb.DefaultUrl}/health/live");
                return null;
            },
        };
        return CommandLine.Verb("health", "Asks a running server how it is.", (parsed, stop) => RunAsync(parsed.GetValue(url)!, stop), url);
    }

    private static async Task<int> RunAsync(Uri url, CancellationToken stop)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var answer = await client.GetAsync(url, stop);
            await Console.Out.WriteLineAsync($"{url} answers {(int)answer.StatusCode}");
            return answer.IsSuccessStatusCode ? ExitCodes.Done : ExitCodes.Failed;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            throw new CommandFailedException($"{url} does not answer: {e.Message}", "Start the server, or name its address with --url.", ExitCodes.Failed, e);
        }
    }
}
