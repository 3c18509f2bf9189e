using GraphQL.Types;
using GraphQLParser.AST;
using LicenseTracker.Api.Schema.Relay;

namespace LicenseTracker.Api.Schema.Scalars;

/// <summary>The contract's ID: opaque outside, a <see cref="RelayId"/> inside. An id that is not ours reads as unknown, never as an error.</summary>
internal sealed class IdScalar : IdGraphType
{
    private readonly RelayIds _ids;

    public IdScalar(RelayIds ids)
    {
        _ids = ids;
        Name = "ID";
    }

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue or GraphQLIntValue => _ids.Decode(((IHasValueNode)value).Value.ToString()),
        _ => ThrowLiteralConversionError(value, "write an ID as a string"),
    };

    public override bool CanParseLiteral(GraphQLValue value) => value is GraphQLNullValue or GraphQLStringValue or GraphQLIntValue;

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        RelayId id => id,
        string text => _ids.Decode(text),
        int or long => RelayId.Unknown,
        _ => ThrowValueConversionError(value),
    };

    public override bool CanParseValue(object? value) => value is null or string or int or long or RelayId;

    public override object? Serialize(object? value) => value switch
    {
        null => null,
        RelayId id => _ids.Encode(id),
        _ => ThrowSerializationError(value),
    };
}
