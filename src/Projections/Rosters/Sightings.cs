using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Projections.Rosters;

/// <summary>
/// Which rosters said of a license what the record then said. Rosters of one profile and jurisdiction are numbered in rounds, and a license
/// that is seen in every one of them takes a single row, however many they are.
/// </summary>
public static class Sightings
{
    /// <summary>
    /// A select of license, jurisdiction and the instant of retrieval of the last roster that saw it and was finished at the instant. A roster
    /// counts when it is finished, so what was known at an earlier instant stays what it was.
    /// </summary>
    /// <param name="licenses">A select of license ids.</param>
    /// <param name="knownAt">The instant; null: now.</param>
    public static string LastSql(string licenses, string knownAt) =>
        $"""
        SELECT s.license_id, s.jurisdiction, i.retrieved_at FROM {Tables.Schema}.roster_sighting s CROSS JOIN LATERAL (
            SELECT r.retrieved_at FROM {Tables.Schema}.roster_import r
            WHERE r.profile = s.profile AND r.jurisdiction = s.jurisdiction AND r.round BETWEEN s.first_round AND s.last_round
                AND r.finished_at <= coalesce({knownAt}, 'infinity') ORDER BY r.round DESC LIMIT 1) i
        WHERE s.license_id IN ({licenses})
        """;

    /// <summary>The day of a retrieval, by the clock of the regulator's seat.</summary>
    public static DateOnly DayOf(string jurisdiction, DateTimeOffset retrievedAt) => JurisdictionInfo.Of(Enum.Parse<Jurisdiction>(jurisdiction)).DateAt(retrievedAt);

    /// <summary>The last day on which a roster saw each license, as known at an instant; those never seen are left out.</summary>
    public static async Task<IReadOnlyDictionary<(Guid License, DateTimeOffset? KnownAt), DateOnly>> LastAsync(
        NpgsqlDataSource database, IReadOnlyCollection<(Guid License, DateTimeOffset? KnownAt)> asked, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"SELECT q.place, l.jurisdiction, l.retrieved_at FROM unnest($1, $2) WITH ORDINALITY AS q(id, at, place), LATERAL ({LastSql("SELECT q.id", "q.at")}) l");
        var list = asked.ToArray();
        command.Parameters.AddWithValue(list.Select(a => a.License).ToArray());
        command.Parameters.AddWithValue(list.Select(a => a.KnownAt?.ToUniversalTime()).ToArray());
        var days = new Dictionary<(Guid, DateTimeOffset?), DateOnly>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var day = DayOf(reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2));
            var key = list[reader.GetInt64(0) - 1];
            if (!days.TryGetValue(key, out var known) || known < day)
                days[key] = day;
        }

        return days;
    }

    /// <summary>Notes that the roster of this round saw these licenses, in the transaction of what it brought: one statement for a batch.</summary>
    /// <param name="since">The last finished round before: who was seen in it, or in one that was broken off since, goes on.</param>
    public static async Task AddAsync(
        NpgsqlConnection connection, string profile, string jurisdiction, long round, long since, IReadOnlyCollection<Guid> licenses, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"""
            WITH seen AS (SELECT DISTINCT unnest($5) AS id),
            extended AS (
                UPDATE {Tables.Schema}.roster_sighting s SET last_round = $3 FROM seen
                WHERE s.license_id = seen.id AND s.profile = $1 AND s.jurisdiction = $2 AND s.last_round >= $4 RETURNING s.license_id)
            INSERT INTO {Tables.Schema}.roster_sighting (license_id, profile, jurisdiction, first_round, last_round)
            SELECT id, $1, $2, $3, $3 FROM seen WHERE id NOT IN (SELECT license_id FROM extended)
            """, connection);
        command.Parameters.AddWithValue(profile);
        command.Parameters.AddWithValue(jurisdiction);
        command.Parameters.AddWithValue(round);
        command.Parameters.AddWithValue(since);
        command.Parameters.AddWithValue(licenses.ToArray());
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
