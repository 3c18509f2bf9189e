using LicenseTracker.Api.Commands;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Clinics;
using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Policies;
using Npgsql;

namespace LicenseTracker.Api.Policies;

/// <summary>Carries out every command on a clinic's policy, in the clinic's own tenant.</summary>
public static class PolicyHandler
{
    public static Task<Outcome> HandleAsync(Order<AdoptPolicy> order, Recorder recorder, ConditionCatalogue catalogue, CancellationToken cancellation) =>
        ChangeAsync(order, order.Command.ClinicId, recorder, async (recording, policies) =>
        {
            var clinic = order.Command.ClinicId;
            var facts = await recording.ReadAsync<ClinicFact>(clinic.Value, cancellation);
            return AdoptPolicy.Decide(order.Command, facts is null ? null : new(clinic, facts), policies ?? ClinicPolicy.Empty(clinic), catalogue);
        }, cancellation);

    public static Task<Outcome> HandleAsync(Order<CorrectPolicyFact> order, Recorder recorder, ConditionCatalogue catalogue, CancellationToken cancellation) =>
        ChangeAsync(order, order.Command.ClinicId, recorder, (_, policies) => Task.FromResult(CorrectPolicyFact.Decide(order.Command, policies, catalogue)), cancellation);

    public static Task<Outcome> HandleAsync(Order<VoidPolicyFact> order, Recorder recorder, CancellationToken cancellation) =>
        ChangeAsync(order, order.Command.ClinicId, recorder, (_, policies) => Task.FromResult(VoidPolicyFact.Decide(order.Command, policies)), cancellation);

    /// <summary>An unknown clinic is told before a stale version. Of two who adopt at once the second waits, and then sees what the first did.</summary>
    private static Task<Outcome> ChangeAsync<TCommand>(
        Order<TCommand> order, ClinicId clinic, Recorder recorder, Func<Recording, ClinicPolicy?, Task<Decision<PolicyFact>>> decide, CancellationToken cancellation)
        where TCommand : IChange =>
        recorder.RunAsync(order.By, clinic.Value.ToString(), async recording =>
        {
            var stream = order.Command.StreamId;
            await LockAsync(recording.Connection, stream, cancellation);
            var log = await recording.ReadAsync<PolicyFact>(stream, cancellation);
            var version = log?.Version ?? 0;
            var decision = await decide(recording, log is null ? null : new(clinic, log));
            if (decision.Refusals.Any(r => r.Code == Refusals.UnknownId.Code))
                return Outcome.Refused([.. decision.Refusals]);
            if (version != order.Command.Version)
                return Outcome.Refused(Refusals.StaleVersion);
            if (!decision.Accepted)
                return Outcome.Refused([.. decision.Refusals]);
            var facts = recording.Append(stream, version, decision.Facts, laterThan: log?.Facts[^1].RecordedAt);
            return new(stream, version + facts.Count, [.. facts], [], decision.Warnings);
        }, cancellation);

    /// <summary>Until this transaction ends: a first adoption has no row that could be locked.</summary>
    private static async Task LockAsync(NpgsqlConnection connection, Guid stream, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", connection);
        command.Parameters.AddWithValue($"policy|{stream}");
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
