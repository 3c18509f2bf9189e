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
public sealed record PossibleDuplicate(Guid First, Guid Second, DuplicateReason Reason);

/// <summary>
/// Lists therapists who may be one person, for a registrar to judge. Two with one SSN are one already; the nameless cannot be compared.
/// </summary>
public static class PossibleDuplicates
{
    private const string Pairs =
        $"""
        SELECT a.therapist_id AS first, b.therapist_id AS second, 0 AS reason
        FROM {Tables.Schema}.therapist_view a JOIN {Tables.Schema}.therapist_view b
            ON lower(a.family_name) = lower(b.family_name) AND lower(a.given_name) = lower(b.given_name) AND left(a.birth_date, 4) = left(b.birth_date, 4)
        WHERE a.therapist_id < b.therapist_id AND (a.birth_date = b.birth_date OR length(a.birth_date) = 4 OR length(b.birth_date) = 4)
        UNION
        SELECT a.therapist_id, b.therapist_id, 1
        FROM {Tables.Schema}.therapist_view a JOIN {Tables.Schema}.therapist_view b ON a.npi = b.npi AND lower(a.family_name) = lower(b.family_name)
        WHERE a.therapist_id < b.therapist_id
        """;

    /// <summary>One page of pairs in the order of ids.</summary>
    /// <param name="after">The pair after which to begin; null: from the start.</param>
    public static async Task<IReadOnlyList<PossibleDuplicate>> ListAsync(
        NpgsqlDataSource database, PossibleDuplicate? after, int take, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"SELECT first, second, reason FROM ({Pairs}) AS pairs WHERE (first, second, reason) > ($1, $2, $3) ORDER BY first, second, reason LIMIT $4");
        command.Parameters.AddWithValue(after?.First ?? Guid.Empty);
        command.Parameters.AddWithValue(after?.Second ?? Guid.Empty);
        command.Parameters.AddWithValue((int)(after?.Reason ?? DuplicateReason.NameAndBirth));
        command.Parameters.AddWithValue(take);
        var found = new List<PossibleDuplicate>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            found.Add(new(reader.GetGuid(0), reader.GetGuid(1), (DuplicateReason)reader.GetInt32(2)));
        return found;
    }

    public static async Task<long> CountAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"SELECT count(*) FROM ({Pairs}) AS pairs");
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
