using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Domain.Rules;

/// <summary>The window in which the CE of one renewal is earned; both days belong to it.</summary>
/// <param name="DueOn">The last day on which an hour helps; never after the window.</param>
public readonly record struct CycleWindow(DateOnly From, DateOnly To, DateOnly DueOn);

/// <summary>Reckons the CE window of a term.</summary>
public static class CycleArithmetic
{
    /// <summary>The window whose hours the renewal at the end of a term is judged by. Unknown says why in its note.</summary>
    /// <param name="previous">The term before; null: this is the first.</param>
    /// <param name="firstExpiry">The last day of the license's first term; null: not known.</param>
    public static Figure<CycleWindow> Window(CycleRule rule, Term term, Term? previous, DateOnly? firstExpiry) => rule switch
    {
        CycleOfTerm => Until(rule, term.StartsOn, term.ExpiresOn),
        CycleBeforeExpiry before => Until(rule, term.ExpiresOn.AddDays(1).AddMonths(-before.Months), term.ExpiresOn),
        CycleFromPreviousTerm from => Until(
            rule, previous is null ? term.StartsOn : LastOn(from.Month, from.Day, term.StartsOn.AddDays(-1)), term.ExpiresOn),
        CycleByCalendar calendar => ByCalendar(calendar, term.ExpiresOn),
        CycleOfTerms terms => OfTerms(terms, term.ExpiresOn, firstExpiry),
        _ => Figure<CycleWindow>.Unknown(rule.Citation, rule.Note ?? "The window of hours is not known."),
    };

    /// <summary>The day that a deadline names for a term that ends on a date.</summary>
    public static DateOnly On(Deadline deadline, DateOnly expiry) => deadline switch
    {
        DaysBeforeExpiry before => expiry.AddDays(-before.Days),
        DayOfYear of => LastOn(of.Month, of.Day, expiry),
        FirstOfMonthBefore first => new DateOnly(expiry.Year, expiry.Month, 1).AddMonths(-first.Months),
        _ => throw new InvalidOperationException($"{deadline.GetType().Name} is no deadline that is known here."),
    };

    private static Figure<CycleWindow> Until(CycleRule rule, DateOnly from, DateOnly to) =>
        Figure<CycleWindow>.Of(new(from, to, rule.Due is { } due ? On(due, to) : to), rule.Citation, rule.Note);

    /// <summary>The last day of this name on or before a date.</summary>
    private static DateOnly LastOn(int month, int day, DateOnly date) =>
        new DateOnly(date.Year, month, day) is var same && same <= date ? same : new(date.Year - 1, month, day);

    /// <summary>The last span that has ended when the term ends.</summary>
    private static Figure<CycleWindow> ByCalendar(CycleByCalendar rule, DateOnly expiry)
    {
        var next = new DateOnly(rule.Like, rule.Month, rule.Day);
        while (next > expiry.AddDays(1))
            next = next.AddYears(-rule.EveryYears);
        while (next.AddYears(rule.EveryYears) <= expiry.AddDays(1))
            next = next.AddYears(rule.EveryYears);
        return Until(rule, next.AddYears(-rule.EveryYears), next.AddDays(-1));
    }

    /// <summary>The span, counted from the first renewal, in which the term ends.</summary>
    private static Figure<CycleWindow> OfTerms(CycleOfTerms rule, DateOnly expiry, DateOnly? firstExpiry)
    {
        if (firstExpiry is not { } first)
            return Figure<CycleWindow>.Unknown(rule.Citation, "Hours are counted from the first renewal, whose day is not known.");
        if (expiry <= first)
            return Figure<CycleWindow>.Unknown(rule.Citation, "Hours are counted from the first renewal; none were before it.");
        var spans = 1;
        while (first.AddMonths(spans * rule.Months) < expiry)
            spans++;
        return Until(rule, first.AddMonths((spans - 1) * rule.Months).AddDays(1), first.AddMonths(spans * rule.Months));
    }
}
