namespace LicenseTracker.Domain.Licenses;

/// <summary>Records that the name on a license changed.</summary>
public sealed record ChangeLicenseeName(
    LicenseId LicenseId, Personal GivenName, Personal MiddleName, Personal FamilyName, Personal Suffix, DateOnly ChangedOn, long Version) : IChange
{
    public static readonly Refusal NameMissing = new("NAME_MISSING", "A changed name needs a given or a family name.", "familyName");

    public Guid StreamId => LicenseId.Value;

    public static Decision<LicenseFact> Decide(ChangeLicenseeName c, License? license) =>
        LicenseRules.Decide(license, new LicenseeNameChanged(c.GivenName, c.MiddleName, c.FamilyName, c.Suffix, c.ChangedOn));

    internal static Check Judge(LicenseeNameChanged f) => Check.Begin
        .Date(f.ChangedOn, "changedOn")
        .Refuse(f.GivenName.IsNone && f.FamilyName.IsNone, NameMissing)
        .Name(f.GivenName, "givenName").Name(f.MiddleName, "middleName").Name(f.FamilyName, "familyName").Name(f.Suffix, "suffix");
}
