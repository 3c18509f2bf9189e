namespace LicenseTracker.Domain.Therapists;

/// <summary>Replaces an earlier fact of a therapist in full.</summary>
public sealed record CorrectTherapistFact(TherapistId TherapistId, FactId Target, TherapistFact Replacement, Personal Reason, long Version) : IChange
{
    public Guid StreamId => TherapistId.Value;

    public static Decision<TherapistFact> Decide(CorrectTherapistFact c, Therapist? therapist)
    {
        if (therapist is null)
            return Refusals.UnknownId;
        var check = Corrections.OfCorrection(therapist.Log, c.Target, c.Replacement, c.Reason, _ => null);
        if (check.Refusals.IsEmpty)
            check = check.And(TherapistRules.Judge(c.Replacement).InData());
        return check.Record<TherapistFact>(new TherapistFactCorrected(c.Target, c.Replacement, c.Reason));
    }
}
