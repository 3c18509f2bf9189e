namespace LicenseTracker.Domain.Licenses;

/// <summary>Replaces an earlier fact of a license in full; its own rules judge the replacement as if the original had never been recorded.</summary>
public sealed record CorrectLicenseFact(LicenseId LicenseId, FactId Target, LicenseFact Replacement, Personal Reason, long Version) : IChange
{
    public Guid StreamId => LicenseId.Value;

    public static Decision<LicenseFact> Decide(CorrectLicenseFact c, License? license)
    {
        if (license is null)
            return Refusals.UnknownId;
        var replacement = StatedByAPerson(LicenseRules.Trim(c.Replacement));
        var check = Corrections.OfCorrection(license.Log, c.Target, replacement, c.Reason, Identity);
        if (check.Refusals.IsEmpty)
            check = check.And(LicenseRules.Judge(replacement, new([.. license.Log.Held().Where(h => h.Id != c.Target)])).InData(input => FieldOf(replacement, input)));
        return check.Record<LicenseFact>(new LicenseFactCorrected(c.Target, replacement, c.Reason));
    }

    /// <summary>Who corrects a fact answers for its dates, whatever they were reckoned by before.</summary>
    private static LicenseFact StatedByAPerson(LicenseFact fact) => fact switch
    {
        LicenseGranted f => f with { ExpiryByRuleBook = null },
        LicenseRenewed f => f with { ExpiryByRuleBook = null },
        _ => fact,
    };

    /// <summary>The fact's field that holds what its command takes under another name.</summary>
    private static string[] FieldOf(LicenseFact fact, string input) => (fact, input) switch
    {
        (EncumbranceImposed, "effectiveOn") => ["imposedOn"],
        (CompactAuthorityGranted, "grantedOn") => ["authorityGrantedOn"],
        (CompactAuthorityEnded, "endedOn") => ["authorityEndedOn"],
        (LicenseGranted or LicenseRenewed or LicenseConditionallyRegistered, "termStart" or "startsOn") => ["term", "startsOn"],
        (LicenseGranted or LicenseRenewed or LicenseConditionallyRegistered, "expiresOn") => ["term", "expiresOn"],
        _ => [input],
    };

    private static object? Identity(LicenseFact fact) => fact switch
    {
        LicenseGranted f => (f.TherapistId, f.Jurisdiction, f.Profession),
        _ => Encumbrances.IdOf(fact),
    };
}
