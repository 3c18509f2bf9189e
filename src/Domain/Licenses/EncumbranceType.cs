namespace LicenseTracker.Domain.Licenses;

/// <summary>The kind of an adverse action, as boards name them.</summary>
public enum EncumbranceType
{
    /// <summary>A sum to pay; authority stays full.</summary>
    Fine,

    /// <summary>A rebuke; authority stays full.</summary>
    Reprimand,

    /// <summary>A rebuke made public; authority stays full.</summary>
    PublicReprimand,

    /// <summary>Practice under supervision only.</summary>
    RequiredSupervision,

    /// <summary>Continuing education by order.</summary>
    CompletionOfCe,

    /// <summary>Practice under the terms of a probation.</summary>
    Probation,

    /// <summary>Some practice is forbidden.</summary>
    PracticeLimitation,

    /// <summary>Practice under monitoring.</summary>
    Monitoring,

    /// <summary>A suspension held back while its terms are kept.</summary>
    StayedSuspension,

    /// <summary>A court forbids practice.</summary>
    InjunctiveAction,

    /// <summary>An order to stop practising.</summary>
    CeaseAndDesist,

    /// <summary>Suspended at once, before a hearing.</summary>
    EmergencySuspension,

    /// <summary>No authority for a time.</summary>
    Suspension,

    /// <summary>The license is taken away.</summary>
    Revocation,

    /// <summary>A license or renewal was denied.</summary>
    Denial,

    /// <summary>The license was given up under discipline.</summary>
    Surrender,

    /// <summary>An action of another kind; what it leaves of authority is unknown.</summary>
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
