using GraphQL;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Credits;
using LicenseTracker.Api.Schema.Errors;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Credits;
using Npgsql;

namespace LicenseTracker.Api;

public sealed partial class Query
{
    /// <summary>The categories that declared hours may name, the same for all jurisdictions.</summary>
    public static IReadOnlyList<CreditCategory> CreditCategories => Domain.Credits.CreditCategories.Shipped.All;

    /// <summary>The activities that earn hours in some jurisdiction.</summary>
    public static IReadOnlyList<CreditActivity> CreditActivities => Domain.Credits.CreditActivities.All;

    /// <summary>The credits that wait for review, oldest first; for reviewers.</summary>
    public static async Task<Connection<CreditNode>> CreditsToReviewAsync(
        [FromServices] NpgsqlDataSource database, [FromServices] Pager pager, Caller caller, int? first, string? after, int? last, string? before,
        CancellationToken cancellation)
    {
        if (!May.ReviewCredits(caller))
            throw new NotAllowedError();
        var page = pager.Page(first, after, last, before);
        var waiting = await ReviewQueue.PageAsync(database, Place(page.After), Place(page.Before), page.Backward, page.Take, cancellation);
        var cards = await Card.ReadAsync(database, waiting.Select(w => w.Therapist).Distinct(), cancellation);
        return pager.Connect(
            page, waiting, w => w.Key, w => new CreditNode(cards[w.Therapist], new(w.Credit)), stop => ReviewQueue.CountAsync(database, stop));

        static WaitingCredit? Place(string? key) =>
            key is null ? null : WaitingCredit.Read(key) ?? throw new InvalidInputError("The cursor is none of this list. Take one from its pageInfo or edges.");
    }
}
