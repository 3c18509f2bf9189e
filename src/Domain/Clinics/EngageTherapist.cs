using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Domain.Clinics;

/// <summary>Records that a therapist works for a clinic from a day on.</summary>
public sealed record EngageTherapist(ClinicId ClinicId, TherapistId TherapistId, DateOnly EngagedOn, long Version) : IChange
{
    public static readonly Refusal AlreadyEngaged =
        new("THERAPIST_ALREADY_ENGAGED", "The therapist already works for this clinic on this date.", "engagedOn");

    public Guid StreamId => ClinicId.Value;

    public static Decision<ClinicFact> Decide(EngageTherapist c, Clinic? clinic, Therapist? therapist) =>
        clinic is null ? Refusals.UnknownId
        : therapist is null ? Refusals.UnknownId.At("therapistId")
        : therapist.KnownAt(null) is null ? TherapistRules.RegistrationVoided.At("therapistId")
        : Check.Begin.Date(c.EngagedOn, "engagedOn")
            .Refuse(clinic.Engages(c.TherapistId, c.EngagedOn), AlreadyEngaged)
            .Record<ClinicFact>(new TherapistEngaged(c.TherapistId, c.EngagedOn));
}
