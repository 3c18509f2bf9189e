using System.Collections.Immutable;
using LicenseTracker.Domain;

namespace LicenseTracker.Api.Commands;

/// <summary>What became of an order: the stream as it stood after it, or refusals. It is kept with the order's key and holds no personal data.</summary>
/// <param name="Version">The stream's version right after the order.</param>
/// <param name="Facts">The facts recorded, in order.</param>
public sealed record Outcome(Guid Stream, long Version, ImmutableArray<Guid> Facts, ImmutableArray<Refusal> Refusals, ImmutableArray<Refusal> Warnings)
{
    public bool Accepted => Refusals.IsEmpty;

    public static Outcome Refused(params ReadOnlySpan<Refusal> refusals) => new(Guid.Empty, 0, [], [.. refusals], []);
}
