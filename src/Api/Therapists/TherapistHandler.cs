using LicenseTracker.Api.Commands;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Api.Therapists;

/// <summary>Carries out every command on a therapist.</summary>
public static class TherapistHandler
{
    public static Task<Outcome> HandleAsync(Order<RegisterTherapist> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.RunAsync(order.By, null, recording =>
        {
            recording.AddTherapist(order.Command.StreamId);
            return Recorder.WriteAsync(recording, order, order.Command.StreamId, 0, RegisterTherapist.Decide(order.Command), cancellation);
        }, cancellation);

    public static Task<Outcome> HandleAsync(Order<ChangeTherapistName> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<ChangeTherapistName, Therapist, TherapistFact>(order, Load, ChangeTherapistName.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<ChangeTherapistNpi> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<ChangeTherapistNpi, Therapist, TherapistFact>(order, Load, ChangeTherapistNpi.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<ChangeTherapistContact> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<ChangeTherapistContact, Therapist, TherapistFact>(order, Load, ChangeTherapistContact.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<CorrectTherapistFact> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<CorrectTherapistFact, Therapist, TherapistFact>(order, Load, CorrectTherapistFact.Decide, cancellation);

    public static Task<Outcome> HandleAsync(Order<VoidTherapistFact> order, Recorder recorder, CancellationToken cancellation) =>
        recorder.ChangeAsync<VoidTherapistFact, Therapist, TherapistFact>(order, Load, VoidTherapistFact.Decide, cancellation);

    private static Therapist Load(Guid id, FactLog<TherapistFact> log) => new(new(id), log);
}
