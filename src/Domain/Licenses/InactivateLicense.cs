namespace LicenseTracker.Domain.Licenses;

/// <summary>Records that the licensee went inactive by choice.</summary>
public sealed record InactivateLicense(LicenseId LicenseId, DateOnly InactivatedOn, long Version) : IChange
{
    public Guid StreamId => LicenseId.Value;

    public static Decision<LicenseFact> Decide(InactivateLicense c, License? license) =>
        LicenseRules.Decide(license, new LicenseInactivated(c.InactivatedOn));

    internal static Check Judge(LicenseInactivated f, LicenseRecord others) => Check.Begin
        .Date(f.InactivatedOn, "inactivatedOn")
        .And(UncertainDays.Judge(f))
        .Warn(others.All<LicenseReactivated>().Any(o => o.ReactivatedOn == f.InactivatedOn), LicenseRules.ContradictsSameDate);
}
