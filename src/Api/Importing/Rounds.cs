using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Api.Importing;

/// <summary>The place of a roster among those of its profile and jurisdiction that say when licenses were last seen.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Since">The last finished round before; 0: there is none.</param>
public sealed record Round(long Number, long Since);

/// <summary>Gives rosters their rounds. Imports of a jurisdiction come one at a time, so no two get the same.</summary>
internal static class Rounds
{
    /// <summary>
    /// The round of this roster; null: it says nothing new about when. That is so of one fetched before another that is on record, and of the
    /// same file imported again, unless its operator says on which day it was fetched anew.
    /// </summary>
    public static async Task<Round?> NextAsync(NpgsqlDataSource database, ImportEntry entry, bool isDayGiven, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"""
            SELECT coalesce(max(round), 0), coalesce(max(round) FILTER (WHERE finished_at IS NOT NULL), 0),
                coalesce(bool_or(finished_at IS NOT NULL AND (retrieved_at > $3 OR (sha256 = $4 AND NOT $5))), false)
            FROM {Tables.Schema}.roster_import WHERE profile = $1 AND jurisdiction = $2 AND round IS NOT NULL
            """);
        command.Parameters.AddWithValue(entry.Profile);
        command.Parameters.AddWithValue(StoredName.Of(entry.Jurisdiction));
        command.Parameters.AddWithValue(entry.RetrievedAt);
        command.Parameters.AddWithValue(entry.Sha256);
        command.Parameters.AddWithValue(isDayGiven);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return reader.GetBoolean(2) ? null : new(reader.GetInt64(0) + 1, reader.GetInt64(1));
    }
}
