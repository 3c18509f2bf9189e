using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Domain.Rules;

/// <summary>A rule book as JSON text: as it is shipped, adopted and given.</summary>
public static class RuleBookText
{
    /// <summary>Characters beyond ASCII stay readable: the text goes into no web page.</summary>
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The book that comes with the program.</summary>
    public static string Shipped(Jurisdiction jurisdiction) => Compact(RuleBookReader.Resource($"{jurisdiction}.json"));

    /// <exception cref="DataMistakeException">It is no sound book of this jurisdiction.</exception>
    public static RuleBook Read(Jurisdiction jurisdiction, string text) => RuleBookReader.Read($"{jurisdiction}.json", text, RuleWords.Shipped);

    /// <summary>The same JSON without white space, its members in their order.</summary>
    public static string Compact(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement, Plain);
    }

    /// <summary>Whether two texts say the same, whatever their spelling.</summary>
    public static bool Same(string a, string b)
    {
        using var first = JsonDocument.Parse(a);
        using var second = JsonDocument.Parse(b);
        return JsonElement.DeepEquals(first.RootElement, second.RootElement);
    }

    /// <summary>The book with one of its versions alone, in the form of its file.</summary>
    public static JsonObject OfVersion(string text, string version)
    {
        var book = JsonNode.Parse(text)!.AsObject();
        var only = book["versions"]!.AsArray().First(v => (string?)v!["id"] == version)!;
        book["versions"] = new JsonArray(only.DeepClone());
        return book;
    }

    /// <summary>The first number that no rule of the field can mean and that arithmetic on dates could not bear; null: there is none.</summary>
    internal static string? FirstAbsurdNumber(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Find(document.RootElement, "$");

        static string? Find(JsonElement element, string path) => element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().Select(p => Find(p.Value, $"{path}.{p.Name}")).FirstOrDefault(p => p is not null),
            JsonValueKind.Array => element.EnumerateArray().Index().Select(i => Find(i.Item, $"{path}[{i.Index}]")).FirstOrDefault(p => p is not null),
            JsonValueKind.Number => IsPlain(element, path.EndsWith(".like", StringComparison.Ordinal)) ? null : path,
            _ => null,
        };

        static bool IsPlain(JsonElement number, bool isYear) =>
            number.TryGetDecimal(out var value) && (isYear ? value is >= 1900 and <= 2200 : value is >= 0 and <= 1000);
    }
}
