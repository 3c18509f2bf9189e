using LicenseTracker.Api.Access;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Projections.Cards;
using Npgsql;

namespace LicenseTracker.Api.Therapists;

/// <summary>Finds therapists by their ids.</summary>
public sealed class TherapistNodes(NpgsqlDataSource database) : INodeLoader
{
    public string Type => TherapistNode.Type;

    public async Task<IReadOnlyDictionary<RelayId, INode>> LoadAsync(IReadOnlyCollection<RelayId> ids, Caller caller, CancellationToken cancellation)
    {
        var visible = ids.Where(id => May.SeeTherapist(caller, new(id.Value))).ToDictionary(id => id.Value);
        var cards = await Card.ReadAsync(database, visible.Keys, cancellation);
        return cards.ToDictionary(c => visible[c.Key], INode (c) => new TherapistNode(c.Value));
    }
}
