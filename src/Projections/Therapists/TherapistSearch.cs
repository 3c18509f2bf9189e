using LicenseTracker.Domain;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Therapists;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Projections.Therapists;

/// <summary>What to look for; every given part must hold, those about licenses on one and the same license.</summary>
/// <param name="Name">Words, each the beginning of a word of the name, in any order.</param>
/// <param name="Standing">As known now, on the day it is in the license's jurisdiction.</param>
/// <param name="Certification">Held today.</param>
/// <param name="ExpiresBefore">The last term ends before this day.</param>
public sealed record TherapistCriteria(
    string? Name, string? Npi, Jurisdiction? Jurisdiction, Standing? Standing, string? Certification, DateOnly? ExpiresBefore);

/// <summary>One therapist found, in the order of names.</summary>
public sealed record FoundTherapist(Guid Id, string SortName)
{
    /// <summary>The place in the order: sort name, then id.</summary>
    public string Key => SortName + Separator + Id;

    private const char Separator = '\u001f';

    /// <summary>Reads a place; null when the text is none, as the place of another list.</summary>
    public static FoundTherapist? Read(string key) =>
        key.LastIndexOf(Separator) is >= 0 and var cut && Guid.TryParseExact(key[(cut + 1)..], "D", out var id) ? new(id, key[..cut]) : null;
}

/// <summary>Finds therapists by what is known now.</summary>
public static class TherapistSearch
{
    /// <param name="after">Place after which to begin; null: from the start.</param>
    /// <param name="before">Place before which to end; null: to the end.</param>
    /// <param name="backward">Read from the end; rows come in reverse order.</param>
    public static async Task<IReadOnlyList<FoundTherapist>> PageAsync(
        NpgsqlDataSource database, TherapistCriteria criteria, DateTimeOffset now, FoundTherapist? after, FoundTherapist? before, bool backward, int take,
        CancellationToken cancellation)
    {
        await using var command = database.CreateCommand();
        var where = Where(command, criteria, now);
        AddPlace(command, where, after, ">");
        AddPlace(command, where, before, "<");
        var order = backward ? "DESC" : "ASC";
        command.CommandText =
            $"""
            SELECT t.therapist_id, t.sort_name FROM {Tables.Schema}.therapist_view t WHERE {string.Join(" AND ", where)}
            ORDER BY t.sort_name {order}, t.therapist_id {order} LIMIT {Parameter(command, take)}
            """;
        var found = new List<FoundTherapist>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            found.Add(new(reader.GetGuid(0), reader.GetString(1)));
        return found;
    }

    public static async Task<int> CountAsync(NpgsqlDataSource database, TherapistCriteria criteria, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand();
        var where = Where(command, criteria, now);
        command.CommandText = $"SELECT count(*)::int FROM {Tables.Schema}.therapist_view t WHERE {string.Join(" AND ", where)}";
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static List<string> Where(NpgsqlCommand command, TherapistCriteria criteria, DateTimeOffset now)
    {
        var where = new List<string> { "true" };
        // What no record can hold is found nowhere, and the database refuses to look for some of it.
        if (!string.IsNullOrWhiteSpace(criteria.Name))
            where.Add(SearchWords.Query(criteria.Name) is { } words ? $"t.words @@ {Tables.Schema}.fold({Parameter(command, words)})::tsquery" : "false");
        if (criteria.Npi is { } npi)
            where.Add(Npi.IsTenDigits(npi) ? $"t.npi = {Parameter(command, npi)}" : "false");
        if (criteria.Certification?.Trim() is { } certification)
            where.Add(Inputs.IsPrintable(certification, lines: false) ? HoldsCertification(command, certification, DateOnly.FromDateTime(now.UtcDateTime)) : "false");
        if (criteria is not { Jurisdiction: null, Standing: null, ExpiresBefore: null })
            where.Add(HasLicense(command, criteria, now));
        return where;
    }

    private static string HoldsCertification(NpgsqlCommand command, string certification, DateOnly today)
    {
        var day = Parameter(command, today);
        return $"""
            EXISTS (SELECT FROM {Tables.Schema}.certification_view c
                WHERE c.therapist_id = t.therapist_id AND c.certification = {Parameter(command, certification.ToLowerInvariant())} AND {day} BETWEEN c.from_on AND c.until_on)
            """;
    }

    private static string HasLicense(NpgsqlCommand command, TherapistCriteria criteria, DateTimeOffset now)
    {
        var license = new List<string> { "l.therapist_id = t.therapist_id" };
        if (criteria.Jurisdiction is { } jurisdiction)
            license.Add($"l.jurisdiction = {Parameter(command, StoredName.Of(jurisdiction))}");
        if (criteria.ExpiresBefore is { } date)
            license.Add($"l.expires_on < {Parameter(command, date)}");
        if (criteria.Standing is not { } standing)
            return $"EXISTS (SELECT FROM {Tables.Schema}.license_view l WHERE {string.Join(" AND ", license)})";
        var days = JurisdictionInfo.All.Select(j => (j.Code, Today: j.DateAt(now))).ToList();
        return $"""
            EXISTS (SELECT FROM {Tables.Schema}.license_view l
                JOIN {Tables.Schema}.license_standing s ON s.license_id = l.license_id AND s.standing = {Parameter(command, StoredName.Of(standing))}
                JOIN unnest({Parameter(command, days.Select(d => StoredName.Of(d.Code)).ToArray())}, {Parameter(command, days.Select(d => d.Today).ToArray())})
                    AS d(jurisdiction, today) ON d.jurisdiction = l.jurisdiction AND d.today BETWEEN s.from_on AND s.until_on
                WHERE {string.Join(" AND ", license)})
            """;
    }

    private static void AddPlace(NpgsqlCommand command, List<string> where, FoundTherapist? place, string comparison)
    {
        if (place is not null)
            where.Add($"(t.sort_name, t.therapist_id) {comparison} ({Parameter(command, place.SortName)}, {Parameter(command, place.Id)})");
    }

    private static string Parameter(NpgsqlCommand command, object value)
    {
        command.Parameters.AddWithValue(value);
        return $"${command.Parameters.Count}";
    }
}
