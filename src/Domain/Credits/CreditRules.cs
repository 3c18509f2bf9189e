namespace LicenseTracker.Domain.Credits;

/// <summary>What may happen to a credit in each status.</summary>
public static class CreditRules
{
    public static readonly Refusal SubmissionVoided = new(
        "CREDIT_SUBMISSION_VOIDED", "The submission of this credit was voided. Void that void, or submit the credit anew.");

    public static readonly Refusal Waiting = new("CREDIT_WAITING", "This credit waits for review. Verify, reject or withdraw it.", "creditId");

    public static readonly Refusal Verified = new("CREDIT_VERIFIED", "This credit is verified. If it proved to be none, revoke it.", "creditId");

    public static readonly Refusal Rejected = new("CREDIT_REJECTED", "This credit is rejected. Resubmit it with better values, or withdraw it.", "creditId");

    public static readonly Refusal Withdrawn = new("CREDIT_WITHDRAWN", "This credit was withdrawn. Submit the course anew.", "creditId");

    public static readonly Refusal Revoked = new("CREDIT_REVOKED", "This credit was revoked, for good.", "creditId");

    /// <summary>Decides a fact that a credit may take in some statuses only.</summary>
    internal static Decision<CreditFact> Decide(Credit? credit, CreditFact fact, Func<CreditRecord, Check> judge, params CreditStatus[] allowed)
    {
        if (credit is null)
            return Refusals.UnknownId;
        if (credit.KnownAt(null) is not { } known)
            return SubmissionVoided;
        return Check.Begin.Refuse(!allowed.Contains(known.Status), Of(known.Status)).And(judge(known)).Record(fact);
    }

    /// <summary>A text that must be given; one already sealed was given.</summary>
    internal static Check Given(Personal text, string path) => Check.Begin.Refuse(text.IsNone, Inputs.TextMissing.At(path)).Note(text, path);

    private static Refusal Of(CreditStatus status) => status switch
    {
        CreditStatus.Submitted => Waiting,
        CreditStatus.Verified => Verified,
        CreditStatus.Rejected => Rejected,
        CreditStatus.Withdrawn => Withdrawn,
        _ => Revoked,
    };
}
