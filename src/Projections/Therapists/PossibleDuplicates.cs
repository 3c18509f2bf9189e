using System.Collections.Immutable;
using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Projections.Therapists;

/// <summary>Why two therapists may be one person.</summary>
public enum DuplicateReason
{
    /// <summary>Given and family name and birth date agree, or the year of birth where one side knows no more.</summary>
    NameAndBirth,

    /// <summary>NPI and family name agree.</summary>
    NpiAndFamilyName,
}

/// <summary>Two therapists on record who may be one person, in the order of their ids.</summary>
public sealed record PossibleDuplicate(Guid First, Guid Second, ImmutableArray<DuplicateReason> Reasons)
{
    /// <summary>The place in the list.</summary>
    public string Key => $"{First:N}{Second:N}";

    /// <summary>Reads a place; null when the text is none, as the place of another list.</summary>
    public static (Guid First, Guid Second)? Read(string key) =>
        key.Length == 64 && Guid.TryParseExact(key[..32], "N", out var first) && Guid.TryParseExact(key[32..], "N", out var second) ? (first, second) : null;
}

/// <summary>
/// Lists therapists who may be one person, for a registrar to judge. Two with one SSN are one already; the nameless cannot be compared.
/// Who shares a key or an NPI with nobody is sorted out by an index alone.
/// </summary>
public static class PossibleDuplicates
{
    private const string Pairs =
        $"""
        WITH twin AS (SELECT twin_key FROM {Tables.Schema}.therapist_view WHERE twin_key IS NOT NULL GROUP BY twin_key HAVING count(*) > 1),
            shared AS (SELECT npi FROM {Tables.Schema}.therapist_view WHERE npi IS NOT NULL GROUP BY npi HAVING count(*) > 1),
            pairs AS (
                SELECT first, second, array_agg(reason ORDER BY reason) AS reasons FROM (
                    SELECT a.therapist_id AS first, b.therapist_id AS second, 0 AS reason
                    FROM twin JOIN {Tables.Schema}.therapist_view a USING (twin_key) JOIN {Tables.Schema}.therapist_view b USING (twin_key)
                    WHERE a.therapist_id < b.therapist_id AND (a.birth_date = b.birth_date OR length(a.birth_date) = 4 OR length(b.birth_date) = 4)
                    UNION ALL
                    SELECT a.therapist_id, b.therapist_id, 1
                    FROM shared JOIN {Tables.Schema}.therapist_view a USING (npi) JOIN {Tables.Schema}.therapist_view b USING (npi)
                    WHERE a.therapist_id < b.therapist_id AND lower(a.family_name) = lower(b.family_name)) AS found
                GROUP BY first, second)
        """;

    /// <summary>One page of pairs in the order of ids.</summary>
    /// <param name="after">The pair after which to begin; null: from the start.</param>
    /// <param name="before">The pair before which to end; null: at the end.</param>
    /// <param name="backward">Read from the end; rows come in reverse order.</param>
    public static async Task<IReadOnlyList<PossibleDuplicate>> ListAsync(
        NpgsqlDataSource database, (Guid First, Guid Second)? after, (Guid First, Guid Second)? before, bool backward, int take, CancellationToken cancellation)
    {
        var order = backward ? "DESC" : "ASC";
        await using var command = database.CreateCommand(
            $"{Pairs} SELECT first, second, reasons FROM pairs WHERE (first, second) > ($1, $2) AND (first, second) < ($3, $4) ORDER BY first {order}, second {order} LIMIT $5");
        command.Parameters.AddWithValue(after?.First ?? Guid.Empty);
        command.Parameters.AddWithValue(after?.Second ?? Guid.Empty);
        command.Parameters.AddWithValue(before?.First ?? Guid.AllBitsSet);
        command.Parameters.AddWithValue(before?.Second ?? Guid.AllBitsSet);
        command.Parameters.AddWithValue(take);
        var found = new List<PossibleDuplicate>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            found.Add(new(reader.GetGuid(0), reader.GetGuid(1), [.. reader.GetFieldValue<int[]>(2).Select(r => (DuplicateReason)r)]));
        return found;
    }

    public static async Task<long> CountAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"{Pairs} SELECT count(*) FROM pairs");
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
