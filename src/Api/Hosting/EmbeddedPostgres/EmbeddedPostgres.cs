using System.Security.Cryptography;
using Npgsql;

namespace LicenseTracker.Api.Hosting;

/// <summary>The private PostgreSQL of one data folder: brought up, watched and stopped by its owner; others attach to it.</summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly DataFolder _data;
    private readonly FileStream? _ownership;
    private readonly PostgresKeeper? _keeper;
    private string? _url;

    private EmbeddedPostgres(DataFolder data, string connectionString, FileStream? ownership, PostgresKeeper? keeper)
    {
        (_data, ConnectionString, _ownership, _keeper) = (data, connectionString, ownership, keeper);
        if (keeper is not null)
            keeper.Restarted = WriteNote;
    }

    public string ConnectionString { get; }

    /// <summary>True when this process brought the server up (or took it over), and so stops it.</summary>
    public bool IsOwner => _keeper is not null;

    /// <summary>The server's process; null when another process owns it.</summary>
    public int? ServerPid => _keeper?.Pid;

    /// <summary>Becomes the owner of the data folder and brings its server up; beside another owner attaches or refuses, as the options say.</summary>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, CancellationToken ct)
    {
        var data = options.Data.Prepare();
        var ownership = TryOwn(data);
        if (ownership is null)
            return await BesideOwnerAsync(options, ct);
        try
        {
            File.Delete(data.ServerNote);
            var password = PasswordOf(data);
            var keeper = await PostgresKeeper.BringUpAsync(options, password, port => Connection(port, password), ct);
            var server = new EmbeddedPostgres(data, Connection(keeper.Port, password), ownership, keeper);
            server.WriteNote();
            return server;
        }
        catch
        {
            await ownership.DisposeAsync();
            throw;
        }
    }

    /// <summary>Tells commands that come later where this server's API answers.</summary>
    public void Announce(string url)
    {
        _url = url;
        WriteNote();
    }

    public async ValueTask DisposeAsync()
    {
        if (_keeper is null)
            return;
        NpgsqlConnection.ClearAllPools();
        await _keeper.DisposeAsync();
        File.Delete(_data.ServerNote);
        await _ownership!.DisposeAsync();
    }

    /// <summary>The kernel holds this lock for the process, so it ends with it, however the process ends.</summary>
    private static FileStream? TryOwn(DataFolder data)
    {
        try
        {
            return new FileStream(data.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new CommandFailedException($"The data folder {data.Root} belongs to another user: {e.Message}",
                $"Start as that user, or choose another with --data DIR or {DataFolder.Variable}.", ExitCodes.CannotStart, e);
        }
        catch (IOException) when (File.Exists(data.Lock))
        {
            return null;
        }
    }

    private static async Task<EmbeddedPostgres> BesideOwnerAsync(EmbeddedPostgresOptions options, CancellationToken ct)
    {
        var data = options.Data;
        if (options.WhenServed == WhenServed.Refuse)
        {
            var note = ServerNote.Read(data.ServerNote);
            throw new CommandFailedException($"The data folder {data.Root} is already served{(note is null ? "" : $" by process {note.OwnerPid}{(note.Url is null ? "" : $" at {note.Url}")}")}.",
                "Use that server, stop it first, or choose another data folder with --data DIR.", ExitCodes.CannotStart);
        }

        for (var patience = 0; patience < 300; patience++)
        {
            if (ServerNote.Read(data.ServerNote) is { } note)
                return new EmbeddedPostgres(data, Connection(note.Port, PrivateFile.Read(data.PostgresPassword)), null, null);
            await Task.Delay(100, ct); // the owner is still starting, or just stopping
            if (TryOwn(data) is { } free)
            {
                await free.DisposeAsync();
                return await StartAsync(options, ct);
            }
        }

        throw new CommandFailedException($"Another process holds the data folder {data.Root} but its database did not come up in 30 seconds.",
            $"See {data.PostgresLog}, and try again when that process is ready or stopped.", ExitCodes.NoDatabase);
    }

    private static string PasswordOf(DataFolder data)
    {
        if (!File.Exists(data.PostgresPassword) && Path.Exists(data.Cluster))
            throw new CommandFailedException($"The password {data.PostgresPassword} of the database in {data.Cluster} is missing.",
                "Restore the data folder's secrets from a backup.", ExitCodes.NoDatabase);
        return PrivateFile.GetOrCreate(data.PostgresPassword, () => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
    }

    private static string Connection(int port, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = Cluster.Superuser,
        Password = password,
        Database = PostgresKeeper.DatabaseName,
    }.ConnectionString;

    private void WriteNote() => new ServerNote(Environment.ProcessId, _keeper!.Pid, _keeper.Port, _url).Write(_data.ServerNote);
}
