namespace LicenseTracker.Domain.Licenses;

/// <summary>Records that the board closed a filed renewal without granting it.</summary>
public sealed record EndLicenseRenewalFiling(LicenseId LicenseId, DateOnly EndedOn, long Version) : IChange
{
    public static readonly Refusal NothingFiled =
        new("RENEWAL_NOT_FILED", "No renewal was filed on or before this date. Record the filing first.", "endedOn");

    public Guid StreamId => LicenseId.Value;

    public static Decision<LicenseFact> Decide(EndLicenseRenewalFiling c, License? license) =>
        LicenseRules.Decide(license, new LicenseRenewalFilingEnded(c.EndedOn));

    internal static Check Judge(LicenseRenewalFilingEnded f, LicenseRecord others) => Check.Begin
        .Date(f.EndedOn, "endedOn")
        .Refuse(!others.All<LicenseRenewalFiled>().Any(filed => filed.FiledOn <= f.EndedOn), NothingFiled);
}
