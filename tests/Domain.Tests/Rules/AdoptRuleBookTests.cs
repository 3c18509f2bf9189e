using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Tests.Rules;

public sealed class AdoptRuleBookTests
{
    private static readonly string Shipped = RuleBookText.Shipped(Jurisdiction.GA);

    /// <summary>The same book with one figure changed.</summary>
    private static readonly string Changed = Shipped.Replace("\"hours\":24", "\"hours\":25", StringComparison.Ordinal);

    private static DateTimeOffset Day(int day) => new(2026, 3, day, 12, 0, 0, TimeSpan.Zero);

    private static FactId Fact(int n) => new(new Guid(n, 0, 0, new byte[8]));

    private static RuleBookRecord Record(params RuleBookFact[] facts) =>
        new(Jurisdiction.GA, new([.. facts.Select((f, i) => new Recorded<RuleBookFact>(Fact(i + 1), i + 1, Day(i + 1), f))]));

    private static RuleBookAdopted Adopted(string book) => new(Jurisdiction.GA, book);

    private static string Total(KnownRuleBook known) => known.Book.Versions[^1].Requirements.OfType<TotalHours>().Single().Minimum.ToString();

    [Fact]
    public void The_newest_adoption_answers_and_as_of_an_instant_the_one_known_then()
    {
        var record = Record(Adopted(Shipped), Adopted(Changed));
        Total(record.KnownAt(null)).ShouldBe("25");
        record.KnownAt(null).AdoptedAt.ShouldBe(Day(2));
        Total(record.KnownAt(Day(1))).ShouldBe("24");
        record.KnownAt(Day(1)).AdoptedLater.ShouldBeFalse();
    }

    [Fact]
    public void Before_any_adoption_the_first_one_answers_marked_adopted_later_whatever_is_shipped_now()
    {
        var before = Record(Adopted(Changed), Adopted(Shipped)).KnownAt(Day(1).AddTicks(-1));
        Total(before).ShouldBe("25");
        (before.AdoptedLater, before.AdoptedAt, before.Place).ShouldBe((true, null, null));
        var never = RuleBookRecord.Empty(Jurisdiction.GA).KnownAt(null);
        (Total(never), never.AdoptedAt, never.AdoptedLater).ShouldBe(("24", null, true));
    }

    [Fact]
    public void A_voided_adoption_gives_way_to_the_one_before_and_a_correction_replaces_it()
    {
        Total(Record(Adopted(Shipped), Adopted(Changed), new RuleBookFactVoided(Fact(2), "wrong")).KnownAt(null)).ShouldBe("24");
        var corrected = Record(Adopted(Shipped), new RuleBookFactCorrected(Fact(1), Adopted(Changed), "a slip"));
        Total(corrected.KnownAt(null)).ShouldBe("25");
        Total(corrected.KnownAt(Day(1))).ShouldBe("24");
    }

    [Fact]
    public void The_shipped_book_is_adopted_once_and_never_over_what_a_person_adopted_since()
    {
        AdoptRuleBook.DecideShipped(RuleBookRecord.Empty(Jurisdiction.GA)).ShouldBe(Adopted(Shipped));
        AdoptRuleBook.DecideShipped(Record(Adopted(Shipped))).ShouldBeNull();
        AdoptRuleBook.DecideShipped(Record(Adopted(Shipped), Adopted(Changed))).ShouldBeNull();
        AdoptRuleBook.DecideShipped(Record(Adopted(Changed))).ShouldBe(Adopted(Shipped));
    }

    [Fact]
    public void A_sound_book_is_adopted_as_text_without_white_space()
    {
        var spaced = Changed.Replace("{", "{\n  ", StringComparison.Ordinal);
        Decide(Record(Adopted(Shipped)), spaced).ThenRecorded(Adopted(Changed));
        Decide(Record(Adopted(Shipped)), Shipped).ThenRefused(AdoptRuleBook.Unchanged);
    }

    [Theory]
    [InlineData("\"hours\":24", "\"hours\":\"24\"", "book versions 0 requirements 0 hours")]
    [InlineData("\"hours\":24", "\"hours\":24.125", "book versions 0 requirements 0 hours")]
    [InlineData("\"selector\":\"periodEnd\"", "\"selector\":\"fullMoon\"", "book versions 0 selector")]
    [InlineData("\"law\":", "\"lore\":", "book")]
    [InlineData("{\"jurisdiction\":\"GA\"", "{\"jurisdiction\":\"WA\"", "book jurisdiction")]
    public void An_unsound_book_is_refused_with_the_place_of_the_mistake(string right, string wrong, string path)
    {
        Shipped.ShouldContain(right);
        var decision = Decide(Record(Adopted(Shipped)), Shipped.Replace(right, wrong, StringComparison.Ordinal));
        decision.ThenRefused(AdoptRuleBook.Unsound);
        string.Join(' ', decision.Refusals[0].Path).ShouldBe(path);
        decision.Refusals[0].Message.Length.ShouldBeGreaterThan(AdoptRuleBook.Unsound.Message.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no book")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"jurisdiction\":\"GA\",\"jurisdiction\":\"GA\"}")]
    [InlineData("{\"jurisdiction\":\"\\ud83d\"}")]
    public void What_is_no_book_at_all_is_refused(string text) => Decide(Record(Adopted(Shipped)), text).ThenRefused(AdoptRuleBook.Unsound);

    [Fact]
    public void A_number_that_arithmetic_could_not_bear_is_refused_at_its_place()
    {
        var decision = Decide(Record(Adopted(Shipped)), Shipped.Replace("\"periodMonths\":{\"value\":24", "\"periodMonths\":{\"value\":2000000000", StringComparison.Ordinal));
        decision.ThenRefused(AdoptRuleBook.NumberAbsurd);
        string.Join(' ', decision.Refusals[0].Path).ShouldBe("book versions 0 renewal periodMonths value");
    }

    [Fact]
    public void A_book_that_drops_a_version_is_adopted_with_a_warning()
    {
        var renamed = Shipped.Replace("\"GA-2014\"", "\"GA-2015\"", StringComparison.Ordinal);
        Decide(Record(Adopted(Shipped)), renamed).ThenRecorded(Adopted(renamed), AdoptRuleBook.VersionDropped);
    }

    [Fact]
    public void The_last_adoption_that_holds_is_not_voided()
    {
        VoidRuleBookFact.Decide(new(Jurisdiction.GA, Fact(1), "wrong", 1), Record(Adopted(Shipped))).ThenRefused(VoidRuleBookFact.NoneLeft);
        VoidRuleBookFact.Decide(new(Jurisdiction.GA, Fact(1), "wrong", 2), Record(Adopted(Shipped), Adopted(Changed)))
            .ThenRecorded(new RuleBookFactVoided(Fact(1), "wrong"));
    }

    [Fact]
    public void A_correction_is_held_to_the_rules_of_an_adoption()
    {
        var record = Record(Adopted(Shipped));
        CorrectRuleBookFact.Decide(new(Jurisdiction.GA, Fact(1), Adopted(Changed), "a slip", 1), record)
            .ThenRecorded(new RuleBookFactCorrected(Fact(1), Adopted(Changed), "a slip"));
        var unsound = CorrectRuleBookFact.Decide(new(Jurisdiction.GA, Fact(1), Adopted("{}"), "a slip", 1), record);
        unsound.ThenRefused(AdoptRuleBook.Unsound);
        unsound.Refusals[0].Path[0].ShouldBe("data");
        CorrectRuleBookFact.Decide(new(Jurisdiction.GA, Fact(1), new RuleBookAdopted(Jurisdiction.WA, Changed), "a slip", 1), record)
            .ThenRefused(Corrections.IdentityChanged);
    }

    [Fact]
    public void Each_jurisdiction_has_a_stream_of_its_own() => Enum.GetValues<Jurisdiction>().Select(RuleBookRecord.StreamOf).ShouldBeUnique();

    private static Decision<RuleBookFact> Decide(RuleBookRecord record, string book) =>
        AdoptRuleBook.Decide(new(Jurisdiction.GA, book, record.Version), record);
}
