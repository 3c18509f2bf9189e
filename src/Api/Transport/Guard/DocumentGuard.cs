using GraphQL.Types;
using GraphQLParser.AST;

namespace LicenseTracker.Api.Transport.Guard;

/// <summary>
/// Refuses a document that would cost too much before anything walks it. Linear: each fragment is weighed once, so a chain of fragments
/// that doubles at every step is weighed as fast as a plain query; sums saturate, and so never overflow.
/// </summary>
internal sealed class DocumentGuard(TransportOptions limits, ISchema schema)
{
    /// <summary>Why the document is refused, or null.</summary>
    public string? Refuse(GraphQLDocument document, GraphQLOperationDefinition operation, IReadOnlyDictionary<string, object?>? variables)
    {
        var fragments = document.Definitions.OfType<GraphQLFragmentDefinition>().ToArray();
        if (fragments.Length > limits.MaxDefinitions || document.Definitions.Count - fragments.Length > limits.MaxDefinitions)
            return $"The document has more than {limits.MaxDefinitions} operations or fragments.";
        var weighing = new Weighing(limits, schema, fragments, new ListSizes(limits, operation, variables));
        // What is not executed is validated all the same: every operation and fragment is weighed.
        foreach (var definition in document.Definitions)
        {
            var weight = definition switch
            {
                GraphQLFragmentDefinition fragment => weighing.OfFragment(fragment),
                GraphQLOperationDefinition other => weighing.Of(other.SelectionSet, Root(other), other == operation),
                _ => default,
            };
            if ((weighing.Refusal ?? Refuse(weight, definition == operation)) is { } refusal)
                return refusal;
        }
        return weighing.Directives > limits.MaxDirectives ? $"The document has more than {limits.MaxDirectives} directives." : null;
    }

    private string? Refuse(Weight weight, bool executed) => weight switch
    {
        _ when weight.Depth > limits.MaxDepth => $"The document nests deeper than {limits.MaxDepth} fields.",
        _ when weight.Fields > limits.MaxFields => $"The document has more than {limits.MaxFields} fields with its fragments written out.",
        _ when executed && weight.Cost > limits.MaxCost =>
            $"The answer could come to more than {limits.MaxCost} fields. Ask for smaller pages or fewer nested lists.",
        _ => null,
    };

    private IComplexGraphType? Root(GraphQLOperationDefinition operation) => operation.Operation switch
    {
        OperationType.Mutation => schema.Mutation,
        OperationType.Subscription => schema.Subscription,
        _ => schema.Query,
    };
}

/// <summary>What a selection comes to: its nesting, its fields written out once, its fields times list sizes.</summary>
internal readonly record struct Weight(int Depth, long Fields, long Cost)
{
    private const long Ceiling = long.MaxValue / 4;

    public Weight Beside(Weight other) =>
        new(Math.Max(Depth, other.Depth), Math.Min(Ceiling, Fields + other.Fields), Math.Min(Ceiling, Cost + other.Cost));

    /// <summary>This selection below a field that returns so many items.</summary>
    public Weight Below(long items) =>
        new(Depth + 1, Math.Min(Ceiling, Fields + 1), Cost > Ceiling / Math.Max(1, items) ? Ceiling : 1 + (Cost * items));
}
