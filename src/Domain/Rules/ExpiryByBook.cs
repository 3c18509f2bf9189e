using System.Collections.Immutable;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Domain.Rules;

/// <summary>What is known of a term whose last day a rule book is asked for.</summary>
/// <param name="GrantedOn">The day of issue of the license.</param>
/// <param name="StartsOn">First day of the term.</param>
/// <param name="PreviousExpiry">The last day of the term on record before it; null: none is.</param>
/// <param name="Stated">The last day that the board stated, by which a version may be chosen; null: nobody named one.</param>
/// <param name="AppliedOn">When the term was applied for; null: not known.</param>
/// <param name="JudgedOn">The day of the grant or renewal, or before it the day on which the question is asked.</param>
/// <param name="BirthDate">Null: not known.</param>
public sealed record TermDates(
    DateOnly GrantedOn, DateOnly StartsOn, DateOnly? PreviousExpiry, DateOnly? Stated, DateOnly? AppliedOn, DateOnly JudgedOn, DateOnly? BirthDate, string? Number);

/// <summary>The last day of a term by the rule book of its jurisdiction.</summary>
/// <param name="On">Unknown says why in its note, which never names a date. Its citation carries the weakest confidence of all that it rests on.</param>
/// <param name="Version">The version that gives it; null: the book has none for such a term.</param>
/// <param name="RestsOnBirthDate">Whoever learns the day learns of the licensee's birth date.</param>
public sealed record ExpiryByBook(Figure<DateOnly> On, RuleBookVersion? Version, bool RestsOnBirthDate)
{
    /// <summary>The version is chosen by its own selector; where several may govern, the day is known only if all give the same.</summary>
    public static ExpiryByBook Of(RuleBook book, TermDates term)
    {
        ImmutableArray<ExpiryByBook> found =
            [.. VersionSelection.Governing(book, v => CycleOf(v, term, Under(v, term).On)).Select(v => Under(v, term))];
        if (found is not [.., var newest])
            return Unknown(new(book.Law, null, Confidence.Unverified), "The book has no version for such a term.", null, birth: false);
        if (found.LastOrDefault(f => !f.On.IsKnown) is { } unknown)
            return unknown;
        if (found.All(f => f.Day == newest.Day))
            return newest with { On = Weakened(newest.On, found.Max(f => f.On.Citation.Confidence)) };
        return Unknown(newest.On.Citation, "What is on record allows versions of the rules that give different days.", newest.Version, found.Any(f => f.RestsOnBirthDate));
    }

    /// <summary>Whether any version of a book needs the birth date for it, so that it is opened for no other.</summary>
    public static bool AsksForBirthDate(RuleBook book) => book.Versions.Any(v => v.Renewal is { } renewal && IsByBirth(renewal.Expiry));

    private DateOnly? Day => On.TryGet(out var day) ? day : null;

    private static ExpiryByBook Under(RuleBookVersion version, TermDates term)
    {
        if (version.Renewal is not { } renewal)
            return Unknown(version.Cycle.Citation, "It knows no terms: nothing that is issued here is renewed.", version, birth: false);
        var (isByBirth, previous) = (IsByBirth(renewal.Expiry), term.PreviousExpiry);
        while (true)
        {
            var end = TermArithmetic.NextExpiry(renewal, new(term.GrantedOn, previous, term.BirthDate, term.Number));
            if (!end.TryGet(out var day) || day >= term.StartsOn)
                return new(Weakened(end, renewal.PeriodMonths.Citation.Confidence), version, isByBirth);
            if (Years(renewal.Expiry) == YearBasis.OwnTerms)
                return Unknown(end.Citation, "It follows the years of the license's own terms, and terms before this one are not on record.", version, isByBirth);
            previous = day;
        }
    }

    /// <summary>The dates by which versions are chosen, of the cycle that ends with the term.</summary>
    private static CycleDates CycleOf(RuleBookVersion version, TermDates term, Figure<DateOnly> end)
    {
        if ((term.Stated ?? (end.TryGet(out var day) ? day : null)) is not { } expiry)
            return new(null, null, null, term.AppliedOn, term.JudgedOn);
        var itself = new Term(term.StartsOn, expiry);
        var previous = term.PreviousExpiry is { } before ? new Term(before, before) : (Term?)null;
        return CycleArithmetic.Window(version.Cycle, itself, previous, firstExpiry: null).TryGet(out var window)
            ? new(expiry, window.From, window.To, term.AppliedOn, term.JudgedOn)
            : new(expiry, null, expiry, term.AppliedOn, term.JudgedOn);
    }

    private static YearBasis? Years(ExpiryPattern pattern) => pattern switch
    {
        OnDate on => on.Years.Basis,
        OnBirthday on => on.Years.Basis,
        InBirthMonth on => on.Years.Basis,
        _ => null,
    };

    private static bool IsByBirth(ExpiryPattern pattern) => pattern is OnBirthday or InBirthMonth || Years(pattern) == YearBasis.BirthYearParity;

    private static Figure<DateOnly> Weakened(Figure<DateOnly> figure, Confidence confidence) =>
        figure.TryGet(out var day) && confidence > figure.Citation.Confidence
            ? Figure<DateOnly>.Of(day, figure.Citation with { Confidence = confidence }, figure.Note)
            : figure;

    private static ExpiryByBook Unknown(Citation citation, string why, RuleBookVersion? version, bool birth) =>
        new(Figure<DateOnly>.Unknown(citation, why), version, birth);
}
