namespace LicenseTracker.Domain.Licenses;

/// <summary>Records that one encumbrance ended. It never lifts another.</summary>
public sealed record LiftEncumbrance(LicenseId LicenseId, EncumbranceId EncumbranceId, DateOnly LiftedOn, long Version) : IChange
{
    public static readonly Refusal AlreadyLifted =
        new("ENCUMBRANCE_ALREADY_LIFTED", "This encumbrance was already lifted. If the date is wrong, correct that lift.", "encumbranceId");

    public static readonly Refusal BeforeItsRevision =
        new("LIFT_BEFORE_REVISION", "A later order or stay of this encumbrance is on record. Correct that, or lift it after.", "liftedOn");

    public static readonly Refusal EndedBySchedule =
        new("ENCUMBRANCE_ENDED_BY_SCHEDULE", "By its schedule this encumbrance had ended before this date.", "liftedOn");

    public Guid StreamId => LicenseId.Value;

    public static Decision<LicenseFact> Decide(LiftEncumbrance c, License? license) =>
        LicenseRules.Decide(license, new EncumbranceLifted(c.EncumbranceId, c.LiftedOn));

    internal static Check Judge(EncumbranceLifted f, LicenseRecord others)
    {
        var encumbrance = others.Encumbrance(f.EncumbranceId);
        var later = others.About<EncumbranceRevised>(f.EncumbranceId).Any(o => o.RevisedOn > f.LiftedOn)
            || others.About<EncumbranceStayed>(f.EncumbranceId).Any(o => o.StayedOn > f.LiftedOn);
        return ReviseEncumbrance.Existing(f.EncumbranceId, f.LiftedOn, "liftedOn", others)
            .Refuse(encumbrance?.LiftedOn is not null, AlreadyLifted)
            .Refuse(later, BeforeItsRevision)
            .Warn(encumbrance?.OrderOn(f.LiftedOn)?.Readings.All(o => o.ScheduledLiftOn < f.LiftedOn) ?? false, EndedBySchedule);
    }
}
