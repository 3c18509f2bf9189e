namespace LicenseTracker.Domain.Compliance;

/// <summary>
/// The greatest goals of a program between given bounds, whole or not, by the simplex method in integers: the table holds determinants, so that
/// every division is exact, and goals are compared one after the other instead of being weighed against each other.
/// </summary>
/// <remarks>
/// Row i says <c>D · basic[i] = table[i, last] - Σ table[i, j] · free[j]</c>; the last rows are the goals. Bland's rule (least index first) ends it on
/// every input. Overflow is an exception, never a wrong figure.
/// </remarks>
internal sealed class ExactSimplex
{
    private readonly long[][] _table;
    private readonly int[] _basic;
    private readonly int[] _free;
    private readonly long[] _bounds; // above the lower bound; negative: none
    private readonly bool[] _turned; // counted down from its bound
    private readonly long[] _lower;
    private readonly int _rows;
    private readonly int _goals;

    private ExactSimplex(AllocationProgram program, long[] lower, long[] upper)
    {
        (_rows, _goals, _lower) = (program.Rows.Count, program.Goals, lower);
        var n = program.Amounts;
        _free = [.. Enumerable.Range(0, n)];
        _basic = [.. Enumerable.Range(n, _rows)];
        _turned = new bool[n + _rows];
        _bounds = new long[n + _rows];
        for (var j = 0; j < n; j++)
            _bounds[j] = upper[j] - lower[j];
        Array.Fill(_bounds, -1, n, _rows);
        _table = new long[_rows + _goals][];
        for (var i = 0; i < _table.Length; i++)
            _table[i] = new long[n + 1];
        for (var i = 0; i < _rows; i++)
        {
            var (row, limit) = (_table[i], program.Rows[i].Limit);
            foreach (var j in program.Rows[i].Adds)
                (row[j], limit) = (1, limit - lower[j]);
            foreach (var j in program.Rows[i].Takes)
                (row[j], limit) = (-1, limit + lower[j]);
            row[n] = limit;
            IsPossible &= limit >= 0;
        }

        foreach (var (goal, amount, worth) in program.Worths)
        {
            _table[_rows + goal][amount] = -worth;
            _table[_rows + goal][n] += worth * lower[amount];
        }
    }

    /// <summary>What all values are multiples of one part of.</summary>
    public long Denominator { get; private set; } = 1;

    /// <summary>False: the lower bounds alone break a row.</summary>
    public bool IsPossible { get; } = true;

    private int Last => _free.Length;

    /// <summary>The greatest goals; null: no amounts within the bounds keep all rows.</summary>
    public static ExactSimplex? Solve(AllocationProgram program, long[] lower, long[] upper)
    {
        for (var j = 0; j < lower.Length; j++)
        {
            if (lower[j] > upper[j])
                return null;
        }

        var simplex = new ExactSimplex(program, lower, upper);
        if (!simplex.IsPossible)
            return null;
        while (simplex.Entering() is >= 0 and var column)
            simplex.Raise(column);
        return simplex;
    }

    /// <summary>A goal's value, times <see cref="Denominator"/>.</summary>
    public long Goal(int goal) => _table[_rows + goal][Last];

    /// <summary>The amounts, times <see cref="Denominator"/>.</summary>
    public long[] Values()
    {
        var values = new long[_lower.Length];
        for (var j = 0; j < Last; j++)
            Put(values, _free[j], 0);
        for (var i = 0; i < _rows; i++)
            Put(values, _basic[i], _table[i][Last]);
        return values;
    }

    private void Put(long[] values, int variable, long value)
    {
        if (variable < values.Length)
            values[variable] = checked((Denominator * _lower[variable]) + (_turned[variable] ? (Denominator * _bounds[variable]) - value : value));
    }

    /// <summary>The free variable of least index that makes the goals greater; -1: none does.</summary>
    private int Entering()
    {
        var best = -1;
        for (var j = 0; j < Last; j++)
        {
            if ((best < 0 || _free[j] < _free[best]) && _bounds[_free[j]] != 0 && MakesGreater(j))
                best = j;
        }

        return best;
    }

    private bool MakesGreater(int column)
    {
        for (var k = _rows; k < _table.Length; k++)
        {
            if (_table[k][column] != 0)
                return _table[k][column] < 0;
        }

        return false;
    }

    /// <summary>Raises a free variable until it, or one that depends on it, meets a bound.</summary>
    private void Raise(int column)
    {
        var (leaving, atBound) = (-1, false);
        Int128 over = _bounds[_free[column]], under = 1;
        var least = over < 0 ? int.MaxValue : _free[column];
        for (var i = 0; i < _rows; i++)
        {
            var (slope, room) = (_table[i][column], _table[i][Last]);
            if (slope == 0 || (slope < 0 && _bounds[_basic[i]] < 0))
                continue;
            if (slope < 0)
                (slope, room) = (-slope, checked((Denominator * _bounds[_basic[i]]) - room));
            var order = over < 0 ? -1 : ((Int128)room * under).CompareTo(over * slope);
            if (order < 0 || (order == 0 && _basic[i] < least))
                (leaving, atBound, over, under, least) = (i, _table[i][column] < 0, room, slope, _basic[i]);
        }

        if (over < 0)
            throw new InvalidOperationException("A goal of an allocation has no greatest value.");
        if (leaving < 0)
        {
            TurnFree(column);
            return;
        }

        if (atBound)
            TurnBasic(leaving);
        Exchange(leaving, column);
    }

    /// <summary>Counts a free variable down from its bound: it is at its bound now.</summary>
    private void TurnFree(int column)
    {
        var variable = _free[column];
        foreach (var row in _table)
        {
            row[Last] = checked(row[Last] - (row[column] * _bounds[variable]));
            row[column] = -row[column];
        }

        _turned[variable] = !_turned[variable];
    }

    private void TurnBasic(int at)
    {
        var (row, variable) = (_table[at], _basic[at]);
        for (var j = 0; j <= Last; j++)
            row[j] = -row[j];
        row[Last] = checked(row[Last] + (Denominator * _bounds[variable]));
        _turned[variable] = !_turned[variable];
    }

    private void Exchange(int at, int column)
    {
        var (pivotRow, pivot, whole) = (_table[at], _table[at][column], Denominator);
        foreach (var row in _table)
        {
            var factor = row[column];
            if (row == pivotRow || (factor == 0 && pivot == whole))
                continue;
            for (var j = 0; j <= Last; j++)
            {
                if (j != column && (pivot != whole || pivotRow[j] != 0))
                    row[j] = Step(row[j], pivot, factor, pivotRow[j], whole);
            }

            row[column] = -factor;
        }

        pivotRow[column] = whole;
        Denominator = pivot;
        (_basic[at], _free[column]) = (_free[column], _basic[at]);
    }

    private static long Step(long entry, long pivot, long factor, long across, long whole) =>
        pivot == 1 && whole == 1
            ? checked(entry - (factor * across))
            : checked((long)((((Int128)entry * pivot) - ((Int128)factor * across)) / whole));
}
