using LicenseTracker.Api.Access;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Schema;
using LicenseTracker.Domain;

namespace LicenseTracker.Api.Mutations;

/// <summary>Sends the commands on one kind of thing, and answers each with the thing as the command left it.</summary>
/// <typeparam name="TAnswer">What every command on such a thing answers.</typeparam>
public abstract class CommandsOn<TAnswer>(Orders orders)
    where TAnswer : Payload
{
    /// <summary>A new id for what a command creates.</summary>
    public Guid NewId() => orders.NewId();

    public async Task<TPayload> SendAsync<TCommand, TPayload>(
        Caller caller, IInput input, Func<TCommand> command, TPayload payload, CancellationToken cancellation)
        where TCommand : ICommand
        where TPayload : TAnswer
    {
        var outcome = await orders.SendAsync(caller, input, command, cancellation);
        return outcome.Accepted
            ? ((TPayload)await ShowAsync(payload, outcome, cancellation)).Warned(outcome.Warnings)
            : payload.Refused(outcome.Refusals);
    }

    /// <summary>The answer with the thing as it stood right after the order, whatever has become of it since.</summary>
    protected abstract Task<TAnswer> ShowAsync(TAnswer answer, Outcome outcome, CancellationToken cancellation);
}
