using LicenseTracker.Api.Schema.Types;
using LicenseTracker.Domain;

namespace LicenseTracker.Api.Schema;

/// <summary>What every mutation answers. No refusals: the command was accepted.</summary>
[ContractInterface]
public interface IPayload
{
    /// <summary>Why nothing was recorded; empty when the command was accepted.</summary>
    IReadOnlyList<RefusalNode> Refusals { get; }

    /// <summary>What to know although the command was accepted.</summary>
    IReadOnlyList<RefusalNode> Warnings { get; }
}

/// <summary>Why a command was not accepted, or a warning beside one that was.</summary>
/// <param name="Code">Stable code, SUBJECT_REASON.</param>
/// <param name="Message">What was wrong and what to do, for a person.</param>
/// <param name="Path">The input field it is about, outermost first; null when it is about the whole input.</param>
public sealed record RefusalNode(string Code, string Message, IReadOnlyList<string>? Path)
{
    public static RefusalNode Of(Refusal refusal) =>
        new(refusal.Code, refusal.Message, refusal.Path.IsDefaultOrEmpty ? null : refusal.Path);

    public static IReadOnlyList<RefusalNode> Of(IEnumerable<Refusal> refusals) => [.. refusals.Select(Of)];
}

/// <summary>The base of every payload: <c>record RenewLicensePayload(LicenseNode? License = null) : Payload</c>.</summary>
public abstract record Payload : IPayload
{
    public IReadOnlyList<RefusalNode> Refusals { get; init; } = [];

    public IReadOnlyList<RefusalNode> Warnings { get; init; } = [];
}

/// <summary>Says in a payload what came of its command.</summary>
public static class Payloads
{
    /// <summary>The same payload, with why nothing was recorded: <c>new RenewLicensePayload().Refused(Refusals.UnknownId)</c>.</summary>
    public static T Refused<T>(this T payload, params IEnumerable<Refusal> refusals)
        where T : Payload => (T)((Payload)payload with { Refusals = RefusalNode.Of(refusals) });

    /// <summary>The same payload, with what to know besides.</summary>
    public static T Warned<T>(this T payload, params IEnumerable<Refusal> warnings)
        where T : Payload => (T)((Payload)payload with { Warnings = RefusalNode.Of(warnings) });
}
