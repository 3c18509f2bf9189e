using LicenseTracker.Api.Access;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Mutations;
using LicenseTracker.Api.Schema;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Therapists;
using LicenseTracker.Domain;
using Npgsql;

namespace LicenseTracker.Api.Clinics;

/// <summary>What a change to a clinic is given.</summary>
public interface IClinicInput : IInput
{
    /// <summary>The clinic.</summary>
    RelayId ClinicId { get; }

    /// <summary>The clinic's version that the change was decided on.</summary>
    long Version { get; }

    bool IInput.IsPermittedTo(Caller caller) => May.ManageClinic(caller, new(ClinicId.As(ClinicNode.Type) ?? Guid.Empty));
}

/// <summary>What a command on a clinic answers.</summary>
public abstract record ClinicPayload : Payload
{
    /// <summary>The clinic right after the command; null when it was refused.</summary>
    public ClinicNode? Clinic { get; init; }
}

/// <summary>Sends a clinic's commands and shows what came of them.</summary>
public sealed class ClinicMutations(Orders orders, NpgsqlDataSource database) : CommandsOn<ClinicPayload>(orders)
{
    public Task<TPayload> ChangeAsync<TCommand, TPayload>(
        Caller caller, IClinicInput input, RelayId therapist, Func<ClinicId, TherapistId, TCommand> command, TPayload payload, CancellationToken cancellation)
        where TCommand : ICommand
        where TPayload : ClinicPayload =>
        SendAsync(
            caller, input,
            () => command(new(input.ClinicId.Of(ClinicNode.Type, "clinicId")), new(therapist.Of(TherapistNode.Type, "therapistId"))), payload, cancellation);

    protected override async Task<ClinicPayload> ShowAsync(ClinicPayload answer, Outcome outcome, CancellationToken cancellation)
    {
        var (name, _) = (await ClinicNodes.ReadAsync(database, [outcome.Stream], cancellation))[outcome.Stream];
        return answer with { Clinic = new(outcome.Stream, name, outcome.Version) };
    }
}
