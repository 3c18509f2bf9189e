using LicenseTracker.Api.Access;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Mutations;
using LicenseTracker.Api.Reading;
using LicenseTracker.Api.Schema;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain;
using Npgsql;

namespace LicenseTracker.Api.Licenses;

/// <summary>What a change to a license is given.</summary>
public interface ILicenseInput : IInput
{
    /// <summary>The license.</summary>
    RelayId LicenseId { get; }

    /// <summary>The license's version that the change was decided on.</summary>
    long Version { get; }
}

/// <summary>What a change to a license answers.</summary>
public abstract record LicensePayload : Payload
{
    /// <summary>The license right after the change; null when it was refused.</summary>
    public LicenseNode? License { get; init; }
}

/// <summary>What a change to an encumbrance answers.</summary>
public abstract record EncumbrancePayload : LicensePayload
{
    /// <summary>The encumbrance right after the change; null when it was refused.</summary>
    public EncumbranceNode? Encumbrance { get; init; }
}

/// <summary>Sends a license's commands and shows what came of them.</summary>
public sealed class LicenseMutations(Orders orders, NpgsqlDataSource database) : CommandsOn<LicensePayload>(orders)
{
    /// <summary>A change to a license on record.</summary>
    public Task<TPayload> ChangeAsync<TCommand, TPayload>(
        Caller caller, ILicenseInput input, Func<LicenseId, TCommand> command, TPayload payload, CancellationToken cancellation)
        where TCommand : ICommand
        where TPayload : LicensePayload =>
        SendAsync(caller, input, () => command(new(input.LicenseId.Of(LicenseNode.Type, "licenseId"))), payload, cancellation);

    /// <summary>A change to one encumbrance of a license on record.</summary>
    public Task<TPayload> EncumberAsync<TCommand, TPayload>(
        Caller caller, ILicenseInput input, RelayId encumbrance, Func<LicenseId, EncumbranceId, TCommand> command, TPayload payload,
        CancellationToken cancellation)
        where TCommand : ICommand
        where TPayload : EncumbrancePayload =>
        ChangeAsync(caller, input, id => command(id, new(encumbrance.Of(EncumbranceNode.TypeName, "encumbranceId"))), payload, cancellation);

    /// <summary>A new encumbrance on a license on record.</summary>
    public Task<TPayload> EncumberAsync<TCommand, TPayload>(
        Caller caller, ILicenseInput input, Func<LicenseId, EncumbranceId, TCommand> command, TPayload payload, CancellationToken cancellation)
        where TCommand : ICommand
        where TPayload : EncumbrancePayload =>
        ChangeAsync(caller, input, id => command(id, new(NewId())), payload, cancellation);

    protected override async Task<LicensePayload> ShowAsync(LicensePayload answer, Outcome outcome, CancellationToken cancellation)
    {
        var card = (await StreamsOnCards.CardsOfAsync(database, [outcome.Stream], cancellation))[outcome.Stream];
        var license = new LicenseNode(card, new(outcome.Stream), outcome.Version);
        return answer is EncumbrancePayload encumbered
            ? encumbered with { License = license, Encumbrance = license.EncumbranceOf(new(outcome.Facts[0])) }
            : answer with { License = license };
    }
}
