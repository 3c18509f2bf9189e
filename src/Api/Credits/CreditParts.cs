using LicenseTracker.Api.Access;
using LicenseTracker.Api.Reading;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Jurisdictions;
using Npgsql;

namespace LicenseTracker.Api.Credits;

/// <summary>Declared hours of one category.</summary>
/// <param name="Category">A code of creditCategories.</param>
/// <param name="Hours">How many, in hours of the declared minutes.</param>
public sealed record CategoryHoursNode(string Category, decimal Hours)
{
    internal static IReadOnlyList<CategoryHoursNode> Of(CreditDeclaration declared) =>
        [.. declared.Hours.Select(h => new CategoryHoursNode(h.Category, h.Hours.Hundredths / 100m))];
}

/// <summary>A credit as it stood at an instant or version.</summary>
/// <param name="Status">What had become of it.</param>
/// <param name="Version">The version of its record then.</param>
/// <param name="KnownAt">What was known until when; null: a version was asked for, or everything recorded.</param>
/// <param name="CourseTitle">What the course was called.</param>
/// <param name="Provider">Who gave it.</param>
/// <param name="CompletedOn">The day it was completed.</param>
/// <param name="Delivery">How it was given.</param>
/// <param name="Hours">The hours of each category, as declared.</param>
/// <param name="HandsOnHours">How much of all hours was practised by hand.</param>
/// <param name="HourMinutes">The minutes of the declared hours.</param>
/// <param name="LawOf">The jurisdiction whose law was taught; null: not said, or no law was.</param>
/// <param name="StartedOn">The first day of the course; null: not said.</param>
public sealed record CreditSnapshot(
    CreditStatus Status, long Version, DateTimeOffset? KnownAt, string CourseTitle, Provider Provider, DateOnly CompletedOn, Delivery Delivery,
    IReadOnlyList<CategoryHoursNode> Hours, decimal? HandsOnHours, int HourMinutes, Jurisdiction? LawOf, DateOnly? StartedOn)
{
    internal static CreditSnapshot Of(CreditRecord known, long version, DateTimeOffset? knownAt) => new(
        known.Status, version, knownAt, known.Declaration.CourseTitle, known.Declaration.Provider, known.Declaration.CompletedOn, known.Declaration.Delivery,
        CategoryHoursNode.Of(known.Declaration), known.Declaration.HandsOn?.Hundredths / 100m, known.Declaration.HourMinutes,
        known.Declaration.LawOf, known.Declaration.StartedOn);
}

/// <summary>Finds credits by their ids.</summary>
public sealed class CreditNodes(NpgsqlDataSource database) : INodeLoader
{
    public string Type => CreditNode.Type;

    public async Task<IReadOnlyDictionary<RelayId, INode>> LoadAsync(IReadOnlyCollection<RelayId> ids, Caller caller, CancellationToken cancellation) =>
        (await StreamsOnCards.VisibleAsync<CreditFact>(database, ids, caller, cancellation)).ToDictionary(c => c.Key, INode (c) => new CreditNode(c.Value, new(c.Key.Value)));
}
