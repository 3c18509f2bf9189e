using LicenseTracker.Domain;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Api.Importing;

/// <summary>A license number as looked up.</summary>
public readonly record struct NumberKey(Profession Profession, string Number)
{
    public static NumberKey Of(Profession profession, string number) => new(profession, LicenseNumber.Normalise(number));
}

/// <summary>The look-ups of one batch: each one statement, however many rows.</summary>
internal static class RosterLookups
{
    private const string Ssn = "ssn";

    /// <summary>The licenses that have or had one of these numbers, with their therapists.</summary>
    public static async Task<List<(NumberKey Key, Guid License, Guid Therapist)>> NumbersAsync(
        NpgsqlConnection connection, Jurisdiction jurisdiction, IReadOnlyCollection<NumberKey> keys, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"""
            SELECT k.place, n.license_id, o.therapist_id
            FROM unnest($2, $3) WITH ORDINALITY AS k(profession, number, place)
            JOIN {Tables.Schema}.license_number n ON n.jurisdiction = $1 AND n.profession = k.profession AND n.number = k.number
            JOIN {Tables.Schema}.stream_owner o ON o.stream_id = n.license_id
            """, connection);
        var list = keys.ToArray();
        command.Parameters.AddWithValue(StoredName.Of(jurisdiction));
        command.Parameters.AddWithValue(list.Select(k => StoredName.Of(k.Profession)).ToArray());
        command.Parameters.AddWithValue(list.Select(k => k.Number).ToArray());
        var found = new List<(NumberKey, Guid, Guid)>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            found.Add((list[reader.GetInt64(0) - 1], reader.GetGuid(1), reader.GetGuid(2)));
        return found;
    }

    /// <summary>Whoever else grants one of these numbers waits until this transaction ends; taken in one order, so that two imports never wait for each other.</summary>
    public static async Task LockNumbersAsync(NpgsqlConnection connection, Jurisdiction jurisdiction, IEnumerable<NumberKey> keys, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "SELECT count(pg_advisory_xact_lock(key)) FROM (SELECT DISTINCT hashtextextended(text, 0) AS key FROM unnest($1) AS text ORDER BY 1) AS keys", connection);
        command.Parameters.AddWithValue(keys.Select(k => $"{StoredName.Of(jurisdiction)}|{StoredName.Of(k.Profession)}|{k.Number}").ToArray());
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The therapists on record with one of these SSNs.</summary>
    public static async Task<Dictionary<SsnHash, Guid>> SsnOwnersAsync(NpgsqlConnection connection, IEnumerable<SsnHash> hashes, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"SELECT hash, therapist_id FROM {Tables.Schema}.identity_hash WHERE kind = $1 AND hash = ANY($2)", connection);
        command.Parameters.AddWithValue(Ssn);
        command.Parameters.AddWithValue(hashes.Select(h => h.Bytes).ToArray());
        var found = new Dictionary<SsnHash, Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            found[new(Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(0)))] = reader.GetGuid(1);
        return found;
    }

    /// <summary>Those of the therapists that are on record with any SSN.</summary>
    public static async Task<HashSet<TherapistId>> WithSsnAsync(NpgsqlConnection connection, IEnumerable<Guid> therapists, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"SELECT DISTINCT therapist_id FROM {Tables.Schema}.identity_hash WHERE kind = $1 AND therapist_id = ANY($2)", connection);
        command.Parameters.AddWithValue(Ssn);
        command.Parameters.AddWithValue(therapists.ToArray());
        var found = new HashSet<TherapistId>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            found.Add(new(reader.GetGuid(0)));
        return found;
    }

    /// <summary>Keeps new hashes. Another import that keeps one of them at the same time makes this fail, and the batch is tried again.</summary>
    public static async Task KeepSsnsAsync(NpgsqlConnection connection, IReadOnlyCollection<(SsnHash Hash, Guid Therapist)> added, CancellationToken cancellation)
    {
        if (added.Count == 0)
            return;
        await using var command = new NpgsqlCommand(
            $"INSERT INTO {Tables.Schema}.identity_hash (kind, hash, therapist_id) SELECT $1, * FROM unnest($2, $3) AS t(hash, therapist_id) ORDER BY hash", connection);
        command.Parameters.AddWithValue(Ssn);
        command.Parameters.AddWithValue(added.Select(a => a.Hash.Bytes).ToArray());
        command.Parameters.AddWithValue(added.Select(a => a.Therapist).ToArray());
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The last day on which this source said of each of the licenses what the record says.</summary>
    public static async Task<Dictionary<Guid, DateOnly>> AgreementsAsync(
        NpgsqlConnection connection, string profile, IEnumerable<Guid> licenses, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"SELECT license_id, agreed_on FROM {Tables.Schema}.roster_agreement WHERE profile = $1 AND license_id = ANY($2)", connection);
        command.Parameters.AddWithValue(profile);
        command.Parameters.AddWithValue(licenses.ToArray());
        var found = new Dictionary<Guid, DateOnly>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            found[reader.GetGuid(0)] = reader.GetFieldValue<DateOnly>(1);
        return found;
    }

    /// <summary>An older file, imported late, does not take back what a newer one said.</summary>
    public static async Task KeepAgreementsAsync(NpgsqlConnection connection, string profile, IReadOnlyDictionary<Guid, DateOnly> agreed, CancellationToken cancellation)
    {
        if (agreed.Count == 0)
            return;
        await using var command = new NpgsqlCommand(
            $"""
            INSERT INTO {Tables.Schema}.roster_agreement AS known (license_id, profile, agreed_on) SELECT license, $1, day FROM unnest($2, $3) AS t(license, day) ORDER BY license
            ON CONFLICT (license_id, profile) DO UPDATE SET agreed_on = excluded.agreed_on WHERE known.agreed_on < excluded.agreed_on
            """, connection);
        command.Parameters.AddWithValue(profile);
        command.Parameters.AddWithValue(agreed.Keys.ToArray());
        command.Parameters.AddWithValue(agreed.Values.ToArray());
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
