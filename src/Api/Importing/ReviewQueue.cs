using System.Security.Cryptography;
using System.Text;
using LicenseTracker.Api.Commands;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Api.Importing;

/// <summary>One item on its way into the queue.</summary>
/// <param name="Therapist">Whose it is; the row is sealed with their key.</param>
internal sealed record QueuedReview(Guid Id, ReviewItem Item, Guid Therapist, Guid? License, ReadRow Row);

/// <summary>What a person has to look at. The same contradiction found again, by the same or another import, stands in the queue once.</summary>
internal static class ReviewQueue
{
    /// <summary>The name that seals are bound to, in the place of a fact's.</summary>
    public const string SealedAs = "roster_review";

    public static async Task AddAsync(
        Recording recording, IReadOnlyCollection<QueuedReview> items, Guid import, Jurisdiction jurisdiction, DateTimeOffset at, CancellationToken cancellation)
    {
        if (items.Count == 0)
            return;
        var raw = new List<string>();
        foreach (var item in items)
            raw.Add(await recording.SealAsync(item.Therapist, new(SealedAs, item.Id, item.Id, "raw"), item.Row.Raw, cancellation));

        await using var command = new NpgsqlCommand(
            $"""
            INSERT INTO {Tables.Schema}.roster_review
                (import_id, jurisdiction, found_at, review_id, fingerprint, row, therapist_id, license_id, code, message, field, on_record, in_source, raw)
            SELECT $1, $2, $3, * FROM unnest($4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            ON CONFLICT (fingerprint) DO NOTHING
            """, recording.Connection);
        command.Parameters.AddWithValue(import);
        command.Parameters.AddWithValue(StoredName.Of(jurisdiction));
        command.Parameters.AddWithValue(at);
        command.Parameters.AddWithValue(items.Select(i => i.Id).ToArray());
        command.Parameters.AddWithValue(items.Select(i => Fingerprint(i, jurisdiction)).ToArray());
        command.Parameters.AddWithValue(items.Select(i => i.Row.Row).ToArray());
        command.Parameters.AddWithValue(items.Select(i => i.Therapist).ToArray());
        command.Parameters.AddWithValue(items.Select(i => i.License).ToArray());
        command.Parameters.AddWithValue(items.Select(i => i.Item.Why.Code).ToArray());
        command.Parameters.AddWithValue(items.Select(i => i.Item.Why.Message).ToArray());
        command.Parameters.AddWithValue(items.Select(i => string.Join('.', i.Item.Why.Path)).ToArray());
        command.Parameters.AddWithValue(items.Select(i => i.Item.OnRecord).ToArray());
        command.Parameters.AddWithValue(items.Select(i => i.Item.InSource).ToArray());
        command.Parameters.AddWithValue(raw.ToArray());
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static byte[] Fingerprint(QueuedReview item, Jurisdiction jurisdiction) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\u001f', item.Item.Why.Code, jurisdiction, item.Therapist, item.License, item.Row.Number, item.Item.OnRecord, item.Item.InSource)));
}
