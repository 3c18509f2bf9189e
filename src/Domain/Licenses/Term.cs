namespace LicenseTracker.Domain.Licenses;

/// <summary>One interval in which the license authorises practice: both days belong to it.</summary>
public readonly record struct Term(DateOnly StartsOn, DateOnly ExpiresOn)
{
    public bool Contains(DateOnly date) => StartsOn <= date && date <= ExpiresOn;

    public bool Overlaps(Term other) => StartsOn <= other.ExpiresOn && other.StartsOn <= ExpiresOn;
}
