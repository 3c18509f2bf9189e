using System.Text.Json;
using GraphQL;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.History;
using LicenseTracker.Api.Schema;
using LicenseTracker.Api.Schema.Relay;

namespace LicenseTracker.Api;

public sealed partial class Mutation
{
    /// <summary>Says that a fact never held. Nothing is deleted: with knownAt before it, the old answer comes back.</summary>
    public static Task<VoidFactPayload> VoidFactAsync(
        VoidFactInput input, Caller caller, [FromServices] CorrectionMutations corrections, CancellationToken cancellation) =>
        corrections.VoidAsync(caller, input, cancellation);

    /// <summary>Replaces what a fact says, in full; it keeps its type and whose it is.</summary>
    public static Task<CorrectFactPayload> CorrectFactAsync(
        CorrectFactInput input, Caller caller, [FromServices] CorrectionMutations corrections, CancellationToken cancellation) =>
        corrections.CorrectAsync(caller, input, cancellation);
}

/// <summary>What is given to voidFact.</summary>
/// <param name="FactId">A history entry's id.</param>
/// <param name="Version">The version of the record that the fact belongs to.</param>
/// <param name="Reason">Why; kept sealed where it is about a therapist.</param>
public sealed record VoidFactInput(string IdempotencyKey, RelayId FactId, long Version, string Reason) : IInput
{
    bool IInput.IsPermittedTo(Caller caller) => May.CorrectFacts(caller);
}

/// <summary>What came of voidFact.</summary>
/// <param name="Fact">The void itself, as it stands in history; null when it was refused.</param>
public sealed record VoidFactPayload(HistoryEntryNode? Fact = null) : Payload;

/// <summary>What is given to correctFact.</summary>
/// <param name="FactId">A history entry's id.</param>
/// <param name="Version">The version of the record that the fact belongs to.</param>
/// <param name="Reason">Why; kept sealed where it is about a therapist.</param>
/// <param name="Data">All values of the replacement, in the form of a history entry's data; personal texts in clear.</param>
public sealed record CorrectFactInput(string IdempotencyKey, RelayId FactId, long Version, string Reason, JsonElement Data) : IInput
{
    bool IInput.IsPermittedTo(Caller caller) => May.CorrectFacts(caller);
}

/// <summary>What came of correctFact.</summary>
/// <param name="Fact">The correction itself, as it stands in history; null when it was refused.</param>
public sealed record CorrectFactPayload(HistoryEntryNode? Fact = null) : Payload;
