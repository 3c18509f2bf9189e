using GraphQL;
using LicenseTracker.Api.Reading;
using LicenseTracker.Api.RuleBooks;
using LicenseTracker.Api.Schema.Errors;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;
using LicenseTracker.Projections.RuleBooks;

namespace LicenseTracker.Api;

public sealed partial class Query
{
    /// <summary>The version of a jurisdiction's rules for massage therapists whose days hold a date; null: no version is known for that day.</summary>
    /// <param name="jurisdiction">Whose rules.</param>
    /// <param name="on">Default: today in the jurisdiction.</param>
    /// <param name="knownAt">The book as adopted at that instant; default: as known now.</param>
    public static async Task<RuleBookNode?> RuleBookAsync(
        Jurisdiction jurisdiction, DateOnly? on, DateTimeOffset? knownAt, [FromServices] RuleBookMemory memory, [FromServices] TimeProvider clock,
        CancellationToken cancellation)
    {
        var books = await memory.NowAsync(jurisdiction, cancellation);
        var known = books.KnownAt(KnownAt.Checked(knownAt, clock));
        return known.Book.VersionOn(on ?? JurisdictionInfo.Of(jurisdiction).DateAt(clock.GetUtcNow())) is { } version ? new(known, version, books.Version) : null;
    }

    /// <summary>What differs between two versions of a jurisdiction's rules, in words and as data.</summary>
    /// <param name="jurisdiction">Whose rules.</param>
    /// <param name="from">The first version's name.</param>
    /// <param name="to">The second version's name.</param>
    /// <param name="knownAt">The book as adopted at that instant; default: as known now.</param>
    public static async Task<RuleBookDiffNode> RuleBookDiffAsync(
        Jurisdiction jurisdiction, string from, string to, DateTimeOffset? knownAt, [FromServices] RuleBookMemory memory, [FromServices] TimeProvider clock,
        CancellationToken cancellation)
    {
        var book = (await memory.NowAsync(jurisdiction, cancellation)).KnownAt(KnownAt.Checked(knownAt, clock)).Book;
        var (before, after) = (VersionOf(book, from), VersionOf(book, to));
        return new(from, to, RuleBookDiff.Text(before, after), RuleBookDiff.Between(before, after));
    }

    private static RuleBookVersion VersionOf(RuleBook book, string name) =>
        book.Versions.FirstOrDefault(v => v.Id == name)
        ?? throw new InvalidInputError($"The book of {book.Jurisdiction} has no version of this name. It has {string.Join(", ", book.Versions.Select(v => v.Id))}.");
}
