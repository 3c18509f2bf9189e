using System.Collections.Immutable;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Domain.Rosters;

/// <summary>What on record may be what a row is about.</summary>
/// <param name="WithNumber">Licenses of the row's jurisdiction and profession that have or had its number.</param>
/// <param name="HasSsn">Whether the row gives an SSN that identifies.</param>
/// <param name="WithSsn">The therapists on record with its SSN or previous SSN.</param>
/// <param name="SsnKnown">The therapists that are on record with any SSN.</param>
/// <param name="OfSsnOwner">The licenses of that jurisdiction and profession which the one therapist with this SSN has.</param>
public sealed record RosterClues(
    ImmutableArray<LicenseTimeline> WithNumber, bool HasSsn, ImmutableArray<TherapistId> WithSsn, IReadOnlySet<TherapistId> SsnKnown,
    ImmutableArray<LicenseTimeline> OfSsnOwner);

/// <summary>
/// Whom and which license a row is about: a license on record, a new one of a therapist on record, a new therapist (both null), or a conflict,
/// with the license that has the row's number where that is certain.
/// </summary>
public sealed record RosterMatch(TherapistId? Therapist, LicenseId? License, ReviewItem? Conflict = null, Refusal? Refusal = null);

/// <summary>Finds whom a row is about: by jurisdiction, profession and number, then by SSN. An NPI never identifies: rosters repeat one for several people.</summary>
public static class RosterIdentity
{
    public static readonly Refusal NumberMissing = new(
        "NUMBER_MISSING", "The row has no license number, and its person has not exactly one such license on record. Add the number.", "number");

    public static readonly Refusal Erased = new(
        "THERAPIST_ERASED", "The personal data of this therapist was erased, so nothing further can be recorded about them.");

    public static RosterMatch Find(RosterRow row, RosterClues clues)
    {
        if (clues.WithSsn.Length > 1)
            return Conflict(Review.SsnsDiverge, row);
        if (row.Number is not null && !clues.WithNumber.IsEmpty)
            return ByNumber(row, clues);
        if (clues.WithSsn is not [var owner])
            return row.Number is null ? new(null, null, Refusal: NumberMissing) : new(null, null);
        return BySsn(row, owner, clues.OfSsnOwner);
    }

    private static RosterMatch ByNumber(RosterRow row, RosterClues clues)
    {
        if (Only(clues.WithNumber, clues.WithSsn, row) is not { } license)
            return Conflict(Review.NumberShared, row);
        var owner = license.TherapistId;
        if (clues.WithSsn is [var other])
            return other == owner ? new(owner, license.Id) : Conflict(Review.SsnAgainstNumber, row, license);
        return clues.HasSsn && clues.SsnKnown.Contains(owner) ? Conflict(Review.SsnDiffers, row, license) : new(owner, license.Id);
    }

    /// <summary>A board may give a number out again: then it is the license of the row's person, else the one that has the number now.</summary>
    private static LicenseTimeline? Only(ImmutableArray<LicenseTimeline> licenses, ImmutableArray<TherapistId> withSsn, RosterRow row)
    {
        if (licenses is [var one])
            return one;
        var number = LicenseNumber.Normalise(row.Number!);
        var now = licenses.Where(l => LicenseNumber.Normalise(l.NumberOn(row.RetrievedOn)) == number).ToImmutableArray();
        var persons = licenses.Where(l => withSsn.Contains(l.TherapistId)).ToImmutableArray();
        return persons is [var theirs] ? theirs : now is [var current] ? current : null;
    }

    private static RosterMatch BySsn(RosterRow row, TherapistId owner, ImmutableArray<LicenseTimeline> licenses) => licenses switch
    {
        [var only] when row.Number is null || only.GrantedOn == row.IssuedOn => new(owner, only.Id),
        [] when row.Number is not null => new(owner, null),
        _ when row.Number is null => new(null, null, Refusal: NumberMissing),
        _ => Conflict(Review.NumberOrLicense, row),
    };

    /// <param name="license">The license that has the number, whoever the person is.</param>
    private static RosterMatch Conflict(Refusal why, RosterRow row, LicenseTimeline? license = null) =>
        new(license?.TherapistId, license?.Id, new ReviewItem(why, null, row.Claim));
}
