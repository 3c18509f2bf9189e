using System.Collections.Immutable;

namespace LicenseTracker.Domain.Conditions;

/// <summary>Three-valued truth, weakest first: a fact not given makes unknown, never false.</summary>
public enum Truth
{
    False,
    Unknown,
    True,
}

/// <summary>Looks up a client fact; null: not given (or given in a way that cannot be used).</summary>
public delegate FactValue? FactLookup(ClientFactType type);

/// <summary>A sentence over named client facts that a rule turns on.</summary>
public abstract record Predicate
{
    /// <summary>Whether it holds on a date. The facts that are missing and would settle it are added to <paramref name="needs"/>.</summary>
    public abstract Truth On(DateOnly date, FactLookup facts, ICollection<string> needs);

    /// <summary>Every comparison in it.</summary>
    public abstract IEnumerable<FactIs> Comparisons { get; }
}

/// <summary>How a number, or a place in an ordered list, compares with a rule's figure.</summary>
public enum Comparison
{
    /// <summary>The same number.</summary>
    Equal,

    /// <summary>A smaller number.</summary>
    Less,

    /// <summary>A smaller number or the same.</summary>
    LessOrEqual,

    /// <summary>A greater number.</summary>
    Greater,

    /// <summary>A greater number or the same.</summary>
    GreaterOrEqual,

    /// <summary>Of an ordered list: the same place or a higher one, as C5 is above T6.</summary>
    AtOrAbove,
}

/// <summary>One fact is, or compares with, something.</summary>
/// <param name="Places">The places in the fact's list of values for which it holds; empty for numbers.</param>
/// <param name="Threshold">The figure in the fact's own unit, for numbers.</param>
public sealed record FactIs(ClientFactType Type, Comparison Comparison, ImmutableArray<int> Places, decimal Threshold) : Predicate
{
    public override IEnumerable<FactIs> Comparisons => [this];

    public override Truth On(DateOnly date, FactLookup facts, ICollection<string> needs)
    {
        if (facts(Type) is not { } value || value.IsSpentOn(date))
        {
            needs.Add(Type.Id);
            return Truth.Unknown;
        }

        return Holds(value, date) ? Truth.True : Truth.False;
    }

    /// <summary>The days on which the answer may change while the fact ticks.</summary>
    public IEnumerable<DateOnly> ChangesOf(FactValue value)
    {
        if (!Type.Ticks || value.Never)
            yield break;
        var days = (int)(FactValue.Scaled(Type, Threshold) - value.Number);
        yield return value.ObservedOn.Plus(days);
        yield return value.ObservedOn.Plus(days + 1);
        if (value.LastDay is { } last)
            yield return last.Plus(1);
    }

    private bool Holds(FactValue value, DateOnly date)
    {
        if (Type.Kind != ClientFactKind.Number)
            return Places.Contains(value.Index);
        if (value.Never)
            return false;
        var number = value.NumberOn(date);
        var figure = FactValue.Scaled(Type, Threshold);
        return Comparison switch
        {
            Comparison.Less => number < figure,
            Comparison.LessOrEqual => number <= figure,
            Comparison.Greater => number > figure,
            Comparison.GreaterOrEqual => number >= figure,
            _ => number == figure,
        };
    }
}

/// <summary>True when one holds; false when none does; else unknown.</summary>
public sealed record AnyOf(ImmutableArray<Predicate> Parts) : Predicate
{
    public override IEnumerable<FactIs> Comparisons => Parts.SelectMany(p => p.Comparisons);

    public override Truth On(DateOnly date, FactLookup facts, ICollection<string> needs) =>
        Junction.Settle(Parts, Truth.True, date, facts, needs);
}

/// <summary>False when one does not hold; true when all do; else unknown.</summary>
public sealed record AllOf(ImmutableArray<Predicate> Parts) : Predicate
{
    public override IEnumerable<FactIs> Comparisons => Parts.SelectMany(p => p.Comparisons);

    public override Truth On(DateOnly date, FactLookup facts, ICollection<string> needs) =>
        Junction.Settle(Parts, Truth.False, date, facts, needs);
}

public sealed record Not(Predicate Part) : Predicate
{
    public override IEnumerable<FactIs> Comparisons => Part.Comparisons;

    public override Truth On(DateOnly date, FactLookup facts, ICollection<string> needs) => (Truth)(2 - (int)Part.On(date, facts, needs));
}

file static class Junction
{
    /// <summary>One part with the settling value decides, and then nothing is needed, whatever else is missing.</summary>
    public static Truth Settle(ImmutableArray<Predicate> parts, Truth settling, DateOnly date, FactLookup facts, ICollection<string> needs)
    {
        var truth = (Truth)(2 - (int)settling);
        var missing = new List<string>();
        foreach (var part in parts)
        {
            var one = part.On(date, facts, missing);
            if (one == settling)
                return settling;
            if (one == Truth.Unknown)
                truth = Truth.Unknown;
        }

        foreach (var need in missing)
            needs.Add(need);
        return truth;
    }
}
