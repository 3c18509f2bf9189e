using System.Diagnostics;
using Npgsql;

namespace LicenseTracker.Api.Hosting;

/// <summary>Starts a cluster's server and waits until it answers: clears what a killed one left, and takes another port when one is lost to somebody.</summary>
internal sealed class PostgresStarter(EmbeddedPostgresOptions options, Cluster cluster, ServerUser user, PostgresBinaries binaries, Func<int, string> connection)
{
    /// <summary>A fixed port when clients already know it; else any free one.</summary>
    public async Task<Postmaster> StartAsync(int? port, CancellationToken ct)
    {
        await LiveServers.ClearRemainsAsync(cluster, ct);
        var log = options.Data.PostgresLog;
        for (var attempt = 1; ; attempt++)
        {
            var before = File.Exists(log) ? new FileInfo(log).Length : 0;
            var server = Postmaster.Launch(cluster, user, binaries, log, options.Durable, port ?? Postmaster.FreePort());
            if (await ReadyAsync(server, ct) is { } ready)
                return ready;
            var said = Said(log, before);
            // Between finding a free port and taking it, another program may have taken it.
            if (port is null && attempt < 5 && said.Contains("could not bind", StringComparison.Ordinal))
                continue;
            throw new CommandFailedException($"PostgreSQL {binaries.Version} did not start on {cluster.Folder}:\n{said}",
                $"Correct what it names; the whole log is {log}.", ExitCodes.NoDatabase);
        }
    }

    /// <summary>The server once it answers queries; null when it ended first.</summary>
    public async Task<Postmaster?> ReadyAsync(Postmaster server, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        try
        {
            while (!server.Ended.IsCompleted)
            {
                if (await AnswersAsync(server.Port, ct))
                    return server;
                if (waited.Elapsed > options.ReadyWithin)
                    throw new CommandFailedException($"PostgreSQL on {cluster.Folder} is not ready after {options.ReadyWithin.TotalSeconds:0} seconds.",
                        $"See {options.Data.PostgresLog}. Recovery after a crash continues where it was when started again.", ExitCodes.NoDatabase);
                await Task.Delay(20, ct);
            }

            server.Dispose();
            return null;
        }
        catch
        {
            await server.StopAsync();
            server.Dispose();
            throw;
        }
    }

    private async Task<bool> AnswersAsync(int port, CancellationToken ct)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connection(port)) { Database = "postgres", Pooling = false, Timeout = 5 };
            await using var open = new NpgsqlConnection(settings.ConnectionString);
            await open.OpenAsync(ct);
            return true;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification)
        {
            throw new CommandFailedException($"The database in {cluster.Folder} does not accept the password in {options.Data.PostgresPassword}.",
                "Restore the data folder's secrets from a backup.", ExitCodes.NoDatabase, e);
        }
        catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException)
        {
            return false; // not listening yet, or still recovering
        }
    }

    private static string Said(string log, long from)
    {
        using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Seek(Math.Max(from, file.Length - 4000), SeekOrigin.Begin);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Trim();
    }
}
