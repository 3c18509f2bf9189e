using System.Collections.Immutable;
using System.Text.Json;

namespace LicenseTracker.Domain.Conditions;

/// <summary>A value in one of the product's data files that knows where it stands, so that a mistake names file, path and reason.</summary>
internal readonly struct CatalogueNode(string file, string path, JsonElement element)
{
    public string File => file;

    public string Path => path;

    public static CatalogueNode Parse(string file, string json)
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
    public CatalogueNode Only(params ReadOnlySpan<string> names)
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

    public CatalogueNode? Optional(string name) =>
        element.TryGetProperty(name, out var value) ? new CatalogueNode(file, $"{path}.{name}", value) : null;

    public CatalogueNode Get(string name) => Optional(name) ?? throw Wrong($"lacks '{name}'.");

    public string Text(string name) => Get(name).AsText();

    public string? TextOrNull(string name) => Optional(name)?.AsText();

    public bool Flag(string name) => Optional(name) is { } node && node.AsFlag();

    public ImmutableArray<CatalogueNode> Items(string name) => Optional(name) is { } node ? node.AsItems() : [];

    public ImmutableArray<string> Texts(string name) => [.. Items(name).Select(n => n.AsText())];

    public T Choice<T>(string name)
        where T : struct, Enum => Get(name).AsChoice<T>();

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

    public ImmutableArray<CatalogueNode> AsItems()
    {
        if (element.ValueKind != JsonValueKind.Array)
            throw Wrong("is no list.");
        var items = ImmutableArray.CreateBuilder<CatalogueNode>(element.GetArrayLength());
        foreach (var item in element.EnumerateArray())
            items.Add(new(file, $"{path}[{items.Count}]", item));
        return items.MoveToImmutable();
    }

    private bool AsFlag() => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong("is neither true nor false."),
    };
}
