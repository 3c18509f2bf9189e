using System.Collections.Frozen;

namespace LicenseTracker.Domain.Rosters;

/// <summary>
/// Whether what a review item says could take authority away that the record gives. Then no verdict may rest on the record alone while the
/// item is open. An item that could only give more, or that is about names and dates of birth, touches no verdict.
/// </summary>
public static class ReviewEffect
{
    private static readonly FrozenDictionary<string, bool> Effects = new Dictionary<string, bool>
    {
        [Review.ExpiryShortened.Code] = true,
        [Review.ExpiredInTerm.Code] = true,
        [Review.StatusUncertain.Code] = true,
        [Review.StatusUnknown.Code] = true,
        [Review.SameDayContradiction.Code] = true,

        // Of a row that could not be told to belong to anyone nothing was recorded, whatever it says: it may be a revocation, or the number may be somebody else's now.
        [Review.NumberShared.Code] = true,
        [Review.NumberOrLicense.Code] = true,
        [Review.SsnAgainstNumber.Code] = true,
        [Review.SsnDiffers.Code] = true,
        [Review.SsnsDiverge.Code] = true,
        [Review.BirthDateAgainstIdentity.Code] = true,

        // The record is the stricter one.
        [Review.RenewalUndated.Code] = false,
        [Review.ActiveThoughClosed.Code] = false,
        [Review.ActiveThoughEncumbered.Code] = false,
        [Review.DisciplineWithdrawn.Code] = false,

        // The row was taken; only what the person or the license is called is open.
        [Review.FormerNumber.Code] = false,
        [Review.NumberSameDay.Code] = false,
        [Review.BirthDateDiffers.Code] = false,
    }.ToFrozenDictionary();

    /// <param name="code">A code that is not known, of another version of this program, counts as one that could.</param>
    public static bool CouldTakeAuthority(string code) => !Effects.TryGetValue(code, out var couldTake) || couldTake;

    /// <summary>Whether it was decided for this code at all.</summary>
    public static bool IsDecided(string code) => Effects.ContainsKey(code);
}
