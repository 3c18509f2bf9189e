using LicenseTracker.Api.Commands;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Certifications;

namespace LicenseTracker.Api.Certifications;

/// <summary>Carries out every command on a certification.</summary>
public static class CertificationHandler
{
    public static Task<Outcome> HandleAsync(Order<GrantCertification> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.StartAsync(order, order.Command.TherapistId, GrantCertification.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<RenewCertification> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<RenewCertification, Certification, CertificationFact>(order, Load, RenewCertification.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<RevokeCertification> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<RevokeCertification, Certification, CertificationFact>(order, Load, RevokeCertification.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<CorrectCertificationFact> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<CorrectCertificationFact, Certification, CertificationFact>(order, Load, CorrectCertificationFact.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<VoidCertificationFact> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<VoidCertificationFact, Certification, CertificationFact>(order, Load, VoidCertificationFact.Decide, cancellation);

    private static Certification Load(Guid id, FactLog<CertificationFact> log) => new(new(id), log);
}
