using LicenseTracker.Api.Access;

namespace LicenseTracker.Api.Demo;

/// <summary>The people to be in the demonstration of one day: one for each role, and a manager for each clinic.</summary>
internal sealed class DemoPersonas(DateOnly day) : IPersonas
{
    public static readonly Caller Registrar = new("demo-registrar", "Regina Recordwell", Role.Registrar, [], null);

    public static Caller ManagerOf(DemoClinic clinic) => new(clinic.Manager, clinic.ManagerName, Role.ClinicManager, [clinic.Id], null);

    public Task<IReadOnlyList<Caller>> ListAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Caller>>(
    [
        ManagerOf(DemoClinic.Stillwater(day)),
        ManagerOf(DemoClinic.Palmshade(day)),
        Registrar,
        new("demo-therapist", Cast.Zephyrelle, Role.Therapist, [], Cast.ZephyrelleId(day)),
        new("demo-auditor", "Audric Lookback", Role.Auditor, [], null),
        new("demo-reviewer", "Revanna Creditsworth", Role.Reviewer, [], null),
        new("demo-administrator", "Adminic Switchboard", Role.Administrator, [], null),
    ]);
}
