using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LicenseTracker.Domain;

namespace LicenseTracker.Projections.Facts;

/// <summary>A fact as it lies in the store, with all that is kept beside it.</summary>
/// <param name="Sequence">Place among all facts; allotted before commit, so not part of the canonical form.</param>
/// <param name="Actor">Id of who recorded it.</param>
public sealed record StoredFact(
    long Sequence, Guid Id, Guid Stream, long Version, string Name, string Tenant, DateTimeOffset RecordedAt,
    string Actor, string? Correlation, string? Causation, JsonElement Headers, JsonElement Data)
{
    public FactHeaders Beside { get; } = FactHeaders.From(Headers.EnumerateObject().ToDictionary(h => h.Name, object (h) => h.Value, StringComparer.Ordinal));

    /// <summary>The fact itself.</summary>
    public IFact Fact() =>
        (IFact)Data.Deserialize(FactNames.TypeOf(Name) ?? throw new JsonException($"No fact is stored under the name '{Name}'."), FactJson.Options)!;

    /// <summary>
    /// The bytes that stand for this fact for ever, whatever the database makes of its JSON: canonical JSON of version, ids, name, tenant,
    /// recorded time in microseconds, actor, correlation, causation, headers and data. Personal texts are in it as ciphertext.
    /// </summary>
    public byte[] CanonicalForm()
    {
        var form = new JsonObject
        {
            ["form"] = 1,
            ["id"] = Id.ToString(),
            ["stream"] = Stream.ToString(),
            ["version"] = Version,
            ["name"] = Name,
            ["tenant"] = Tenant,
            ["recordedAt"] = RecordedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            ["actor"] = Actor,
            ["headers"] = JsonNode.Parse(Headers.GetRawText()),
            ["data"] = JsonNode.Parse(Data.GetRawText()),
        };
        if (Correlation is not null)
            form["correlation"] = Correlation;
        if (Causation is not null)
            form["causation"] = Causation;
        return CanonicalJson.Bytes(JsonSerializer.SerializeToElement(form));
    }
}
