namespace LicenseTracker.Domain.Licenses;

/// <summary>Records that a license no longer carries authority in the other compact states.</summary>
public sealed record EndCompactAuthority(LicenseId LicenseId, DateOnly AuthorityEndedOn, long Version) : IChange
{
    public static readonly Refusal NoCompactAuthority = new("COMPACT_AUTHORITY_NONE", "The record shows no compact authority before this date.", "endedOn");

    public Guid StreamId => LicenseId.Value;

    public static Decision<LicenseFact> Decide(EndCompactAuthority c, License? license) =>
        LicenseRules.Decide(license, new CompactAuthorityEnded(c.AuthorityEndedOn));

    internal static Check Judge(CompactAuthorityEnded f, LicenseRecord others) => Check.Begin
        .Date(f.AuthorityEndedOn, "endedOn")
        .Warn(others.All<CompactAuthorityGranted>().Any(o => o.AuthorityGrantedOn == f.AuthorityEndedOn), LicenseRules.ContradictsSameDate)
        .Warn(!others.All<CompactAuthorityGranted>().Any(o => o.AuthorityGrantedOn <= f.AuthorityEndedOn), NoCompactAuthority);
}
