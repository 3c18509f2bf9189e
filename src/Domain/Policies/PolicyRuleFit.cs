using LicenseTracker.Domain.Conditions;

namespace LicenseTracker.Domain.Policies;

/// <summary>Whether a clinic may change a rule so: guidance as it likes within sense, law only towards the stricter.</summary>
public static class PolicyRuleFit
{
    public static readonly Refusal SoftensLaw = new(
        "POLICY_SOFTENS_LAW", "The law asks for this, and a policy cannot ask for less. A policy may forbid what the law allows (disposition ABSOLUTE).");

    public static readonly Refusal DispositionUnfit = new(
        "POLICY_DISPOSITION_UNFIT",
        "A rule for the session is no instruction for emergencies, nor the other way round, and only a rule with a training can ask for a qualified therapist.");

    public static readonly Refusal NoTraining = new("POLICY_RULE_WITHOUT_TRAINING", "This rule names no training of the catalogue that could be missing.");

    public static readonly Refusal FigureUnknown =
        new("POLICY_FIGURE_UNKNOWN", "The rule has no figure for this client fact with this comparison, or it has two. Look at the rule again.");

    public static readonly Refusal FigureMalformed =
        new("POLICY_FIGURE_MALFORMED", "Give a number within the bounds of the client fact; days and weeks are whole numbers.");

    public static readonly Refusal FigureNotStricter = new(
        "POLICY_FIGURE_NOT_STRICTER", "With this figure the rule would no longer hold for some clients for whom it holds. A policy may only make figures stricter.");

    internal static Check Check(Check check, RuleOverride change, ConditionCatalogue catalogue, string[] path)
    {
        if (catalogue.Rule(change.Rule) is not { } rule)
            return check.Refuse(true, PolicyFit.RuleUnknown.At([.. path, "rule"]));
        var isLaw = rule.Basis == RuleBasis.Law;
        check = check
            .Refuse(isLaw && !change.Applies, SoftensLaw.At([.. path, "applies"]))
            .Refuse(isLaw && change.Disposition is { } asked && asked != rule.Disposition && asked != Disposition.Absolute, SoftensLaw.At([.. path, "disposition"]))
            .Refuse(change.Disposition is { } other && !Fits(rule, other), DispositionUnfit.At([.. path, "disposition"]))
            .Refuse(change.TrainingBlocks && rule.Training is not { AnyOf.IsEmpty: false }, NoTraining.At([.. path, "trainingBlocks"]));
        for (var i = 0; i < change.Figures.Length; i++)
            check = Check(check, change.Figures[i], rule, [.. path, "figures", PolicyFit.Place(i)]);
        var isTwice = change.Figures.DistinctBy(f => (f.Fact.ToUpperInvariant(), f.Comparison)).Count() < change.Figures.Length;
        return check.Refuse(isTwice, PolicyFit.NamedTwice.At([.. path, "figures"]));
    }

    private static bool Fits(ConditionRule rule, Disposition asked) =>
        rule.IsInstruction == IsInstruction(asked) && (asked != Disposition.QualifiedOnly || rule.Training is not null);

    private static bool IsInstruction(Disposition disposition) =>
        disposition is Disposition.StopSession or Disposition.EmergencyStop or Disposition.EmergencyRefer;

    private static Check Check(Check check, FigureOverride figure, ConditionRule rule, string[] path)
    {
        var compared = rule.Predicate?.Comparisons.Where(c => Figures.IsOf(figure, c)).ToArray() ?? [];
        if (compared is not [{ Type: var type }])
            return check.Refuse(true, FigureUnknown.At([.. path, "fact"]));
        if (Figures.Read(figure, type) is not { } number)
            return check.Refuse(true, FigureMalformed.At([.. path, "value"]));

        // A rule that allows would allow more if it held more often, so its figures stay.
        return check.Refuse(rule.Disposition == Disposition.Indicated || !Figures.Widens(rule.Predicate!, figure, number), FigureNotStricter.At([.. path, "value"]));
    }
}
