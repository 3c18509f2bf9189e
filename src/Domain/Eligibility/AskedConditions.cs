using System.Collections.Immutable;
using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Domain.Eligibility;

/// <summary>One condition that a question brings in, and by which codes.</summary>
/// <param name="Codes">The codes given that match it.</param>
/// <param name="IsNamed">It came by its catalogue id, by its technique, or through another condition's rule: by no code.</param>
internal sealed record AskedCondition(Condition Condition, ImmutableArray<ConditionCode> Codes, bool IsNamed)
{
    /// <summary>Whether a rule that is only for some codes is for this one.</summary>
    public bool IsFor(ConditionRule rule)
    {
        if (IsNamed && rule.CodesOnly.IsEmpty)
            return true;
        foreach (var code in Codes)
        {
            if ((rule.CodesOnly.IsEmpty || code.StartsWithAny(rule.CodesOnly)) && !code.StartsWithAny(rule.CodesExcept))
                return true;
        }

        return false;
    }

    /// <summary>Whether a code says by itself that the rule holds.</summary>
    public bool Implies(ConditionRule rule)
    {
        foreach (var code in Codes)
        {
            if (code.StartsWithAny(rule.ImpliedBy))
                return true;
        }

        return false;
    }
}

/// <summary>The conditions and techniques of a question, read against the catalogue; what it does not know is said, never passed over.</summary>
internal sealed class AskedConditions
{
    private AskedConditions(ImmutableArray<AskedCondition> conditions, ImmutableSortedSet<string> techniques, ImmutableArray<Reason> problems)
    {
        (Conditions, Techniques, Problems) = (conditions, techniques, problems);
    }

    /// <summary>In the order of the catalogue, each once.</summary>
    public ImmutableArray<AskedCondition> Conditions { get; }

    /// <summary>Ids of the techniques asked for.</summary>
    public ImmutableSortedSet<string> Techniques { get; }

    public ImmutableArray<Reason> Problems { get; }

    public static AskedConditions Read(EligibilityQuestion question, ConditionCatalogue catalogue)
    {
        // The guidance and the gates are about massage; of other professions' work it says nothing.
        if (question.Profession != Profession.MassageTherapist)
            return question.Conditions.IsEmpty && question.Techniques.IsEmpty ? Nothing : new([], [], [ForMassageOnly]);

        if (question.Conditions.IsEmpty && question.Techniques.IsEmpty)
            return Nothing;

        var problems = new List<Reason>();
        var named = new HashSet<Condition>(ReferenceEqualityComparer.Instance);
        var codes = new Dictionary<Condition, ImmutableSortedSet<string>>(ReferenceEqualityComparer.Instance);
        foreach (var text in question.Conditions.Select(c => c.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase))
        {
            if (catalogue.ConditionById(text) is { } byId)
                named.Add(byId);
            else if (ConditionCode.Read(text) is not { } code)
                problems.Add(Problem(
                    "CONDITION_CODE_MALFORMED", $"'{ClientFacts.Shown(text)}' is neither an ICD-10-CM code nor a condition of the catalogue."));
            else if (!AddMatching(code))
                problems.Add(Problem(
                    "CONDITION_NOT_CATALOGUED", $"The catalogue has no rules for {code}: what it means for massage is not known here."));
        }

        bool AddMatching(ConditionCode code)
        {
            var any = false;
            foreach (var condition in catalogue.Matching(code))
            {
                any = true;
                codes[condition] = codes.GetValueOrDefault(condition, []).Add(code.Text);
            }

            return any;
        }

        var techniques = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var text in question.Techniques.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (catalogue.Technique(text) is { } technique)
                techniques.Add(technique.Id);
            else
                problems.Add(Problem(
                    "TECHNIQUE_NOT_LISTED", $"'{ClientFacts.Shown(text)}' is not in the published list of techniques, so its state gates cannot be looked up."));
        }

        // A condition that is about a technique and the technique bring each other in, so that no state gate is passed by.
        techniques.UnionWith(named.Select(c => c.Technique).OfType<string>());
        named.UnionWith(catalogue.Conditions.Where(c => c.Technique is { } technique && techniques.Contains(technique)));
        return new(
            [
                .. catalogue.Conditions.Where(c => named.Contains(c) || codes.ContainsKey(c))
                    .Select(c => new AskedCondition(c, [.. codes.GetValueOrDefault(c, []).Select(t => new ConditionCode(t))], named.Contains(c))),
            ],
            [.. techniques],
            [.. problems]);
    }

    private static readonly AskedConditions Nothing = new([], [], []);

    private static readonly Reason ForMassageOnly = Problem(
        "CONDITION_RULES_FOR_MASSAGE_ONLY",
        "The condition catalogue is about massage: what these conditions and techniques mean for this profession is not known here.");

    private static Reason Problem(string code, string message) => Reason.Of(code, ReasonOutcome.Unknown, message);
}
