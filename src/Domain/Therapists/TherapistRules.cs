namespace LicenseTracker.Domain.Therapists;

/// <summary>Sends a fact of a therapist to the rules of its own command: the same for a new fact and for a correction's replacement.</summary>
public static class TherapistRules
{
    public static readonly Refusal RegistrationVoided = new(
        "THERAPIST_REGISTRATION_VOIDED", "The registration of this therapist was voided. Void that void, or register the therapist anew.");

    internal static Decision<TherapistFact> Decide(Therapist? therapist, TherapistFact fact) =>
        therapist is null ? Refusals.UnknownId
        : therapist.KnownAt(null) is null ? RegistrationVoided
        : Judge(fact).Record(fact);

    internal static Check Judge(TherapistFact fact) => fact switch
    {
        TherapistRegistered f => RegisterTherapist.Judge(f),
        TherapistNameChanged f => ChangeTherapistName.Judge(f),
        TherapistNpiChanged f => ChangeTherapistNpi.Judge(f),
        TherapistContactChanged f => ChangeTherapistContact.Judge(f),
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.GetType().Name, "This fact has no rules."),
    };
}
