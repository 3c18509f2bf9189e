using LicenseTracker.Domain.Conditions;

namespace LicenseTracker.Domain.Eligibility;

/// <summary>The client facts of one question, read: which value counts for which condition, and what is wrong with the rest.</summary>
/// <remarks>
/// A fact about a condition goes before one about the client as a whole; of several the one observed latest counts; two of the same day that
/// differ contradict each other and neither counts.
/// </remarks>
internal sealed class ClientFacts
{
    private readonly Dictionary<(string? Condition, string Fact), FactValue?> _values = [];
    private readonly Dictionary<(string? Condition, string Fact), DateOnly> _contradictedOn = [];

    private ClientFacts()
    {
    }

    /// <summary>Whatever could not be used, in an order that does not depend on the order given.</summary>
    public List<Reason> Problems { get; } = [];

    public IEnumerable<FactValue> Values => _values.Values.OfType<FactValue>();

    public static ClientFacts Read(EligibilityQuestion question, ConditionCatalogue catalogue)
    {
        var facts = new ClientFacts();
        foreach (var fact in question.ClientFacts.OrderBy(f => f.Fact, StringComparer.Ordinal).ThenBy(f => f.Condition, StringComparer.Ordinal)
            .ThenBy(f => f.ObservedOn).ThenBy(f => f.Value, StringComparer.Ordinal))
            facts.Read(fact, question, catalogue);
        foreach (var (condition, fact) in facts._values.Where(v => v.Value is null).Select(v => v.Key)
            .OrderBy(k => k.Fact, StringComparer.Ordinal).ThenBy(k => k.Condition, StringComparer.Ordinal))
        {
            var about = condition is null ? "" : $" about {condition}";
            facts.Problem("CLIENT_FACT_CONFLICT", $"{fact}{about} is given with different values for one day; give the one that holds.", fact);
        }

        return facts;
    }

    public FactValue? Of(string condition, ClientFactType type) =>
        _values.TryGetValue((condition, type.Id), out var value) || _values.TryGetValue((null, type.Id), out value) ? value : null;

    private void Read(ClientFact fact, EligibilityQuestion question, ConditionCatalogue catalogue)
    {
        if (catalogue.ClientFactType(fact.Fact) is not { } type)
        {
            Problem("CLIENT_FACT_NOT_LISTED", $"'{Shown(fact.Fact)}' is not in the published list of client facts.");
            return;
        }

        if (fact.ObservedOn > question.On)
        {
            Problem("CLIENT_FACT_IN_FUTURE", $"{type.Id} is said to be observed after the day that is judged; give the day it was observed.", type.Id);
            return;
        }

        if (FactValue.Read(type, fact.Value, fact.ObservedOn ?? question.On) is not { } value)
        {
            Problem("CLIENT_FACT_MALFORMED", $"'{Shown(fact.Value)}' is no value of {type.Id}: give {type.Form}.", type.Id);
            return;
        }

        if (fact.Condition is null)
        {
            Keep(null, value);
            return;
        }

        var about = About(fact.Condition, catalogue);
        if (about.Count == 0)
            Problem(
                "CLIENT_FACT_CONDITION_NOT_CATALOGUED",
                $"{type.Id} is said to be about '{Shown(fact.Condition)}', which is no condition of the catalogue.",
                type.Id);
        foreach (var condition in about)
            Keep(condition.Id, value);
    }

    private static List<Condition> About(string text, ConditionCatalogue catalogue) =>
        catalogue.ConditionById(text) is { } named ? [named]
        : ConditionCode.Read(text) is { } code ? [.. catalogue.Matching(code)]
        : [];

    private void Keep(string? condition, FactValue value)
    {
        var key = (condition, value.Type.Id);
        if (!_values.TryGetValue(key, out var kept) || kept is null)
        {
            // A contradiction stays one: facts come by day, so only one of a later day could settle it.
            if (!_values.ContainsKey(key) || _contradictedOn[key] < value.ObservedOn)
                _values[key] = value;
            return;
        }

        if (kept.ObservedOn == value.ObservedOn && kept != value)
        {
            _values[key] = null;
            _contradictedOn[key] = value.ObservedOn;
        }
        else if (value.ObservedOn > kept.ObservedOn)
        {
            _values[key] = value;
        }
    }

    private void Problem(string code, string message, params string[] needs) =>
        Problems.Add(new(code, ReasonOutcome.Unknown, message, null, [], [.. needs]));

    /// <summary>A caller's text in a message: only as much as helps to find it.</summary>
    internal static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
