using System.Diagnostics;
using LicenseTracker.Api.Hosting;
using LicenseTracker.Testing;
using Npgsql;

namespace LicenseTracker.Api.Tests.Hosting;

/// <summary>What the tests of the embedded database share: a data folder, starting on it, asking it, and ending processes of it by id.</summary>
internal sealed class Embedded : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public Embedded(string name = "data") => Data = new DataFolder(Path.Combine(_scratch.Root, name));

    public DataFolder Data { get; }

    public Task<EmbeddedPostgres> StartAsync(WhenServed whenServed = WhenServed.Refuse) =>
        EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(Data) { Durable = false, WhenServed = whenServed }, TestContext.Current.CancellationToken);

    public static async Task<object?> AskAsync(EmbeddedPostgres server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>kill -9, by process id, and waits until the process is gone.</summary>
    public static async Task KillAsync(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The first number of postmaster.pid: the server the cluster believes in.</summary>
    public int ServerPid() => int.Parse(File.ReadLines(PidFile).First());

    public string PidFile => Path.Combine(Data.Cluster, "postmaster.pid");

    public void Dispose() => _scratch.Dispose();
}
