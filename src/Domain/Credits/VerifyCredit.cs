namespace LicenseTracker.Domain.Credits;

/// <summary>Records that a reviewer found what is declared to be so.</summary>
public sealed record VerifyCredit(CreditId CreditId, Reviewer By, Personal Method, long Version) : IChange
{
    public Guid StreamId => CreditId.Value;

    public static Decision<CreditFact> Decide(VerifyCredit c, Credit? credit, IReadOnlySet<string> submitters) => CreditRules.Decide(
        credit,
        new CreditVerified(c.Method),
        known => c.By.Judge(known, submitters).And(CreditRules.Given(c.Method, "method"))
            .Warn(DeclarationRules.IsStatedInCeu(known.Declaration), DeclarationRules.StatedInCeu.At()),
        CreditStatus.Submitted);
}
