using LicenseTracker.Domain;

namespace LicenseTracker.Api.Access;

/// <summary>The rules of access, all of them. Pure: resolvers and handlers ask before they read or write.</summary>
public static class May
{
    /// <summary>Record, correct or void facts of therapists, licenses and certifications: the registrar alone.</summary>
    public static bool WriteRegistry(Caller caller) => caller.Role is Role.Registrar;

    /// <summary>Read names, birth dates, contacts and raw source rows: those who keep or examine the record, and the therapist about themself.</summary>
    /// <remarks>A clinic manager sees a therapist's name on the roster through <see cref="SeeName"/>, nothing more.</remarks>
    public static bool SeePersonalData(Caller caller, TherapistId therapist) =>
        caller.Role is Role.Registrar or Role.Auditor or Role.Reviewer || caller.Therapist == therapist;

    /// <summary>Read a therapist's name: a clinic must know whom it assigns; another therapist need not.</summary>
    public static bool SeeName(Caller caller, TherapistId therapist) => caller.Role is Role.ClinicManager || SeePersonalData(caller, therapist);

    /// <summary>Read that an investigation exists, and what it says.</summary>
    public static bool SeeInvestigations(Caller caller) => caller.Role is Role.Registrar or Role.Auditor;

    /// <summary>Read who recorded what, over everyone.</summary>
    public static bool SeeHistory(Caller caller, TherapistId therapist) =>
        caller.Role is Role.Registrar or Role.Auditor or Role.Reviewer or Role.ClinicManager || caller.Therapist == therapist;

    /// <summary>List therapists: anyone but a therapist, who sees only themself.</summary>
    public static bool ListTherapists(Caller caller) => caller.Role is not Role.Therapist;

    /// <summary>Read one therapist's licenses: their standing is public knowledge, kept from other therapists only by need.</summary>
    public static bool SeeTherapist(Caller caller, TherapistId therapist) => ListTherapists(caller) || caller.Therapist == therapist;

    /// <summary>Read or decide under one clinic's policy, roster and assignments.</summary>
    public static bool SeeClinic(Caller caller, ClinicId clinic) =>
        caller.Role is Role.Auditor or Role.Administrator || (caller.Role is Role.ClinicManager && caller.Clinics.Contains(clinic));

    /// <summary>Change one clinic's policy, roster or assignments.</summary>
    public static bool WriteClinic(Caller caller, ClinicId clinic) => caller.Role is Role.ClinicManager && caller.Clinics.Contains(clinic);

    /// <summary>Verify or reject a credit: a reviewer, and never one's own.</summary>
    public static bool ReviewCredit(Caller caller, TherapistId owner) => caller.Role is Role.Reviewer && caller.Therapist != owner;

    /// <summary>Submit a credit: the therapist who earned it, or the registrar from a source.</summary>
    public static bool SubmitCredit(Caller caller, TherapistId owner) =>
        caller.Role is Role.Registrar || (caller.Role is Role.Therapist && caller.Therapist == owner);
}
