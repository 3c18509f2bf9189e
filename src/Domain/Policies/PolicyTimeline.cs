using System.Collections.Immutable;

namespace LicenseTracker.Domain.Policies;

/// <summary>One adoption that holds.</summary>
/// <param name="FactId">The adoption itself, though a correction may have replaced what it says.</param>
/// <param name="Place">The adoption's own place in the record.</param>
public sealed record Adoption(FactId FactId, long Place, DateOnly EffectiveFrom, Policy Policy);

/// <summary>A clinic's policies on the effective clock, from the facts known at one instant: on each date one is in force.</summary>
public sealed class PolicyTimeline
{
    /// <summary>The default policy, always.</summary>
    public static readonly PolicyTimeline Default = new([]);

    private readonly Policy _first;

    public PolicyTimeline(ImmutableArray<Adoption> adoptions)
        : this(Policy.Default, adoptions)
    {
    }

    private PolicyTimeline(Policy first, ImmutableArray<Adoption> adoptions) =>
        (_first, Adoptions) = (first, [.. adoptions.OrderBy(a => a.EffectiveFrom).ThenBy(a => a.Place)]);

    /// <summary>By effective date; each is in force until the day before the next.</summary>
    public ImmutableArray<Adoption> Adoptions { get; }

    /// <summary>Every date from which another policy is in force.</summary>
    public IEnumerable<DateOnly> Breakpoints => Adoptions.Select(a => a.EffectiveFrom);

    /// <summary>Every policy that is in force on some date.</summary>
    public IEnumerable<Policy> Policies => Adoptions.Select(a => a.Policy).Prepend(_first);

    /// <summary>One policy on all dates.</summary>
    public static PolicyTimeline Always(Policy policy) => new(policy, []);

    /// <summary>The policy in force on a date: before any adoption the default policy.</summary>
    public Policy On(DateOnly date) => AdoptionOn(date)?.Policy ?? _first;

    /// <summary>The adoption in force on a date; null: none is yet.</summary>
    public Adoption? AdoptionOn(DateOnly date) => Adoptions.LastOrDefault(a => a.EffectiveFrom <= date);

    /// <summary>The last day of an adoption; null: no other follows.</summary>
    public DateOnly? ThroughOf(Adoption adoption) =>
        Adoptions.FirstOrDefault(a => a.EffectiveFrom > adoption.EffectiveFrom)?.EffectiveFrom.AddDays(-1);
}
