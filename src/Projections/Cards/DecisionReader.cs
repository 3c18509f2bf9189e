using System.Collections.Immutable;
using System.Text;
using JasperFx;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Policies;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Domain.Rules;
using LicenseTracker.Projections.Rosters;
using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Projections.Cards;

/// <summary>A card with the last day on which a roster saw each license, and with what rosters say against the record, as known at the instant asked about.</summary>
public sealed record DecisionCard(Card Card, ImmutableDictionary<LicenseId, DateOnly> SeenInRosters, ImmutableArray<RosterContradiction> Contradictions)
{
    public EligibilityCard ToEligibilityCard() => Card.ToEligibilityCard() with { SeenInRosters = SeenInRosters, Contradictions = Contradictions };
}

/// <summary>
/// What decisions read: the cards, and how far the policy record of each clinic and the rule-book record of each jurisdiction have come (0: nothing
/// was ever adopted). Clinics not on record are left out.
/// </summary>
public sealed record DecisionReading(
    IReadOnlyDictionary<(Guid Therapist, DateTimeOffset? KnownAt), DecisionCard> Cards, IReadOnlyDictionary<ClinicId, long> PolicyVersions,
    IReadOnlyDictionary<Jurisdiction, long> RuleBookVersions);

/// <summary>
/// Reads what any number of decisions need in one statement, so that the versions of policies and rule books are those of the very moment of the cards.
/// </summary>
public static class DecisionReader
{
    private const string Policy = "policy";
    private const string RuleBook = "rule_book";
    private const string CardOf = "card";

    private static readonly string Sql =
        $"""
        SELECT '{Policy}', p.clinic, NULL::timestamptz, NULL, coalesce(s.version, 0), NULL::timestamptz, NULL::bigint, NULL::uuid[], NULL::text[], NULL::timestamptz[], NULL
        FROM unnest($3, $4, $5) AS p(clinic, tenant, stream) JOIN {Tables.Schema}.clinic_view v ON v.clinic_id = p.clinic
        LEFT JOIN {Tables.Schema}.mt_streams s ON s.tenant_id = p.tenant AND s.id = p.stream
        UNION ALL
        SELECT '{RuleBook}', s.id, NULL, NULL, s.version, NULL, NULL, NULL, NULL, NULL, NULL
        FROM {Tables.Schema}.mt_streams s WHERE s.tenant_id = '{StorageConstants.DefaultTenantId}' AND s.id = ANY($6)
        UNION ALL
        SELECT '{CardOf}', c.therapist_id, q.known_at, c.lines::text, c.version, c.recorded_at, c.sequence, seen.licenses, seen.jurisdictions, seen.retrieved, said.items
        FROM unnest($1, $2) WITH ORDINALITY AS q(therapist, known_at, place) JOIN {Tables.Schema}.eligibility_card c ON c.therapist_id = q.therapist
        CROSS JOIN LATERAL (
            SELECT array_agg(l.license_id) AS licenses, array_agg(l.jurisdiction) AS jurisdictions, array_agg(l.retrieved_at) AS retrieved
            FROM ({Sightings.LastSql($"SELECT o.stream_id FROM {Tables.Schema}.stream_owner o WHERE o.therapist_id = q.therapist AND o.kind = 'license'", "q.known_at")}) l) seen
        LEFT JOIN ({Contradictions.OpenSql("$1", "$2")}) said USING (place)
        """;

    /// <summary>Therapists without a card are left out.</summary>
    public static async Task<DecisionReading> ReadAsync(
        NpgsqlDataSource database, IReadOnlyCollection<(Guid Therapist, DateTimeOffset? KnownAt)> asked, IReadOnlyCollection<ClinicId> clinics,
        IReadOnlyCollection<Jurisdiction> jurisdictions, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.AddWithValue(asked.Select(a => a.Therapist).ToArray());
        command.Parameters.AddWithValue(asked.Select(a => a.KnownAt?.ToUniversalTime()).ToArray());
        command.Parameters.AddWithValue(clinics.Select(c => c.Value).ToArray());
        command.Parameters.AddWithValue(clinics.Select(c => c.Value.ToString()).ToArray());
        command.Parameters.AddWithValue(clinics.Select(ClinicPolicy.StreamOf).ToArray());
        var books = jurisdictions.Distinct().ToDictionary(RuleBookRecord.StreamOf);
        command.Parameters.AddWithValue(books.Keys.ToArray());
        var cards = new Dictionary<(Guid, DateTimeOffset?), DecisionCard>();
        var policies = new Dictionary<ClinicId, long>();
        var adopted = books.Values.ToDictionary(j => j, _ => 0L);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var id = reader.GetGuid(1);
            switch (reader.GetString(0))
            {
                case Policy:
                    policies.Add(new(id), reader.GetInt64(4));
                    break;
                case RuleBook:
                    adopted[books[id]] = reader.GetInt64(4);
                    break;
                default:
                    cards.Add((id, reader.IsDBNull(2) ? null : reader.GetFieldValue<DateTimeOffset>(2)), ReadCard(id, reader));
                    break;
            }
        }

        return new(cards, policies, adopted);
    }

    private static DecisionCard ReadCard(Guid id, NpgsqlDataReader row)
    {
        var card = new Card(
            new(id), CardLines.Read(Encoding.UTF8.GetBytes(row.GetString(3))), row.GetInt64(4), row.GetFieldValue<DateTimeOffset>(5), row.GetInt64(6));
        var contradictions = row.IsDBNull(10) ? [] : Contradictions.Read(row.GetString(10));
        if (row.IsDBNull(7))
            return new(card, ImmutableDictionary<LicenseId, DateOnly>.Empty, contradictions);
        var (licenses, jurisdictions, retrieved) = (row.GetFieldValue<Guid[]>(7), row.GetFieldValue<string[]>(8), row.GetFieldValue<DateTimeOffset[]>(9));
        var seen = licenses.Select((license, i) => (License: new LicenseId(license), Day: Sightings.DayOf(jurisdictions[i], retrieved[i])));
        return new(card, seen.GroupBy(s => s.License).ToImmutableDictionary(g => g.Key, g => g.Max(s => s.Day)), contradictions);
    }
}
