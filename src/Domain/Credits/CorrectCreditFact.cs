namespace LicenseTracker.Domain.Credits;

/// <summary>Replaces an earlier fact of a credit in full. Values that were reviewed wait for another review once they are corrected.</summary>
public sealed record CorrectCreditFact(CreditId CreditId, FactId Target, CreditFact Replacement, Personal Reason, long Version) : IChange
{
    public static readonly Refusal ReviewedBefore = new(
        "CREDIT_NEEDS_REVIEW_AGAIN", "This credit was reviewed with other values. It waits for review again.");

    public Guid StreamId => CreditId.Value;

    public static Decision<CreditFact> Decide(CorrectCreditFact c, Credit? credit, DeclarationLimits limits)
    {
        if (credit is null)
            return Refusals.UnknownId;
        var replacement = Trim(c.Replacement);
        var check = Corrections.OfCorrection(credit.Log, c.Target, replacement, c.Reason, f => (f as CreditSubmitted)?.TherapistId);
        if (check.Refusals.IsEmpty)
            check = check.And(Judge(replacement, limits)).Warn(MakesReviewStale(credit, c.Target, replacement), ReviewedBefore);
        return check.Record<CreditFact>(new CreditFactCorrected(c.Target, replacement, c.Reason));
    }

    private static bool MakesReviewStale(Credit credit, FactId target, CreditFact replacement) =>
        CreditRecord.DeclarationOf(replacement) is not null
        && credit.KnownAt(null) is { Status: CreditStatus.Verified or CreditStatus.Rejected } known
        && credit.Log.Held().Any(h => h.Id == target && (h.CorrectedBy ?? h.Id) == known.DeclaredBy);

    private static Check Judge(CreditFact fact, DeclarationLimits limits) => fact switch
    {
        CreditSubmitted f => DeclarationRules.Judge(f.Declaration, limits),
        CreditResubmitted f => DeclarationRules.Judge(f.Declaration, limits),
        CreditVerified f => CreditRules.Given(f.Method, "method"),
        CreditRejected f => CreditRules.Given(f.Reason, "reason"),
        CreditRevoked f => CreditRules.Given(f.Reason, "reason"),
        CreditWithdrawn => Check.Begin,
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.GetType().Name, "This fact has no rules."),
    };

    private static CreditFact Trim(CreditFact fact) => fact switch
    {
        CreditSubmitted f => f with { Declaration = DeclarationRules.Trim(f.Declaration) },
        CreditResubmitted f => f with { Declaration = DeclarationRules.Trim(f.Declaration) },
        _ => fact,
    };
}
