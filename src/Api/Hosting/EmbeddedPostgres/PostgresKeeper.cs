using Npgsql;

namespace LicenseTracker.Api.Hosting;

/// <summary>Keeps one server running while its owner lives: brings it up, starts it again on the same port when it dies, stops it at the end.</summary>
internal sealed class PostgresKeeper : IAsyncDisposable
{
    public const string DatabaseName = "licensetracker";

    private readonly CancellationTokenSource _stop = new();
    private readonly Func<int, CancellationToken, Task<Postmaster>> _start;
    private Postmaster _server;
    private Task _watch = Task.CompletedTask;

    private PostgresKeeper(Postmaster server, Func<int, CancellationToken, Task<Postmaster>> start) => (_server, _start) = (server, start);

    /// <summary>Called after the server had to be started again.</summary>
    public Action Restarted { get; set; } = () => { };

    public int Pid => _server.Pid;

    public int Port => _server.Port;

    public static async Task<PostgresKeeper> BringUpAsync(EmbeddedPostgresOptions options, string password, Func<int, string> connection, CancellationToken ct)
    {
        var data = options.Data;
        var user = await ServerUser.ChooseAsync(data, ct);
        var major = Cluster.MajorVersion(data);
        var binaries = await PostgresBinaries.FindAsync(user, major, ct);
        var cluster = major is null
            ? await Cluster.CreateAsync(data, user, binaries, password, options.Durable, ct)
            : await Cluster.OpenAsync(data, user, ct);
        var starter = new PostgresStarter(options, cluster, user, binaries, connection);
        var server = Postmaster.Adopt(cluster) is { } alive ? await starter.ReadyAsync(alive, ct) : null;
        var keeper = new PostgresKeeper(server ?? await starter.StartAsync(null, ct), (port, stop) => starter.StartAsync(port, stop));
        await keeper.CreateDatabaseAsync(connection, ct);
        keeper._watch = keeper.WatchAsync();
        return keeper;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watch;
        await _server.StopAsync();
        _server.Dispose();
        _stop.Dispose();
    }

    private async Task CreateDatabaseAsync(Func<int, string> connection, CancellationToken ct)
    {
        try
        {
            await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection(Port)) { Database = "postgres", Pooling = false });
            await using var exists = source.CreateCommand($"select 1 from pg_database where datname = '{DatabaseName}'");
            if (await exists.ExecuteScalarAsync(ct) is not null)
                return;
            await using var create = source.CreateCommand($"create database {DatabaseName}");
            await create.ExecuteNonQueryAsync(ct);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    private async Task WatchAsync()
    {
        var stopped = Task.Delay(Timeout.Infinite, _stop.Token);
        while (await Task.WhenAny(_server.Ended, stopped) != stopped)
        {
            try
            {
                await Console.Error.WriteLineAsync("The database server ended unexpectedly; starting it again.");
                var next = await _start(_server.Port, _stop.Token);
                _server.Dispose();
                _server = next;
                Restarted();
            }
            catch (Exception e) when (e is CommandFailedException or IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"The database server could not be started again: {e.Message}");
                await Task.WhenAny(Task.Delay(TimeSpan.FromSeconds(5), CancellationToken.None), stopped);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
