using LicenseTracker.Domain;

namespace LicenseTracker.Api.Access;

/// <summary>The rules of access, all of them. Pure: resolvers and handlers ask before they read or write.</summary>
public static class May
{
    /// <summary>Record, correct or void facts of therapists, licenses and certifications: the registrar alone.</summary>
    public static bool WriteRegistry(Caller caller) => caller.Role is Role.Registrar;

    /// <summary>Submit, resubmit and withdraw credits and ask for exemptions for a therapist: the therapist themself, and the registrar for anyone.</summary>
    /// <remarks>A clinic manager is not among them: a clinic wants its therapists eligible, and a certificate is the therapist's to show.</remarks>
    public static bool DeclareEducation(Caller caller, TherapistId therapist) =>
        caller.Role is Role.Registrar || (caller.Role is Role.Therapist or Role.Reviewer && caller.Therapist == therapist);

    /// <summary>Verify, reject and revoke credits, and read the queue of those that wait: reviewers. Whose a credit may not be is a rule of the Domain.</summary>
    public static bool ReviewCredits(Caller caller) => caller.Role is Role.Reviewer;

    /// <summary>Read names, birth dates, contacts and raw source rows: those who keep or examine the record, and the therapist about themself.</summary>
    /// <remarks>A clinic manager sees a therapist's name on the roster through <see cref="SeeName"/>, nothing more.</remarks>
    public static bool SeePersonalData(Caller caller, TherapistId therapist) =>
        caller.Role is Role.Registrar or Role.Auditor or Role.Reviewer || caller.Therapist == therapist;

    /// <summary>Read a therapist's name: a clinic must know whom it assigns; another therapist need not.</summary>
    public static bool SeeName(Caller caller, TherapistId therapist) => SeeNames(caller) || SeePersonalData(caller, therapist);

    /// <summary>Search everyone's names: those who may read them all. To find by name is to read it, letter by letter.</summary>
    public static bool SeeNames(Caller caller) => caller.Role is Role.Registrar or Role.Auditor or Role.Reviewer or Role.ClinicManager;

    /// <summary>Read that an investigation exists, and what it says.</summary>
    public static bool SeeInvestigations(Caller caller) => caller.Role is Role.Registrar or Role.Auditor;

    /// <summary>Read what rosters say against the record, and what was decided about it.</summary>
    public static bool SeeRosterReviews(Caller caller) => caller.Role is Role.Registrar or Role.Auditor;

    /// <summary>Read which rosters were imported: those who keep or examine the record, and who runs the installation.</summary>
    public static bool SeeRosterImports(Caller caller) => caller.Role is Role.Registrar or Role.Auditor or Role.Administrator;

    /// <summary>Read who may be one person: the registrar, who judges it.</summary>
    public static bool SeePossibleDuplicates(Caller caller) => caller.Role is Role.Registrar;

    /// <summary>Read who recorded what, over everyone.</summary>
    public static bool SeeHistory(Caller caller, TherapistId therapist) =>
        caller.Role is Role.Registrar or Role.Auditor or Role.Reviewer or Role.ClinicManager || caller.Therapist == therapist;

    /// <summary>List therapists: anyone but a therapist, who sees only themself.</summary>
    public static bool ListTherapists(Caller caller) => caller.Role is not Role.Therapist;

    /// <summary>Read one therapist's licenses: their standing is public knowledge, kept from other therapists only by need.</summary>
    public static bool SeeTherapist(Caller caller, TherapistId therapist) => ListTherapists(caller) || caller.Therapist == therapist;

    /// <summary>Bring a clinic on record: who runs the installation.</summary>
    public static bool OpenClinic(Caller caller) => caller.Role is Role.Administrator;

    /// <summary>Say who works for a clinic: its own managers, and who runs the installation.</summary>
    public static bool ManageClinic(Caller caller, ClinicId clinic) => caller.Role is Role.Administrator || IsManagerOf(caller, clinic);

    /// <summary>Say by which policy a clinic decides: its own managers, and who runs the installation.</summary>
    public static bool AdoptPolicy(Caller caller, ClinicId clinic) => ManageClinic(caller, clinic);

    /// <summary>Correct or void facts of some kind: of the registry, or of a clinic's policy. Which ones is asked of each fact.</summary>
    public static bool CorrectFacts(Caller caller) => WriteRegistry(caller) || caller.Role is Role.ClinicManager or Role.Administrator;

    /// <summary>Read clinics at all, each by <see cref="SeeClinic"/>.</summary>
    public static bool SeeClinics(Caller caller) => caller.Role is Role.Auditor or Role.Administrator or Role.ClinicManager;

    /// <summary>Read one clinic, its roster and its history, and decide under its policy.</summary>
    public static bool SeeClinic(Caller caller, ClinicId clinic) => caller.Role is Role.Auditor or Role.Administrator || IsManagerOf(caller, clinic);

    private static bool IsManagerOf(Caller caller, ClinicId clinic) => caller.Role is Role.ClinicManager && caller.Clinics.Contains(clinic);
}
