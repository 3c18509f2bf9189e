using System.Runtime.CompilerServices;
using System.Text.Json;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Projections.History;

/// <summary>Reads facts as they lie in the store.</summary>
public static class FactReader
{
    private const string Columns =
        "seq_id, id, stream_id, version, type, tenant_id, timestamp, user_name, correlation_id, causation_id, headers::text, data::text";

    /// <summary>All facts of these streams, oldest first.</summary>
    public static Task<List<StoredFact>> OfStreamsAsync(NpgsqlDataSource database, IEnumerable<Guid> streams, CancellationToken cancellation) =>
        ReadAsync(database, "stream_id = ANY($1)", [streams.ToArray()], cancellation);

    /// <summary>All facts of these streams, and the restricted ones of these therapists, oldest first, in one statement.</summary>
    public static Task<List<StoredFact>> OfStreamsAndRestrictedAsync(
        NpgsqlDataSource database, IEnumerable<Guid> streams, IEnumerable<Guid> therapists, CancellationToken cancellation) => ReadAsync(
        database,
        $"""
        stream_id = ANY(ARRAY(
            SELECT unnest($1) UNION ALL SELECT stream_id FROM {Tables.Schema}.stream_owner WHERE therapist_id = ANY($2) AND kind = ANY($3)))
        """,
        [streams.ToArray(), therapists.ToArray(), StreamKind.Restricted],
        cancellation);

    /// <summary>Single facts by stream and version, in no particular order; unknown ones are left out.</summary>
    public static Task<List<StoredFact>> OneByOneAsync(NpgsqlDataSource database, IEnumerable<(Guid Stream, long Version)> places, CancellationToken cancellation)
    {
        var list = places.ToList();
        return ReadAsync(
            database, "(stream_id, version) IN (SELECT * FROM unnest($1, $2))", [list.Select(p => p.Stream).ToArray(), list.Select(p => p.Version).ToArray()], cancellation);
    }

    /// <summary>The places of facts in their streams; unknown ones are left out.</summary>
    public static async Task<Dictionary<(Guid Stream, Guid Fact), long>> VersionsAsync(
        NpgsqlDataSource database, IReadOnlyCollection<(Guid Stream, Guid Fact)> facts, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"SELECT stream_id, id, version FROM {Tables.Schema}.mt_events WHERE stream_id = ANY($1) AND id = ANY($2)");
        command.Parameters.AddWithValue(facts.Select(f => f.Stream).Distinct().ToArray());
        command.Parameters.AddWithValue(facts.Select(f => f.Fact).ToArray());
        var versions = new Dictionary<(Guid, Guid), long>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            versions.Add((reader.GetGuid(0), reader.GetGuid(1)), reader.GetInt64(2));
        return versions;
    }

    /// <summary>The corrections and voids among the facts of these streams, oldest first.</summary>
    public static Task<List<StoredFact>> CorrectionsAsync(NpgsqlDataSource database, IEnumerable<Guid> streams, CancellationToken cancellation) =>
        ReadAsync(database, @"stream_id = ANY($1) AND (type LIKE '%\_fact\_corrected' OR type LIKE '%\_fact\_voided')", [streams.ToArray()], cancellation);

    /// <summary>
    /// Every fact, those of one therapist or one clinic together and in the order of the store. They stream: the database sorts, and
    /// neither side holds them all.
    /// </summary>
    public static async IAsyncEnumerable<StoredFact> ByOwnerAsync(NpgsqlDataSource database, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"""
            SELECT {Columns} FROM {Tables.Schema}.mt_events WHERE type <> 'tombstone'
            ORDER BY (headers ->> '{FactHeaders.TherapistKey}')::uuid NULLS LAST, tenant_id, CASE WHEN NOT headers ? '{FactHeaders.TherapistKey}' THEN stream_id END, seq_id
            """);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            yield return ReadRow(reader);
    }

    private static async Task<List<StoredFact>> ReadAsync(
        NpgsqlDataSource database, string where, IEnumerable<object> parameters, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"SELECT {Columns} FROM {Tables.Schema}.mt_events WHERE {where} ORDER BY seq_id");
        foreach (var parameter in parameters)
            command.Parameters.AddWithValue(parameter);
        var facts = new List<StoredFact>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            facts.Add(ReadRow(reader));
        return facts;
    }

    private static StoredFact ReadRow(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetGuid(1), row.GetGuid(2), row.GetInt64(3), row.GetString(4), row.GetString(5), row.GetFieldValue<DateTimeOffset>(6),
        row.GetString(7), row.IsDBNull(8) ? null : row.GetString(8), row.IsDBNull(9) ? null : row.GetString(9), Json(row.GetString(10)), Json(row.GetString(11)));

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
