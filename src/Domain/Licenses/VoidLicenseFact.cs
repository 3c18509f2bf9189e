namespace LicenseTracker.Domain.Licenses;

/// <summary>Says that an earlier fact of a license, perhaps a correction or a void, never held.</summary>
public sealed record VoidLicenseFact(LicenseId LicenseId, FactId Target, Personal Reason, long Version) : IChange
{
    public static readonly Refusal VoidsGrant =
        new("VOID_OF_LICENSE_GRANT", "This is the grant: without it the license is in no answer, though nothing is deleted.", "factId");

    public Guid StreamId => LicenseId.Value;

    public static Decision<LicenseFact> Decide(VoidLicenseFact c, License? license) => license is null
        ? Refusals.UnknownId
        : Corrections.OfVoid(license.Log, c.Target, c.Reason)
            .Warn(license.Log.Facts.Any(f => f.Id == c.Target && f.Fact is LicenseGranted), VoidsGrant)
            .Record<LicenseFact>(new LicenseFactVoided(c.Target, c.Reason));
}
