using LicenseTracker.Api.Access;
using LicenseTracker.Domain;

namespace LicenseTracker.Api.Demo;

/// <summary>The people to be in the demonstration of one day: one for each role, and a manager for each clinic.</summary>
internal sealed class DemoPersonas(DateOnly day) : IPersonas
{
    public static readonly Caller Registrar = new("demo-registrar", "Regina Recordwell", Role.Registrar, [], null);

    public static readonly Caller Reviewer = new("demo-reviewer", "Revanna Creditsworth", Role.Reviewer, [], null);

    /// <summary>Somebody who submits their own credits. Only the therapist persona can sign in.</summary>
    public static Caller TherapistOf(TherapistId id, string name, DateOnly day) =>
        new(id == Cast.ZephyrelleId(day) ? "demo-therapist" : $"demo-therapist-{id.Value:N}", name, Role.Therapist, [], id);

    public static Caller ManagerOf(DemoClinic clinic) => new(clinic.Manager, clinic.ManagerName, Role.ClinicManager, [clinic.Id], null);

    public Task<IReadOnlyList<Caller>> ListAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Caller>>(
    [
        ManagerOf(DemoClinic.Stillwater(day)),
        ManagerOf(DemoClinic.Palmshade(day)),
        Registrar,
        TherapistOf(Cast.ZephyrelleId(day), Cast.Zephyrelle, day),
        new("demo-auditor", "Audric Lookback", Role.Auditor, [], null),
        Reviewer,
        new("demo-administrator", "Adminic Switchboard", Role.Administrator, [], null),
    ]);
}
