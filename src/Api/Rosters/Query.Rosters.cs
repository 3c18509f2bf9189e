using System.Globalization;
using GraphQL;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Licenses;
using LicenseTracker.Api.Rosters;
using LicenseTracker.Api.Schema.Errors;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Therapists;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Rosters;
using LicenseTracker.Projections.Therapists;
using Npgsql;

namespace LicenseTracker.Api;

public sealed partial class Query
{
    /// <summary>What rosters say against the record, and only a person can settle; oldest first. For registrars and auditors.</summary>
    /// <param name="filter">Which items; absent: all.</param>
    public static async Task<Connection<RosterReviewNode>> RosterReviewsAsync(
        [FromServices] NpgsqlDataSource database, [FromServices] Pager pager, Caller caller, RosterReviewFilter? filter, int? first, string? after, int? last, string? before,
        CancellationToken cancellation)
    {
        if (!May.SeeRosterReviews(caller))
            throw new NotAllowedError();
        var page = pager.Page(first, after, last, before);
        var criteria = filter?.ToCriteria() ?? new();
        var rows = await RosterRows.ReviewsAsync(database, criteria, Place(page.After), Place(page.Before), page.Backward, page.Take, cancellation);
        return pager.Connect(
            page, rows, r => Key(r.FoundAt, r.Id), r => new RosterReviewNode(r), stop => RosterRows.CountReviewsAsync(database, criteria, stop));
    }

    /// <summary>The imports of rosters, newest first. For registrars, auditors and administrators.</summary>
    public static async Task<Connection<RosterImportNode>> RosterImportsAsync(
        [FromServices] NpgsqlDataSource database, [FromServices] Pager pager, Caller caller, int? first, string? after, int? last, string? before,
        CancellationToken cancellation)
    {
        if (!May.SeeRosterImports(caller))
            throw new NotAllowedError();
        var page = pager.Page(first, after, last, before);
        var rows = await RosterRows.ImportsAsync(database, Place(page.After), Place(page.Before), page.Backward, page.Take, cancellation);
        return pager.Connect(page, rows, r => Key(r.StartedAt, r.Id), r => new RosterImportNode(r), stop => RosterRows.CountImportsAsync(database, stop));
    }

    /// <summary>Pairs of therapists on record who may be one person, for merging. For registrars.</summary>
    public static async Task<Connection<PossibleDuplicateNode>> PossibleDuplicatesAsync(
        [FromServices] NpgsqlDataSource database, [FromServices] Pager pager, Caller caller, int? first, string? after, int? last, string? before,
        CancellationToken cancellation)
    {
        if (!May.SeePossibleDuplicates(caller))
            throw new NotAllowedError();
        var page = pager.Page(first, after, last, before);
        var pairs = await PossibleDuplicates.ListAsync(database, Pair(page.After), Pair(page.Before), page.Backward, page.Take, cancellation);
        return pager.Connect(
            page, pairs, p => p.Key, p => new PossibleDuplicateNode(p), async stop => (int)await PossibleDuplicates.CountAsync(database, stop));

        static (Guid, Guid)? Pair(string? key) => key is null ? null : PossibleDuplicate.Read(key) ?? throw OtherList();
    }

    private static string Key(DateTimeOffset at, Guid id) => $"{at.UtcTicks.ToString(CultureInfo.InvariantCulture)} {id:N}";

    private static Moment? Place(string? key) =>
        key is null ? null
        : key.Split(' ') is [var at, var id] && long.TryParse(at, CultureInfo.InvariantCulture, out var ticks) && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && Guid.TryParseExact(id, "N", out var item)
            ? new(new(ticks, TimeSpan.Zero), item)
        : throw OtherList();

    private static InvalidInputError OtherList() => new("The cursor is none of this list. Take one from its pageInfo or edges.");
}

/// <summary>Which review items to list; every given part must hold.</summary>
/// <param name="Resolved">Whether a person has dealt with it.</param>
/// <param name="Open">Whether it stands: no person has dealt with it, and its source still says it.</param>
/// <param name="Jurisdiction">Whose roster it was.</param>
/// <param name="Code">Why it went to review.</param>
/// <param name="ImportId">Found by this import first; the id that the import printed, RosterImport.importId.</param>
/// <param name="LicenseId">About this license.</param>
/// <param name="TherapistId">About this therapist, or one of several who may be meant.</param>
public sealed record RosterReviewFilter(bool? Resolved, bool? Open, Jurisdiction? Jurisdiction, string? Code, string? ImportId, RelayId? LicenseId, RelayId? TherapistId)
{
    internal RosterReviewCriteria ToCriteria() => new(
        Resolved, Open, Jurisdiction is { } jurisdiction ? StoredName.Of(jurisdiction) : null, Code,
        ImportId is null ? null
        : Guid.TryParse(ImportId, out var import) ? import
        : throw new InvalidInputError("filter.importId is no id of an import. Give it as the import printed it, or take RosterImport.importId."),
        LicenseId is { } license ? license.As(LicenseNode.Type) ?? Guid.Empty : null, TherapistId is { } therapist ? therapist.As(TherapistNode.Type) ?? Guid.Empty : null);
}
