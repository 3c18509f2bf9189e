using LicenseTracker.Domain.Eligibility;

namespace LicenseTracker.Domain.Rules;

/// <summary>What is known of a license when its next term is reckoned.</summary>
/// <param name="GrantedOn">The day of issue.</param>
/// <param name="PreviousExpiry">The last day of the term before; null: there was none.</param>
/// <param name="BirthDate">Null: not known.</param>
public sealed record LicenseDates(DateOnly GrantedOn, DateOnly? PreviousExpiry, DateOnly? BirthDate, string? Number);

/// <summary>Reckons the last day of a term by the rule of its jurisdiction.</summary>
public static class TermArithmetic
{
    /// <summary>No term of the field is longer than this; a search that finds nothing by then has no answer.</summary>
    private const int FurthestYears = 12;

    /// <summary>The last day of the first term, or of the one after <see cref="LicenseDates.PreviousExpiry"/>. Unknown says why in its note.</summary>
    public static Figure<DateOnly> NextExpiry(Renewal renewal, LicenseDates license) => renewal.Expiry switch
    {
        OnDate on => Yearly(renewal, license, on.Years, on.Citation, year => new DateOnly(year, on.Month, on.Day)),
        OnBirthday on when license.BirthDate is { } born => Yearly(renewal, license, on.Years, on.Citation, year => Birthday(born, year)),
        InBirthMonth on when license.BirthDate is { } born => Yearly(
            renewal, license, on.Years, on.Citation, year => new DateOnly(year, born.Month, on.Day ?? DateTime.DaysInMonth(year, born.Month))),
        OnBirthday or InBirthMonth => Unknown(renewal.Expiry.Citation, "The birth date is not known."),
        OnIssueAnniversary on => Monthly(renewal, license, on.Citation, date => date),
        EndOfIssueMonth on => Monthly(renewal, license, on.Citation, EndOfMonth),
        PrintedByRegulator on => Unknown(on.Citation, "The regulator prints the day on the license; no rule gives it."),
        _ => Unknown(renewal.Expiry.Citation, "The rule of expiry is not known."),
    };

    /// <summary>Who was born on February 29 has the birthday on February 28 in other years, so that no term is a day too long.</summary>
    private static DateOnly Birthday(DateOnly born, int year) =>
        new(year, born.Month, Math.Min(born.Day, DateTime.DaysInMonth(year, born.Month)));

    private static DateOnly EndOfMonth(DateOnly date) => new(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month));

    /// <summary>Whole periods counted from the issue, so that a day lost to a short month comes back in the next long one.</summary>
    private static Figure<DateOnly> Monthly(Renewal renewal, LicenseDates license, Citation citation, Func<DateOnly, DateOnly> end)
    {
        if (!renewal.PeriodMonths.TryGet(out var months))
            return Unknown(citation, "The length of a term is not known.");
        var after = license.PreviousExpiry ?? license.GrantedOn;
        for (var periods = 1; periods * months <= 12 * 120; periods++)
        {
            var date = end(license.GrantedOn.AddMonths(periods * months));
            if (date > after)
                return Figure<DateOnly>.Of(date, citation);
        }

        return Unknown(citation, "The term before ends too long after the issue.");
    }

    private static Figure<DateOnly> Yearly(Renewal renewal, LicenseDates license, YearRule years, Citation citation, Func<int, DateOnly> day)
    {
        if (license.PreviousExpiry is { } before)
        {
            return years.Basis == YearBasis.OwnTerms
                ? Figure<DateOnly>.Of(day(before.Year + years.Every), citation)
                : First(license, years, citation, day, before.AddDays(1));
        }

        if (renewal.FirstTerm is { InYearAfterIssue: { } later } rule)
            return Figure<DateOnly>.Of(day(license.GrantedOn.Year + later), rule.Citation);
        if (years.Basis == YearBasis.OwnTerms)
            return Unknown(citation, "In which years the terms of this license end is not known before its first term.");
        var earliest = renewal.FirstTerm?.AtLeastMonths is { } least ? license.GrantedOn.AddMonths(least) : license.GrantedOn.AddDays(1);
        return First(license, years, citation, day, earliest);
    }

    /// <summary>The first day of the pattern that is not before a date.</summary>
    private static Figure<DateOnly> First(LicenseDates license, YearRule years, Citation citation, Func<int, DateOnly> day, DateOnly earliest)
    {
        var parity = ParityOf(years.Basis, license);
        if (parity is null && years.Basis != YearBasis.Calendar)
            return Unknown(citation, years.Basis == YearBasis.BirthYearParity ? "The birth year is not known." : "The license number tells no parity.");
        for (var year = earliest.Year; year <= earliest.Year + FurthestYears; year++)
        {
            var fits = parity?.Fits(year) ?? ((year - (years.Like ?? year)) % years.Every == 0);
            if (fits && day(year) >= earliest)
                return Figure<DateOnly>.Of(day(year), citation);
        }

        return Unknown(citation, "No day of the pattern follows within reach.");
    }

    private static NumberParity? ParityOf(YearBasis basis, LicenseDates license) => basis switch
    {
        YearBasis.BirthYearParity when license.BirthDate is { } born => born.Year % 2 == 0 ? NumberParity.Even : NumberParity.Odd,
        YearBasis.LicenseNumberParity => Parity.Of(license.Number),
        _ => null,
    };

    private static Figure<DateOnly> Unknown(Citation citation, string why) => Figure<DateOnly>.Unknown(citation, why);
}
