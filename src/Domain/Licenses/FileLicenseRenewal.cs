namespace LicenseTracker.Domain.Licenses;

/// <summary>Records that a renewal was filed with the board.</summary>
public sealed record FileLicenseRenewal(LicenseId LicenseId, DateOnly FiledOn, long Version) : IChange
{
    public static readonly Refusal FiledLate =
        new("RENEWAL_FILED_LATE", "No term was in force on this date: a renewal filed after expiry carries no authority while pending.", "filedOn");

    public Guid StreamId => LicenseId.Value;

    public static Decision<LicenseFact> Decide(FileLicenseRenewal c, License? license) =>
        LicenseRules.Decide(license, new LicenseRenewalFiled(c.FiledOn));

    internal static Check Judge(LicenseRenewalFiled f, LicenseRecord others) => Check.Begin
        .Date(f.FiledOn, "filedOn")
        .Warn(!others.Terms.Concat(others.All<LicenseConditionallyRegistered>().Select(c => c.Term)).Any(t => t.Contains(f.FiledOn)), FiledLate);
}
