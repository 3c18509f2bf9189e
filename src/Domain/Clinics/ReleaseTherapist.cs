using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Domain.Clinics;

/// <summary>Records that a therapist no longer works for a clinic from a day on.</summary>
public sealed record ReleaseTherapist(ClinicId ClinicId, TherapistId TherapistId, DateOnly ReleasedOn, long Version) : IChange
{
    public static readonly Refusal NotEngaged =
        new("THERAPIST_NOT_ENGAGED", "The therapist does not work for this clinic on this date.", "releasedOn");

    public Guid StreamId => ClinicId.Value;

    /// <remarks>Who was engaged can be released, even when the registration was voided since.</remarks>
    public static Decision<ClinicFact> Decide(ReleaseTherapist c, Clinic? clinic, Therapist? therapist) =>
        clinic is null ? Refusals.UnknownId
        : therapist is null ? Refusals.UnknownId.At("therapistId")
        : Check.Begin.Date(c.ReleasedOn, "releasedOn")
            .Refuse(!clinic.Engages(c.TherapistId, c.ReleasedOn), NotEngaged)
            .Record<ClinicFact>(new TherapistReleased(c.TherapistId, c.ReleasedOn));
}
