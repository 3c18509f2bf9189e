using GraphQL;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Mutations;
using LicenseTracker.Api.Rosters;
using LicenseTracker.Api.Schema;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Projections.Rosters;
using Npgsql;

namespace LicenseTracker.Api;

public sealed partial class Mutation
{
    /// <summary>
    /// Takes an item off the review queue, with what was decided. It changes nothing else: record what follows from it first, by its own mutation. The
    /// same contradiction found again stays resolved; a source or a record that says something new makes a new item.
    /// </summary>
    public static async Task<ResolveRosterReviewPayload> ResolveRosterReviewAsync(
        ResolveRosterReviewInput input, Caller caller, [FromServices] Orders orders, [FromServices] NpgsqlDataSource database, CancellationToken cancellation)
    {
        var outcome = await orders.SendAsync(
            caller, input, () => new ResolveRosterReview(new(input.ReviewId.Of(RosterReviewNode.Type, "reviewId")), Personal.Of(input.Note)), cancellation);
        if (!outcome.Accepted)
            return new ResolveRosterReviewPayload().Refused(outcome.Refusals);
        var rows = await RosterRows.ReviewsAsync(database, [outcome.Stream], cancellation);
        return new ResolveRosterReviewPayload(rows is [var row] ? new RosterReviewNode(row) : null).Warned(outcome.Warnings);
    }
}

/// <summary>What was decided about a review item.</summary>
/// <param name="ReviewId">The item.</param>
/// <param name="Note">What was decided, and why; kept sealed.</param>
public sealed record ResolveRosterReviewInput(string IdempotencyKey, RelayId ReviewId, string Note) : IInput;

/// <summary>What came of resolving a review item.</summary>
/// <param name="RosterReview">The item, resolved; null when it was refused.</param>
public sealed record ResolveRosterReviewPayload(RosterReviewNode? RosterReview = null) : Payload;
