using System.Collections.Immutable;

namespace LicenseTracker.Domain.Conditions;

/// <summary>Reads a rule's predicate: <c>{ fact, eq | in | lt | lte | gt | gte | at_or_above }</c>, <c>{ any }</c>, <c>{ all }</c> or <c>{ not }</c>.</summary>
internal static class PredicateReader
{
    private static readonly ImmutableArray<(string Name, Comparison Comparison)> Operators =
    [
        ("eq", Comparison.Equal), ("lt", Comparison.Less), ("lte", Comparison.LessOrEqual), ("gt", Comparison.Greater),
        ("gte", Comparison.GreaterOrEqual), ("at_or_above", Comparison.AtOrAbove),
    ];

    public static Predicate Read(DataNode node, ImmutableDictionary<string, ClientFactType> facts)
    {
        if (node.Optional("any") is { } any)
            return new AnyOf(Parts(node.Only("any"), any, facts));
        if (node.Optional("all") is { } all)
            return new AllOf(Parts(node.Only("all"), all, facts));
        if (node.Optional("not") is { } not)
        {
            node.Only("not");
            return new Not(Read(not, facts));
        }

        return One(node.Only("fact", "in", "eq", "lt", "lte", "gt", "gte", "at_or_above"), facts);
    }

    private static ImmutableArray<Predicate> Parts(DataNode parent, DataNode list, ImmutableDictionary<string, ClientFactType> facts)
    {
        var parts = list.AsItems();
        return parts.Length >= 2 ? [.. parts.Select(p => Read(p, facts))] : throw parent.Wrong("needs two parts or more.");
    }

    private static FactIs One(DataNode node, ImmutableDictionary<string, ClientFactType> facts)
    {
        var id = node.Text("fact");
        var type = facts.GetValueOrDefault(id) ?? throw node.Wrong($"'{id}' is not in the published list of client facts.");
        if (node.Optional("in") is { } values)
            return new(type, Comparison.Equal, [.. values.AsItems().Select(v => Place(v, type))], 0);
        foreach (var (name, comparison) in Operators)
        {
            if (node.Optional(name) is not { } value)
                continue;
            if (comparison == Comparison.AtOrAbove)
                return Ordered(value, type);
            if (type.Kind == ClientFactKind.Number)
                return new(type, comparison, [], Threshold(value, type));
            return comparison == Comparison.Equal ? new(type, comparison, [Place(value, type)], 0) : throw value.Wrong($"'{id}' is no number.");
        }

        throw node.Wrong("compares with nothing.");
    }

    private static FactIs Ordered(DataNode value, ClientFactType type) =>
        type.Kind == ClientFactKind.Ordered
            ? new(type, Comparison.AtOrAbove, [.. Enumerable.Range(0, Place(value, type) + 1)], 0)
            : throw value.Wrong($"'{type.Id}' has no order.");

    private static decimal Threshold(DataNode value, ClientFactType type)
    {
        var threshold = value.AsNumber();
        if (threshold < type.Minimum || threshold > type.Maximum)
            throw value.Wrong($"is outside the bounds of '{type.Id}'.");
        return type.Ticks && threshold != decimal.Truncate(threshold) ? throw value.Wrong("a fact that ticks is compared with whole numbers.") : threshold;
    }

    private static int Place(DataNode value, ClientFactType type)
    {
        var text = value.AsValue();
        var place = type.Values.IndexOf(text);
        return place >= 0 ? place : throw value.Wrong($"'{text}' is no value of '{type.Id}'.");
    }
}
