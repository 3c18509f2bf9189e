namespace LicenseTracker.Domain;

/// <summary>What may be corrected or voided, the same for every kind of fact. Nothing is edited: both are further facts.</summary>
public static class Corrections
{
    public static readonly Refusal FactUnknown = new("FACT_UNKNOWN", "This record holds no fact with this id. Look the fact up again.", "factId");

    public static readonly Refusal FactVoided =
        new("FACT_ALREADY_VOIDED", "This fact was already voided. To bring it back, void that void.", "factId");

    public static readonly Refusal TargetIsCorrection =
        new("FACT_IS_CORRECTION", "A correction is not corrected. Correct the original fact again, or void the correction.", "factId");

    public static readonly Refusal TargetIsVoid = new("FACT_IS_VOID", "A void is not corrected. Void it to bring its fact back.", "factId");

    public static readonly Refusal OtherType =
        new("CORRECTION_OTHER_TYPE", "The replacement is a fact of another type. Void this fact and record the other one.", "data");

    public static readonly Refusal IdentityChanged = new(
        "CORRECTION_CHANGES_IDENTITY",
        "A correction cannot change whose or which it is (therapist, jurisdiction, profession, encumbrance). Void the fact and record the right one.",
        "data");

    /// <summary>Whether <paramref name="target"/> may be replaced by <paramref name="replacement"/>, leaving its own rules aside.</summary>
    /// <param name="identity">What of a fact a correction must leave as it is.</param>
    public static Check OfCorrection<TFact>(FactLog<TFact> log, FactId target, TFact replacement, Personal reason, Func<TFact, object?> identity)
        where TFact : class, IFact
    {
        var original = log.Facts.FirstOrDefault(f => f.Id == target)?.Fact;
        var check = OfTarget(log, target).Reason(reason);
        return original switch
        {
            null => check,
            IVoid => check.Refuse(true, TargetIsVoid),
            ICorrection<TFact> => check.Refuse(true, TargetIsCorrection),
            _ when original.GetType() != replacement.GetType() => check.Refuse(true, OtherType),
            _ => check.Refuse(!Equals(identity(original), identity(replacement)), IdentityChanged),
        };
    }

    /// <summary>Whether <paramref name="target"/>, perhaps itself a correction or a void, may be voided.</summary>
    public static Check OfVoid<TFact>(FactLog<TFact> log, FactId target, Personal reason)
        where TFact : class, IFact => OfTarget(log, target).Reason(reason);

    /// <summary>
    /// What a replacement's own rules say, about the values as a correction's caller gave them: its rules name the input of its own command,
    /// which here stands in the data.
    /// </summary>
    /// <param name="fieldOf">The place in the data of an input that has another name or place there.</param>
    internal static Check InData(this Check check, Func<string, string[]> fieldOf)
    {
        Refusal InData(Refusal refusal) => refusal.At(refusal.Path.IsEmpty ? ["data"] : ["data", .. fieldOf(refusal.Path[0]), .. refusal.Path.Skip(1)]);
        return new([.. check.Refusals.Select(InData)], [.. check.Warnings.Select(InData)]);
    }

    internal static Check InData(this Check check) => check.InData(field => [field]);

    private static Check OfTarget<TFact>(FactLog<TFact> log, FactId target)
        where TFact : class, IFact =>
        Check.Begin.Refuse(log.Facts.All(f => f.Id != target), FactUnknown).Refuse(log.Voided().Contains(target), FactVoided);

    private static Check Reason(this Check check, Personal reason) =>
        check.Refuse(reason.IsNone, Inputs.TextMissing.At("reason")).Note(reason, "reason");
}
