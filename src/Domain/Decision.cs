using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace LicenseTracker.Domain;

/// <summary>What a command comes to: facts to record (with warnings), or refusals. Never both.</summary>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "A Decide reads best as a switch of values.")]
public sealed record Decision<TFact>(ImmutableArray<TFact> Facts, ImmutableArray<Refusal> Refusals, ImmutableArray<Refusal> Warnings)
    where TFact : class
{
    public bool Accepted => Refusals.IsEmpty;

    public Decision<TFact> With(params IEnumerable<Refusal> warnings) => this with { Warnings = [.. Warnings, .. warnings] };

    public static Decision<TFact> Of(params ReadOnlySpan<TFact> facts) => new([.. facts], [], []);

    public static Decision<TFact> Refused(params ReadOnlySpan<Refusal> refusals) => new([], [.. refusals], []);

    public static implicit operator Decision<TFact>(TFact fact) => Of(fact);

    public static implicit operator Decision<TFact>(Refusal refusal) => Refused(refusal);
}
