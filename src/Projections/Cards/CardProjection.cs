using JasperFx;
using JasperFx.Events;
using LicenseTracker.Domain;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Schema;
using LicenseTracker.Projections.Therapists;
using Marten;
using Marten.Events.Projections;

namespace LicenseTracker.Projections.Cards;

/// <summary>
/// Writes every view of a therapist in the transaction that appends the facts. It locks the card first, so two licenses of one therapist
/// written at once wait for each other and no update is lost.
/// </summary>
public sealed class CardProjection(IPersonalReader personal) : IProjection
{
    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var about = events.Where(e => e.Data is IFact && e.Headers?.ContainsKey(FactHeaders.TherapistKey) == true)
            .ToLookup(e => FactHeaders.From(e.Headers!.AsReadOnly()).Therapist!.Value);
        QueueOwners(operations, about);
        var added = about.OrderBy(g => g.Key)
            .Select(g => (g.Key, Streams: g.Where(e => !StreamKind.IsRestricted(e.Data.GetType())).GroupBy(e => e.StreamId).Select(s => (s.Key, s.Select(ToRecorded).ToList().AsEnumerable())).ToList()))
            .Where(a => a.Streams.Count > 0).ToDictionary(a => a.Key, a => a.Streams);
        if (added.Count == 0)
            return;

        var cards = await Card.LockAsync(operations.Connection, added.Keys, cancellation);
        QueueCards(operations, added);
        var views = new TherapistViews(personal);
        foreach (var (therapist, streams) in added)
            await views.AddAsync((cards.GetValueOrDefault(therapist) ?? Card.Empty(new(therapist))).With(streams), cancellation);
        foreach (var (sql, values) in views.Deletes().Concat(views.Inserts()))
            operations.QueueSqlCommand(sql, values);
    }

    /// <summary>A card's version counts its facts and its sequence is the newest one's, so that a rebuild comes to the same.</summary>
    private static void QueueCards(IDocumentOperations operations, Dictionary<Guid, List<(Guid Stream, IEnumerable<Recorded<IFact>> Facts)>> added)
    {
        var therapists = added.Keys.ToArray();
        var newest = added.SelectMany(a => a.Value.Select(s => (Therapist: a.Key, s.Stream, s.Facts.Last().Version))).ToList();
        operations.QueueSqlCommand(
            $"""
            WITH newest AS (
                SELECT n.therapist, max(e.seq_id) AS sequence FROM unnest(?, ?, ?) AS n(therapist, stream, version)
                JOIN {Tables.Schema}.mt_events e ON e.tenant_id = '{StorageConstants.DefaultTenantId}' AND e.stream_id = n.stream AND e.version = n.version
                GROUP BY n.therapist)
            INSERT INTO {Tables.Schema}.eligibility_card AS card (therapist_id, lines, version, recorded_at, sequence)
            SELECT t.id, t.lines::jsonb, t.facts, t.recorded_at, newest.sequence
            FROM unnest(?, ?, ?, ?) AS t(id, lines, facts, recorded_at) LEFT JOIN newest ON newest.therapist = t.id
            ON CONFLICT (therapist_id) DO UPDATE SET
                lines = {Tables.Schema}.card_add(card.lines, excluded.lines), version = card.version + excluded.version,
                recorded_at = greatest(card.recorded_at, excluded.recorded_at), sequence = excluded.sequence
            """,
            newest.Select(n => n.Therapist).ToArray(),
            newest.Select(n => n.Stream).ToArray(),
            newest.Select(n => n.Version).ToArray(),
            therapists,
            therapists.Select(t => CardLines.Write(added[t])).ToArray(),
            therapists.Select(t => (long)added[t].Sum(s => s.Facts.Count())).ToArray(),
            therapists.Select(t => added[t].SelectMany(s => s.Facts).Max(f => f.RecordedAt)).ToArray());
    }

    /// <summary>A restricted fact is on no card, but its recorded time counts: the therapist's next fact is later.</summary>
    private static void QueueOwners(IDocumentOperations operations, ILookup<Guid, IEvent> about)
    {
        var streams = about.SelectMany(g => g.Select(e => (Stream: e.StreamId, Therapist: g.Key, Kind: StreamKind.Of(e.Data.GetType())))).Distinct().ToList();
        if (streams.Count == 0)
            return;
        operations.QueueSqlCommand(
            $"INSERT INTO {Tables.Schema}.stream_owner (stream_id, therapist_id, kind) SELECT * FROM unnest(?, ?, ?) ON CONFLICT (stream_id) DO NOTHING",
            streams.Select(s => s.Stream).ToArray(), streams.Select(s => s.Therapist).ToArray(), streams.Select(s => s.Kind).ToArray());
        foreach (var beside in about.Where(g => g.Any(e => StreamKind.IsRestricted(e.Data.GetType()))))
        {
            operations.QueueSqlCommand(
                $"UPDATE {Tables.Schema}.eligibility_card SET recorded_at = greatest(recorded_at, ?) WHERE therapist_id = ?",
                beside.Max(e => e.Timestamp), beside.Key);
        }
    }

    private static Recorded<IFact> ToRecorded(IEvent e) => new(new(e.Id), e.Version, e.Timestamp, (IFact)e.Data);
}
