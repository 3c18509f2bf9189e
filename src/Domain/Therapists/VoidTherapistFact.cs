namespace LicenseTracker.Domain.Therapists;

/// <summary>Says that an earlier fact of a therapist, perhaps a correction or a void, never held.</summary>
public sealed record VoidTherapistFact(TherapistId TherapistId, FactId Target, Personal Reason, long Version) : IChange
{
    public Guid StreamId => TherapistId.Value;

    public static Decision<TherapistFact> Decide(VoidTherapistFact c, Therapist? therapist) => therapist is null
        ? Refusals.UnknownId
        : Corrections.OfVoid(therapist.Log, c.Target, c.Reason).Record<TherapistFact>(new TherapistFactVoided(c.Target, c.Reason));
}
