using LicenseTracker.Api.Commands;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;
using Npgsql;

namespace LicenseTracker.Api.RuleBooks;

/// <summary>Carries out every command on a rule book, in the registry.</summary>
public static class RuleBookHandler
{
    public static Task<Outcome> HandleAsync(Order<AdoptRuleBook> order, Recorder recorder, CancellationToken cancellation) =>
        ChangeAsync(order, order.Command.Jurisdiction, recorder, record => AdoptRuleBook.Decide(order.Command, record), cancellation);

    public static Task<Outcome> HandleAsync(Order<CorrectRuleBookFact> order, Recorder recorder, CancellationToken cancellation) =>
        ChangeAsync(order, order.Command.Jurisdiction, recorder, record => CorrectRuleBookFact.Decide(order.Command, record), cancellation);

    public static Task<Outcome> HandleAsync(Order<VoidRuleBookFact> order, Recorder recorder, CancellationToken cancellation) =>
        ChangeAsync(order, order.Command.Jurisdiction, recorder, record => VoidRuleBookFact.Decide(order.Command, record), cancellation);

    /// <summary>One writer of rule books at a time, until its transaction ends: a first adoption has no row that could be locked.</summary>
    internal static async Task LockAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtextextended('rule books', 0))", connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static Task<Outcome> ChangeAsync<TCommand>(
        Order<TCommand> order, Jurisdiction jurisdiction, Recorder recorder, Func<RuleBookRecord, Decision<RuleBookFact>> decide, CancellationToken cancellation)
        where TCommand : IChange =>
        recorder.RunAsync(order.By, null, async recording =>
        {
            await LockAsync(recording.Connection, cancellation);
            var stream = order.Command.StreamId;
            var log = await recording.ReadAsync<RuleBookFact>(stream, cancellation);
            var record = log is null ? RuleBookRecord.Empty(jurisdiction) : new(jurisdiction, log);
            if (record.Version != order.Command.Version)
                return Outcome.Refused(Refusals.StaleVersion);
            var decision = decide(record);
            if (!decision.Accepted)
                return Outcome.Refused([.. decision.Refusals]);
            var facts = recording.Append(stream, record.Version, decision.Facts, laterThan: log?.Facts[^1].RecordedAt);
            return new(stream, record.Version + facts.Count, [.. facts], [], decision.Warnings);
        }, cancellation);
}
