namespace LicenseTracker.Domain.Rosters;

/// <summary>
/// A fact of one review item: what a person decided about it. It restates the contradiction, so that the decision can be understood when the
/// queue is gone. Shown to registrars and auditors alone; no verdict depends on it.
/// </summary>
public abstract record RosterReviewFact : IFact
{
    public abstract DateOnly? EffectiveOn { get; }

    public abstract RosterReviewFact MapPersonal(Seal seal);

    IFact IFact.MapPersonal(Seal seal) => MapPersonal(seal);
}

/// <summary>A person looked at what a roster says against the record, and did what was to be done.</summary>
/// <param name="LicenseId">The license it was about; null: about the therapist alone.</param>
/// <param name="Code">Why it went to review.</param>
/// <param name="Note">What was decided, and why.</param>
public sealed record RosterReviewResolved(TherapistId TherapistId, LicenseId? LicenseId, string Code, string? OnRecord, string? InSource, Personal Note)
    : RosterReviewFact
{
    public override DateOnly? EffectiveOn => null;

    public override RosterReviewFact MapPersonal(Seal seal) => this with { Note = seal("note", Note) };
}
