using System.Collections.Immutable;
using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Policies;

namespace LicenseTracker.Domain.Eligibility;

/// <summary>Judges what a client's conditions ask of the session on a date. Every rule that holds is applied: the strictest wins and limits unite.</summary>
internal sealed class ConditionJudgement(Case @case, DateOnly date, Findings findings)
{
    private readonly Policy _policy = @case.PolicyOn(date);
    private readonly List<AskedCondition> _waiting = [.. @case.Asked.Conditions];
    private bool _needsClearance;

    public static void On(Case @case, DateOnly date, Findings findings)
    {
        foreach (var problem in @case.Asked.Problems)
            findings.Add(problem);
        foreach (var problem in @case.ClientFacts.Problems)
            findings.Add(problem);
        new ConditionJudgement(@case, date, findings).JudgeAll();
    }

    private void JudgeAll()
    {
        // Rules may bring in further conditions while the list is walked.
        for (var i = 0; i < _waiting.Count; i++)
            Judge(_waiting[i]);
        if (!_needsClearance)
            return;
        var judged = _waiting.Count;
        foreach (var condition in @case.Catalogue.Conditions.Where(c => c.JoinsClearance && FactsGiven(c)))
            BringIn(condition);
        for (var i = judged; i < _waiting.Count; i++)
            Judge(_waiting[i]);
    }

    private bool FactsGiven(Condition condition) =>
        condition.Rules.All(r => r.Predicate!.Comparisons.All(c => @case.ClientFacts.Of(condition.Id, c.Type) is not null));

    private void BringIn(Condition condition)
    {
        if (!_waiting.Exists(w => ReferenceEquals(w.Condition, condition)))
            _waiting.Add(new(condition, [], IsNamed: true));
    }

    private void Judge(AskedCondition asked)
    {
        var condition = asked.Condition;
        if (_policy.Content.ConditionsNotTreated.Contains(condition.Id, StringComparer.OrdinalIgnoreCase))
            Say("CONDITION_NOT_TREATED", ReasonOutcome.Blocking, condition, $"{_policy.Called} lets nobody treat it here", _policy.Citation);
        var needs = new List<string>();
        var isCovered = false;
        foreach (var obligation in condition.Scope)
            findings.Oblige(obligation);
        if (!condition.Scope.IsEmpty)
            Say("CONDITION_SCOPE_LIMITED", ReasonOutcome.Condition, condition, "what stays out of a therapist's scope applies", condition.Citation);
        foreach (var rule in condition.Rules)
        {
            if (!rule.IsRuleIn(@case.Question.Jurisdiction) || !asked.IsFor(rule))
                continue;
            if (!rule.Techniques.IsEmpty && !rule.Techniques.Any(@case.Asked.Techniques.Contains))
            {
                var what = $"the rule for '{rule.When}' turns on a technique that is not asked for";
                Say("CONDITION_TECHNIQUE_NOT_ASKED", ReasonOutcome.Satisfied, condition, what, rule.Citation);
                continue;
            }

            var truth = Holds(asked, rule, needs);
            isCovered |= truth != Truth.False && !rule.IsInstruction;
            if (truth == Truth.True)
                Apply(condition, rule);
            else if (truth == Truth.False)
                Say("CONDITION_RULE_NOT_MET", ReasonOutcome.Satisfied, condition, $"'{rule.When}' does not hold", rule.Citation);
        }

        if (needs.Count > 0)
            Ask(condition, needs);
        else if (condition.IsExhaustive && !isCovered)
            Say("CONDITION_NOT_COVERED", ReasonOutcome.Unknown, condition, "the guidance has no rule for these client facts", condition.Citation);
    }

    private Truth Holds(AskedCondition asked, ConditionRule rule, List<string> needs)
    {
        if (_policy.PredicateOf(rule) is not { } predicate || asked.Implies(rule))
            return Truth.True;

        // A rule that the clinic has switched off asks no question.
        var own = _policy.DispositionOf(rule) is null ? [] : needs;
        return predicate.On(date, type => @case.ClientFacts.Of(asked.Condition.Id, type), own);
    }

    private void Ask(Condition condition, List<string> needs)
    {
        var missing = needs.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        findings.Add(
            "CLIENT_FACT_NEEDED",
            ReasonOutcome.Unknown,
            $"{condition.Name}: it cannot be judged without knowing {string.Join(", ", missing)}.",
            condition.Citation,
            needs: [.. missing]);
    }

    private void Apply(Condition condition, ConditionRule rule)
    {
        if (_policy.DispositionOf(rule) is not { } disposition)
        {
            Say("CONDITION_RULE_SWITCHED_OFF", ReasonOutcome.Warning, condition, $"{_policy.Called} switches off the rule for '{rule.When}'", rule.Citation);
            return;
        }

        if (rule.Also is { } other)
            BringIn(@case.Catalogue.ConditionById(other)!);
        _needsClearance |= disposition == Disposition.Clearance;
        TrainingJudgement.On(@case, condition, rule, disposition, date, findings);
        foreach (var technique in rule.Excludes.Where(@case.Asked.Techniques.Contains))
        {
            var what = $"{@case.Catalogue.Technique(technique)!.Name} is asked for and must not be used";
            Say("TECHNIQUE_EXCLUDED", ReasonOutcome.Blocking, condition, what, rule.Citation);
        }

        var obligations = Obligations(rule, disposition);
        foreach (var obligation in obligations)
            findings.Oblige(Cleared(rule, obligation));
        switch (disposition)
        {
            case Disposition.Absolute:
                Say("CONDITION_ABSOLUTE", ReasonOutcome.Blocking, condition, $"do not treat ({rule.When})", rule.Citation);
                break;
            case Disposition.Indicated when obligations.IsEmpty:
                Say("CONDITION_INDICATED", ReasonOutcome.Satisfied, condition, $"massage is indicated ({rule.When})", rule.Citation);
                break;
            case Disposition.QualifiedOnly when obligations.IsEmpty:
                break;
            default:
                Oblige(condition, rule, disposition, obligations);
                break;
        }
    }

    private void Oblige(Condition condition, ConditionRule rule, Disposition disposition, ImmutableArray<Obligation> obligations)
    {
        var (code, what) = disposition switch
        {
            Disposition.Clearance => ("CONDITION_CLEARANCE", "clearance is needed before treating"),
            Disposition.Local => ("CONDITION_LOCAL", "an area is left out"),
            Disposition.Precaution => ("CONDITION_PRECAUTION", "work with caution"),
            Disposition.QualifiedOnly => ("CONDITION_QUALIFIED_ONLY", "only a qualified therapist, under the obligations listed"),
            Disposition.Indicated => ("CONDITION_INDICATED_WITH_LIMITS", "massage is indicated within limits"),
            _ => ("CONDITION_INSTRUCTION", "know what to do if this happens"),
        };
        Say(code, ReasonOutcome.Condition, condition, $"{what} ({rule.When})", rule.Citation);
        if (obligations.IsEmpty || (disposition == Disposition.Clearance && rule.Disposition != Disposition.Clearance))
            findings.Oblige(Cleared(rule, Plain(condition, rule, disposition)));
    }

    /// <summary>A clinic that asks for less than a clearance does not ask for the clearance.</summary>
    private static ImmutableArray<Obligation> Obligations(ConditionRule rule, Disposition disposition) =>
        disposition == rule.Disposition ? rule.Obligations : [.. rule.Obligations.Where(o => o.Code != "CLEARANCE_NEEDED")];

    /// <summary>A clearance with those from whom the clinic accepts it. From whom the law asks for it is no clinic's to say.</summary>
    private Obligation Cleared(ConditionRule rule, Obligation obligation) =>
        obligation.Code == "CLEARANCE_NEEDED" && rule.Basis != RuleBasis.Law && !_policy.Content.ClearingProviders.IsEmpty
        ? obligation with { Message = $"{obligation.Message} This clinic accepts it from {_policy.ClearingProviders}." }
        : obligation;

    /// <summary>The obligation of a rule that has none of its own, or whose disposition the clinic has replaced.</summary>
    private static Obligation Plain(Condition condition, ConditionRule rule, Disposition disposition) => disposition switch
    {
        Disposition.Clearance => new("CLEARANCE_NEEDED", "Obtain written clearance from the treating provider before treating.", rule.Citation),
        Disposition.Local => new("AREA_EXCLUDED", $"Do not work on the area of {condition.Name} ({rule.When}).", rule.Citation),
        _ => new("CAUTION_NEEDED", $"Work with caution: {condition.Name} ({rule.When}).", rule.Citation),
    };

    private void Say(string code, ReasonOutcome outcome, Condition condition, string message, Citation citation) =>
        findings.Add(code, outcome, $"{condition.Name}: {message}.", citation);
}
