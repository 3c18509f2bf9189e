namespace LicenseTracker.Domain.Compliance;

/// <summary>
/// The whole amounts that solve a program: branch and bound over the exact simplex. Most programs are whole at once, since their rows
/// nest or pair up; only crossing limits and repeated courses branch.
/// </summary>
internal sealed class ExactAllocation
{
    private readonly AllocationProgram _program;
    private long[]? _best;
    private long[] _bestGoals = [];

    private ExactAllocation(AllocationProgram program) => _program = program;

    public static long[] Solve(AllocationProgram program)
    {
        var search = new ExactAllocation(program);
        search.Branch(new long[program.Amounts], program.NewUpper());

        // Nothing at all is always possible: no limit is negative.
        return search._best!;
    }

    private void Branch(long[] lower, long[] upper)
    {
        if (ExactSimplex.Solve(_program, lower, upper) is not { } relaxed || !CanBeBetter(relaxed))
            return;
        var values = relaxed.Values();
        if (_program.Conflicts.FirstOrDefault(c => IsBroken(c, values)) is { } conflict)
        {
            // With one side everything that it excludes is gone at once: a course taken many times costs as many steps as times, not as many as pairs of choices.
            Branch(lower, Without(upper, _program.RivalsOf(conflict.One)));
            Branch(lower, Without(upper, conflict.One));
            return;
        }

        var broken = Array.FindIndex(values, v => v % relaxed.Denominator != 0);
        while (broken >= 0 && _program.Follows(broken))
            broken = Array.FindIndex(values, broken + 1, v => v % relaxed.Denominator != 0);
        if (broken >= 0)
        {
            var below = values[broken] / relaxed.Denominator;
            Branch(lower, With(upper, broken, below));
            Branch(AtLeast(lower, broken, below + 1), upper);
            return;
        }

        _best = Array.ConvertAll(values, v => v / relaxed.Denominator);
        _bestGoals = [.. Enumerable.Range(0, _program.Goals).Select(g => relaxed.Goal(g) / relaxed.Denominator)];
    }

    /// <summary>Whether goals that need not be whole leave room for whole ones greater than the best found.</summary>
    private bool CanBeBetter(ExactSimplex relaxed)
    {
        if (_best is null)
            return true;
        for (var goal = 0; goal < _program.Goals; goal++)
        {
            var (whole, rest) = Math.DivRem(relaxed.Goal(goal), relaxed.Denominator);
            if (rest < 0)
                whole--;
            if (whole != _bestGoals[goal])
                return whole > _bestGoals[goal];
            if (rest != 0)
                return true;
        }

        return false;
    }

    private static bool IsBroken(ProgramConflict conflict, long[] values) =>
        conflict.One.Any(a => values[a] > 0) && conflict.Other.Any(a => values[a] > 0);

    private static long[] Without(long[] upper, IEnumerable<int> amounts)
    {
        var changed = (long[])upper.Clone();
        foreach (var amount in amounts)
            changed[amount] = 0;
        return changed;
    }

    private static long[] With(long[] bounds, int amount, long bound)
    {
        var changed = (long[])bounds.Clone();
        changed[amount] = bound;
        return changed;
    }

    /// <summary>What an amount is a part of is at least as much.</summary>
    private long[] AtLeast(long[] lower, int amount, long bound)
    {
        var changed = (long[])lower.Clone();
        for (var at = amount; at >= 0; at = _program.Within(at))
            changed[at] = Math.Max(changed[at], bound);
        return changed;
    }
}
