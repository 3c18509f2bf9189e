using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain;
using LicenseTracker.Projections.Facts;

namespace LicenseTracker.Api.History;

/// <summary>Facts as the contract shows and takes them: an id in them is the contract's own, opaque, and names a thing of its type.</summary>
public sealed partial class ContractFacts(RelayIds ids)
{
    private readonly JsonSerializerOptions shown = WithIds(FactJson.Options, ids);
    private readonly JsonSerializerOptions given = WithIds(FactJson.FromCallers, ids);

    /// <summary>Everything a fact says; personal texts are still sealed, and the fact that a correction or void names is not yet.</summary>
    public JsonObject Show(IFact fact) => JsonSerializer.SerializeToNode(fact, fact.GetType(), shown)!.AsObject();

    /// <summary>A fact of the same type from a caller's values.</summary>
    /// <exception cref="RefusedException">They are not the values of such a fact.</exception>
    public TFact Read<TFact>(TFact original, JsonElement data)
        where TFact : class, IFact
    {
        try
        {
            return (TFact)(data.Deserialize(original.GetType(), given) ?? throw new JsonException("It is null."));
        }
        catch (JsonException mistake)
        {
            var what = mistake is NoSuchIdException ? mistake.Message : FactJson.Explain(mistake);
            throw new RefusedException(Refusals.InvalidInput(
                $"These are not the values of a {FactNames.Of(original)}: {what}. Give them all, as the fact's history entry shows them.", PathOf(mistake)));
        }
    }

    private static string[] PathOf(JsonException mistake) =>
        mistake.Path is { } path && PlainPath().IsMatch(path) ? ["data", .. path.Split('.')[1..]] : ["data"];

    [GeneratedRegex(@"^\$(\.[A-Za-z]+)*$")]
    private static partial Regex PlainPath();

    private static JsonSerializerOptions WithIds(JsonSerializerOptions stored, RelayIds ids)
    {
        var options = new JsonSerializerOptions(stored);
        options.Converters.Insert(0, new Converters(ids));
        return options;
    }

    /// <summary>What was given for an id is none, or names a thing of another type.</summary>
    private sealed class NoSuchIdException(string type)
        : JsonException($"an id in it is no {type}'s id of this contract (the record's own ids are not taken)");

    /// <summary>Every id of the Domain is named after what it names; facts are found by their place and are left to who knows it.</summary>
    private sealed class Converters(RelayIds ids) : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert is { IsValueType: true, IsGenericType: false } && typeToConvert.Namespace == typeof(TherapistId).Namespace
            && typeToConvert != typeof(FactId) && typeToConvert.Name.EndsWith("Id", StringComparison.Ordinal);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert), ids)!;
    }

    private sealed class Converter<TId>(RelayIds ids) : JsonConverter<TId>
        where TId : struct
    {
        private static readonly string Named = typeof(TId).Name[..^"Id".Length];
        private static readonly PropertyInfo Value = typeof(TId).GetProperty(nameof(TherapistId.Value))!;

        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && ids.Decode(reader.GetString()!).As(Named) is { } value
                ? (TId)Activator.CreateInstance(typeof(TId), value)!
                : throw new NoSuchIdException(Named);

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(ids.Encode(new(Named, (Guid)Value.GetValue(value)!)));
    }
}
