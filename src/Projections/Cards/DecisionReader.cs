using System.Collections.Immutable;
using System.Text;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Policies;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Projections.Rosters;
using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Projections.Cards;

/// <summary>A card with the last day on which a roster saw each license, and with what rosters say against the record, as known at the instant asked about.</summary>
public sealed record DecisionCard(Card Card, ImmutableDictionary<LicenseId, DateOnly> SeenInRosters, ImmutableArray<RosterContradiction> Contradictions)
{
    public EligibilityCard ToEligibilityCard() => Card.ToEligibilityCard() with { SeenInRosters = SeenInRosters, Contradictions = Contradictions };
}

/// <summary>What decisions read: the cards, and how far the policy record of each clinic has come (0: it has adopted none). Clinics not on record are left out.</summary>
public sealed record DecisionReading(
    IReadOnlyDictionary<(Guid Therapist, DateTimeOffset? KnownAt), DecisionCard> Cards, IReadOnlyDictionary<ClinicId, long> PolicyVersions);

/// <summary>Reads what any number of decisions need in one statement, so that the versions of policies are those of the very moment of the cards.</summary>
public static class DecisionReader
{
    private static readonly string Sql =
        $"""
        SELECT p.clinic, NULL::timestamptz, NULL, coalesce(s.version, 0), NULL::timestamptz, NULL::bigint, NULL::uuid[], NULL::text[], NULL::timestamptz[], NULL
        FROM unnest($3, $4, $5) AS p(clinic, tenant, stream) JOIN {Tables.Schema}.clinic_view v ON v.clinic_id = p.clinic
        LEFT JOIN {Tables.Schema}.mt_streams s ON s.tenant_id = p.tenant AND s.id = p.stream
        UNION ALL
        SELECT c.therapist_id, q.known_at, c.lines::text, c.version, c.recorded_at, c.sequence, seen.licenses, seen.jurisdictions, seen.retrieved, said.items
        FROM unnest($1, $2) WITH ORDINALITY AS q(therapist, known_at, place) JOIN {Tables.Schema}.eligibility_card c ON c.therapist_id = q.therapist
        CROSS JOIN LATERAL (
            SELECT array_agg(l.license_id) AS licenses, array_agg(l.jurisdiction) AS jurisdictions, array_agg(l.retrieved_at) AS retrieved
            FROM ({Sightings.LastSql($"SELECT o.stream_id FROM {Tables.Schema}.stream_owner o WHERE o.therapist_id = q.therapist AND o.kind = 'license'", "q.known_at")}) l) seen
        LEFT JOIN ({Contradictions.OpenSql("$1", "$2")}) said USING (place)
        """;

    /// <summary>Therapists without a card are left out.</summary>
    public static async Task<DecisionReading> ReadAsync(
        NpgsqlDataSource database, IReadOnlyCollection<(Guid Therapist, DateTimeOffset? KnownAt)> asked, IReadOnlyCollection<ClinicId> clinics,
        CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.AddWithValue(asked.Select(a => a.Therapist).ToArray());
        command.Parameters.AddWithValue(asked.Select(a => a.KnownAt?.ToUniversalTime()).ToArray());
        command.Parameters.AddWithValue(clinics.Select(c => c.Value).ToArray());
        command.Parameters.AddWithValue(clinics.Select(c => c.Value.ToString()).ToArray());
        command.Parameters.AddWithValue(clinics.Select(ClinicPolicy.StreamOf).ToArray());
        var cards = new Dictionary<(Guid, DateTimeOffset?), DecisionCard>();
        var versions = new Dictionary<ClinicId, long>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var id = reader.GetGuid(0);
            if (reader.IsDBNull(2))
                versions.Add(new(id), reader.GetInt64(3));
            else
                cards.Add((id, reader.IsDBNull(1) ? null : reader.GetFieldValue<DateTimeOffset>(1)), ReadCard(id, reader));
        }

        return new(cards, versions);
    }

    private static DecisionCard ReadCard(Guid id, NpgsqlDataReader row)
    {
        var card = new Card(
            new(id), CardLines.Read(Encoding.UTF8.GetBytes(row.GetString(2))), row.GetInt64(3), row.GetFieldValue<DateTimeOffset>(4), row.GetInt64(5));
        var contradictions = row.IsDBNull(9) ? [] : Contradictions.Read(row.GetString(9));
        if (row.IsDBNull(6))
            return new(card, ImmutableDictionary<LicenseId, DateOnly>.Empty, contradictions);
        var (licenses, jurisdictions, retrieved) = (row.GetFieldValue<Guid[]>(6), row.GetFieldValue<string[]>(7), row.GetFieldValue<DateTimeOffset[]>(8));
        var seen = licenses.Select((license, i) => (License: new LicenseId(license), Day: Sightings.DayOf(jurisdictions[i], retrieved[i])));
        return new(card, seen.GroupBy(s => s.License).ToImmutableDictionary(g => g.Key, g => g.Max(s => s.Day)), contradictions);
    }
}
