namespace LicenseTracker.Domain.Credits;

/// <summary>Takes back a credit that no reviewer has accepted.</summary>
public sealed record WithdrawCredit(CreditId CreditId, long Version) : IChange
{
    public Guid StreamId => CreditId.Value;

    public static Decision<CreditFact> Decide(WithdrawCredit c, Credit? credit) =>
        CreditRules.Decide(credit, new CreditWithdrawn(), _ => Check.Begin, CreditStatus.Submitted, CreditStatus.Rejected);
}
