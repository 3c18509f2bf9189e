namespace LicenseTracker.Domain.Credits;

/// <summary>Records that a reviewer did not accept what is declared.</summary>
public sealed record RejectCredit(CreditId CreditId, Reviewer By, Personal Reason, long Version) : IChange
{
    public Guid StreamId => CreditId.Value;

    public static Decision<CreditFact> Decide(RejectCredit c, Credit? credit, IReadOnlySet<string> submitters) => CreditRules.Decide(
        credit,
        new CreditRejected(c.Reason),
        known => c.By.Judge(known, submitters).And(CreditRules.Given(c.Reason, "reason")),
        CreditStatus.Submitted);
}
