namespace LicenseTracker.Domain.Credits;

/// <summary>Says that an earlier fact of a credit, perhaps a correction or a void, never held.</summary>
public sealed record VoidCreditFact(CreditId CreditId, FactId Target, Personal Reason, long Version) : IChange
{
    public Guid StreamId => CreditId.Value;

    public static Decision<CreditFact> Decide(VoidCreditFact c, Credit? credit) => credit is null
        ? Refusals.UnknownId
        : Corrections.OfVoid(credit.Log, c.Target, c.Reason).Record<CreditFact>(new CreditFactVoided(c.Target, c.Reason));
}
