namespace LicenseTracker.Domain.Licenses;

/// <summary>Sends a fact of a license to the rules of its own command: the same for a new fact and for a correction's replacement.</summary>
public static class LicenseRules
{
    public static readonly Refusal GrantVoided = new(
        "LICENSE_GRANT_VOIDED", "The grant of this license was voided, so there is nothing to change. Void that void, or record the grant anew.");

    public static readonly Refusal ContradictsSameDate = new(
        "LICENSE_FACTS_CONTRADICT",
        "Another fact of the same date says otherwise. Until one of them is corrected or voided, authority counts as unknown.");

    internal static Decision<LicenseFact> Decide(License? license, LicenseFact fact)
    {
        if (license is null)
            return Refusals.UnknownId;
        var held = license.Log.Held();
        if (!held.Any(h => h.Fact is LicenseGranted))
            return GrantVoided;
        fact = Trim(fact);
        return Judge(fact, new(held)).Record(fact);
    }

    internal static Check Judge(LicenseFact fact, LicenseRecord others) => fact switch
    {
        LicenseGranted f => GrantLicense.Judge(f, others),
        LicenseRenewed f => RenewLicense.Judge(f, others),
        LicenseRenewalFiled f => FileLicenseRenewal.Judge(f, others),
        LicenseRenewalFilingEnded f => EndLicenseRenewalFiling.Judge(f, others),
        LicenseNumberChanged f => ChangeLicenseNumber.Judge(f, others),
        LicenseeNameChanged f => ChangeLicenseeName.Judge(f),
        LicenseInactivated f => InactivateLicense.Judge(f, others),
        LicenseReactivated f => ReactivateLicense.Judge(f, others),
        LicenseClosed f => CloseLicense.Judge(f, others),
        LicenseReopened f => ReopenLicense.Judge(f, others),
        EncumbranceImposed f => ImposeEncumbrance.Judge(f, others),
        EncumbranceRevised f => ReviseEncumbrance.Judge(f, others),
        EncumbranceStayed f => StayEncumbrance.Judge(f, others),
        EncumbranceLifted f => LiftEncumbrance.Judge(f, others),
        DisciplineReported f => ReportDiscipline.Judge(f, others),
        LicenseReinstated f => ReinstateLicense.Judge(f, others),
        LicenseRelocated f => RelocateLicense.Judge(f, others),
        CompactAuthorityGranted f => GrantCompactAuthority.Judge(f, others),
        CompactAuthorityEnded f => EndCompactAuthority.Judge(f, others),
        LicenseConditionallyRegistered f => RegisterConditionally.Judge(f, others),
        LicenseVerified f => VerifyLicense.Judge(f, others),
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.GetType().Name, "This fact has no rules."),
    };

    /// <summary>Texts are stored as given, less the white space around them.</summary>
    internal static LicenseFact Trim(LicenseFact fact) => fact switch
    {
        LicenseGranted f => f with { Number = f.Number.Trim() },
        LicenseNumberChanged f => f with { Number = f.Number.Trim() },
        EncumbranceImposed f => f with { Category = f.Category?.Trim() },
        EncumbranceRevised f => f with { Category = f.Category?.Trim() },
        LicenseConditionallyRegistered f => f with { Condition = f.Condition.Trim() },
        LicenseVerified f => f with { Source = f.Source.Trim() },
        _ => fact,
    };
}
