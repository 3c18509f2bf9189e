using System.Collections.Immutable;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Compliance;

/// <summary>Hours that no rule tells apart, oldest first: the allocation decides over all of them at once.</summary>
internal sealed record PortionGroup(ImmutableArray<Portion> Portions, HashSet<string> Fits, bool CountsInTotal, bool CanBeCarried)
{
    public Hours Hours { get; } = new(Portions.Sum(p => p.Hours.Hundredths));
}

/// <summary>Sorts hours by which rules they fit.</summary>
internal sealed class PortionGroups
{
    private readonly RulesInForce _rules;
    private readonly Reading _reading;
    private readonly Func<Portion, bool> _countsInTotal;
    private readonly CarryOver _carryOver;
    private readonly DayLimits _days;
    private readonly HashSet<CreditId> _repeats;

    public PortionGroups(
        RulesInForce rules, Reading reading, IReadOnlyList<Portion> portions, Func<Portion, bool> countsInTotal, CarryOver carryOver,
        IEnumerable<(JudgedCredit One, JudgedCredit Other)> repeats, DayLimits days)
    {
        (_rules, _reading, _countsInTotal, _carryOver, _days) = (rules, reading, countsInTotal, carryOver, days);
        _repeats = [.. repeats.SelectMany(r => new[] { r.One.Id, r.Other.Id })];
        All =
        [
            .. portions
                .OrderBy(p => p.Credit?.CompletedOn ?? DateOnly.MinValue).ThenBy(p => p.Credit?.Id.Value ?? Guid.Empty)
                .ThenBy(p => p.Category, StringComparer.Ordinal).ThenBy(p => p.HandsOn)
                .Select(p => (Portion: p, Fits: FitsOf(p), InTotal: _countsInTotal(p), Carried: CanBeCarried(p)))
                .GroupBy(p => (string.Join('\n', p.Fits), p.InTotal, p.Carried, Apart(p.Portion)))
                .Select(g => new PortionGroup([.. g.Select(p => p.Portion)], [.. g.First().Fits], g.Key.InTotal, g.Key.Carried)),
        ];
    }

    /// <summary>Those with the oldest hours first.</summary>
    public ImmutableArray<PortionGroup> All { get; }

    /// <summary>Codes of the minimums and limits that hours fit, by themselves.</summary>
    private IEnumerable<string> FitsOf(Portion portion)
    {
        foreach (var demand in _rules.Demands)
        {
            if (demand.Minimum is { } minimum && _reading.Helps(CreditFit.Fits(minimum.Of, portion) & IsHandsOnEnough(minimum, portion)))
                yield return minimum.Code;
        }

        foreach (var limit in _rules.Limits)
        {
            if (_reading.Burdens(CreditFit.Fits(limit.Source.Of, portion)))
                yield return limit.Source.Code;
        }
    }

    private static bool? IsHandsOnEnough(AtLeast minimum, Portion portion) =>
        minimum.HandsOnPercentOfCourse is not { } percent ? true : portion.Credit is { } credit ? CreditFit.IsHandsOn(credit, percent) : false;

    private bool CanBeCarried(Portion portion) =>
        portion.Credit is not null && _countsInTotal(portion) && !_carryOver.NotCarried.Contains(portion.Category);

    /// <summary>Courses under a limit by day, and courses taken twice, stand by themselves; so do hours that no course earned.</summary>
    private CreditId? Apart(Portion portion) =>
        portion.Credit is not { } credit ? new CreditId(Guid.Empty) : _days.IsApart(credit) || _repeats.Contains(credit.Id) ? credit.Id : null;
}
