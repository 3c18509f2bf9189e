using System.Collections.Immutable;
using GraphQL.DataLoader;
using LicenseTracker.Api.Schema.Loading;
using LicenseTracker.Api.Sealing;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.History;
using Npgsql;

namespace LicenseTracker.Api.History;

/// <summary>Reads what many actors are called in one statement.</summary>
public sealed class ActorLoader(NpgsqlDataSource database) : BatchLoader<string, string>
{
    protected override async Task<IReadOnlyDictionary<string, string>> ReadAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        await ActorNames.OfAsync(database, keys, cancellation);
}

/// <summary>Reads whom history filters name, in one statement.</summary>
public sealed class ActorSearchLoader(NpgsqlDataSource database) : BatchLoader<string, IReadOnlySet<string>>
{
    protected override async Task<IReadOnlyDictionary<string, IReadOnlySet<string>>> ReadAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        await ActorNames.MeantByAsync(database, keys, cancellation);
}

/// <summary>Whose facts: those of a stream, or the restricted ones of a therapist: investigations and what was decided about rosters.</summary>
public readonly record struct FactsOf(Guid Id, bool Investigations = false);

/// <summary>Reads whole histories: those of all therapists and licenses of a request in one statement.</summary>
public sealed class FactsLoader(NpgsqlDataSource database) : BatchLoader<FactsOf, IReadOnlyList<StoredFact>>
{
    protected override async Task<IReadOnlyDictionary<FactsOf, IReadOnlyList<StoredFact>>> ReadAsync(
        IReadOnlyCollection<FactsOf> keys, CancellationToken cancellation)
    {
        var facts = await FactReader.OfStreamsAndRestrictedAsync(
            database, keys.Where(k => !k.Investigations).Select(k => k.Id), keys.Where(k => k.Investigations).Select(k => k.Id), cancellation);
        return facts.GroupBy(f => StreamKind.IsRestricted(f.Fact().GetType()) ? new FactsOf(f.Beside.Therapist!.Value, Investigations: true) : new FactsOf(f.Stream))
            .ToDictionary(g => g.Key, g => (IReadOnlyList<StoredFact>)[.. g]);
    }
}

/// <summary>Fetches the data keys of many therapists in one statement, before their texts are opened.</summary>
public sealed class DataKeyLoader(Keyring keyring) : BatchLoader<Guid, DataKey>
{
    /// <summary>No key, for texts that stay closed.</summary>
    public IDataLoaderResult<DataKey?> Nothing { get; } = LoadedValues.Ready<DataKey?>(null);

    protected override async Task<IReadOnlyDictionary<Guid, DataKey>> ReadAsync(IReadOnlyCollection<Guid> keys, CancellationToken cancellation)
    {
        await keyring.PreloadAsync(keys, cancellation);
        return ImmutableDictionary<Guid, DataKey>.Empty; // whoever opens a text finds them in the keyring
    }
}

/// <summary>Reads the facts that reasons rest on: those of all reasons of a request in one statement.</summary>
public sealed class EvidenceLoader(NpgsqlDataSource database) : BatchLoader<(Guid Stream, long Version), HistoryEntryNode>
{
    /// <summary>The facts at these places, oldest first.</summary>
    public IDataLoaderResult<IReadOnlyList<HistoryEntryNode>> LoadMany(IReadOnlyCollection<(Guid Stream, long Version)> places) =>
        places.Distinct().Select(Load).Together().Then(found => (IReadOnlyList<HistoryEntryNode>)[.. found.OfType<HistoryEntryNode>().OrderBy(e => e.Sequence)]);

    protected override async Task<IReadOnlyDictionary<(Guid Stream, long Version), HistoryEntryNode>> ReadAsync(
        IReadOnlyCollection<(Guid Stream, long Version)> keys, CancellationToken cancellation) =>
        (await FactReader.OneByOneAsync(database, keys, cancellation)).ToDictionary(f => (f.Stream, f.Version), f => new HistoryEntryNode(f));
}

/// <summary>Reads the corrections and voids of many streams in one statement.</summary>
public sealed class CorrectionLoader(NpgsqlDataSource database) : BatchLoader<Guid, IReadOnlyList<HistoryEntryNode>>
{
    protected override async Task<IReadOnlyDictionary<Guid, IReadOnlyList<HistoryEntryNode>>> ReadAsync(
        IReadOnlyCollection<Guid> keys, CancellationToken cancellation) =>
        (await FactReader.CorrectionsAsync(database, keys, cancellation)).GroupBy(f => f.Stream)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<HistoryEntryNode>)[.. g.Select(f => new HistoryEntryNode(f))]);
}
