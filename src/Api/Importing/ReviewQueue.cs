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
internal sealed record QueuedReview(Guid Id, ReviewItem Item, Guid Therapist, Guid? License, ReadRow Row, Guid[] Others)
{
    /// <summary>
    /// What makes it the same contradiction when it is found again: the same record and the same source's word. Of personal values, those that
    /// the contradiction is about; the hash is keyed.
    /// </summary>
    public byte[] Fingerprint(SsnHasher hasher)
    {
        var says = Row.Says!;
        string?[] personal = Item.Why.Path is ["birthDate", ..] ? [says.Person.BirthDate] : Item.Why.Path is ["ssn" or "previousSsn", ..] ? [.. Row.Ssn.Select(s => s.Hex)] : [];
        return hasher.Fingerprint([
            Item.Why.Code, says.Jurisdiction.ToString(), Therapist.ToString(), License?.ToString(), Row.Number, Item.OnRecord, Item.InSource,
            .. Others.Order().Select(o => o.ToString()), .. personal,
        ]);
    }
}

/// <summary>What a person has to look at. The same contradiction found again, by the same or another import, stands in the queue once.</summary>
internal static class ReviewQueue
{
    /// <summary>The name that seals are bound to, in the place of a fact's.</summary>
    public const string SealedAs = "roster_review";

    public static async Task AddAsync(
        Recording recording, IReadOnlyCollection<QueuedReview> items, ImportEntry import, SsnHasher hasher, DateTimeOffset at,
        CancellationToken cancellation)
    {
        if (items.Count == 0)
            return;
        var raw = new List<string>();
        foreach (var item in items)
            raw.Add(await recording.SealAsync(item.Therapist, new(SealedAs, item.Id, item.Id, "raw"), item.Row.Raw, cancellation));

        await using var command = new NpgsqlCommand(
            $"""
            INSERT INTO {Tables.Schema}.roster_review
                (import_id, jurisdiction, found_at, review_id, fingerprint, row, therapist_id, license_id, code, message, field, on_record, in_source, raw, others)
            SELECT $1, $2, $3, review_id, fingerprint, row, therapist_id, license_id, code, message, field, on_record, in_source, raw, others::uuid[]
            FROM unnest($4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
                AS t(review_id, fingerprint, row, therapist_id, license_id, code, message, field, on_record, in_source, raw, others)
            ON CONFLICT (fingerprint) DO NOTHING
            """, recording.Connection);
        command.Parameters.AddWithValue(import.Id);
        command.Parameters.AddWithValue(StoredName.Of(import.Jurisdiction));
        command.Parameters.AddWithValue(at);
        command.Parameters.AddWithValue(items.Select(i => i.Id).ToArray());
        command.Parameters.AddWithValue(items.Select(i => i.Fingerprint(hasher)).ToArray());
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
