using LicenseTracker.Api.Access;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Mutations;
using LicenseTracker.Api.Reading;
using LicenseTracker.Api.Schema;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain;
using Npgsql;

namespace LicenseTracker.Api.Exemptions;

/// <summary>What a change to an exemption is given.</summary>
public interface IExemptionInput : IInput
{
    /// <summary>The exemption.</summary>
    RelayId ExemptionId { get; }

    /// <summary>The exemption's version that the change was decided on.</summary>
    long Version { get; }
}

/// <summary>What a command on an exemption answers.</summary>
public abstract record ExemptionPayload : Payload
{
    /// <summary>The exemption right after the command; null when it was refused.</summary>
    public ExemptionNode? Exemption { get; init; }
}

/// <summary>Sends an exemption's commands and shows what came of them.</summary>
public sealed class ExemptionMutations(Orders orders, NpgsqlDataSource database) : CommandsOn<ExemptionPayload>(orders)
{
    public Task<TPayload> ChangeAsync<TCommand, TPayload>(
        Caller caller, IExemptionInput input, Func<ExemptionId, TCommand> command, TPayload payload, CancellationToken cancellation)
        where TCommand : ICommand
        where TPayload : ExemptionPayload =>
        SendAsync(caller, input, () => command(new(input.ExemptionId.Of(ExemptionNode.Type, "exemptionId"))), payload, cancellation);

    protected override async Task<ExemptionPayload> ShowAsync(ExemptionPayload answer, Outcome outcome, CancellationToken cancellation)
    {
        var card = (await StreamsOnCards.CardsOfAsync(database, [outcome.Stream], cancellation))[outcome.Stream];
        return answer with { Exemption = new(card, new(outcome.Stream), outcome.Version) };
    }
}
