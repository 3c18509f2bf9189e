namespace LicenseTracker.Domain.Licenses;

/// <summary>Records that the board closed a license for a reason that is no discipline.</summary>
public sealed record CloseLicense(LicenseId LicenseId, DateOnly ClosedOn, long Version) : IChange
{
    public Guid StreamId => LicenseId.Value;

    public static Decision<LicenseFact> Decide(CloseLicense c, License? license) =>
        LicenseRules.Decide(license, new LicenseClosed(c.ClosedOn));

    internal static Check Judge(LicenseClosed f, LicenseRecord others) => Check.Begin
        .Date(f.ClosedOn, "closedOn")
        .And(UncertainDays.Judge(f))
        .Warn(others.All<LicenseReopened>().Any(o => o.ReopenedOn == f.ClosedOn), LicenseRules.ContradictsSameDate);
}
