using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Domain.Licenses;

/// <summary>Records that the licensee moved: the home state of a multistate license.</summary>
public sealed record RelocateLicense(LicenseId LicenseId, Jurisdiction HomeState, DateOnly RelocatedOn, long Version) : IChange
{
    public Guid StreamId => LicenseId.Value;

    public static Decision<LicenseFact> Decide(RelocateLicense c, License? license) =>
        LicenseRules.Decide(license, new LicenseRelocated(c.HomeState, c.RelocatedOn));

    internal static Check Judge(LicenseRelocated f, LicenseRecord others) => Check.Begin
        .Refuse(!Enum.IsDefined(f.HomeState), Refusals.InvalidInput("This is no jurisdiction.", "homeState"))
        .Date(f.RelocatedOn, "relocatedOn")
        .Warn(others.All<LicenseRelocated>().Any(o => o.RelocatedOn == f.RelocatedOn && o.HomeState != f.HomeState), LicenseRules.ContradictsSameDate);
}
