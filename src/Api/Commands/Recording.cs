using JasperFx.Events;
using LicenseTracker.Api.Sealing;
using LicenseTracker.Domain;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Schema;
using Marten;
using Npgsql;

namespace LicenseTracker.Api.Commands;

/// <summary>
/// One unit of work: what is appended through it becomes known in one transaction, with every view. Cards are locked before they are
/// read, so what was decided still holds when it is written.
/// </summary>
public sealed class Recording(IDocumentSession session, Keyring keyring, TimeProvider clock, Ids ids, OrderContext by) : IAsyncDisposable
{
    private readonly Dictionary<Guid, DateTimeOffset> newest = [];
    private readonly Dictionary<Guid, DataKey> created = [];

    public NpgsqlConnection Connection => session.Connection!;

    /// <summary>Locks and reads the cards of these therapists; an unknown therapist has none.</summary>
    public async Task<IReadOnlyDictionary<Guid, Card>> LockAsync(IEnumerable<Guid> therapists, CancellationToken cancellation)
    {
        var cards = await Card.LockAsync(Connection, therapists, cancellation);
        foreach (var (therapist, card) in cards)
            newest[therapist] = card.RecordedAt;
        return cards;
    }

    /// <summary>Reads the cards of these therapists without locking them: for work that will not be committed.</summary>
    public Task<IReadOnlyDictionary<Guid, Card>> ReadAsync(IEnumerable<Guid> therapists, CancellationToken cancellation) =>
        Card.ReadAsync(Connection, therapists, cancellation);

    /// <summary>Locks and reads one card; null for an unknown therapist.</summary>
    public async Task<Card?> LockAsync(Guid therapist, CancellationToken cancellation) =>
        (await LockAsync([therapist], cancellation)).GetValueOrDefault(therapist);

    /// <summary>The facts of one stream with the therapist they are about; null where there are none of this kind. Not locked.</summary>
    public async Task<FactLog<TFact>?> ReadAsync<TFact>(Guid stream, CancellationToken cancellation)
        where TFact : class, IFact
    {
        var events = await session.Events.FetchStreamAsync(stream, token: cancellation);
        return events is [{ Data: TFact }, ..] ? new([.. events.Select(e => new Recorded<TFact>(new(e.Id), e.Version, e.Timestamp, (TFact)e.Data))]) : null;
    }

    /// <summary>A new therapist gets a data key before their first fact is sealed.</summary>
    public void AddTherapist(Guid therapist)
    {
        var (key, wrapped) = keyring.Create(therapist);
        created.Add(therapist, key);
        session.QueueSqlCommand($"INSERT INTO {Tables.Schema}.data_key (therapist_id, key_id, wrapped) VALUES (?, ?, ?)", therapist, key.Id, wrapped);
    }

    /// <summary>Appends facts about a therapist after the given version of their stream; 0 starts the stream.</summary>
    /// <param name="actor">Whose facts they are, where a unit of work holds several people's; null: who ordered the work.</param>
    /// <returns>The ids of the new facts.</returns>
    public async Task<IReadOnlyList<Guid>> AppendAsync<TFact>(
        Guid therapist, Guid stream, long afterVersion, IEnumerable<TFact> facts, FactSource? source, CancellationToken cancellation, OrderContext? actor = null)
        where TFact : class, IFact
    {
        var key = await KeyOfAsync(therapist, cancellation);
        var at = StampFor(therapist);
        var events = facts.Select(fact => ToEvent(fact, stream, therapist, key, at, source, actor ?? by)).ToArray();
        Append(stream, afterVersion, events);
        return [.. events.Select(e => e.Id)];
    }

    /// <summary>Seals a text that is kept beside the facts, with the therapist's key.</summary>
    public async Task<string> SealAsync(Guid therapist, PersonalField place, string text, CancellationToken cancellation) =>
        Envelope.Seal(await KeyOfAsync(therapist, cancellation), place.AssociatedData(), text);

    /// <summary>Appends facts that are about no therapist (a clinic's own), in the session's tenant.</summary>
    /// <param name="laterThan">The newest fact of the stream: a slow clock never reorders history.</param>
    public IReadOnlyList<Guid> Append<TFact>(Guid stream, long afterVersion, IEnumerable<TFact> facts, DateTimeOffset? laterThan = null)
        where TFact : class, IFact
    {
        var at = Truncate(clock.GetUtcNow());
        if (at <= laterThan)
            at = laterThan.Value.AddTicks(TimeSpan.TicksPerMicrosecond);
        var events = facts.Select(fact => Wrap(fact, ids.New(at), at, by.Subject, new(by.Role, null, by.Source))).ToArray();
        Append(stream, afterVersion, events);
        return [.. events.Select(e => e.Id)];
    }

    /// <summary>Commits what was appended and what was written beside it.</summary>
    public async Task CommitAsync(CancellationToken cancellation)
    {
        // A session that has nothing to append would not commit, and what was written beside it would be lost.
        if (!session.PendingChanges.Streams().Any())
            session.QueueSqlCommand("SELECT 1");
        await session.SaveChangesAsync(cancellation);
        Settle(stored: true);
    }

    public ValueTask DisposeAsync()
    {
        Settle(stored: false);
        return session.DisposeAsync();
    }

    /// <summary>A therapist of this unit of work has a key that nobody else can find yet.</summary>
    private async Task<DataKey> KeyOfAsync(Guid therapist, CancellationToken cancellation) =>
        created.GetValueOrDefault(therapist) ?? await keyring.FindAsync(therapist, cancellation)
        ?? throw new InvalidOperationException($"Therapist {therapist} has no data key: their personal data was erased.");

    private void Settle(bool stored)
    {
        foreach (var key in created.Values)
            keyring.Settle(key, stored);
        created.Clear();
    }

    private void Append(Guid stream, long afterVersion, IEvent[] events)
    {
        if (events.Length == 0)
            return;
        if (afterVersion == 0)
            session.Events.StartStream(stream, events);
        else
            session.Events.Append(stream, afterVersion + events.Length, events.AsEnumerable<object>());
    }

    private IEvent ToEvent(IFact fact, Guid stream, Guid therapist, DataKey key, DateTimeOffset at, FactSource? source, OrderContext actor)
    {
        var id = ids.New(at);
        var name = FactNames.Of(fact);
        string SealText(string field, string text) => Envelope.Seal(key, new PersonalField(name, stream, id, field).AssociatedData(), text);
        var sealedFact = fact.MapPersonal((field, text) => text.Clear is { } clear ? Personal.Sealed(SealText(field, clear)) : text);
        var sealedSource = source is { Raw: { } raw } ? source with { Raw = SealText("source.raw", raw) } : source;
        return Wrap(sealedFact, id, at, actor.Subject, new(actor.Role, therapist, sealedSource));
    }

    private static IEvent Wrap(IFact fact, Guid id, DateTimeOffset at, string actor, FactHeaders headers)
    {
        var wrapped = (IEvent)Activator.CreateInstance(typeof(Event<>).MakeGenericType(fact.GetType()), fact)!;
        wrapped.Id = id;
        wrapped.Timestamp = at;
        wrapped.UserName = actor;
        wrapped.Headers = headers.ToDictionary();
        return wrapped;
    }

    /// <summary>Now, but always later than the therapist's newest fact: a slow clock never reorders history.</summary>
    private DateTimeOffset StampFor(Guid therapist)
    {
        var now = Truncate(clock.GetUtcNow());
        if (newest.TryGetValue(therapist, out var last) && now <= last)
            now = last.AddTicks(TimeSpan.TicksPerMicrosecond);
        newest[therapist] = now;
        return now;
    }

    private static DateTimeOffset Truncate(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
}
