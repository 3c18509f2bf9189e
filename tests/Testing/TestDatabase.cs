using System.Globalization;
using Npgsql;

namespace LicenseTracker.Testing;

/// <summary>An empty database of its own for a test class, on the run's server.</summary>
public static class TestDatabase
{
    private static int _made;

    /// <summary>Creates it and returns its connection string; the name only helps a reader of the server's log.</summary>
    public static async Task<string> CreateAsync(string name)
    {
        var server = await PostgresServer.ConnectionStringAsync();
        var plain = new string([.. name.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit).Take(30)]);
        var database = string.Create(CultureInfo.InvariantCulture, $"t_{plain}_{Environment.ProcessId}_{Interlocked.Increment(ref _made)}");
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server) { Pooling = false });
        await using var create = source.CreateCommand($"create database {database}");
        await create.ExecuteNonQueryAsync();
        // Many classes share the server's 200 connections.
        return new NpgsqlConnectionStringBuilder(server) { Database = database, MaxPoolSize = 20 }.ConnectionString;
    }
}
