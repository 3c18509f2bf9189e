namespace LicenseTracker.Domain.Credits;

/// <summary>Records that a verified credit proved to be none.</summary>
public sealed record RevokeCredit(CreditId CreditId, Personal Reason, long Version) : IChange
{
    public Guid StreamId => CreditId.Value;

    public static Decision<CreditFact> Decide(RevokeCredit c, Credit? credit) =>
        CreditRules.Decide(credit, new CreditRevoked(c.Reason), _ => CreditRules.Given(c.Reason, "reason"), CreditStatus.Verified);
}
