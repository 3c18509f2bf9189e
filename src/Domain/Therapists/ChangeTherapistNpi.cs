namespace LicenseTracker.Domain.Therapists;

/// <summary>Records another NPI for a therapist, or none.</summary>
public sealed record ChangeTherapistNpi(TherapistId TherapistId, string? Npi, long Version) : IChange
{
    public Guid StreamId => TherapistId.Value;

    public static Decision<TherapistFact> Decide(ChangeTherapistNpi c, Therapist? therapist) =>
        TherapistRules.Decide(therapist, new TherapistNpiChanged(c.Npi));

    internal static Check Judge(TherapistNpiChanged f) => Check.Begin.NationalId(f.Npi);
}
