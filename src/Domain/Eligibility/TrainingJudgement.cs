using LicenseTracker.Domain.Conditions;

namespace LicenseTracker.Domain.Eligibility;

/// <summary>Judges the training that a rule asks for: law blocks without it, guidance obliges, a clinic may make guidance block.</summary>
internal static class TrainingJudgement
{
    public static void On(Case @case, Condition condition, ConditionRule rule, Disposition disposition, DateOnly date, Findings findings)
    {
        if (rule.Training is not { } training)
            return;
        var isLaw = rule.Basis == RuleBasis.Law;
        if (training.Unspecified is { } words)
        {
            findings.Add(
                "TRAINING_UNSPECIFIED",
                ReasonOutcome.Unknown,
                $"{condition.Name}: the law of {@case.Jurisdictions(@case.Question.Jurisdiction).Name} asks for {words}; whether the therapist has it is unknown.",
                rule.Citation);
            return;
        }

        foreach (var id in training.AnyOf)
        {
            if (@case.Held(id, date) is { } held)
            {
                findings.Add("TRAINING_HELD", ReasonOutcome.Satisfied, $"{condition.Name}: the therapist holds {Name(@case, id)}.", rule.Citation, held.Evidence);
                return;
            }
        }

        var names = string.Join(" or ", training.AnyOf.Select(id => Name(@case, id)));
        var strength = training.Required ? "required" : "recommended";
        var (isByLaw, isByPolicy) = (isLaw && disposition == Disposition.QualifiedOnly, @case.Policy.Requires(rule));
        if (!@case.IsTherapistKnown)
            NotKnown(isByLaw ? "required by law" : isByPolicy ? "required by the clinic's policy" : $"{strength} by guidance");
        else if (isByLaw)
            Missing(ReasonOutcome.Blocking, "TRAINING_REQUIRED_BY_LAW", "required by law");
        else if (isByPolicy)
            Missing(ReasonOutcome.Blocking, "TRAINING_REQUIRED_BY_POLICY", "required by the clinic's policy");
        else
            Missing(ReasonOutcome.Condition, "TRAINING_NOT_HELD", $"{strength} by guidance");

        if (!isByLaw && !isByPolicy)
        {
            findings.Oblige(new(
                training.Required ? "TRAINING_REQUIRED" : "TRAINING_RECOMMENDED", $"A therapist with {names} is {strength} by guidance.", rule.Citation));
        }

        void NotKnown(string by) => findings.Add(
            "TRAINING_NOT_KNOWN", ReasonOutcome.Unknown,
            $"{condition.Name}: {names} is {by} ({rule.When}); whether an unknown therapist holds it is not known.", rule.Citation);

        void Missing(ReasonOutcome outcome, string code, string by) =>
            findings.Add(code, outcome, $"{condition.Name}: the therapist does not hold {names}, which is {by} ({rule.When}).", rule.Citation);
    }

    private static string Name(Case @case, string id) => @case.Catalogue.Training(id) is { } training ? $"{training.Name} ({id})" : id;
}
