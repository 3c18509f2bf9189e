using LicenseTracker.Domain.Jurisdictions;
using Npgsql;

namespace LicenseTracker.Api.Importing;

/// <summary>
/// One import of a jurisdiction at a time, whatever the process or machine, so that two never bring the same license on record. A
/// process that dies leaves it open.
/// </summary>
internal sealed class ImportGate : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly string name;

    private ImportGate(NpgsqlConnection connection, string name) => (this.connection, this.name) = (connection, name);

    public static async Task<ImportGate> EnterAsync(NpgsqlDataSource database, Jurisdiction jurisdiction, IImportFollower follower, CancellationToken cancellation)
    {
        var gate = new ImportGate(await database.OpenConnectionAsync(cancellation), $"roster import {jurisdiction}");
        try
        {
            if (await gate.RunAsync("SELECT pg_try_advisory_lock(hashtextextended($1, 0))", cancellation) is not true)
            {
                follower.Waits($"Another import for {jurisdiction} is running; this one begins when that ends.");
                await gate.RunAsync("SELECT pg_advisory_lock(hashtextextended($1, 0))", cancellation);
            }

            return gate;
        }
        catch
        {
            await gate.connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens it by hand: a connection that goes back to its pool keeps its locks until it is used again.</summary>
    public async ValueTask DisposeAsync()
    {
        if (connection.State == System.Data.ConnectionState.Open)
            await RunAsync("SELECT pg_advisory_unlock(hashtextextended($1, 0))", CancellationToken.None);
        await connection.DisposeAsync();
    }

    private async Task<object?> RunAsync(string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.Parameters.AddWithValue(name);
        return await command.ExecuteScalarAsync(cancellation);
    }
}
