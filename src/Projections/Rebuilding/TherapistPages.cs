using System.Collections.Immutable;
using LicenseTracker.Domain;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Schema;
using LicenseTracker.Projections.Therapists;
using Npgsql;

namespace LicenseTracker.Projections.Rebuilding;

/// <summary>Writes cards and readable rows of therapists whose facts come therapist by therapist, many therapists at a time.</summary>
internal sealed class TherapistPages(NpgsqlConnection connection, IPersonalReader personal)
{
    private const int FactsPerPage = 5_000;

    private readonly List<(Guid Stream, Guid Therapist, string Kind)> owners = [];
    private readonly List<Card> cards = [];
    private readonly Dictionary<Guid, List<Recorded<IFact>>> lines = [];
    private Card? current;
    private int facts;

    public long Count { get; private set; }

    public async Task AddAsync(StoredFact stored, CancellationToken cancellation)
    {
        var therapist = stored.Beside.Therapist!.Value;
        if (current?.Id.Value != therapist)
        {
            await CloseAsync(FactsPerPage, cancellation);
            current = Card.Empty(new(therapist));
        }

        facts++;
        var fact = stored.Fact();
        var kind = StreamKind.Of(fact.GetType());
        if (stored.Version == 1)
            owners.Add((stored.Stream, therapist, kind));

        // A restricted fact is on no card, but its recorded time counts: the therapist's next fact is later.
        if (stored.RecordedAt > current!.RecordedAt)
            current = current with { RecordedAt = stored.RecordedAt };
        if (StreamKind.Restricted.Contains(kind))
            return;
        if (!lines.TryGetValue(stored.Stream, out var line))
            lines.Add(stored.Stream, line = []);
        line.Add(new(new(stored.Id), stored.Version, stored.RecordedAt, fact));
        current = current with { Version = current.Version + 1, Sequence = stored.Sequence };
    }

    public Task CompleteAsync(CancellationToken cancellation) => CloseAsync(0, cancellation);

    private async Task CloseAsync(int writeFrom, CancellationToken cancellation)
    {
        if (current is null)
            return;
        if (lines.Count > 0)
            cards.Add(current with { Lines = lines.ToDictionary(l => l.Key, l => l.Value.ToImmutableArray()) });
        lines.Clear();
        Count++;
        current = null;
        if (facts >= writeFrom)
            await WriteAsync(cancellation);
    }

    private async Task WriteAsync(CancellationToken cancellation)
    {
        await personal.PreloadAsync(cards.Select(c => c.Id.Value), cancellation);
        var views = new TherapistViews(personal);
        foreach (var card in cards)
            await views.AddAsync(card, cancellation);
        await Rebuild.ExecuteAsync(connection, [InsertOwners(), InsertCards(), .. views.Inserts()], cancellation);
        owners.Clear();
        cards.Clear();
        facts = 0;
    }

    private (string Sql, object[] Values) InsertOwners() => (
        $"INSERT INTO {Tables.Schema}.stream_owner (stream_id, therapist_id, kind) SELECT * FROM unnest(?, ?, ?)",
        [owners.Select(o => o.Stream).ToArray(), owners.Select(o => o.Therapist).ToArray(), owners.Select(o => o.Kind).ToArray()]);

    private (string Sql, object[] Values) InsertCards() => (
        $"""
        INSERT INTO {Tables.Schema}.eligibility_card (therapist_id, lines, version, recorded_at, sequence)
        SELECT id, lines::jsonb, version, recorded_at, sequence FROM unnest(?, ?, ?, ?, ?) AS t(id, lines, version, recorded_at, sequence)
        """,
        [
            cards.Select(c => c.Id.Value).ToArray(), cards.Select(c => CardLines.Write(c.Lines.Select(l => (l.Key, l.Value.AsEnumerable())))).ToArray(),
            cards.Select(c => c.Version).ToArray(), cards.Select(c => c.RecordedAt).ToArray(), cards.Select(c => c.Sequence).ToArray(),
        ]);
}
