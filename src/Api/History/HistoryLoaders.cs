using GraphQL.DataLoader;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Schema.Loading;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Investigations;
using LicenseTracker.Projections.History;
using Npgsql;

namespace LicenseTracker.Api.History;

/// <summary>Reads what many actors are called in one statement.</summary>
public sealed class ActorLoader(NpgsqlDataSource database) : BatchLoader<string, string>
{
    protected override async Task<IReadOnlyDictionary<string, string>> ReadAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        await ActorNames.OfAsync(database, keys, cancellation);
}

/// <summary>Reads the facts that reasons rest on: those of all reasons of a request in one statement.</summary>
public sealed class EvidenceLoader(NpgsqlDataSource database) : BatchLoader<(Guid Stream, long Version), HistoryEntryNode>
{
    /// <summary>The facts at these places, oldest first.</summary>
    public IDataLoaderResult<IReadOnlyList<HistoryEntryNode>> LoadMany(IReadOnlyCollection<(Guid Stream, long Version)> places) =>
        new Many([.. places.Distinct().Select(Load)]);

    protected override async Task<IReadOnlyDictionary<(Guid Stream, long Version), HistoryEntryNode>> ReadAsync(
        IReadOnlyCollection<(Guid Stream, long Version)> keys, CancellationToken cancellation) =>
        (await FactReader.OneByOneAsync(database, keys, cancellation)).ToDictionary(f => (f.Stream, f.Version), f => new HistoryEntryNode(f));

    private sealed class Many(IReadOnlyList<IDataLoaderResult<HistoryEntryNode?>> parts) : IDataLoaderResult<IReadOnlyList<HistoryEntryNode>>
    {
        public async Task<IReadOnlyList<HistoryEntryNode>> GetResultAsync(CancellationToken cancellationToken = default)
        {
            var entries = await Task.WhenAll(parts.Select(p => p.GetResultAsync(cancellationToken)));
            return [.. entries.OfType<HistoryEntryNode>().OrderBy(e => e.Sequence)];
        }

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await GetResultAsync(cancellationToken);
    }
}

/// <summary>Reads the corrections and voids of many streams in one statement.</summary>
public sealed class CorrectionLoader(NpgsqlDataSource database) : BatchLoader<Guid, IReadOnlyList<HistoryEntryNode>>
{
    protected override async Task<IReadOnlyDictionary<Guid, IReadOnlyList<HistoryEntryNode>>> ReadAsync(
        IReadOnlyCollection<Guid> keys, CancellationToken cancellation) =>
        (await FactReader.CorrectionsAsync(database, keys, cancellation)).GroupBy(f => f.Stream)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<HistoryEntryNode>)[.. g.Select(f => new HistoryEntryNode(f))]);
}

/// <summary>Finds facts by their ids.</summary>
public sealed class HistoryEntryNodes(NpgsqlDataSource database) : INodeLoader
{
    public string Type => HistoryEntryNode.TypeName;

    public async Task<IReadOnlyDictionary<RelayId, INode>> LoadAsync(IReadOnlyCollection<RelayId> ids, Caller caller, CancellationToken cancellation)
    {
        var places = ids.Select(FactIds.PlaceOf).OfType<(Guid, long)>();
        var facts = await FactReader.OneByOneAsync(database, places, cancellation);
        return facts.Select(f => new HistoryEntryNode(f)).Where(n => IsVisible(n, caller)).ToDictionary(n => n.Id, INode (n) => n);
    }

    /// <summary>Investigations are for registrars and auditors; a clinic's facts are for its managers; the others go with the therapist.</summary>
    private static bool IsVisible(HistoryEntryNode node, Caller caller) => node.Fact switch
    {
        InvestigationFact => May.SeeInvestigations(caller),
        _ when node.Stored.Beside.Therapist is { } therapist => May.SeeHistory(caller, new TherapistId(therapist)),
        _ => Guid.TryParse(node.Stored.Tenant, out var clinic) && May.SeeClinic(caller, new ClinicId(clinic)),
    };
}
