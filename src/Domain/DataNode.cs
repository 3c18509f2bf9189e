using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace LicenseTracker.Domain;

/// <summary>A value in one of the product's data files that knows where it stands, so that a mistake names file, path and reason.</summary>
internal readonly struct DataNode(string file, string path, JsonElement element)
{
    public string File => file;

    public string Path => path;

    public static DataNode Parse(string file, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return new(file, "$", document.RootElement.Clone());
        }
        catch (JsonException e)
        {
            throw new FormatException($"{file}: {e.Path ?? "$"}: is no JSON: {e.Message}", e);
        }
    }

    public FormatException Wrong(string reason) => new($"{file}: {path}: {reason}");

    /// <summary>Refuses properties that nobody reads: a misspelt one must not pass for an absent one.</summary>
    public DataNode Only(params ReadOnlySpan<string> names)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw Wrong("is no object.");
        foreach (var property in element.EnumerateObject())
        {
            if (!names.Contains(property.Name))
                throw Wrong($"knows no '{property.Name}'.");
        }

        return this;
    }

    public bool Has(string name) => element.TryGetProperty(name, out _);

    public DataNode? Optional(string name) =>
        element.TryGetProperty(name, out var value) ? new DataNode(file, $"{path}.{name}", value) : null;

    public DataNode Get(string name) => Optional(name) ?? throw Wrong($"lacks '{name}'.");

    public string Text(string name) => Get(name).AsText();

    public string? TextOrNull(string name) => Optional(name)?.AsText();

    public bool Flag(string name) => Optional(name) is { } node && node.AsFlag();

    public ImmutableArray<DataNode> Items(string name) => Optional(name) is { } node ? node.AsItems() : [];

    public ImmutableArray<string> Texts(string name) => [.. Items(name).Select(n => n.AsText())];

    public T Choice<T>(string name)
        where T : struct, Enum => Get(name).AsChoice<T>();

    public bool IsNull => element.ValueKind == JsonValueKind.Null;

    /// <summary>The properties of an object, in their order.</summary>
    private IEnumerable<string> Names() => element.EnumerateObject().Select(p => p.Name);

    public DateOnly? DateOrNull(string name) => Optional(name) is { IsNull: false } node ? node.AsDate() : null;

    public int? CountOrNull(string name) => Optional(name)?.AsCount();

    public DateOnly AsDate() =>
        DateOnly.TryParseExact(AsText(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Wrong($"'{AsText()}' is no date (yyyy-MM-dd).");

    /// <summary>Hours with at most two decimals.</summary>
    public Hours AsHours() => element.ValueKind == JsonValueKind.Number && Hours.TryParse(element.GetRawText(), out var hours)
        ? hours
        : throw Wrong("is no number of hours (at most two decimals).");

    /// <summary>What is said here, without its sources and remarks: equal for two nodes that say the same.</summary>
    public string Substance() => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', Names().Where(n => n is not ("title" or "note" or "source" or "confidence"))
            .Order(StringComparer.Ordinal).Select(Named)) + "}",
        JsonValueKind.Array => "[" + string.Join(',', AsItems().Select(i => i.Substance())) + "]",
        _ => element.GetRawText(),
    };

    private string Named(string name) => $"{name}:{Get(name).Substance()}";

    public ImmutableArray<T> Choices<T>(string name)
        where T : struct, Enum => [.. Items(name).Select(n => n.AsChoice<T>())];

    public string AsText() => element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text ? text : throw Wrong("is no text.");

    public decimal AsNumber() => element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var n) ? n : throw Wrong("is no number.");

    public int AsCount() => element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var n) && n >= 0 ? n : throw Wrong("is no count.");

    /// <summary>A text, or a true or false as text.</summary>
    public string AsValue() => element.ValueKind switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => AsText(),
    };

    public T AsChoice<T>()
        where T : struct, Enum
    {
        var text = AsText();
        foreach (var value in Enum.GetValues<T>())
        {
            if (value.ToString().Equals(text, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        throw Wrong($"'{text}' is none of {string.Join(", ", Enum.GetNames<T>())}.");
    }

    public ImmutableArray<DataNode> AsItems()
    {
        if (element.ValueKind != JsonValueKind.Array)
            throw Wrong("is no list.");
        var items = ImmutableArray.CreateBuilder<DataNode>(element.GetArrayLength());
        foreach (var item in element.EnumerateArray())
            items.Add(new(file, $"{path}[{items.Count}]", item));
        return items.MoveToImmutable();
    }

    public bool AsFlag() => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong("is neither true nor false."),
    };
}
