using System.Globalization;
using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Api.Demo;

/// <summary>The day on which the demonstration was first run: every date of its data is counted from it, so that what is near stays near.</summary>
/// <param name="Loaded">All of the data is on record; else a first run has yet to begin or to end.</param>
public sealed record DemoDay(DateOnly Day, bool Loaded)
{
    internal const string Mutation = "loadDemo";

    private const string Format = "yyyy-MM-dd";
    private const string Last = "last";

    /// <summary>The day of this record's demonstration: today where the record is empty; null where it is somebody's own.</summary>
    public static async Task<DemoDay?> FindAsync(string connectionString, TimeProvider clock, CancellationToken cancellation)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        var today = new DemoDay(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), false);
        await using var tables = database.CreateCommand(
            $"SELECT to_regclass('{Tables.Schema}.mt_events') IS NOT NULL AND to_regclass('{Tables.Schema}.command_key') IS NOT NULL");
        if (await tables.ExecuteScalarAsync(cancellation) is not true)
            return today;

        await using var command = database.CreateCommand(
            $"""
            SELECT min(split_part(key, '/', 1)), coalesce(bool_or(split_part(key, '/', 2) = $2), false), EXISTS (SELECT FROM {Tables.Schema}.mt_events WHERE type NOT LIKE 'rule\_book\_%')
            FROM {Tables.Schema}.command_key WHERE mutation = $1
            """);
        command.Parameters.AddWithValue(Mutation);
        command.Parameters.AddWithValue(Last);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return row.IsDBNull(0)
            ? row.GetBoolean(2) ? null : today
            : new(DateOnly.ParseExact(row.GetString(0), Format, CultureInfo.InvariantCulture), row.GetBoolean(1));
    }

    /// <summary>The key under which one batch of the data is recorded, once for ever.</summary>
    internal static string Key(DateOnly day, int batch, bool last) =>
        $"{day.ToString(Format, CultureInfo.InvariantCulture)}/{(last ? Last : batch.ToString("000", CultureInfo.InvariantCulture))}";
}
