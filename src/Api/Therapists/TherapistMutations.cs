using LicenseTracker.Api.Access;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Mutations;
using LicenseTracker.Api.Schema;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain;
using LicenseTracker.Projections.Cards;
using Npgsql;

namespace LicenseTracker.Api.Therapists;

/// <summary>What a change to a therapist is given.</summary>
public interface ITherapistInput : IInput
{
    /// <summary>The therapist.</summary>
    RelayId TherapistId { get; }

    /// <summary>The version of the therapist's own record that the change was decided on.</summary>
    long Version { get; }
}

/// <summary>What a change to a therapist answers.</summary>
public abstract record TherapistPayload : Payload
{
    /// <summary>The therapist right after the change; null when it was refused.</summary>
    public TherapistNode? Therapist { get; init; }
}

/// <summary>Sends a therapist's commands and shows what came of them.</summary>
public sealed class TherapistMutations(Orders orders, NpgsqlDataSource database) : CommandsOn<TherapistPayload>(orders)
{
    public Task<TPayload> ChangeAsync<TCommand, TPayload>(
        Caller caller, ITherapistInput input, Func<TherapistId, TCommand> command, TPayload payload, CancellationToken cancellation)
        where TCommand : ICommand
        where TPayload : TherapistPayload =>
        SendAsync(caller, input, () => command(new(input.TherapistId.Of(TherapistNode.Type, "therapistId"))), payload, cancellation);

    protected override async Task<TherapistPayload> ShowAsync(TherapistPayload answer, Outcome outcome, CancellationToken cancellation)
    {
        var card = (await Card.ReadAsync(database, [outcome.Stream], cancellation))[outcome.Stream];
        return answer with { Therapist = new(card, outcome.Version) };
    }
}
