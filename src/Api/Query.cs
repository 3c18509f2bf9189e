using GraphQL;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Clinics;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Therapists;

namespace LicenseTracker.Api;

/// <summary>What can be asked.</summary>
public sealed partial class Query
{
    /// <summary>Anything with an id; null when there is none with this id that the caller may see.</summary>
    /// <param name="id">Any id that the contract has answered.</param>
    public static Task<INode?> NodeAsync(RelayId id, Caller caller, [FromServices] NodeLookup nodes, CancellationToken cancellation) =>
        nodes.FindAsync(id, caller, cancellation);

    /// <summary>Many things by their ids, in the order of the ids.</summary>
    /// <param name="ids">At most 1,000.</param>
    public static Task<IReadOnlyList<INode?>> NodesAsync(
        IReadOnlyList<RelayId> ids, Caller caller, [FromServices] NodeLookup nodes, CancellationToken cancellation) =>
        nodes.FindAsync(ids, caller, cancellation);

    /// <summary>Who asks.</summary>
    public static ViewerNode Viewer(Caller caller) => new(caller);
}

/// <summary>Who asks.</summary>
public sealed class ViewerNode(Caller caller)
{
    /// <summary>What they are called.</summary>
    public string Name => caller.Name;

    /// <summary>Their role.</summary>
    public Role Role => caller.Role;

    /// <summary>The clinics they manage.</summary>
    public async Task<IReadOnlyList<ClinicNode>> ClinicsAsync([FromServices] NodeLookup nodes, CancellationToken cancellation) =>
        [.. (await nodes.FindAsync([.. caller.Clinics.Select(c => new RelayId(ClinicNode.Type, c.Value))], caller, cancellation)).OfType<ClinicNode>()];

    /// <summary>The therapist they are, if they are one.</summary>
    public async Task<TherapistNode?> TherapistAsync([FromServices] NodeLookup nodes, CancellationToken cancellation) =>
        caller.Therapist is { } therapist ? (TherapistNode?)await nodes.FindAsync(new RelayId(TherapistNode.Type, therapist.Value), caller, cancellation) : null;
}
