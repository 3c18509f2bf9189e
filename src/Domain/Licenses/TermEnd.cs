using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Licenses;

/// <summary>The last day of a term: as the board stated it, with what the rule book says against it, or as the book gives it.</summary>
/// <remarks>
/// A day that follows from the birth date may be recorded, since boards publish it, but no message ever names it: the one who reads it may only
/// have wanted to try a date. Answers are kept in clear beside their keys.
/// </remarks>
/// <param name="On">Null: nobody stated it and it does not follow; the check refuses.</param>
/// <param name="ByRuleBook">The version of the rule book that gave it; null: it was stated.</param>
public sealed record TermEnd(DateOnly? On, string? ByRuleBook, Check Check)
{
    public static readonly Refusal NotKnown = new("TERM_EXPIRY_NOT_KNOWN", "Give expiresOn: no rule book tells the last day of this term.", "expiresOn");

    public static readonly Refusal Differs = new("TERM_EXPIRY_NOT_BY_RULE_BOOK", "The rule book gives another last day. Check the one given against the license.", "expiresOn");

    public static readonly Refusal Uncertain = new(
        "TERM_EXPIRY_UNCERTAIN", "The last day was reckoned by a rule that was not read in the law itself. Check it against the license.", "expiresOn");

    /// <param name="rules">Null: the source states its terms and no book is asked.</param>
    public static TermEnd Of(TermRules? rules, DateOnly grantedOn, DateOnly startsOn, DateOnly? stated, DateOnly? previousExpiry, DateOnly? appliedOn, string? number)
    {
        // No book reckons with dates that the term's own rules refuse.
        var form = Check.Begin.Date(grantedOn, "grantedOn").Date(startsOn, "termStart").Date(stated, "expiresOn");
        if (!form.Refusals.IsEmpty || stated < startsOn)
            return new(stated, null, stated is null ? form : Check.Begin);
        if (rules?.Book is not { } book)
            return new(stated, null, Check.Begin.Refuse(stated is null, NotKnown));
        var begins = startsOn > grantedOn ? startsOn : grantedOn;
        var judgedOn = begins < rules.Today ? begins : rules.Today;
        var expiry = ExpiryByBook.Of(book, new(grantedOn, startsOn, previousExpiry, stated, appliedOn, judgedOn, rules.BirthDate, number));
        var (citation, name) = (expiry.On.Citation, Name(expiry));
        if (stated is { } given)
            return new(given, null, Check.Begin.Warn(expiry.On.TryGet(out var other) && other != given, Difference(expiry, name)));
        return expiry.On.TryGet(out var day)
            ? new(day, expiry.Version?.Id, Check.Begin.Warn(
                citation.Confidence != Confidence.Primary,
                Uncertain with { Message = $"The last day was reckoned by {name}, whose rule was not read in the law itself. Check it against the license." }))
            : new(null, null, Check.Begin.Refuse(true, NotKnown with { Message = $"Give expiresOn: by {name} the last day is not known. {expiry.On.Note}" }));
    }

    private static Refusal Difference(ExpiryByBook expiry, string name)
    {
        var says = expiry.RestsOnBirthDate || !expiry.On.TryGet(out var day)
            ? $"The last day differs from the pattern of {name}, which follows the licensee's birth date"
            : $"By {name} the last day is {day.Iso()}";
        var caution = expiry.On.Citation.Confidence == Confidence.Primary ? "" : " (that rule was not read in the law itself)";
        return Differs with { Message = $"{says}{caution}. Check the one given against the license." };
    }

    private static string Name(ExpiryByBook expiry) =>
        expiry.Version is { } version ? $"rule book {version.Id} ({expiry.On.Citation.Text})" : $"the rule book ({expiry.On.Citation.Text})";
}
