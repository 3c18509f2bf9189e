namespace LicenseTracker.Domain.Licenses;

/// <summary>The kind of an adverse action, as boards name them.</summary>
public enum EncumbranceType
{
    Fine,
    Reprimand,
    PublicReprimand,
    RequiredSupervision,
    CompletionOfCe,
    Probation,
    PracticeLimitation,
    Monitoring,
    StayedSuspension,
    InjunctiveAction,
    CeaseAndDesist,
    EmergencySuspension,
    Suspension,
    Revocation,
    Denial,
    Surrender,
    Other,

    /// <summary>A roster says "discipline" and no more.</summary>
    DisciplineReported,
}

public static class EncumbranceEffects
{
    /// <summary>What an encumbrance of this type leaves of the authority to practise while it acts.</summary>
    public static Authority Authority(this EncumbranceType type) => type switch
    {
        EncumbranceType.Fine or EncumbranceType.Reprimand or EncumbranceType.PublicReprimand => Licenses.Authority.Full,
        EncumbranceType.RequiredSupervision or EncumbranceType.CompletionOfCe or EncumbranceType.Probation
            or EncumbranceType.PracticeLimitation or EncumbranceType.Monitoring or EncumbranceType.StayedSuspension => Licenses.Authority.Limited,
        EncumbranceType.InjunctiveAction or EncumbranceType.CeaseAndDesist or EncumbranceType.EmergencySuspension
            or EncumbranceType.Suspension or EncumbranceType.Revocation or EncumbranceType.Denial or EncumbranceType.Surrender => Licenses.Authority.None,
        _ => Licenses.Authority.Unknown,
    };
}
