namespace LicenseTracker.Domain.Licenses;

/// <summary>Records that the board registered the licensee on a condition, for a time.</summary>
public sealed record RegisterConditionally(LicenseId LicenseId, Term Term, string Condition, long Version) : IChange
{
    public Guid StreamId => LicenseId.Value;

    public static Decision<LicenseFact> Decide(RegisterConditionally c, License? license) =>
        LicenseRules.Decide(license, new LicenseConditionallyRegistered(c.Term, c.Condition));

    internal static Check Judge(LicenseConditionallyRegistered f, LicenseRecord others) => Check.Begin
        .Term(f.Term, "startsOn")
        .Text(f.Condition, Inputs.LongestNote, "condition")
        .Refuse(others.All<LicenseConditionallyRegistered>().Any(o => o.Term.Overlaps(f.Term)), RenewLicense.TermOverlaps.At("startsOn"));
}
