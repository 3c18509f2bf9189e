namespace LicenseTracker.Domain.Licenses;

/// <summary>The professions a license can be for. Rule books exist for massage; for the others standing works and CE is undetermined.</summary>
public enum Profession
{
    MassageTherapist,
    Audiologist,
    SpeechLanguagePathologist,
    OccupationalTherapist,
    OccupationalTherapyAssistant,
    ProfessionalCounselor,
    Cosmetologist,
    Esthetician,
    ClinicalSocialWorker,
    MasterSocialWorker,
    BachelorsSocialWorker,
}
