using LicenseTracker.Api.Commands;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Api.Importing;

/// <summary>One item on its way into the queue.</summary>
/// <param name="Therapist">Whose it is; the row is sealed with their key.</param>
/// <param name="Others">The other therapists on record who may be meant.</param>
/// <param name="IsOutdated">The same source said since what the record says: the file is older than one that was imported before it.</param>
internal sealed record QueuedReview(Guid Id, ReviewItem Item, Guid Therapist, Guid? License, ReadRow Row, Guid[] Others, bool IsOutdated)
{
    /// <summary>
    /// What makes it the same contradiction when it is found again: the same record and the same word of the same source. Of personal values, those that
    /// the contradiction is about; the hash is keyed.
    /// </summary>
    public byte[] Fingerprint(SsnHasher hasher, string profile)
    {
        var says = Row.Says!;
        string?[] personal = Item.Why.Path is ["birthDate", ..] ? [says.Person.BirthDate] : Item.Why.Path is ["ssn" or "previousSsn", ..] ? [.. Row.Ssn.Select(s => s.Hex)] : [];
        return hasher.Fingerprint([
            Item.Why.Code, profile, says.Jurisdiction.ToString(), Therapist.ToString(), License?.ToString(), Row.Number, Item.OnRecord, Item.InSource,
            .. Others.Order().Select(o => o.ToString()), .. personal,
        ]);
    }
}

/// <summary>What a person has to look at. The same contradiction found again, by the same or another import of its source, stands in the queue once.</summary>
internal static class ReviewQueue
{
    /// <summary>The place of an item's sealed row; the table's name stands in for a fact's.</summary>
    public static PersonalField RawRowOf(Guid item) => new("roster_review", item, item, "raw");

    public static async Task AddAsync(
        Recording recording, IReadOnlyCollection<QueuedReview> items, ImportEntry import, SsnHasher hasher, DateTimeOffset at,
        CancellationToken cancellation)
    {
        if (items.Count == 0)
            return;
        var (prints, raw) = (items.Select(i => i.Fingerprint(hasher, import.Profile)).ToArray(), new List<string>());
        foreach (var item in items)
            raw.Add(await recording.SealAsync(item.Therapist, RawRowOf(item.Id), item.Row.Raw, cancellation));

        await using var command = new NpgsqlCommand(
            $"""
            WITH queued AS (INSERT INTO {Tables.Schema}.roster_review
                (import_id, jurisdiction, found_at, profile, said_at, settled_at,
                review_id, fingerprint, row, therapist_id, license_id, code, message, field, on_record, in_source, raw, others, since)
            SELECT DISTINCT ON (fingerprint) $1, $2, $3, $4, $5, CASE WHEN outdated THEN $3 END,
                review_id, fingerprint, row, therapist_id, license_id, code, message, field, on_record, in_source, raw, others::uuid[], since
            FROM unnest($6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
                AS t(review_id, fingerprint, row, therapist_id, license_id, code, message, field, on_record, in_source, raw, others, since, outdated)
            WHERE NOT outdated OR NOT EXISTS (SELECT 1 FROM {Tables.Schema}.roster_review q WHERE q.fingerprint = t.fingerprint)
            ORDER BY fingerprint, row
            ON CONFLICT (fingerprint) WHERE settled_at IS NULL DO UPDATE SET said_at = greatest(roster_review.said_at, excluded.said_at)
            RETURNING roster_review.review_id, roster_review.others)
            INSERT INTO {Tables.Schema}.roster_review_other (therapist_id, review_id) SELECT unnest(others), review_id FROM queued ON CONFLICT DO NOTHING
            """, recording.Connection);
        command.Parameters.AddWithValue(import.Id);
        command.Parameters.AddWithValue(StoredName.Of(import.Jurisdiction));
        command.Parameters.AddWithValue(at);
        command.Parameters.AddWithValue(import.Profile);
        command.Parameters.AddWithValue(import.RetrievedAt);
        command.Parameters.AddWithValue(items.Select(i => i.Id).ToArray());
        command.Parameters.AddWithValue(prints);
        command.Parameters.AddWithValue(items.Select(i => i.Row.Row).ToArray());
        command.Parameters.AddWithValue(items.Select(i => i.Therapist).ToArray());
        command.Parameters.AddWithValue(items.Select(i => i.License).ToArray());
        command.Parameters.AddWithValue(items.Select(i => i.Item.Why.Code).ToArray());
        command.Parameters.AddWithValue(items.Select(i => i.Item.Why.Message).ToArray());
        command.Parameters.AddWithValue(items.Select(i => string.Join('.', i.Item.Why.Path)).ToArray());
        command.Parameters.AddWithValue(items.Select(i => i.Item.OnRecord).ToArray());
        command.Parameters.AddWithValue(items.Select(i => i.Item.InSource).ToArray());
        command.Parameters.AddWithValue(raw.ToArray());
        command.Parameters.AddWithValue(items.Select(i => $"{{{string.Join(',', i.Others)}}}").ToArray());
        command.Parameters.AddWithValue(items.Select(i => i.Item.Since).ToArray());
        command.Parameters.AddWithValue(items.Select(i => i.IsOutdated).ToArray());
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Notes what this source no longer says of licenses that it says something else of now, in the transaction of that.</summary>
    /// <param name="licenses">Those whose rows were compared with the record as a whole; what the file says again is told by its <c>said_at</c>.</param>
    public static async Task SettleAsync(
        NpgsqlConnection connection, IReadOnlyCollection<Guid> licenses, ImportEntry import, DateTimeOffset at, CancellationToken cancellation)
    {
        if (licenses.Count == 0)
            return;
        await using var command = new NpgsqlCommand(
            $"""
            UPDATE {Tables.Schema}.roster_review SET settled_at = $5
            WHERE license_id = ANY($1) AND profile = $2 AND jurisdiction = $3 AND settled_at IS NULL AND said_at < $4
            """, connection);
        command.Parameters.AddWithValue(licenses.ToArray());
        command.Parameters.AddWithValue(import.Profile);
        command.Parameters.AddWithValue(StoredName.Of(import.Jurisdiction));
        command.Parameters.AddWithValue(import.RetrievedAt);
        command.Parameters.AddWithValue(at);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The item; null when there is none with this id.</summary>
    public static async Task<QueuedItem?> FindAsync(NpgsqlConnection connection, RosterReviewId id, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"SELECT therapist_id, license_id, code, on_record, in_source, resolved_at IS NOT NULL FROM {Tables.Schema}.roster_review WHERE review_id = $1", connection);
        command.Parameters.AddWithValue(id.Value);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation))
            return null;
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        return new(new(row.GetGuid(0)), row.IsDBNull(1) ? null : new(row.GetGuid(1)), row.GetString(2), Text(3), Text(4), row.GetBoolean(5));
    }

    /// <summary>Takes an item off the queue, in the transaction of the fact that tells why.</summary>
    public static async Task ResolveAsync(NpgsqlConnection connection, RosterReviewId id, string actor, DateTimeOffset at, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"UPDATE {Tables.Schema}.roster_review SET resolved_at = $2, resolved_by = $3 WHERE review_id = $1", connection);
        command.Parameters.AddWithValue(id.Value);
        command.Parameters.AddWithValue(at);
        command.Parameters.AddWithValue(actor);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
