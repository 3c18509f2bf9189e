using LicenseTracker.Api.Commands;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Exemptions;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Api.Exemptions;

/// <summary>Carries out every command on an exemption.</summary>
public static class ExemptionHandler
{
    public static Task<Outcome> HandleAsync(Order<RequestExemption> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.RunAsync(order.By, null, async recording =>
        {
            var (command, therapist) = (order.Command, order.Command.TherapistId.Value);
            var card = await recording.LockAsync(therapist, cancellation);
            var license = command.LicenseId is { } id && card?.Log<LicenseFact>(id.Value) is { } log ? new License(id, log) : null;
            return await Recorder.WriteAsync(recording, order, therapist, 0, RequestExemption.Decide(command, card?.Therapist(), license), cancellation);
        }, cancellation);

    public static Task<Outcome> HandleAsync(Order<ApproveExemption> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<ApproveExemption, Exemption, ExemptionFact>(order, Load, ApproveExemption.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<DenyExemption> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<DenyExemption, Exemption, ExemptionFact>(order, Load, DenyExemption.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<RevokeExemption> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<RevokeExemption, Exemption, ExemptionFact>(order, Load, RevokeExemption.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<CorrectExemptionFact> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<CorrectExemptionFact, Exemption, ExemptionFact>(order, Load, CorrectExemptionFact.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<VoidExemptionFact> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<VoidExemptionFact, Exemption, ExemptionFact>(order, Load, VoidExemptionFact.Decide, cancellation);

    private static Exemption Load(Guid id, FactLog<ExemptionFact> log) => new(new(id), log);
}
