using System.Security.Cryptography;
using System.Text;
using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Domain.Rules;

/// <summary>The book by which a question is answered, and how it came to be known.</summary>
/// <param name="Text">The book as JSON text.</param>
/// <param name="AdoptedAt">When it was adopted; null: at the instant asked about none was.</param>
/// <param name="Place">The adoption's place in the record; null as above.</param>
/// <param name="AdoptedLater">The question is as of an instant before any adoption.</param>
public sealed record KnownRuleBook(RuleBook Book, string Text, DateTimeOffset? AdoptedAt, long? Place, bool AdoptedLater)
{
    /// <summary>The book that comes with the program, as if none had been adopted.</summary>
    public static KnownRuleBook Shipped(Jurisdiction jurisdiction) =>
        new(RuleBook.Shipped[(int)jurisdiction], RuleBookText.Shipped(jurisdiction), null, null, AdoptedLater: true);
}

/// <summary>Everything ever recorded about one jurisdiction's rule book.</summary>
public sealed record RuleBookRecord(Jurisdiction Jurisdiction, FactLog<RuleBookFact> Log)
{
    public long Version => Log.Version;

    public static RuleBookRecord Empty(Jurisdiction jurisdiction) => new(jurisdiction, FactLog<RuleBookFact>.Empty);

    /// <summary>
    /// The book as known at an instant (null: as known now): the newest adoption that holds. Before any, the first one ever adopted answers,
    /// which was shipped then, so that such an answer does not change with what later programs ship.
    /// </summary>
    public KnownRuleBook KnownAt(DateTimeOffset? instant)
    {
        if (Log.KnownAt(instant).Held() is [.., var held])
            return Known(held.Fact, held.Version);
        return Log.Facts is [var first, ..]
            ? Known(first.Fact, first.Version) with { AdoptedAt = null, Place = null, AdoptedLater = true }
            : KnownRuleBook.Shipped(Jurisdiction);
    }

    /// <summary>The id of a jurisdiction's stream: it follows from the jurisdiction, so that two who adopt its first book at once meet.</summary>
    public static Guid StreamOf(Jurisdiction jurisdiction)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"rule book {jurisdiction}")).AsSpan(0, 16);
        bytes[6] = (byte)(0x80 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new(bytes, bigEndian: true);
    }

    private KnownRuleBook Known(RuleBookFact fact, long place)
    {
        var text = ((RuleBookAdopted)fact).Book;
        return new(RuleBookText.Read(Jurisdiction, text), text, Log.Facts.First(f => f.Version == place).RecordedAt, place, AdoptedLater: false);
    }
}
