using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Domain.Rules;

/// <summary>Replaces an adoption in full: another book was meant.</summary>
public sealed record CorrectRuleBookFact(Jurisdiction Jurisdiction, FactId Target, RuleBookFact Replacement, string Reason, long Version) : IChange
{
    public Guid StreamId => RuleBookRecord.StreamOf(Jurisdiction);

    public static Decision<RuleBookFact> Decide(CorrectRuleBookFact c, RuleBookRecord? record)
    {
        if (record is null)
            return Refusals.UnknownId;
        var check = Corrections.OfCorrection(record.Log, c.Target, c.Replacement, Personal.Of(c.Reason), f => (f as RuleBookAdopted)?.Jurisdiction);
        if (!check.Refusals.IsEmpty || c.Replacement is not RuleBookAdopted adopted)
            return check.Record<RuleBookFact>(new RuleBookFactCorrected(c.Target, c.Replacement, c.Reason.Trim()));
        check = check.And(AdoptRuleBook.Judge(c.Jurisdiction, adopted.Book, null).InData());
        return check.Refusals.IsEmpty
            ? check.Record<RuleBookFact>(new RuleBookFactCorrected(c.Target, adopted with { Book = RuleBookText.Compact(adopted.Book) }, c.Reason.Trim()))
            : Decision<RuleBookFact>.Refused(check.Refusals.AsSpan());
    }
}
