namespace LicenseTracker.Domain.Licenses;

/// <summary>The professions a license can be for. Rule books exist for massage; for the others standing works and CE is undetermined.</summary>
public enum Profession
{
    /// <summary>Massage therapy, bodywork included.</summary>
    MassageTherapist,

    /// <summary>Audiology.</summary>
    Audiologist,

    /// <summary>Speech-language pathology.</summary>
    SpeechLanguagePathologist,

    /// <summary>Occupational therapy.</summary>
    OccupationalTherapist,

    /// <summary>Assistance in occupational therapy.</summary>
    OccupationalTherapyAssistant,

    /// <summary>Professional counseling.</summary>
    ProfessionalCounselor,

    /// <summary>Cosmetology.</summary>
    Cosmetologist,

    /// <summary>Esthetics.</summary>
    Esthetician,

    /// <summary>Social work at the clinical level.</summary>
    ClinicalSocialWorker,

    /// <summary>Social work at the master's level.</summary>
    MasterSocialWorker,

    /// <summary>Social work at the bachelor's level.</summary>
    BachelorsSocialWorker,
}
