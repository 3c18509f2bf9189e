using System.Collections.Immutable;

namespace LicenseTracker.Domain.Rules;

/// <summary>How often a requirement comes due.</summary>
public enum OccasionKind
{
    EachRenewal,

    /// <summary>Once in a career under this book.</summary>
    OnceEver,

    FirstRenewal,
    SecondRenewal,

    /// <summary>For each year of the cycle since the requirement took effect.</summary>
    PerYear,

    /// <summary>Once in a number of years.</summary>
    OncePerYears,
}

/// <summary>When a requirement comes due.</summary>
/// <param name="Years">The number of years of <see cref="OccasionKind.OncePerYears"/>.</param>
public readonly record struct Occasion(OccasionKind Kind, int? Years);

public enum NumberParity
{
    Odd,
    Even,
}

/// <summary>Whom a requirement binds, and when.</summary>
/// <param name="Credentials">Abbreviations of the book's credentials; empty: all of them.</param>
/// <param name="YearsActiveFrom">Only licensees active for at least so many years.</param>
/// <param name="YearsActiveBelow">Only licensees active for fewer years than this.</param>
/// <param name="LicenseNumber">Only license numbers that end so.</param>
public sealed record Applicability(
    Occasion Occasion, ImmutableArray<string> Credentials, int? YearsActiveFrom, int? YearsActiveBelow, NumberParity? LicenseNumber)
{
    /// <summary>Everyone, at each renewal.</summary>
    public static readonly Applicability Always = new(new(OccasionKind.EachRenewal, null), [], null, null, null);
}
