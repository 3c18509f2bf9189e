using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Domain.Rules;

/// <summary>Says that an adoption, perhaps a correction or a void, never held: the book before it is in force again.</summary>
public sealed record VoidRuleBookFact(Jurisdiction Jurisdiction, FactId Target, string Reason, long Version) : IChange
{
    public static readonly Refusal NoneLeft = new(
        "RULE_BOOK_NONE_LEFT", "No adopted book would be left. Adopt the right one first, or correct this adoption.", "factId");

    public Guid StreamId => RuleBookRecord.StreamOf(Jurisdiction);

    public static Decision<RuleBookFact> Decide(VoidRuleBookFact c, RuleBookRecord? record)
    {
        if (record is null)
            return Refusals.UnknownId;
        var fact = new RuleBookFactVoided(c.Target, c.Reason.Trim());
        return Corrections.OfVoid(record.Log, c.Target, Personal.Of(c.Reason))
            .Refuse(record.Log.Add(new(default, record.Version + 1, default, fact)).Held().IsEmpty, NoneLeft)
            .Record<RuleBookFact>(fact);
    }
}
