using LicenseTracker.Api.Access;
using LicenseTracker.Api.Reading;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain.Licenses;
using Npgsql;

namespace LicenseTracker.Api.Licenses;

/// <summary>Finds licenses by their ids.</summary>
public sealed class LicenseNodes(NpgsqlDataSource database) : INodeLoader
{
    public string Type => LicenseNode.Type;

    public async Task<IReadOnlyDictionary<RelayId, INode>> LoadAsync(IReadOnlyCollection<RelayId> ids, Caller caller, CancellationToken cancellation)
    {
        var cards = await StreamsOnCards.CardsOfAsync(database, [.. ids.Select(id => id.Value)], cancellation);
        return ids.Where(id => cards.TryGetValue(id.Value, out var card) && card.Log<LicenseFact>(id.Value) is not null && May.SeeTherapist(caller, card.Id))
            .ToDictionary(id => id, INode (id) => new LicenseNode(cards[id.Value], new(id.Value)));
    }
}
