using LicenseTracker.Api.Access;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Investigations;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Projections.History;
using Npgsql;

namespace LicenseTracker.Api.History;

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
        RosterReviewFact => May.SeeRosterReviews(caller),
        _ when node.Stored.Beside.Therapist is { } therapist => May.SeeHistory(caller, new TherapistId(therapist)),
        _ => Guid.TryParse(node.Stored.Tenant, out var clinic) && May.SeeClinic(caller, new ClinicId(clinic)),
    };
}
