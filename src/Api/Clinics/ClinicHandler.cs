using LicenseTracker.Api.Commands;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Clinics;

namespace LicenseTracker.Api.Clinics;

/// <summary>Carries out every command on a clinic, in the clinic's own tenant.</summary>
public static class ClinicHandler
{
    public static Task<Outcome> HandleAsync(Order<OpenClinic> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.RunAsync(order.By, Tenant(order.Command), recording => Task.FromResult(Write(recording, order.Command, 0, OpenClinic.Decide(order.Command))), cancellation);

    public static Task<Outcome> HandleAsync(Order<EngageTherapist> order, Recorder recorder, CancellationToken cancellation) =>
        ChangeAsync(order, recorder, async (recording, clinic) =>
        {
            var card = await recording.LockAsync(order.Command.TherapistId.Value, cancellation);
            return EngageTherapist.Decide(order.Command, clinic, card?.Therapist());
        }, cancellation);

    public static Task<Outcome> HandleAsync(Order<ReleaseTherapist> order, Recorder recorder, CancellationToken cancellation) =>
        ChangeAsync(order, recorder, async (recording, clinic) =>
        {
            var therapist = order.Command.TherapistId.Value;
            var cards = await recording.ReadAsync([therapist], cancellation);
            return ReleaseTherapist.Decide(order.Command, clinic, cards.GetValueOrDefault(therapist)?.Therapist());
        }, cancellation);

    private static Task<Outcome> ChangeAsync<TCommand>(
        Order<TCommand> order, Recorder recorder, Func<Recording, Clinic?, Task<Decision<ClinicFact>>> decide, CancellationToken cancellation)
        where TCommand : IChange =>
        recorder.RunAsync(order.By, Tenant(order.Command), async recording =>
        {
            var log = await recording.ReadAsync<ClinicFact>(order.Command.StreamId, cancellation);
            if (log is not null && log.Version != order.Command.Version)
                return Outcome.Refused(Refusals.StaleVersion);
            return Write(recording, order.Command, log?.Version ?? 0, await decide(recording, log is null ? null : new(new(order.Command.StreamId), log)));
        }, cancellation);

    private static Outcome Write(Recording recording, ICommand command, long version, Decision<ClinicFact> decision)
    {
        if (!decision.Accepted)
            return Outcome.Refused([.. decision.Refusals]);
        var facts = recording.Append(command.StreamId, version, decision.Facts);
        return new(command.StreamId, version + facts.Count, [.. facts], [], decision.Warnings);
    }

    private static string Tenant(ICommand command) => command.StreamId.ToString();
}
