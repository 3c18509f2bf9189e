using System.Collections;
using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;

namespace LicenseTracker.Api.Transport.Guard;

/// <summary>How many items a field may return, told by its arguments: the size of its page, or the length of the list it is given.</summary>
internal sealed class ListSizes(TransportOptions limits, GraphQLOperationDefinition operation, IReadOnlyDictionary<string, object?>? variables)
{
    public string? Refusal { get; private set; }

    public long Of(GraphQLField field, FieldType? definition)
    {
        // A page has a size even when the request names none.
        var pages = definition?.Arguments?.Find("first") is not null;
        long items = pages ? limits.DefaultPageSize : 1;
        foreach (var argument in field.Arguments ?? (IEnumerable<GraphQLArgument>)[])
        {
            var isSize = argument.Name.Value.Span is "first" or "last";
            var given = isSize ? Number(argument.Value) : Length(argument.Value);
            if (!isSize && given > limits.MaxInputList)
                Refusal = $"The list '{argument.Name.StringValue}' has more than {limits.MaxInputList} items.";
            if (given is { } size)
                items = isSize ? Math.Max(1, size) : Math.Max(items, size);
        }
        return items;
    }

    private long? Number(GraphQLValue value) => value switch
    {
        GraphQLIntValue number => long.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size) ? size : int.MaxValue,
        GraphQLVariable variable => Given(variable) switch
        {
            int size => size,
            long size => size,
            GraphQLValue other and not GraphQLVariable => Number(other),
            _ => null,
        },
        _ => null,
    };

    private long? Length(GraphQLValue value) => value switch
    {
        GraphQLListValue list => list.Values?.Count ?? 0,
        GraphQLVariable variable => Given(variable) switch
        {
            IList list => list.Count,
            GraphQLValue other and not GraphQLVariable => Length(other),
            _ => null,
        },
        _ => null,
    };

    /// <summary>A variable's value in this request, else its default in the document.</summary>
    private object? Given(GraphQLVariable variable)
    {
        var name = variable.Name.StringValue;
        if (variables is not null && variables.TryGetValue(name, out var value))
            return value;
        return operation.Variables?.Items.FirstOrDefault(v => v.Variable.Name.StringValue == name)?.DefaultValue;
    }
}
