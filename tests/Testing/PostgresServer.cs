using LicenseTracker.Api.Hosting;

namespace LicenseTracker.Testing;

/// <summary>
/// The one server of a test run: the one LICENSETRACKER_TEST_POSTGRES names, else an embedded one, started when first asked for.
/// Declare it once per test project, so that it is stopped: <c>[assembly: AssemblyFixture(typeof(PostgresServer))]</c>.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    public const string Variable = "LICENSETRACKER_TEST_POSTGRES";

    private static readonly SemaphoreSlim _starting = new(1, 1);
    private static ScratchFolder? _folder;
    private static EmbeddedPostgres? _own;

    /// <summary>A superuser's connection string.</summary>
    public static async Task<string> ConnectionStringAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
            return given;
        await _starting.WaitAsync();
        try
        {
            _folder ??= new ScratchFolder();
            var options = new EmbeddedPostgresOptions(new DataFolder(Path.Combine(_folder.Root, "data"))) { Durable = false };
            _own ??= await EmbeddedPostgres.StartAsync(options, CancellationToken.None);
            return _own.ConnectionString;
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_own is not null)
            await _own.DisposeAsync();
        _folder?.Dispose();
        (_own, _folder) = (null, null);
    }
}
