using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace LicenseTracker.Api.Transport.Guard;

/// <summary>Weighs the selections of one document, each fragment once.</summary>
internal sealed class Weighing(TransportOptions limits, ISchema schema, GraphQLFragmentDefinition[] fragments, ListSizes sizes)
{
    private static readonly Weight InProgress = new(-1, 0, 0);
    private readonly Dictionary<string, Weight> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GraphQLFragmentDefinition> _byName = ByName(fragments);

    public int Directives { get; private set; }

    /// <summary>Set when the document is refused whatever it weighs.</summary>
    public string? Refusal { get; private set; }

    public Weight OfFragment(GraphQLFragmentDefinition fragment) => OfFragment(fragment.FragmentName.Name.StringValue);

    public Weight Of(GraphQLSelectionSet? selections, IComplexGraphType? parent, bool executedRoot = false)
    {
        var sum = default(Weight);
        if (executedRoot && selections is not null && selections.Selections.Count > limits.MaxRootFields)
            Refusal = $"The operation has more than {limits.MaxRootFields} root fields.";
        foreach (var selection in selections?.Selections ?? [])
        {
            Directives += ((IHasDirectivesNode)selection).Directives?.Count ?? 0;
            sum = sum.Beside(selection switch
            {
                GraphQLField field => OfField(field, parent),
                GraphQLInlineFragment inline => Of(inline.SelectionSet, inline.TypeCondition is { } on ? TypeOf(on) : parent),
                GraphQLFragmentSpread spread => OfFragment(spread.FragmentName.Name.StringValue),
                _ => default,
            });
        }
        return sum;
    }

    private Weight OfField(GraphQLField field, IComplexGraphType? parent)
    {
        var definition = field.Name.Value.Span.StartsWith("__", StringComparison.Ordinal) ? null : parent?.GetField(field.Name.Value);
        var items = sizes.Of(field, definition);
        if (sizes.Refusal is not null)
            Refusal ??= sizes.Refusal;
        return Of(field.SelectionSet, definition?.ResolvedType?.GetNamedType() as IComplexGraphType).Below(items);
    }

    private Weight OfFragment(string name)
    {
        if (_known.TryGetValue(name, out var known))
        {
            if (known == InProgress)
                Refusal ??= "A fragment spreads itself, directly or through others.";
            return known == InProgress ? default : known;
        }
        if (!_byName.TryGetValue(name, out var fragment))
            return default; // an unknown fragment is for the validation to report
        _known[name] = InProgress;
        return _known[name] = Of(fragment.SelectionSet, TypeOf(fragment.TypeCondition));
    }

    private IComplexGraphType? TypeOf(GraphQLTypeCondition condition) => schema.AllTypes[condition.Type.Name.Value] as IComplexGraphType;

    private static Dictionary<string, GraphQLFragmentDefinition> ByName(GraphQLFragmentDefinition[] fragments)
    {
        var byName = new Dictionary<string, GraphQLFragmentDefinition>(StringComparer.Ordinal);
        foreach (var fragment in fragments)
            byName.TryAdd(fragment.FragmentName.Name.StringValue, fragment); // a second of the same name is for the validation to report
        return byName;
    }
}
