using GraphQL.Types;
using GraphQLParser.AST;

namespace LicenseTracker.Api.Schema.Scalars;

/// <summary>A scalar of the contract that says, when it refuses a value, what form it takes.</summary>
public abstract class StrictScalar : ScalarGraphType
{
    /// <summary>The form a value takes, for a person, with an example.</summary>
    public abstract string Form { get; }

    protected FormatException Refuse(object? value) => new($"{Show(value)} is not a {Name}: {Form}.");

    private static string Show(object? value) => value switch
    {
        null => "null",
        string { Length: > 60 } text => $"\"{text[..60]}…\"",
        string text => $"\"{text}\"",
        GraphQLValue literal and IHasValueNode node => literal is GraphQLStringValue ? Show(node.Value.ToString()) : node.Value.ToString(),
        GraphQLObjectValue or IDictionary<string, object?> => "An object",
        GraphQLListValue or IList<object?> => "A list",
        IFormattable number => number.ToString(null, null),
        _ => value.ToString() ?? "This value",
    };

    public override bool CanParseValue(object? value)
    {
        try
        {
            _ = ParseValue(value);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

/// <summary>A scalar that travels as a string both ways.</summary>
public abstract class StringScalar<T> : StrictScalar
    where T : struct
{
    protected abstract T? Read(string text);

    protected abstract string Write(T value);

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => Read(text.Value.ToString()) ?? throw Refuse(value),
        _ => throw Refuse(value),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        string text => Read(text) ?? throw Refuse(value),
        _ => throw Refuse(value),
    };

    public override object? Serialize(object? value) => value switch
    {
        null => null,
        T given => Write(given),
        _ => throw Refuse(value),
    };

    public override GraphQLValue ToAST(object? value) =>
        value is null ? new GraphQLNullValue() : new GraphQLStringValue((string)Serialize(value)!);
}
