namespace LicenseTracker.Domain.Licenses;

/// <summary>Records an adverse action against a license.</summary>
public sealed record ImposeEncumbrance(
    LicenseId LicenseId,
    EncumbranceId EncumbranceId,
    EncumbranceType Type,
    DateOnly ImposedOn,
    DateOnly? ScheduledLiftOn,
    string? Category,
    Personal Note,
    long Version) : IChange
{
    public static readonly Refusal IdTaken =
        new("ENCUMBRANCE_ID_TAKEN", "This license already has an encumbrance with this id. Revise that one, or use a new id.", "encumbranceId");

    public static readonly Refusal ScheduledLiftBeforeStart =
        new("SCHEDULED_LIFT_BEFORE_START", "The scheduled lift date lies before the action begins. Correct one of them.", "scheduledLiftOn");

    public static readonly Refusal AfterItsEvents = new(
        "ENCUMBRANCE_AFTER_ITS_EVENTS", "This encumbrance was revised, stayed or lifted before this date. Correct those facts first.", "effectiveOn");

    public Guid StreamId => LicenseId.Value;

    public static Decision<LicenseFact> Decide(ImposeEncumbrance c, License? license) =>
        LicenseRules.Decide(license, new EncumbranceImposed(c.EncumbranceId, c.Type, c.ImposedOn, c.ScheduledLiftOn, c.Category, c.Note));

    internal static Check Judge(EncumbranceImposed f, LicenseRecord others) => New(f.EncumbranceId, f.ImposedOn, "effectiveOn", others)
        .And(Order(f.Type, f.ImposedOn, f.ScheduledLiftOn, f.Category, f.Note))
        .And(UncertainDays.Judge(f));

    /// <summary>What holds for whatever brings an encumbrance on record.</summary>
    internal static Check New(EncumbranceId id, DateOnly date, string path, LicenseRecord others) => Check.Begin
        .Date(date, path)
        .Refuse(others.Encumbrance(id) is not null, IdTaken)
        .Refuse(others.About<LicenseFact>(id).Any(o => o.EffectiveOn < date), AfterItsEvents.At(path));

    /// <summary>What holds for every order, first or later.</summary>
    internal static Check Order(EncumbranceType type, DateOnly date, DateOnly? scheduledLift, string? category, Personal note) => Check.Begin
        .Refuse(!Enum.IsDefined(type), Refusals.InvalidInput("This is no type of encumbrance.", "type"))
        .Date(scheduledLift, "scheduledLiftOn")
        .Refuse(scheduledLift < date, ScheduledLiftBeforeStart)
        .OptionalText(category, Inputs.LongestName, lines: false, "category")
        .Note(note, "note");
}
