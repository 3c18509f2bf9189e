using JasperFx.Events;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Investigations;
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
        var added = events
            .Where(e => e.Data is IFact and not InvestigationFact && e.Headers?.ContainsKey(FactHeaders.TherapistKey) == true)
            .GroupBy(e => FactHeaders.From(e.Headers!.AsReadOnly()).Therapist!.Value)
            .OrderBy(g => g.Key)
            .ToDictionary(g => g.Key, g => g.GroupBy(e => e.StreamId).Select(s => (s.Key, s.Select(ToRecorded))).ToList());
        if (added.Count == 0)
            return;

        var cards = await Card.LockAsync(operations.Connection, added.Keys, cancellation);
        QueueCards(operations, added);
        var views = new TherapistViews(personal);
        foreach (var (therapist, streams) in added)
            await views.AddAsync((cards.GetValueOrDefault(therapist) ?? Card.Empty(new(therapist))).With(streams), cancellation);
        views.Queue(operations);
    }

    private static void QueueCards(IDocumentOperations operations, Dictionary<Guid, List<(Guid Stream, IEnumerable<Recorded<IFact>> Facts)>> added)
    {
        var therapists = added.Keys.ToArray();
        operations.QueueSqlCommand(
            $"""
            INSERT INTO {Tables.Schema}.eligibility_card AS card (therapist_id, lines, version, recorded_at, sequence)
            SELECT t.id, t.lines::jsonb, 1, t.recorded_at, currval('{Tables.Schema}.mt_events_sequence')
            FROM unnest(?, ?, ?) AS t(id, lines, recorded_at)
            ON CONFLICT (therapist_id) DO UPDATE SET
                lines = {Tables.Schema}.card_add(card.lines, excluded.lines), version = card.version + 1,
                recorded_at = greatest(card.recorded_at, excluded.recorded_at), sequence = excluded.sequence
            """,
            therapists,
            therapists.Select(t => CardLines.Write(added[t])).ToArray(),
            therapists.Select(t => added[t].SelectMany(s => s.Facts).Max(f => f.RecordedAt)).ToArray());

        var streams = added.SelectMany(a => a.Value.Select(s => (Therapist: a.Key, s.Stream, Kind: KindOf(s.Facts.First().Fact)))).ToList();
        operations.QueueSqlCommand(
            $"""
            INSERT INTO {Tables.Schema}.stream_owner (stream_id, therapist_id, kind)
            SELECT * FROM unnest(?, ?, ?) ON CONFLICT (stream_id) DO NOTHING
            """,
            streams.Select(s => s.Stream).ToArray(),
            streams.Select(s => s.Therapist).ToArray(),
            streams.Select(s => s.Kind).ToArray());
    }

    private static Recorded<IFact> ToRecorded(IEvent e) => new(new(e.Id), e.Version, e.Timestamp, (IFact)e.Data);

    private static string KindOf(IFact fact) => fact switch
    {
        Domain.Therapists.TherapistFact => "therapist",
        Domain.Licenses.LicenseFact => "license",
        Domain.Certifications.CertificationFact => "certification",
        _ => throw new InvalidOperationException($"{fact.GetType().Name} belongs on no therapist's card."),
    };
}
