namespace LicenseTracker.Domain.Rosters;

/// <summary>An item of the review queue as a decision needs it.</summary>
public sealed record QueuedItem(TherapistId TherapistId, LicenseId? LicenseId, string Code, string? OnRecord, string? InSource, bool IsResolved);

/// <summary>Records that a person has dealt with a contradiction. It changes nothing else: what follows from it is recorded by its own command.</summary>
public sealed record ResolveRosterReview(RosterReviewId ReviewId, Personal Note) : IStart
{
    public static readonly Refusal AlreadyResolved = new(
        "ROSTER_REVIEW_RESOLVED", "This item was resolved already. Look at what was decided; a source that says something new makes a new item.", "reviewId");

    public Guid StreamId => ReviewId.Value;

    public static Decision<RosterReviewFact> Decide(ResolveRosterReview c, QueuedItem? item) => item is null
        ? Refusals.UnknownId.At("reviewId")
        : Check.Begin
            .Refuse(item.IsResolved, AlreadyResolved)
            .Refuse(c.Note.IsNone, Inputs.TextMissing.At("note")).Note(c.Note, "note")
            .Record<RosterReviewFact>(new RosterReviewResolved(item.TherapistId, item.LicenseId, item.Code, item.OnRecord, item.InSource, c.Note));
}
