namespace LicenseTracker.Domain.Licenses;

/// <summary>Records that a registrar looked at the board's own source and found there what the record says.</summary>
/// <param name="Source">Where they looked: the board's web site, a letter.</param>
/// <param name="Today">The day of recording: nobody has looked tomorrow.</param>
public sealed record VerifyLicense(LicenseId LicenseId, DateOnly VerifiedOn, string Source, DateOnly Today, long Version) : IChange
{
    public static readonly Refusal InFuture = new("VERIFICATION_IN_FUTURE", "This day has not come yet. Give the day on which the source was looked at.", "verifiedOn");

    public static readonly Refusal BeforeGrant =
        new("VERIFICATION_BEFORE_GRANT", "The license was not yet granted on this day. Correct one of the dates.", "verifiedOn");

    public Guid StreamId => LicenseId.Value;

    public static Decision<LicenseFact> Decide(VerifyLicense c, License? license)
    {
        var decision = LicenseRules.Decide(license, new LicenseVerified(c.VerifiedOn, c.Source));
        return decision.Accepted && c.VerifiedOn > c.Today ? InFuture : decision;
    }

    internal static Check Judge(LicenseVerified f, LicenseRecord others) => Check.Begin
        .Date(f.VerifiedOn, "verifiedOn")
        .Text(f.Source, Inputs.LongestName, "source")
        .Refuse(others.All<LicenseGranted>().Any(g => f.VerifiedOn < g.GrantedOn), BeforeGrant);
}
