using GraphQL;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Schema.Errors;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Therapists;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Therapists;
using Npgsql;

namespace LicenseTracker.Api;

public sealed partial class Query
{
    /// <summary>One therapist; null when there is none with this id that the caller may see.</summary>
    /// <param name="id">The therapist's id.</param>
    public static async Task<TherapistNode?> TherapistAsync(RelayId id, Caller caller, [FromServices] NodeLookup nodes, CancellationToken cancellation) =>
        id.As(TherapistNode.Type) is null ? null : (TherapistNode?)await nodes.FindAsync(id, caller, cancellation);

    /// <summary>Therapists by family name.</summary>
    /// <param name="filter">What must hold, those parts about licenses on one and the same license; absent: everyone.</param>
    public static async Task<Connection<TherapistNode>> TherapistsAsync(
        [FromServices] NpgsqlDataSource database, [FromServices] Pager pager, [FromServices] TimeProvider clock, Caller caller,
        TherapistFilter? filter, int? first, string? after, int? last, string? before, CancellationToken cancellation)
    {
        if (!May.ListTherapists(caller))
            throw new NotAllowedError();
        if (filter?.Name is not null && !May.SeeNames(caller))
            throw new NotAllowedError("Your role does not permit to search by name.");
        var page = pager.Page(first, after, last, before);
        var (criteria, now) = (filter?.ToCriteria() ?? TherapistFilter.Everyone, clock.GetUtcNow());
        var found = await TherapistSearch.PageAsync(database, criteria, now, Place(page.After), Place(page.Before), page.Backward, page.Take, cancellation);
        var cards = await Card.ReadAsync(database, found.Select(f => f.Id), cancellation);
        return pager.Connect(
            page, found, f => f.Key, f => new TherapistNode(cards[f.Id]), stop => TherapistSearch.CountAsync(database, criteria, now, stop));

        static FoundTherapist? Place(string? key) =>
            key is null ? null : FoundTherapist.Read(key) ?? throw new InvalidInputError("The cursor is none of this list. Take one from its pageInfo or edges.");
    }
}

/// <summary>Which therapists to list; every given part must hold.</summary>
/// <param name="Name">Words, each the beginning of a word of the name, in any order.</param>
/// <param name="Npi">The whole National Provider Identifier.</param>
/// <param name="Jurisdiction">Has a license there.</param>
/// <param name="Standing">The license has this standing today, in its own jurisdiction's zone.</param>
/// <param name="Certification">Holds this certification today, by its id in the training catalogue.</param>
/// <param name="ExpiresBefore">The license's last term ends before this date.</param>
public sealed record TherapistFilter(
    string? Name, string? Npi, Jurisdiction? Jurisdiction, Standing? Standing, string? Certification, DateOnly? ExpiresBefore)
{
    internal static readonly TherapistCriteria Everyone = new(null, null, null, null, null, null);

    internal TherapistCriteria ToCriteria() => new(Name, Npi, Jurisdiction, Standing, Certification, ExpiresBefore);
}
