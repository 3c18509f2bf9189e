using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using LicenseTracker.Domain.Eligibility;

namespace LicenseTracker.Domain.Jurisdictions;

/// <summary>Reads the jurisdictions file. Anything missing, unknown or malformed stops it, naming file, path and reason.</summary>
public static class JurisdictionReader
{
    private const string File = "jurisdictions.json";

    public static ImmutableArray<JurisdictionInfo> ReadShipped()
    {
        using var stream = typeof(JurisdictionReader).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidDataException($"{File}: the resource is missing from the assembly.");
        return Read(File, stream);
    }

    public static ImmutableArray<JurisdictionInfo> Read(string file, Stream stream)
    {
        using var document = Parse(file, stream);
        var list = Member(file, "$", document.RootElement, "jurisdictions");
        if (list.ValueKind != JsonValueKind.Array)
            throw Malformed(file, "$.jurisdictions", "is not a list");
        var all = list.EnumerateArray().Select((item, i) => One(file, $"$.jurisdictions[{i}]", item)).OrderBy(j => j.Code).ToImmutableArray();
        var codes = all.Select(j => j.Code).ToArray();
        foreach (var code in Enum.GetValues<Jurisdiction>())
        {
            var count = codes.Count(c => c == code);
            if (count != 1)
                throw Malformed(file, "$.jurisdictions", $"names {code} {count} times instead of once");
        }

        return all;
    }

    private static JurisdictionInfo One(string file, string path, JsonElement item)
    {
        var citation = Member(file, path, item, "citation");
        var citationPath = path + ".citation";
        return new(
            Named<Jurisdiction>(file, path, item, "code"),
            Text(file, path, item, "name"),
            Zone(file, path, item),
            Named<MassageRegulation>(file, path, item, "regulation"),
            OptionalText(file, path, item, "regulator"),
            new(
                Text(file, citationPath, citation, "text"),
                OptionalText(file, citationPath, citation, "url"),
                Named<Confidence>(file, citationPath, citation, "confidence")),
            OptionalBool(file, path, item, "authorityContinuesWhileRenewalPending"),
            OptionalDate(file, path, item, "compactMemberSince"));
    }

    private static JsonDocument Parse(string file, Stream stream)
    {
        try
        {
            return JsonDocument.Parse(stream);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file}: is not JSON: {e.Message}", e);
        }
    }

    private static TimeZoneInfo Zone(string file, string path, JsonElement item)
    {
        var id = Text(file, path, item, "timeZone");
        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : throw Malformed(file, path + ".timeZone", $"'{id}' is no time zone of this system");
    }

    private static T Named<T>(string file, string path, JsonElement item, string member)
        where T : struct, Enum
    {
        var text = Text(file, path, item, member);
        return Enum.GetNames<T>().Contains(text, StringComparer.Ordinal)
            ? Enum.Parse<T>(text)
            : throw Malformed(file, $"{path}.{member}", $"'{text}' is no {typeof(T).Name}");
    }

    private static string Text(string file, string path, JsonElement item, string member) =>
        OptionalText(file, path, item, member) ?? throw Malformed(file, $"{path}.{member}", "is null");

    private static string? OptionalText(string file, string path, JsonElement item, string member)
    {
        var value = Member(file, path, item, member);
        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String when !string.IsNullOrWhiteSpace(value.GetString()) => value.GetString(),
            _ => throw Malformed(file, $"{path}.{member}", "is not a text"),
        };
    }

    private static bool? OptionalBool(string file, string path, JsonElement item, string member) =>
        Member(file, path, item, member).ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Malformed(file, $"{path}.{member}", "is neither true, false nor null"),
        };

    private static DateOnly? OptionalDate(string file, string path, JsonElement item, string member) =>
        OptionalText(file, path, item, member) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw Malformed(file, $"{path}.{member}", $"'{text}' is no date (yyyy-MM-dd)");

    private static JsonElement Member(string file, string path, JsonElement item, string member) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(member, out var value)
            ? value
            : throw Malformed(file, $"{path}.{member}", "is missing");

    private static InvalidDataException Malformed(string file, string path, string reason) => new($"{file}: {path} {reason}.");
}
