using System.Diagnostics;

namespace LicenseTracker.Api.Hosting;

/// <summary>Runs the small programs of PostgreSQL and the system, with nothing of our environment (keys, passwords, PG* settings) in theirs.</summary>
internal static class Programs
{
    internal sealed record Result(int ExitCode, string Output)
    {
        public bool Succeeded => ExitCode == 0;
    }

    public static Process Start(IReadOnlyList<string> command, bool quiet)
    {
        var start = new ProcessStartInfo(command[0])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = quiet,
            RedirectStandardError = quiet,
            WorkingDirectory = "/",
        };
        foreach (var argument in command.Skip(1))
            start.ArgumentList.Add(argument);
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = string.IsNullOrEmpty(path) ? "/usr/local/bin:/usr/bin:/bin" : path;
        start.Environment["LC_MESSAGES"] = "C";
        return Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start");
    }

    public static async Task<Result> RunAsync(IReadOnlyList<string> command, CancellationToken ct, string input = "")
    {
        try
        {
            using var process = Start(command, quiet: true);
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(ct);
                var errors = process.StandardError.ReadToEndAsync(ct);
                await FeedAsync(process, input);
                await process.WaitForExitAsync(ct);
                return new Result(process.ExitCode, (await output + await errors).Trim());
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return new Result(127, $"{command[0]}: {e.Message}");
        }
    }

    private static async Task FeedAsync(Process process, string input)
    {
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException) when (process.WaitForExit(TimeSpan.FromSeconds(5)))
        {
            // It ended without reading its input; its exit code and output say why.
        }
    }
}
