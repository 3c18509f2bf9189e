using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQLParser.AST;

namespace LicenseTracker.Api.Schema.Scalars;

/// <summary>Any JSON value, as a fact's data: resolvers give and take <see cref="JsonElement"/> or <see cref="JsonNode"/>.</summary>
internal sealed class JsonScalar : StrictScalar
{
    public JsonScalar()
    {
        Name = "JSON";
        Description = "Any JSON value.";
    }

    public override string Form => "write a JSON value";

    public override object? ParseLiteral(GraphQLValue value) => value is GraphQLNullValue ? null : ToElement(Read(value));

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        JsonElement element => element,
        JsonNode node => ToElement(node),
        _ => ToElement(Read(value)),
    };

    public override object? Serialize(object? value) => value switch
    {
        null => null,
        JsonElement or JsonNode => value,
        _ => throw Refuse(value),
    };

    public override GraphQLValue ToAST(object? value) =>
        value is null ? new GraphQLNullValue() : throw new NotSupportedException("A JSON field has no default value.");

    private static JsonElement ToElement(JsonNode? node) => JsonSerializer.SerializeToElement(node);

    private JsonNode? Read(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => JsonValue.Create(text.Value.ToString()),
        GraphQLBooleanValue truth => JsonValue.Create(truth.BoolValue),
        GraphQLIntValue or GraphQLFloatValue => JsonNode.Parse(((IHasValueNode)value).Value.ToString()),
        GraphQLListValue list => new JsonArray([.. (list.Values ?? []).Select(Read)]),
        GraphQLObjectValue fields => new JsonObject((fields.Fields ?? []).Select(f => KeyValuePair.Create(f.Name.StringValue, Read(f.Value)))),
        _ => throw Refuse(value),
    };

    private JsonNode? Read(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool truth => JsonValue.Create(truth),
        IDictionary<string, object?> fields => new JsonObject(fields.Select(f => KeyValuePair.Create(f.Key, Read(f.Value)))),
        IEnumerable<object?> list => new JsonArray([.. list.Select(Read)]),
        IFormattable number => JsonNode.Parse(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => throw Refuse(value),
    };
}
