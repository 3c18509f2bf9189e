using System.Collections.Immutable;

namespace LicenseTracker.Domain.Compliance;

/// <summary>The sum of some amounts, each taken once or subtracted once, is at most a limit; the limit is never negative.</summary>
internal sealed record ProgramRow(ImmutableArray<int> Adds, ImmutableArray<int> Takes, long Limit);

/// <summary>Amounts of which only one side may be above zero.</summary>
internal sealed record ProgramConflict(ImmutableArray<int> One, ImmutableArray<int> Other);

/// <summary>
/// Whole amounts between zero and a bound each, under rows, that make the first goal greatest, then the second, and so on. Amounts that only stand
/// for others (what is earned toward a figure) are whole by themselves once the rest is.
/// </summary>
internal sealed class AllocationProgram
{
    private readonly List<long> _bounds = [];
    private readonly List<int> _within = [];
    private readonly List<bool> _follows = [];
    private readonly List<ProgramRow> _rows = [];
    private readonly List<ProgramConflict> _conflicts = [];
    private readonly List<(int Goal, int Amount, long Worth)> _worths = [];

    public int Amounts => _bounds.Count;

    public int Goals { get; private set; }

    public IReadOnlyList<ProgramRow> Rows => _rows;

    public IReadOnlyList<ProgramConflict> Conflicts => _conflicts;

    public IReadOnlyList<(int Goal, int Amount, long Worth)> Worths => _worths;

    /// <summary>A new amount from zero to a bound.</summary>
    /// <param name="within">An amount that this one is a part of; -1: none.</param>
    /// <param name="follows">It is whole once the amounts that it stands for are.</param>
    public int Amount(long bound, int within = -1, bool follows = false)
    {
        _bounds.Add(bound);
        _within.Add(within);
        _follows.Add(follows);
        if (within >= 0)
            _rows.Add(new([_bounds.Count - 1], [within], 0));
        return _bounds.Count - 1;
    }

    /// <summary>What an amount that counts toward a figure earns of it: no more than the figure, no more than is given.</summary>
    public int Earned(long figure, IEnumerable<int> given)
    {
        var earned = Amount(figure, follows: true);
        _rows.Add(new([earned], [.. given], 0));
        return earned;
    }

    public void AtMost(long limit, IEnumerable<int> amounts) => _rows.Add(new([.. amounts], [], limit));

    /// <summary>An amount that is at least what others come to beyond a limit.</summary>
    public int Over(long limit, ImmutableArray<int> amounts)
    {
        var over = Amount(amounts.Sum(a => _bounds[a]), follows: true);
        _rows.Add(new(amounts, [over], limit));
        return over;
    }

    public void Conflict(IEnumerable<int> one, IEnumerable<int> other) => _conflicts.Add(new([.. one], [.. other]));

    /// <summary>Every amount that excludes one side of a conflict.</summary>
    public IEnumerable<int> RivalsOf(ImmutableArray<int> side) => _conflicts.SelectMany(c =>
        c.One.AsSpan().SequenceEqual(side.AsSpan()) ? c.Other : c.Other.AsSpan().SequenceEqual(side.AsSpan()) ? c.One : []);

    public void Worth(int goal, int amount, long worth)
    {
        _worths.Add((goal, amount, worth));
        Goals = Math.Max(Goals, goal + 1);
    }

    public long[] NewUpper() => [.. _bounds];

    /// <summary>The amount that an amount is a part of; -1: none.</summary>
    public int Within(int amount) => _within[amount];

    public bool Follows(int amount) => _follows[amount];
}
