namespace LicenseTracker.Domain.Licenses;

/// <summary>Records that an encumbrance was stayed, for a time or until it is lifted.</summary>
public sealed record StayEncumbrance(LicenseId LicenseId, EncumbranceId EncumbranceId, DateOnly StayedOn, DateOnly? StayEndsOn, long Version) : IChange
{
    public static readonly Refusal EndsBeforeStart =
        new("STAY_END_BEFORE_START", "The stay ends before it begins. Correct one of the dates.", "stayEndsOn");

    public static readonly Refusal WithoutEffect =
        new("STAY_WITHOUT_EFFECT", "This encumbrance does not take all authority, so a stay changes nothing.", "encumbranceId");

    public Guid StreamId => LicenseId.Value;

    public static Decision<LicenseFact> Decide(StayEncumbrance c, License? license) =>
        LicenseRules.Decide(license, new EncumbranceStayed(c.EncumbranceId, c.StayedOn, c.StayEndsOn));

    internal static Check Judge(EncumbranceStayed f, LicenseRecord others)
    {
        var encumbrance = others.Encumbrance(f.EncumbranceId);
        return ReviseEncumbrance.Existing(f.EncumbranceId, f.StayedOn, "stayedOn", others)
            .Date(f.StayEndsOn, "stayEndsOn")
            .Refuse(f.StayEndsOn < f.StayedOn, EndsBeforeStart)
            .Refuse(f.StayedOn > encumbrance?.LiftedOn, LiftEncumbrance.AlreadyLifted.At("stayedOn"))
            .Warn(
                others.About<EncumbranceStayed>(f.EncumbranceId).Any(o => o.StayedOn == f.StayedOn && o.StayEndsOn != f.StayEndsOn),
                LicenseRules.ContradictsSameDate)
            .Warn(encumbrance?.OrderOn(f.StayedOn)?.Readings.All(o => o.Type.Authority() != Authority.None) ?? false, WithoutEffect);
    }
}
