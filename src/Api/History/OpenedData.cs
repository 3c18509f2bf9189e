using System.Text.Json;
using System.Text.Json.Nodes;
using LicenseTracker.Domain;
using LicenseTracker.Projections.Facts;

namespace LicenseTracker.Api.History;

/// <summary>A fact's data with its sealed texts opened, or left out.</summary>
internal static class OpenedData
{
    /// <param name="personal">Opens the texts; null: the caller may not see them.</param>
    public static async Task<JsonElement> OfAsync(StoredFact stored, IPersonalReader? personal, CancellationToken cancellation)
    {
        var data = JsonNode.Parse(stored.Data.GetRawText())!.AsObject();
        await OpenAsync(data, stored, "", personal, cancellation);
        if (data["replacement"] is JsonObject replacement && replacement["fact"] is JsonObject fact)
            await OpenAsync(fact, stored, "replacement.", personal, cancellation);
        return JsonSerializer.SerializeToElement(data);
    }

    private static async Task OpenAsync(JsonObject data, StoredFact stored, string prefix, IPersonalReader? personal, CancellationToken cancellation)
    {
        foreach (var (field, value) in data.ToList())
        {
            if (value is not JsonValue text || !text.TryGetValue<string>(out var envelope) || !Sealing.Envelope.IsOne(envelope))
                continue;
            data[field] = personal is null || stored.Beside.Therapist is not { } therapist ? null
                : await personal.OpenAsync(
                    new(therapist), new(stored.Name, stored.Stream, stored.Id, prefix + field), Personal.Sealed(envelope), cancellation);
        }
    }
}
