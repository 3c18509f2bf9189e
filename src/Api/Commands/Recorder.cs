using LicenseTracker.Api.Sealing;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Therapists;
using LicenseTracker.Projections.Cards;
using Marten;
using Npgsql;

namespace LicenseTracker.Api.Commands;

/// <summary>
/// The one path of every command: claim the key, lock the therapist's card, check the version, decide, append with all views, keep the
/// answer; one transaction. A refusal rolls everything back.
/// </summary>
public sealed class Recorder(IDocumentStore store, Keyring keyring, CommandLimits limits, TimeProvider clock, Ids ids)
{
    /// <summary>Starts a new stream of a therapist; the decision is given null when the therapist is unknown.</summary>
    public Task<Outcome> StartAsync<TCommand, TFact>(
        Order<TCommand> order, TherapistId therapist, Func<TCommand, Therapist?, Decision<TFact>> decide, CancellationToken cancellation)
        where TCommand : IStart
        where TFact : class, IFact =>
        RunAsync(order.By, null, async recording =>
        {
            var card = await recording.LockAsync(therapist.Value, cancellation);
            return await WriteAsync(recording, order, therapist.Value, 0, decide(order.Command, card?.Therapist()), cancellation);
        }, cancellation);

    /// <summary>Changes an existing stream of a therapist at the version the caller saw; the decision is given null when there is no such stream.</summary>
    /// <param name="check">A last look, under the same locks, at what lies outside the therapist's card; null: none.</param>
    public Task<Outcome> ChangeAsync<TCommand, TState, TFact>(
        Order<TCommand> order, Func<Guid, FactLog<TFact>, TState> load, Func<TCommand, TState?, Decision<TFact>> decide, CancellationToken cancellation,
        Func<Recording, TState, Decision<TFact>, Task<Decision<TFact>>>? check = null)
        where TCommand : IChange
        where TState : class
        where TFact : class, IFact =>
        ChangeAsync<TCommand, TState, TFact>(
            order,
            load,
            async (recording, _, state) =>
            {
                var decision = decide(order.Command, state);
                return check is not null && state is not null && decision.Accepted ? await check(recording, state, decision) : decision;
            },
            cancellation);

    /// <summary>Changes an existing stream by a decision that looks at more than the stream; it is given nulls when there is no such stream.</summary>
    public Task<Outcome> ChangeAsync<TCommand, TState, TFact>(
        Order<TCommand> order, Func<Guid, FactLog<TFact>, TState> load, Func<Recording, Card?, TState?, Task<Decision<TFact>>> decide, CancellationToken cancellation)
        where TCommand : IChange
        where TState : class
        where TFact : class, IFact =>
        RunAsync(order.By, null, async recording =>
        {
            var stream = order.Command.StreamId;
            var owner = await StreamOwners.FindAsync(recording.Connection, stream, cancellation);
            var card = owner is { } therapist ? await recording.LockAsync(therapist, cancellation) : null;
            if (card?.Log<TFact>(stream) is not { } log)
                return Outcome.Refused([.. (await decide(recording, null, null)).Refusals]);
            if (log.Version != order.Command.Version)
                return Outcome.Refused(Refusals.StaleVersion);
            var decision = await decide(recording, card, load(stream, log));
            return await WriteAsync(recording, order, card.Id.Value, log.Version, decision, cancellation);
        }, cancellation);

    /// <summary>Runs work under the order's key and commits it with its answer; what the work refuses leaves no trace.</summary>
    public async Task<Outcome> RunAsync(OrderContext by, string? tenant, Func<Recording, Task<Outcome>> work, CancellationToken cancellation)
    {
        await using var recording = await BeginAsync(by, tenant, limits.LockWaitOf(by), cancellation);
        if (await CommandKeys.ClaimAsync(recording.Connection, by, clock.GetUtcNow(), cancellation) is { } given)
            return given;
        var outcome = await work(recording);
        if (!outcome.Accepted)
            return outcome;
        await CommandKeys.AnswerAsync(recording.Connection, by, outcome, cancellation);
        await Actors.NameAsync(recording.Connection, by, cancellation);
        await recording.CommitAsync(cancellation);
        return outcome;
    }

    /// <summary>A unit of work for many facts at once; it commits when told to.</summary>
    /// <param name="tenant">The clinic whose own streams are written; null: the registry.</param>
    public Task<Recording> BeginAsync(OrderContext by, string? tenant, CancellationToken cancellation) =>
        BeginAsync(by, tenant, limits.BatchLockWait, cancellation);

    /// <summary>A unit of work inside a transaction that the caller ends: what is committed through it is known there alone until then.</summary>
    public Task<Recording> BeginAsync(OrderContext by, NpgsqlTransaction inside, CancellationToken cancellation) =>
        BeginAsync(by, store.LightweightSession(Marten.Services.SessionOptions.ForTransaction(inside)), limits.BatchLockWait, cancellation);

    private async Task<Recording> BeginAsync(OrderContext by, string? tenant, TimeSpan lockWait, CancellationToken cancellation)
    {
        var session = tenant is null ? store.LightweightSession() : store.LightweightSession(tenant);
        await session.BeginTransactionAsync(cancellation);
        return await BeginAsync(by, session, lockWait, cancellation);
    }

    private async Task<Recording> BeginAsync(OrderContext by, IDocumentSession session, TimeSpan lockWait, CancellationToken cancellation)
    {
        session.LastModifiedBy = by.Subject;
        session.CorrelationId = by.Correlation;
        session.CausationId = by.Mutation;
        var recording = new Recording(session, keyring, clock, ids, by);
        await using var setup = new NpgsqlCommand($"SET LOCAL lock_timeout = {Math.Max(1, (int)lockWait.TotalMilliseconds)}", recording.Connection);
        await setup.ExecuteNonQueryAsync(cancellation);
        return recording;
    }

    /// <summary>Appends what was decided after the given version of the command's stream.</summary>
    public static async Task<Outcome> WriteAsync<TCommand, TFact>(
        Recording recording, Order<TCommand> order, Guid therapist, long version, Decision<TFact> decision, CancellationToken cancellation)
        where TCommand : ICommand
        where TFact : class, IFact
    {
        if (!decision.Accepted)
            return Outcome.Refused([.. decision.Refusals]);
        var stream = order.Command.StreamId;
        var facts = await recording.AppendAsync(therapist, stream, version, decision.Facts, order.By.Source, cancellation);
        return new(stream, version + facts.Count, [.. facts], [], decision.Warnings);
    }
}
