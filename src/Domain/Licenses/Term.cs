using System.Diagnostics.CodeAnalysis;

namespace LicenseTracker.Domain.Licenses;

/// <summary>One interval in which the license authorises practice: both days belong to it.</summary>
public readonly record struct Term(DateOnly StartsOn, DateOnly ExpiresOn)
{
    public bool Contains(DateOnly date) => StartsOn <= date && date <= ExpiresOn;

    public bool Overlaps(Term other) => StartsOn <= other.ExpiresOn && other.StartsOn <= ExpiresOn;
}

/// <summary>A term as a source states it: what is absent follows from the record or from the rule book.</summary>
public readonly record struct StatedTerm(DateOnly? StartsOn, DateOnly? ExpiresOn)
{
    public static StatedTerm Of(Term term) => new(term.StartsOn, term.ExpiresOn);

    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "It is called Of.")]
    public static implicit operator StatedTerm(Term term) => Of(term);
}
