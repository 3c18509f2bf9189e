using LicenseTracker.Api.Access;
using LicenseTracker.Domain;

namespace LicenseTracker.Api.Demo;

/// <summary>One command of the script and the instant at which it is given.</summary>
/// <param name="Clinic">The clinic to whose own record it goes; null: the registry.</param>
/// <param name="Therapist">Whom it is about, if anyone.</param>
/// <param name="By">Who gives it; null: the registrar, or the clinic's manager.</param>
internal sealed record Step(DateTimeOffset At, DemoClinic? Clinic, TherapistId? Therapist, Func<Desk, Task> GiveAsync, Caller? By = null);

/// <summary>A clinic of the demonstration with the person who keeps its roster.</summary>
internal sealed record DemoClinic(ClinicId Id, string Name, string Manager, string ManagerName)
{
    /// <summary>Takes therapists in Washington and Oregon.</summary>
    public static DemoClinic Stillwater(DateOnly day) =>
        new(new(DemoIds.Named(day, "Stillwater")), "Stillwater Hands (demo clinic)", "demo-manager-stillwater", "Maren Rosterby");

    /// <summary>Takes therapists in Florida and Texas.</summary>
    public static DemoClinic Palmshade(DateOnly day) =>
        new(new(DemoIds.Named(day, "Palmshade")), "Palmshade Bodywork (demo clinic)", "demo-manager-palmshade", "Palmer Schedulind");
}
