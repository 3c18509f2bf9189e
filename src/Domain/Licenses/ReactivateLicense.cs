namespace LicenseTracker.Domain.Licenses;

/// <summary>Records that an inactive license became active again.</summary>
public sealed record ReactivateLicense(LicenseId LicenseId, DateOnly ReactivatedOn, long Version) : IChange
{
    public static readonly Refusal NotInactive = new("LICENSE_NOT_INACTIVE", "The record shows no inactive time before this date.", "reactivatedOn");

    public Guid StreamId => LicenseId.Value;

    public static Decision<LicenseFact> Decide(ReactivateLicense c, License? license) =>
        LicenseRules.Decide(license, new LicenseReactivated(c.ReactivatedOn));

    internal static Check Judge(LicenseReactivated f, LicenseRecord others) => Check.Begin
        .Date(f.ReactivatedOn, "reactivatedOn")
        .Warn(others.All<LicenseInactivated>().Any(o => o.InactivatedOn == f.ReactivatedOn), LicenseRules.ContradictsSameDate)
        .Warn(!others.All<LicenseInactivated>().Any(o => o.InactivatedOn <= f.ReactivatedOn), NotInactive);
}
