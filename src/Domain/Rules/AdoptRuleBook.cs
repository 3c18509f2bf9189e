using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Domain.Rules;

/// <summary>Records that the record answers by this rule book from now on.</summary>
/// <param name="Book">The whole book as JSON text, in the form of the shipped files.</param>
/// <param name="Version">The version of the jurisdiction's record; 0: no book was ever adopted.</param>
public sealed record AdoptRuleBook(Jurisdiction Jurisdiction, string Book, long Version) : IChange
{
    public static readonly Refusal Unsound = new("RULE_BOOK_UNSOUND", "This is no sound rule book.", "book");

    public static readonly Refusal NumberAbsurd = new(
        "RULE_BOOK_NUMBER_ABSURD", "A number in a rule book lies between 0 and 1000, a year between 1900 and 2200. Correct this one.", "book");

    public static readonly Refusal OtherProfession = new("RULE_BOOK_OTHER_PROFESSION", "Rule books are kept for massage therapists only.", "book");

    public static readonly Refusal Unchanged = new("RULE_BOOK_UNCHANGED", "This is the book that is in force already.", "book");

    public static readonly Refusal VersionDropped = new(
        "RULE_BOOK_VERSION_DROPPED",
        "The book in force has versions that this one lacks: days that they governed are answered by it no more. If they still hold, add them.",
        "book");

    private const int LongestBook = 500_000;

    public Guid StreamId => RuleBookRecord.StreamOf(Jurisdiction);

    /// <param name="record">Null: there is no such jurisdiction.</param>
    public static Decision<RuleBookFact> Decide(AdoptRuleBook c, RuleBookRecord? record)
    {
        if (record is null)
            return Refusals.UnknownId.At("jurisdiction");
        var before = record.KnownAt(null);
        var check = Judge(c.Jurisdiction, c.Book, before.Book);
        if (!check.Refusals.IsEmpty)
            return Decision<RuleBookFact>.Refused(check.Refusals.AsSpan());
        return check.Refuse(before.Place is not null && RuleBookText.Same(before.Text, c.Book), Unchanged)
            .Record<RuleBookFact>(new RuleBookAdopted(c.Jurisdiction, RuleBookText.Compact(c.Book)));
    }

    /// <summary>
    /// The adoption of the book that comes with the program; null: it was adopted before. What a person adopted since, or voided, stays so
    /// until a later program ships another book.
    /// </summary>
    public static RuleBookFact? DecideShipped(RuleBookRecord record)
    {
        var shipped = RuleBookText.Shipped(record.Jurisdiction);
        return record.Log.Facts.Any(f => f.Fact is RuleBookAdopted adopted && RuleBookText.Same(adopted.Book, shipped))
            ? null
            : new RuleBookAdopted(record.Jurisdiction, shipped);
    }

    /// <param name="before">The book whose place it takes.</param>
    internal static Check Judge(Jurisdiction jurisdiction, string text, RuleBook? before)
    {
        var form = Check.Begin.OptionalText(text, LongestBook, lines: true, "book");
        if (!form.Refusals.IsEmpty)
            return form;
        try
        {
            var book = RuleBookText.Read(jurisdiction, text);
            return Check.Begin
                .Refuse(RuleBookText.FirstAbsurdNumber(text) is not null, NumberAbsurd.At(PathOf(RuleBookText.FirstAbsurdNumber(text) ?? "$")))
                .Refuse(book.Profession != Profession.MassageTherapist, OtherProfession)
                .Warn(before is not null && before.Versions.Any(v => book.Versions.All(n => n.Id != v.Id)), VersionDropped);
        }
        catch (DataMistakeException mistake)
        {
            return Check.Begin.Refuse(true, (Unsound with { Message = $"This is no sound rule book: {mistake.Reason}" }).At(PathOf(mistake.Path)));
        }
        catch (OverflowException)
        {
            return Check.Begin.Refuse(true, NumberAbsurd);
        }
        catch (InvalidOperationException)
        {
            // A text in it is half a character.
            return Check.Begin.Refuse(true, Unsound);
        }
    }

    /// <summary>"$.versions[0].hour" as the input's path.</summary>
    private static string[] PathOf(string path) =>
        ["book", .. path.TrimStart('$').Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries)];
}
