using GraphQL;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Mutations;
using LicenseTracker.Api.RuleBooks;
using LicenseTracker.Api.Schema;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;
using LicenseTracker.Projections.RuleBooks;
using Npgsql;

namespace LicenseTracker.Api;

public sealed partial class Mutation
{
    /// <summary>Records that the record answers by this rule book from now on; for registrars and administrators.</summary>
    public static Task<AdoptRuleBookPayload> AdoptRuleBookAsync(
        AdoptRuleBookInput input, Caller caller, [FromServices] RuleBookMutations books, CancellationToken cancellation) =>
        books.SendAsync(caller, input, () => new AdoptRuleBook(input.Jurisdiction, input.Book, input.Version), new AdoptRuleBookPayload(), cancellation);
}

/// <summary>What is given to adoptRuleBook.</summary>
/// <param name="Jurisdiction">Whose book.</param>
/// <param name="Version">The rule book's recordVersion that it was decided on; 0: no book of the jurisdiction was ever adopted.</param>
/// <param name="Book">The whole book with all its versions, as JSON text in the form of the shipped files.</param>
public sealed record AdoptRuleBookInput(string IdempotencyKey, Jurisdiction Jurisdiction, long Version, string Book) : IInput
{
    bool IInput.IsPermittedTo(Caller caller) => May.AdoptRuleBook(caller);
}

/// <summary>What came of adoptRuleBook.</summary>
/// <param name="RuleBook">The newest version of the book as adopted; null when it was refused.</param>
public sealed record AdoptRuleBookPayload(RuleBookNode? RuleBook = null) : Payload;

/// <summary>Sends the commands on rule books and shows what came of them.</summary>
public sealed class RuleBookMutations(Orders orders, NpgsqlDataSource database) : CommandsOn<AdoptRuleBookPayload>(orders)
{
    protected override async Task<AdoptRuleBookPayload> ShowAsync(AdoptRuleBookPayload answer, Outcome outcome, CancellationToken cancellation)
    {
        var jurisdiction = Enum.GetValues<Jurisdiction>().Single(j => RuleBookRecord.StreamOf(j) == outcome.Stream);
        var record = (await RuleBookStreams.ReadAsync(database, [jurisdiction], cancellation))[jurisdiction];
        var known = (record with { Log = record.Log.AtVersion(outcome.Version) }).KnownAt(null);
        return answer with { RuleBook = new(known, known.Book.Versions[^1], outcome.Version) };
    }
}
