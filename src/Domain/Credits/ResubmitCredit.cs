namespace LicenseTracker.Domain.Credits;

/// <summary>Declares a rejected course anew, in full.</summary>
public sealed record ResubmitCredit(CreditId CreditId, CreditDeclaration Declaration, long Version) : IChange
{
    public Guid StreamId => CreditId.Value;

    public static Decision<CreditFact> Decide(ResubmitCredit c, Credit? credit, DeclarationLimits limits)
    {
        if (credit is null)
            return Refusals.UnknownId;
        var declared = DeclarationRules.Trim(c.Declaration);
        return CreditRules.Decide(credit, new CreditResubmitted(declared), _ => DeclarationRules.Judge(declared, limits), CreditStatus.Rejected);
    }
}
