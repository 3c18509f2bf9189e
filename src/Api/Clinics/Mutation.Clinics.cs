using GraphQL;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Clinics;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain.Clinics;

namespace LicenseTracker.Api;

public sealed partial class Mutation
{
    /// <summary>Brings a clinic on record; for administrators.</summary>
    public static Task<OpenClinicPayload> OpenClinicAsync(
        OpenClinicInput input, Caller caller, [FromServices] ClinicMutations clinics, CancellationToken cancellation) =>
        clinics.SendAsync(caller, input, () => new OpenClinic(new(clinics.NewId()), input.Name), new OpenClinicPayload(), cancellation);

    /// <summary>Records that a therapist works for a clinic from a day on; for the clinic's managers and administrators.</summary>
    public static Task<EngageTherapistPayload> EngageTherapistAsync(
        EngageTherapistInput input, Caller caller, [FromServices] ClinicMutations clinics, CancellationToken cancellation) =>
        clinics.ChangeAsync(
            caller, input, input.TherapistId, (clinic, therapist) => new EngageTherapist(clinic, therapist, input.EngagedOn, input.Version),
            new EngageTherapistPayload(), cancellation);

    /// <summary>Records that a therapist no longer works for a clinic from a day on; for the clinic's managers and administrators.</summary>
    public static Task<ReleaseTherapistPayload> ReleaseTherapistAsync(
        ReleaseTherapistInput input, Caller caller, [FromServices] ClinicMutations clinics, CancellationToken cancellation) =>
        clinics.ChangeAsync(
            caller, input, input.TherapistId, (clinic, therapist) => new ReleaseTherapist(clinic, therapist, input.ReleasedOn, input.Version),
            new ReleaseTherapistPayload(), cancellation);
}

/// <summary>What is given to openClinic.</summary>
/// <param name="Name">What it is called.</param>
public sealed record OpenClinicInput(string IdempotencyKey, string Name) : IInput
{
    bool IInput.IsPermittedTo(Caller caller) => May.OpenClinic(caller);
}

/// <summary>What came of openClinic.</summary>
public sealed record OpenClinicPayload : ClinicPayload;

/// <summary>What is given to engageTherapist.</summary>
/// <param name="TherapistId">Who works for it.</param>
/// <param name="EngagedOn">The first day.</param>
public sealed record EngageTherapistInput(string IdempotencyKey, RelayId ClinicId, long Version, RelayId TherapistId, DateOnly EngagedOn) : IClinicInput;

/// <summary>What came of engageTherapist.</summary>
public sealed record EngageTherapistPayload : ClinicPayload;

/// <summary>What is given to releaseTherapist.</summary>
/// <param name="TherapistId">Who worked for it.</param>
/// <param name="ReleasedOn">The first day on which they no longer do.</param>
public sealed record ReleaseTherapistInput(string IdempotencyKey, RelayId ClinicId, long Version, RelayId TherapistId, DateOnly ReleasedOn) : IClinicInput;

/// <summary>What came of releaseTherapist.</summary>
public sealed record ReleaseTherapistPayload : ClinicPayload;
