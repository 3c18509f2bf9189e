using Npgsql;

namespace LicenseTracker.Api.Hosting;

/// <summary>The PostgreSQL that holds the record: the one configured, else the private one in the data folder.</summary>
public sealed class Database : IAsyncDisposable
{
    public const string PasswordFileVariable = "LICENSETRACKER_DATABASE_PASSWORD_FILE";

    private readonly EmbeddedPostgres? _embedded;

    private Database(string connectionString, EmbeddedPostgres? embedded) => (ConnectionString, _embedded) = (connectionString, embedded);

    public string ConnectionString { get; }

    public bool IsEmbedded => _embedded is not null;

    public static bool IsExternal(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration.GetConnectionString("LicenseTracker"));

    /// <summary>Opens the database for a command; <paramref name="whenServed"/> says what to do beside a running server.</summary>
    public static async Task<Database> OpenAsync(DataFolder data, IConfiguration configuration, WhenServed whenServed, CancellationToken ct)
    {
        if (IsExternal(configuration))
            return new Database(External(configuration), null);
        var embedded = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(data) { WhenServed = whenServed }, ct);
        return new Database(embedded.ConnectionString, embedded);
    }

    /// <summary>Tells commands that come later where this server answers.</summary>
    public void Announce(string url) => _embedded?.Announce(url);

    public ValueTask DisposeAsync() => _embedded?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string External(IConfiguration configuration)
    {
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("LicenseTracker"));
            if (configuration[PasswordFileVariable] is { Length: > 0 } file)
                builder.Password = File.ReadAllText(file).TrimEnd('\r', '\n');
            return builder.ConnectionString;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"The configured database cannot be used: {e.Message}",
                $"Correct ConnectionStrings__LicenseTracker (Host=…;Database=…;Username=…) and {PasswordFileVariable}.", ExitCodes.NoDatabase, e);
        }
    }
}
