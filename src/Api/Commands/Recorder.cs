using LicenseTracker.Api.Sealing;
using LicenseTracker.Domain;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Schema;
using Marten;
using Npgsql;

namespace LicenseTracker.Api.Commands;

/// <summary>
/// The one path of every command: claim the key, lock the therapist's card, check the version, decide, append with all views, keep the
/// answer; one transaction. A refusal rolls everything back.
/// </summary>
public sealed class Recorder(IDocumentStore store, Keyring keyring, TimeProvider clock, Ids ids)
{
    private const string LockTimeout = "10s";

    /// <summary>Registers a therapist: starts their stream and makes their data key.</summary>
    public Task<Outcome> RegisterAsync<TFact>(OrderContext by, Guid therapist, Decision<TFact> decision, CancellationToken cancellation)
        where TFact : class, IFact =>
        RunAsync(by, async recording =>
        {
            if (!decision.Accepted)
                return Outcome.Refused([.. decision.Refusals]);
            recording.AddTherapist(therapist);
            return await WriteAsync(recording, by, therapist, therapist, 0, decision, cancellation);
        }, cancellation);

    /// <summary>Starts a new stream of a therapist; the decision is given null when the therapist is unknown.</summary>
    public Task<Outcome> StartAsync<TFact>(OrderContext by, Guid therapist, Guid stream, Func<Card?, Decision<TFact>> decide, CancellationToken cancellation)
        where TFact : class, IFact =>
        RunAsync(by, async recording =>
        {
            var cards = await recording.LockAsync([therapist], cancellation);
            return await WriteAsync(recording, by, therapist, stream, 0, decide(cards.GetValueOrDefault(therapist)), cancellation);
        }, cancellation);

    /// <summary>Changes an existing stream at the version its caller saw; the decision is given null when there is no such stream of its kind.</summary>
    public Task<Outcome> ChangeAsync<TFact>(
        OrderContext by, Guid stream, long version, Func<FactLog<TFact>?, Decision<TFact>> decide, CancellationToken cancellation)
        where TFact : class, IFact =>
        RunAsync(by, async recording =>
        {
            var therapist = await OwnerAsync(recording.Connection, stream, cancellation);
            var card = therapist is { } owner ? (await recording.LockAsync([owner], cancellation)).GetValueOrDefault(owner) : null;
            var log = card?.Log<TFact>(stream);
            if (log is not null && log.Version != version)
                return Outcome.Refused(Refusals.StaleVersion);
            return await WriteAsync(recording, by, therapist ?? Guid.Empty, stream, version, decide(log), cancellation);
        }, cancellation);

    /// <summary>A unit of work for many facts at once; it commits when told to.</summary>
    public async Task<Recording> BeginAsync(OrderContext by, CancellationToken cancellation, string? tenant = null)
    {
        var session = tenant is null ? store.LightweightSession() : store.LightweightSession(tenant);
        session.LastModifiedBy = by.Subject;
        session.CorrelationId = by.Correlation;
        session.CausationId = by.Mutation;
        await session.BeginTransactionAsync(cancellation);
        var recording = new Recording(session, keyring, clock, ids, by);
        await using var setup = new NpgsqlCommand($"SET LOCAL lock_timeout = '{LockTimeout}'", recording.Connection);
        await setup.ExecuteNonQueryAsync(cancellation);
        return recording;
    }

    private async Task<Outcome> RunAsync(OrderContext by, Func<Recording, Task<Outcome>> work, CancellationToken cancellation)
    {
        await using var recording = await BeginAsync(by, cancellation);
        if (await CommandKeys.ClaimAsync(recording.Connection, by, clock.GetUtcNow(), cancellation) is { } given)
            return given;
        var outcome = await work(recording);
        if (!outcome.Accepted)
            return outcome;
        await CommandKeys.AnswerAsync(recording.Connection, by, outcome, cancellation);
        await NameActorAsync(recording.Connection, by, cancellation);
        await recording.CommitAsync(cancellation);
        return outcome;
    }

    private static async Task<Outcome> WriteAsync<TFact>(
        Recording recording, OrderContext by, Guid therapist, Guid stream, long version, Decision<TFact> decision, CancellationToken cancellation)
        where TFact : class, IFact
    {
        if (!decision.Accepted)
            return Outcome.Refused([.. decision.Refusals]);
        var facts = await recording.AppendAsync(therapist, stream, version, decision.Facts, by.Source, cancellation);
        return new(stream, version + facts.Count, [.. facts], [], decision.Warnings);
    }

    private static async Task<Guid?> OwnerAsync(NpgsqlConnection connection, Guid stream, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"SELECT therapist_id FROM {Tables.Schema}.stream_owner WHERE stream_id = $1", connection);
        command.Parameters.AddWithValue(stream);
        return (Guid?)await command.ExecuteScalarAsync(cancellation);
    }

    /// <summary>Facts carry the actor's id alone; what the actor is called is kept once, where it can be changed.</summary>
    private static async Task NameActorAsync(NpgsqlConnection connection, OrderContext by, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"""
            INSERT INTO {Tables.Schema}.actor (subject, name, role)
            SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT FROM {Tables.Schema}.actor WHERE subject = $1 AND name = $2 AND role = $3)
            ON CONFLICT (subject) DO UPDATE SET name = excluded.name, role = excluded.role
            """, connection);
        command.Parameters.AddWithValue(by.Subject);
        command.Parameters.AddWithValue(by.Name);
        command.Parameters.AddWithValue(by.Role);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
