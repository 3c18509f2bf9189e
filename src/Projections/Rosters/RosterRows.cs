using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Projections.Rosters;

/// <summary>One item of the review queue as it is listed.</summary>
/// <param name="Raw">The source's row, sealed.</param>
/// <param name="SettledAt">When its source no longer said it; null: it does, as far as is known.</param>
public sealed record RosterReviewRow(
    Guid Id, Guid Import, long Row, string Jurisdiction, Guid Therapist, Guid? License, Guid[] Others, string Code, string Message, string Field, string? OnRecord,
    string? InSource, string Raw, DateTimeOffset FoundAt, DateTimeOffset? ResolvedAt, DateTimeOffset? SettledAt);

/// <summary>One import of a roster as it is listed.</summary>
public sealed record RosterImportRow(
    Guid Id, string Profile, string Jurisdiction, string File, string Sha256, DateTimeOffset RetrievedAt, string Actor, DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt, long Accepted, long Changed, long Unchanged, long Review, long Refused, long Facts);

/// <summary>Which review items to list; every given part must hold.</summary>
/// <param name="Open">Neither resolved nor settled.</param>
public sealed record RosterReviewCriteria(bool? Resolved = null, bool? Open = null, string? Jurisdiction = null, string? Code = null, Guid? Import = null, Guid? License = null, Guid? Therapist = null);

/// <summary>A place in a list ordered by instant, then id.</summary>
public readonly record struct Moment(DateTimeOffset At, Guid Id);

/// <summary>Lists imports of rosters and what they left to a person.</summary>
public static class RosterRows
{
    private const string ReviewColumns =
        "review_id, import_id, row, jurisdiction, therapist_id, license_id, others, code, message, field, on_record, in_source, raw, found_at, resolved_at, settled_at";

    private const string ImportColumns =
        "import_id, profile, jurisdiction, file, sha256, retrieved_at, actor, started_at, finished_at, accepted, changed, unchanged, review, refused, facts";

    /// <summary>Review items, oldest first.</summary>
    /// <param name="backward">Read from the end; rows come in reverse order.</param>
    public static async Task<IReadOnlyList<RosterReviewRow>> ReviewsAsync(
        NpgsqlDataSource database, RosterReviewCriteria criteria, Moment? after, Moment? before, bool backward, int take, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand();
        var where = Where(command, criteria);
        Place(command, where, "found_at, review_id", after, ">");
        Place(command, where, "found_at, review_id", before, "<");
        var order = backward ? "DESC" : "ASC";
        command.CommandText =
            $"""
            SELECT {ReviewColumns} FROM {Tables.Schema}.roster_review WHERE {string.Join(" AND ", where)}
            ORDER BY found_at {order}, review_id {order} LIMIT {Parameter(command, take)}
            """;
        return await ReadAsync(command, Review, cancellation);
    }

    public static async Task<int> CountReviewsAsync(NpgsqlDataSource database, RosterReviewCriteria criteria, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand();
        var where = Where(command, criteria);
        command.CommandText = $"SELECT count(*)::int FROM {Tables.Schema}.roster_review WHERE {string.Join(" AND ", where)}";
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }

    public static async Task<IReadOnlyList<RosterReviewRow>> ReviewsAsync(NpgsqlDataSource database, IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"SELECT {ReviewColumns} FROM {Tables.Schema}.roster_review WHERE review_id = ANY($1)");
        command.Parameters.AddWithValue(ids.ToArray());
        return await ReadAsync(command, Review, cancellation);
    }

    /// <summary>Imports, newest first.</summary>
    /// <param name="backward">Read from the end; rows come in reverse order.</param>
    public static async Task<IReadOnlyList<RosterImportRow>> ImportsAsync(
        NpgsqlDataSource database, Moment? after, Moment? before, bool backward, int take, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand();
        var where = new List<string> { "true" };
        Place(command, where, "started_at, import_id", after, "<");
        Place(command, where, "started_at, import_id", before, ">");
        var order = backward ? "ASC" : "DESC";
        command.CommandText =
            $"""
            SELECT {ImportColumns} FROM {Tables.Schema}.roster_import WHERE {string.Join(" AND ", where)}
            ORDER BY started_at {order}, import_id {order} LIMIT {Parameter(command, take)}
            """;
        return await ReadAsync(command, Import, cancellation);
    }

    public static async Task<int> CountImportsAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"SELECT count(*)::int FROM {Tables.Schema}.roster_import");
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }

    public static async Task<IReadOnlyList<RosterImportRow>> ImportsAsync(NpgsqlDataSource database, IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"SELECT {ImportColumns} FROM {Tables.Schema}.roster_import WHERE import_id = ANY($1)");
        command.Parameters.AddWithValue(ids.ToArray());
        return await ReadAsync(command, Import, cancellation);
    }

    private static List<string> Where(NpgsqlCommand command, RosterReviewCriteria criteria)
    {
        var where = new List<string> { "true" };
        if (criteria.Resolved is { } resolved)
            where.Add(resolved ? "resolved_at IS NOT NULL" : "resolved_at IS NULL");
        if (criteria.Open is { } open)
            where.Add(open ? "coalesce(resolved_at, settled_at) IS NULL" : "coalesce(resolved_at, settled_at) IS NOT NULL");
        if (criteria.Jurisdiction is { } jurisdiction)
            where.Add($"jurisdiction = {Parameter(command, jurisdiction)}");
        if (criteria.Code is { } code)
            where.Add($"code = {Parameter(command, code)}");
        if (criteria.Import is { } import)
            where.Add($"import_id = {Parameter(command, import)}");
        if (criteria.License is { } license)
            where.Add($"license_id = {Parameter(command, license)}");
        if (criteria.Therapist is { } therapist)
            where.Add($"(therapist_id = {Parameter(command, therapist)} OR {Parameter(command, therapist)} = ANY(others))");
        return where;
    }

    private static void Place(NpgsqlCommand command, List<string> where, string columns, Moment? place, string comparison)
    {
        if (place is { } at)
            where.Add($"({columns}) {comparison} ({Parameter(command, at.At)}, {Parameter(command, at.Id)})");
    }

    private static RosterReviewRow Review(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetInt64(2), row.GetString(3), row.GetGuid(4), row.IsDBNull(5) ? null : row.GetGuid(5),
        row.IsDBNull(6) ? [] : row.GetFieldValue<Guid[]>(6), row.GetString(7), row.GetString(8), row.GetString(9), Text(row, 10), Text(row, 11),
        row.GetString(12), row.GetFieldValue<DateTimeOffset>(13), Instant(row, 14), Instant(row, 15));

    private static RosterImportRow Import(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetFieldValue<DateTimeOffset>(5), row.GetString(6),
        row.GetFieldValue<DateTimeOffset>(7), Instant(row, 8), row.GetInt64(9), row.GetInt64(10), row.GetInt64(11), row.GetInt64(12), row.GetInt64(13), row.GetInt64(14));

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            rows.Add(read(reader));
        return rows;
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? Instant(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    private static string Parameter(NpgsqlCommand command, object value)
    {
        command.Parameters.AddWithValue(value);
        return $"${command.Parameters.Count}";
    }
}
