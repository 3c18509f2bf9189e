using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Api.Importing;

/// <summary>One import, as it is listed.</summary>
/// <param name="RetrievedAt">When the source said what the file says.</param>
/// <param name="Round">Its place among the rosters that say when licenses were last seen; null: it says nothing about that.</param>
public sealed record ImportEntry(Guid Id, string Profile, Jurisdiction Jurisdiction, string File, string Sha256, DateTimeOffset RetrievedAt, string Actor, DateTimeOffset StartedAt, Round? Round = null);

/// <summary>Writes what imports there were and how far each came, in the transaction of every batch.</summary>
internal static class ImportLog
{
    public static async Task WriteAsync(
        NpgsqlConnection connection, ImportEntry entry, VerdictCounts counts, DateTimeOffset? finishedAt, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"""
            INSERT INTO {Tables.Schema}.roster_import
                (import_id, profile, jurisdiction, file, sha256, retrieved_at, actor, started_at, finished_at, accepted, changed, unchanged, review, refused, facts, round)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            ON CONFLICT (import_id) DO UPDATE SET finished_at = excluded.finished_at, accepted = excluded.accepted, changed = excluded.changed,
                unchanged = excluded.unchanged, review = excluded.review, refused = excluded.refused, facts = excluded.facts
            """, connection);
        command.Parameters.AddWithValue(entry.Id);
        command.Parameters.AddWithValue(entry.Profile);
        command.Parameters.AddWithValue(StoredName.Of(entry.Jurisdiction));
        command.Parameters.AddWithValue(entry.File);
        command.Parameters.AddWithValue(entry.Sha256);
        command.Parameters.AddWithValue(entry.RetrievedAt);
        command.Parameters.AddWithValue(entry.Actor);
        command.Parameters.AddWithValue(entry.StartedAt);
        command.Parameters.AddWithValue(NpgsqlTypes.NpgsqlDbType.TimestampTz, (object?)finishedAt ?? DBNull.Value);
        foreach (var count in (long[])[counts.Accepted, counts.Changed, counts.Unchanged, counts.Review, counts.Refused, counts.Facts])
            command.Parameters.AddWithValue(count);
        command.Parameters.AddWithValue(NpgsqlTypes.NpgsqlDbType.Bigint, (object?)entry.Round?.Number ?? DBNull.Value);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
