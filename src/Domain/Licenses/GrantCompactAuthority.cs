namespace LicenseTracker.Domain.Licenses;

/// <summary>Records that a license carries authority in the other states of the Interstate Massage Compact (IMpact).</summary>
public sealed record GrantCompactAuthority(LicenseId LicenseId, DateOnly AuthorityGrantedOn, long Version) : IChange
{
    public Guid StreamId => LicenseId.Value;

    public static Decision<LicenseFact> Decide(GrantCompactAuthority c, License? license) =>
        LicenseRules.Decide(license, new CompactAuthorityGranted(c.AuthorityGrantedOn));

    internal static Check Judge(CompactAuthorityGranted f, LicenseRecord others) => Check.Begin
        .Date(f.AuthorityGrantedOn, "grantedOn")
        .Warn(others.All<CompactAuthorityEnded>().Any(o => o.AuthorityEndedOn == f.AuthorityGrantedOn), LicenseRules.ContradictsSameDate);
}
