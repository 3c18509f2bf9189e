namespace LicenseTracker.Domain.Licenses;

/// <summary>Records a later order that changed an encumbrance from its date on.</summary>
public sealed record ReviseEncumbrance(
    LicenseId LicenseId,
    EncumbranceId EncumbranceId,
    EncumbranceType Type,
    DateOnly RevisedOn,
    DateOnly? ScheduledLiftOn,
    string? Category,
    Personal Note,
    long Version) : IChange
{
    public static readonly Refusal EncumbranceUnknown =
        new("ENCUMBRANCE_UNKNOWN", "This license has no encumbrance with this id. Look the id up again.", "encumbranceId");

    public static readonly Refusal BeforeImposed =
        new("ENCUMBRANCE_NOT_YET_IMPOSED", "This date lies before the encumbrance was imposed. Correct one of the dates.", "effectiveOn");

    public Guid StreamId => LicenseId.Value;

    public static Decision<LicenseFact> Decide(ReviseEncumbrance c, License? license) =>
        LicenseRules.Decide(license, new EncumbranceRevised(c.EncumbranceId, c.Type, c.RevisedOn, c.ScheduledLiftOn, c.Category, c.Note));

    internal static Check Judge(EncumbranceRevised f, LicenseRecord others) => Existing(f.EncumbranceId, f.RevisedOn, "revisedOn", others)
        .And(ImposeEncumbrance.Order(f.Type, f.RevisedOn, f.ScheduledLiftOn, f.Category, f.Note))
        .Refuse(f.RevisedOn > others.Encumbrance(f.EncumbranceId)?.LiftedOn, LiftEncumbrance.AlreadyLifted)
        .Warn(
            others.About<EncumbranceRevised>(f.EncumbranceId).Any(o => o.RevisedOn == f.RevisedOn && (o.Type, o.ScheduledLiftOn) != (f.Type, f.ScheduledLiftOn)),
            LicenseRules.ContradictsSameDate);

    /// <summary>What holds for whatever happens to an encumbrance on record.</summary>
    internal static Check Existing(EncumbranceId id, DateOnly date, string path, LicenseRecord others)
    {
        var encumbrance = others.Encumbrance(id);
        return Check.Begin
            .Date(date, path)
            .Refuse(encumbrance is null, EncumbranceUnknown)
            .Refuse(date < encumbrance?.EffectiveOn, BeforeImposed.At(path));
    }
}
