using LicenseTracker.Api.Commands;
using LicenseTracker.Domain;
using LicenseTracker.Domain.CeAudits;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Api.CeAudits;

/// <summary>Carries out every command on an audit of continuing education.</summary>
public static class CeAuditHandler
{
    public static Task<Outcome> HandleAsync(Order<OpenCeAudit> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.RunAsync(order.By, null, async recording =>
        {
            var card = await recording.LockAsync(order.Command.TherapistId.Value, cancellation);
            var license = card?.Log<LicenseFact>(order.Command.LicenseId.Value) is { } log ? new License(order.Command.LicenseId, log) : null;
            return await Recorder.WriteAsync(recording, order, order.Command.TherapistId.Value, 0, OpenCeAudit.Decide(order.Command, license), cancellation);
        }, cancellation);

    public static Task<Outcome> HandleAsync(Order<CloseCeAudit> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<CloseCeAudit, CeAudit, CeAuditFact>(order, Load, CloseCeAudit.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<CorrectCeAuditFact> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<CorrectCeAuditFact, CeAudit, CeAuditFact>(order, Load, CorrectCeAuditFact.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<VoidCeAuditFact> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<VoidCeAuditFact, CeAudit, CeAuditFact>(order, Load, VoidCeAuditFact.Decide, cancellation);

    private static CeAudit Load(Guid id, FactLog<CeAuditFact> log) => new(new(id), log);
}
