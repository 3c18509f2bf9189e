using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Schema.Errors;
using LicenseTracker.Domain;
using LicenseTracker.Projections.Facts;
using Wolverine;

namespace LicenseTracker.Api.Commands;

/// <summary>What every mutation is given.</summary>
public interface IInput
{
    /// <summary>The caller's own key for this command: the same key and input have one effect and one answer, for ever.</summary>
    string IdempotencyKey { get; }

    /// <summary>Whether this caller may give it: the registrar alone, unless the input names another rule of access.</summary>
    bool IsPermittedTo(Caller caller) => May.WriteRegistry(caller);
}

/// <summary>Turns a mutation's input into an order and sends it to its handler.</summary>
public sealed class Orders(IMessageBus bus, TimeProvider clock, Ids ids, InputDigest digest)
{
    private const int LongestKey = 200;

    /// <summary>A new id for what a command creates.</summary>
    public Guid NewId() => ids.New(clock.GetUtcNow());

    /// <summary>Sends a command as this caller. To who may not give it nothing is told of what it names.</summary>
    public async Task<Outcome> SendAsync<TCommand>(Caller caller, IInput input, Func<TCommand> command, CancellationToken cancellation)
        where TCommand : ICommand
    {
        if (!input.IsPermittedTo(caller))
            return Outcome.Refused(Refusals.NotAllowed);
        if (string.IsNullOrWhiteSpace(input.IdempotencyKey) || input.IdempotencyKey.Length > LongestKey || !Inputs.IsPrintable(input.IdempotencyKey, lines: false))
            return Outcome.Refused(Refusals.InvalidInput($"Give a key of 1 to {LongestKey} printable characters.", "idempotencyKey"));
        try
        {
            var by = new OrderContext(
                caller.Subject, caller.Name, StoredName.Of(caller.Role), Mutation(input), input.IdempotencyKey, digest.Of(input),
                Activity.Current?.TraceId.ToString() ?? ids.New(clock.GetUtcNow()).ToString());
            return await bus.InvokeAsync<Outcome>(new Order<TCommand>(command(), by), cancellation);
        }
        catch (RefusedException refused)
        {
            return Outcome.Refused(refused.Refusal);
        }
        catch (Exception failure) when (Contention.IsBusy(failure))
        {
            throw new BusyError();
        }
    }

    /// <summary>The mutation's name, as the contract has it.</summary>
    private static string Mutation(IInput input) => JsonNamingPolicy.CamelCase.ConvertName(input.GetType().Name[..^"Input".Length]);
}

/// <summary>An input that makes no command: thrown while one is built, answered as the refusal it carries.</summary>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.Message)
{
    public Refusal Refusal { get; } = refusal;
}

/// <summary>A keyed digest of an input in canonical form: it tells two inputs apart and tells nothing about them.</summary>
public sealed class InputDigest(byte[] key)
{
    // A version may be any 64-bit number; the canonical form has none beyond 2^53.
    private static readonly JsonSerializerOptions Options = new() { NumberHandling = JsonNumberHandling.WriteAsString };

    /// <exception cref="RefusedException">The data of a correction holds a number that no fact can hold.</exception>
    public byte[] Of(IInput input)
    {
        try
        {
            return HMACSHA256.HashData(key, CanonicalJson.Bytes(JsonSerializer.SerializeToElement(input, input.GetType(), Options)));
        }
        catch (FormatException)
        {
            throw new RefusedException(Refusals.InvalidInput("Facts hold whole numbers within ±(2^53 − 1) only.", "data"));
        }
    }
}
