namespace LicenseTracker.Domain.Credits;

/// <summary>Who reviews: nobody reviews what they submitted themself, or a credit of their own.</summary>
/// <param name="Actor">Their id, as facts name it.</param>
/// <param name="Therapist">The therapist they are, if they are one.</param>
public sealed record Reviewer(string Actor, TherapistId? Therapist)
{
    public static readonly Refusal OwnCredit =
        new("CREDIT_REVIEW_OWN", "You submitted this credit, or it is your own. Another reviewer has to look at it.", "creditId");

    /// <param name="submitters">Everyone who ever gave this credit its values, by submission, resubmission or correction.</param>
    internal Check Judge(CreditRecord credit, IReadOnlySet<string> submitters) =>
        Check.Begin.Refuse(Therapist == credit.TherapistId || submitters.Contains(Actor), OwnCredit);
}
