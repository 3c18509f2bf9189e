namespace LicenseTracker.Domain.Therapists;

/// <summary>Records where a therapist can be reached; the whole contact replaces the one before.</summary>
public sealed record ChangeTherapistContact(TherapistId TherapistId, Personal Address, Personal Email, Personal Phone, long Version) : IChange
{
    public Guid StreamId => TherapistId.Value;

    public static Decision<TherapistFact> Decide(ChangeTherapistContact c, Therapist? therapist) =>
        TherapistRules.Decide(therapist, new TherapistContactChanged(c.Address, c.Email, c.Phone));

    internal static Check Judge(TherapistContactChanged f) =>
        Check.Begin.Note(f.Address, "address").Name(f.Email, "email").Name(f.Phone, "phone");
}
