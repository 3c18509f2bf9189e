using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL.DataLoader;
using LicenseTracker.Api.Schema.Loading;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.History;
using Npgsql;

namespace LicenseTracker.Api.History;

/// <summary>Shows what facts say: ids as the contract's own, sealed texts opened or left out. What many facts of an answer need is read together.</summary>
public sealed class FactDataLoader(ContractFacts facts, RelayIds ids, IPersonalReader personal, DataKeyLoader keys, FactVersionLoader versions)
{
    /// <param name="open">Whether the caller may see personal texts.</param>
    public IDataLoaderResult<JsonElement> Load(StoredFact stored, IFact fact, bool open)
    {
        var key = open && stored.Beside.Therapist is { } therapist ? keys.Load(therapist) : keys.Nothing;
        var target = HistoryEntryNode.TargetOf(fact) is { } named ? versions.Load((stored.Stream, named.Value)) : LoadedValues.Ready<long>(0);
        return target.With(key, (version, _) => version).Then((version, cancellation) => ShowAsync(stored, fact, version, open, cancellation));
    }

    private async Task<JsonElement> ShowAsync(StoredFact stored, IFact fact, long target, bool open, CancellationToken cancellation)
    {
        var data = facts.Show(fact);
        if (target > 0)
            data["target"] = ids.Encode(FactIds.Of(stored.Stream, target));
        await OpenAsync(data, stored, "", open, cancellation);
        if (data["replacement"] is JsonObject replacement && replacement["fact"] is JsonObject corrected)
            await OpenAsync(corrected, stored, "replacement.", open, cancellation);
        return JsonSerializer.SerializeToElement(data);
    }

    private async Task OpenAsync(JsonObject data, StoredFact stored, string prefix, bool open, CancellationToken cancellation)
    {
        foreach (var (field, value) in data.ToList())
        {
            if (value is not JsonValue text || !text.TryGetValue<string>(out var envelope) || !Sealing.Envelope.IsOne(envelope))
                continue;
            data[field] = !open || stored.Beside.Therapist is not { } therapist ? null
                : await personal.OpenAsync(
                    new(therapist), new(stored.Name, stored.Stream, stored.Id, prefix + field), Personal.Sealed(envelope), cancellation);
        }
    }
}

/// <summary>Reads the places of facts in their streams: those that all corrections and voids of a request name, in one statement.</summary>
public sealed class FactVersionLoader(NpgsqlDataSource database) : BatchLoader<(Guid Stream, Guid Fact), long>
{
    protected override async Task<IReadOnlyDictionary<(Guid Stream, Guid Fact), long>> ReadAsync(
        IReadOnlyCollection<(Guid Stream, Guid Fact)> keys, CancellationToken cancellation) =>
        await FactReader.VersionsAsync(database, keys, cancellation);
}
