using System.Collections.Immutable;

namespace LicenseTracker.Domain;

/// <summary>One held fact that gives something a value from a date on.</summary>
public sealed record Change<T>(DateOnly On, T Value, ImmutableArray<FactId> Evidence, long Version);

/// <summary>What governs on a date. More than one reading: the facts of that date contradict each other.</summary>
public sealed record Governing<T>(DateOnly Since, ImmutableArray<T> Readings, ImmutableArray<FactId> Evidence)
{
    public bool IsConflict => Readings.Length > 1;
}

/// <summary>
/// A value that changes on dates: the latest change on or before a date governs, whatever the order of recording; unequal changes of one
/// date contradict each other until a later change.
/// </summary>
public sealed class Dated<T>
{
    private readonly ImmutableArray<Governing<T>> _periods;

    public Dated(IEnumerable<Change<T>> changes)
    {
        _periods =
        [
            .. changes.GroupBy(c => c.On).OrderBy(g => g.Key).Select(g => new Governing<T>(
                g.Key,
                [.. g.Select(c => c.Value).Distinct().Order()],
                [.. g.OrderBy(c => c.Version).SelectMany(c => c.Evidence)])),
        ];
    }

    /// <summary>Each change, oldest date first; one governs until the day before the next.</summary>
    public ImmutableArray<Governing<T>> Periods => _periods;

    public IEnumerable<DateOnly> Dates => _periods.Select(p => p.Since);

    /// <summary>What governs on a date; null: nothing has changed yet.</summary>
    public Governing<T>? On(DateOnly date)
    {
        for (var i = _periods.Length - 1; i >= 0; i--)
        {
            if (_periods[i].Since <= date)
                return _periods[i];
        }

        return null;
    }
}
