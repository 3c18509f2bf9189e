using LicenseTracker.Api.Access;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Mutations;
using LicenseTracker.Api.Reading;
using LicenseTracker.Api.Schema;
using LicenseTracker.Domain;
using Npgsql;

namespace LicenseTracker.Api.Credits;

/// <summary>What a command on a credit answers.</summary>
public abstract record CreditPayload : Payload
{
    /// <summary>The credit right after the command; null when it was refused.</summary>
    public CreditNode? Credit { get; init; }
}

/// <summary>Sends a credit's commands and shows what came of them.</summary>
public sealed class CreditMutations(Orders orders, NpgsqlDataSource database) : CommandsOn<CreditPayload>(orders)
{
    /// <summary>A change by whoever may submit the credit. To others nothing is told of it, not even that there is one.</summary>
    public async Task<TPayload> DeclareAsync<TCommand, TPayload>(
        Caller caller, IDeclaringInput input, Func<CreditId, TCommand> command, TPayload payload, CancellationToken cancellation)
        where TCommand : ICommand
        where TPayload : CreditPayload =>
        May.WriteRegistry(caller) || await OwnsAsync(caller, input, cancellation)
            ? await ChangeAsync(caller, input, command, payload, cancellation)
            : payload.Refused(Refusals.NotAllowed);

    public Task<TPayload> ChangeAsync<TCommand, TPayload>(
        Caller caller, ICreditInput input, Func<CreditId, TCommand> command, TPayload payload, CancellationToken cancellation)
        where TCommand : ICommand
        where TPayload : CreditPayload =>
        SendAsync(caller, input, () => command(new(input.CreditId.Of(CreditNode.Type, "creditId"))), payload, cancellation);

    protected override async Task<CreditPayload> ShowAsync(CreditPayload answer, Outcome outcome, CancellationToken cancellation)
    {
        var card = (await StreamsOnCards.CardsOfAsync(database, [outcome.Stream], cancellation))[outcome.Stream];
        return answer with { Credit = new(card, new(outcome.Stream), outcome.Version) };
    }

    private async Task<bool> OwnsAsync(Caller caller, ICreditInput input, CancellationToken cancellation) =>
        input.CreditId.As(CreditNode.Type) is { } credit
        && (await StreamsOnCards.CardsOfAsync(database, [credit], cancellation)).TryGetValue(credit, out var card)
        && May.DeclareEducation(caller, card.Id);
}
