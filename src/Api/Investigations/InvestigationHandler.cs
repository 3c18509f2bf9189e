using LicenseTracker.Api.Commands;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Investigations;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Api.Investigations;

/// <summary>Carries out every command on an investigation. Its stream is restricted: it is on no card and in no therapist's history.</summary>
public static class InvestigationHandler
{
    public static Task<Outcome> HandleAsync(Order<OpenInvestigation> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.RunAsync(order.By, null, async recording =>
        {
            var card = await recording.LockAsync(order.Command.TherapistId.Value, cancellation);
            var license = card?.Log<LicenseFact>(order.Command.LicenseId.Value) is { } log ? new License(order.Command.LicenseId, log) : null;
            return await Recorder.WriteAsync(
                recording, order, order.Command.TherapistId.Value, 0, OpenInvestigation.Decide(order.Command, license), cancellation);
        }, cancellation);

    public static Task<Outcome> HandleAsync(Order<CloseInvestigation> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.RunAsync(order.By, null, async recording =>
        {
            var log = await recording.ReadAsync<InvestigationFact>(order.Command.StreamId, cancellation);
            if (log is not { Facts: [{ Fact: InvestigationOpened opened }, ..] })
                return Outcome.Refused(Refusals.UnknownId);
            await recording.LockAsync(opened.TherapistId.Value, cancellation);
            return log.Version == order.Command.Version
                ? await Recorder.WriteAsync(
                    recording, order, opened.TherapistId.Value, log.Version, CloseInvestigation.Decide(order.Command, new(new(order.Command.StreamId), log)), cancellation)
                : Outcome.Refused(Refusals.StaleVersion);
        }, cancellation);
}
