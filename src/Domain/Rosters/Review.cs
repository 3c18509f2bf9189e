namespace LicenseTracker.Domain.Rosters;

/// <summary>Something a roster says that no fact may follow from without a person. It holds no personal data.</summary>
/// <param name="Why">What contradicts what, and what to do; its path names the field.</param>
/// <param name="Since">The first day on which what the source says may have been so; null: not known, so any day.</param>
public sealed record ReviewItem(Refusal Why, string? OnRecord, string? InSource, DateOnly? Since = null);

/// <summary>The contradictions that go to the review queue, never into a silent edit. What each does to a verdict: <see cref="ReviewEffect"/>.</summary>
public static class Review
{
    public static readonly Refusal ExpiryShortened = new(
        "EXPIRY_SHORTENED", "The source gives an earlier expiry than the record. If the record is wrong, correct or void its last term.", "expiresOn");

    public static readonly Refusal RenewalUndated = new(
        "RENEWAL_UNDATED", "The source gives a later expiry that is past already, and no date of renewal. Record the term once its first day is known.", "expiresOn");

    public static readonly Refusal ExpiredInTerm = new(
        "STATUS_EXPIRED_IN_TERM", "The source calls the license expired before its expiry date. Ask the board which holds.", "status");

    public static readonly Refusal ActiveThoughClosed = new(
        "STATUS_ACTIVE_THOUGH_CLOSED", "The source calls the license active, but the record has it closed. Reopen it if the board did.", "status");

    public static readonly Refusal ActiveThoughEncumbered = new(
        "STATUS_ACTIVE_THOUGH_ENCUMBERED", "The source calls the license active, but the record has an action against it. Lift the action if the board did.", "status");

    public static readonly Refusal StatusUncertain = new(
        "STATUS_UNCERTAIN", "The profile does not know for sure what these words of status mean. What they surely say was recorded, and discipline if they sound like it.", "status");

    public static readonly Refusal StatusUnknown = new(
        "STATUS_UNKNOWN",
        "The profile does not know these words of status, so nothing of the license was recorded from this row. Ask the board what they mean, or teach the profile.",
        "status");

    /// <summary>The same, where discipline was recorded because the words sound like it.</summary>
    public static readonly Refusal StatusUnknownDiscipline = new(
        "STATUS_UNKNOWN",
        "The profile does not know these words of status. They sound like discipline, which was recorded without details, and nothing else of the license. Ask the board what they mean, or teach the profile.",
        "status");

    public static readonly Refusal SameDayContradiction = new(
        "CHANGED_SAME_DAY", "The record says otherwise since the same day. Record the right one by hand, with its date.", "status");

    public static readonly Refusal NumberSameDay = new(
        "NUMBER_CHANGED_SAME_DAY", "The record has another number since the same day. Record the right one by hand, with its date.", "number");

    public static readonly Refusal DisciplineWithdrawn = new(
        "DISCIPLINE_NO_LONGER_REPORTED", "The source no longer reports discipline that the record has from it. Lift or void the report if that is right.", "disciplined");

    public static readonly Refusal FormerNumber = new(
        "NUMBER_FORMER", "The source uses a number that this license had before. Compare with the board's newest list.", "number");

    public static readonly Refusal NumberShared = new(
        "NUMBER_SHARED", "More than one license on record has or had this number, and nothing tells which is meant.", "number");

    public static readonly Refusal NumberOrLicense = new(
        "NUMBER_OR_LICENSE", "This person has such a license under another number. Say whether its number changed or this is a further license.", "number");

    public static readonly Refusal SsnAgainstNumber = new(
        "IDENTITY_CONFLICT", "The number belongs to one therapist on record and the SSN to another. Find out who is meant.", "ssn");

    public static readonly Refusal SsnDiffers = new(
        "IDENTITY_SSN_DIFFERS", "The therapist who has this number is on record with another SSN. Find out who is meant.", "ssn");

    public static readonly Refusal SsnsDiverge = new(
        "IDENTITY_SSNS_DIVERGE", "The SSN and the previous SSN belong to two therapists on record. Merge them if they are one.", "previousSsn");

    public static readonly Refusal BirthDateAgainstIdentity = new(
        "IDENTITY_BIRTH_DATE", "The person found has another birth date, and nothing else shows that it is they. Find out who is meant.", "birthDate");

    public static readonly Refusal BirthDateDiffers = new(
        "BIRTH_DATE_DIFFERS", "The source gives a birth date that the record has not. Correct the registration if the source is right.", "birthDate");
}
