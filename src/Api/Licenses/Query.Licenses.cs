using GraphQL;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Licenses;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using Npgsql;

namespace LicenseTracker.Api;

public sealed partial class Query
{
    /// <summary>A license by its current or a former number, however it is typed. Where a board used a number again, the newest license.</summary>
    /// <param name="jurisdiction">Whose board granted it.</param>
    /// <param name="number">Spaces, dashes and the like do not matter; leading zeros do.</param>
    /// <param name="profession">For what profession.</param>
    public static async Task<LicenseNode?> LicenseAsync(
        Jurisdiction jurisdiction, string number, Caller caller, [FromServices] NpgsqlDataSource database, [FromServices] NodeLookup nodes,
        CancellationToken cancellation, Profession? profession = Profession.MassageTherapist)
    {
        var found = await LicenseNumbers.FindAsync(database, jurisdiction, profession ?? Profession.MassageTherapist, number, cancellation);
        var ids = found.Select(id => new RelayId(LicenseNode.Type, id)).ToList();
        return (await nodes.FindAsync(ids, caller, cancellation)).OfType<LicenseNode>().FirstOrDefault();
    }
}
