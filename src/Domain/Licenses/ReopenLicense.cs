namespace LicenseTracker.Domain.Licenses;

/// <summary>Records that the board opened a closed license again.</summary>
public sealed record ReopenLicense(LicenseId LicenseId, DateOnly ReopenedOn, long Version) : IChange
{
    public static readonly Refusal NotClosed = new("LICENSE_NOT_CLOSED", "The record shows no closure before this date.", "reopenedOn");

    public Guid StreamId => LicenseId.Value;

    public static Decision<LicenseFact> Decide(ReopenLicense c, License? license) =>
        LicenseRules.Decide(license, new LicenseReopened(c.ReopenedOn));

    internal static Check Judge(LicenseReopened f, LicenseRecord others) => Check.Begin
        .Date(f.ReopenedOn, "reopenedOn")
        .Warn(others.All<LicenseClosed>().Any(o => o.ClosedOn == f.ReopenedOn), LicenseRules.ContradictsSameDate)
        .Warn(!others.All<LicenseClosed>().Any(o => o.ClosedOn <= f.ReopenedOn), NotClosed);
}
