using LicenseTracker.Domain.Eligibility;

namespace LicenseTracker.Domain.Rules;

/// <summary>What tells in which years a term ends.</summary>
public enum YearBasis
{
    /// <summary>The calendar: every year, or every so many years from a known one.</summary>
    Calendar,

    /// <summary>Odd years for those born in odd years, even for even.</summary>
    BirthYearParity,

    /// <summary>Odd years for odd license numbers, even for even.</summary>
    LicenseNumberParity,

    /// <summary>Each license has its own years: those of its earlier terms.</summary>
    OwnTerms,
}

/// <summary>In which years a term ends.</summary>
/// <param name="Every">Years between ends.</param>
/// <param name="Like">For <see cref="YearBasis.Calendar"/>: one year in which terms end.</param>
public readonly record struct YearRule(YearBasis Basis, int Every, int? Like);

/// <summary>How the day is found on which a term ends. The set is closed: match on all.</summary>
/// <param name="Citation">Where it stands, and how well it is known.</param>
public abstract record ExpiryPattern(Citation Citation, string? Note);

/// <summary>A day of the year.</summary>
public sealed record OnDate(int Month, int Day, YearRule Years, Citation Citation, string? Note) : ExpiryPattern(Citation, Note);

/// <summary>The licensee's birthday; who was born on February 29 has it on February 28 in other years.</summary>
public sealed record OnBirthday(YearRule Years, Citation Citation, string? Note) : ExpiryPattern(Citation, Note);

/// <summary>A day of the licensee's birth month.</summary>
/// <param name="Day">Null: its last day.</param>
public sealed record InBirthMonth(int? Day, YearRule Years, Citation Citation, string? Note) : ExpiryPattern(Citation, Note);

/// <summary>The day of the year on which the license was issued.</summary>
public sealed record OnIssueAnniversary(Citation Citation, string? Note) : ExpiryPattern(Citation, Note);

/// <summary>The last day of the month in which the license was issued.</summary>
public sealed record EndOfIssueMonth(Citation Citation, string? Note) : ExpiryPattern(Citation, Note);

/// <summary>The day that the regulator prints on the license; no arithmetic finds it.</summary>
public sealed record PrintedByRegulator(Citation Citation, string? Note) : ExpiryPattern(Citation, Note);

/// <summary>The rule is not known.</summary>
public sealed record UnknownExpiry(Citation Citation, string? Note) : ExpiryPattern(Citation, Note);

/// <summary>
/// What is particular to the first term of a license. Without it the first term ends on the first day that the pattern gives after the grant.
/// </summary>
/// <param name="AtLeastMonths">It is no shorter than this.</param>
/// <param name="InYearAfterIssue">It ends in the calendar year so many years after the grant.</param>
public sealed record FirstTerm(int? AtLeastMonths, int? InYearAfterIssue, Citation Citation, string? Note);
