namespace LicenseTracker.Domain.Clinics;

/// <summary>A fact of one clinic, stored in the clinic's own tenant.</summary>
public abstract record ClinicFact : IFact
{
    public virtual DateOnly? EffectiveOn => null;

    public IFact MapPersonal(Seal seal) => this;
}

public sealed record ClinicOpened(string Name) : ClinicFact;

/// <summary>The therapist works for the clinic from this day.</summary>
public sealed record TherapistEngaged(TherapistId TherapistId, DateOnly EngagedOn) : ClinicFact
{
    public override DateOnly? EffectiveOn => EngagedOn;
}

/// <summary>The therapist no longer works for the clinic from this day.</summary>
public sealed record TherapistReleased(TherapistId TherapistId, DateOnly ReleasedOn) : ClinicFact
{
    public override DateOnly? EffectiveOn => ReleasedOn;
}
