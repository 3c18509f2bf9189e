using LicenseTracker.Api.Access;
using LicenseTracker.Api.Schema.Types;

namespace LicenseTracker.Api.Schema.Relay;

/// <summary>A thing with an id, found again by <c>node(id)</c>.</summary>
[ContractInterface]
public interface INode
{
    /// <summary>The thing's id across the whole contract, opaque.</summary>
    RelayId Id { get; }
}

/// <summary>Finds the things of one type by their ids. Register one per noun; <c>node</c> and <c>nodes</c> ask it.</summary>
public interface INodeLoader
{
    /// <summary>The type's name in the contract, as its ids carry it.</summary>
    string Type { get; }

    /// <summary>All of these ids in one go. An id that names nothing, or nothing this caller may see, is left out.</summary>
    Task<IReadOnlyDictionary<RelayId, INode>> LoadAsync(IReadOnlyCollection<RelayId> ids, Caller caller, CancellationToken cancellation);
}

/// <summary>Finds things of any type by their ids: one question per type, however many ids.</summary>
public sealed class NodeLookup(IEnumerable<INodeLoader> loaders)
{
    /// <summary>The things in the order of the ids; null where an id names nothing that this caller may see.</summary>
    public async Task<IReadOnlyList<INode?>> FindAsync(IReadOnlyList<RelayId> ids, Caller caller, CancellationToken cancellation)
    {
        var found = new Dictionary<RelayId, INode>();
        foreach (var ofType in ids.Distinct().GroupBy(id => id.Type))
        {
            if (loaders.FirstOrDefault(l => l.Type == ofType.Key) is not { } loader)
                continue;
            foreach (var (id, node) in await loader.LoadAsync([.. ofType], caller, cancellation))
                found[id] = node;
        }
        return [.. ids.Select(found.GetValueOrDefault)];
    }

    public async Task<INode?> FindAsync(RelayId id, Caller caller, CancellationToken cancellation) => (await FindAsync([id], caller, cancellation))[0];
}
