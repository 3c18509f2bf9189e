using GraphQL;
using LicenseTracker.Api.Conditions;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain.Conditions;

namespace LicenseTracker.Api;

public sealed partial class Query
{
    /// <summary>The condition catalogue, by id.</summary>
    /// <param name="search">A part of the name or id, or the beginning of an ICD-10-CM code; absent: all.</param>
    public static Connection<ConditionNode> Conditions(
        [FromServices] ConditionCatalogue catalogue, [FromServices] Pager pager, string? search, int? first, string? after) =>
        pager.Slice(pager.Page(first, after), [.. catalogue.Conditions.Where(c => search is null || c.IsFoundBy(search))], c => c.Id, c => new ConditionNode(c));

    /// <summary>Every client fact that a rule may turn on.</summary>
    public static IReadOnlyList<ClientFactTypeNode> ClientFactTypes([FromServices] ConditionCatalogue catalogue) =>
        [.. catalogue.ClientFactTypes.Select(t => new ClientFactTypeNode(t))];
}
