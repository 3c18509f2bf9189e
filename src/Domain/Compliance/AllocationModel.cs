using System.Collections.Immutable;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Compliance;

/// <summary>Hours of one group, set aside in one place.</summary>
internal readonly record struct Place(int Group, int Amount);

/// <summary>
/// The rules of a cycle as a program over hours. An hour lies in one pot at most: the total (or one of its parts), a minimum on top of the total,
/// or what is carried to the next cycle. Within the total it serves every minimum that it fits, since the law says "of which".
/// </summary>
internal sealed class AllocationModel
{
    private readonly RulesInForce _rules;
    private readonly Reading _reading;
    private readonly ImmutableArray<PortionGroup> _groups;
    private readonly Dictionary<string, ImmutableArray<Place>> _places = [];
    private readonly List<Place> _total = [];
    private readonly List<Place> _carried = [];
    private readonly Dictionary<string, Hours> _figures;

    /// <param name="figures">Hours still asked for, by code; a requirement without one is unknown or not asked for.</param>
    /// <param name="carry">The most that may be carried out; null: nothing is.</param>
    public AllocationModel(
        RulesInForce rules, Reading reading, ImmutableArray<PortionGroup> groups, Dictionary<string, Hours> figures, Hours? carry,
        IEnumerable<(JudgedCredit One, JudgedCredit Other)> repeats, DayLimits days)
    {
        (_rules, _reading, _groups, _figures) = (rules, reading, groups, figures);
        MakePots(carry);
        foreach (var demand in rules.Demands)
            MakeDemand(demand);
        foreach (var limit in rules.Limits)
            MakeLimit(limit);
        foreach (var crowd in days.Crowds)
            Program.AtMost(crowd.Most.Hundredths, AmountsOf(crowd.Courses.Contains));
        if (carry is { } most && _carried.Count > 0)
            Program.AtMost(most.Hundredths, _carried.Select(c => c.Amount));
        foreach (var (one, other) in repeats)
            Program.Conflict(AmountsOf(one.Id.Equals), AmountsOf(other.Id.Equals));
        foreach (var shared in days.Shared)
            Program.AtMostTogether(shared.Most.Hundredths, [.. AmountsOf(shared.Course.Equals)], [.. AmountsOf(shared.Others.Contains)]);
    }

    public AllocationProgram Program { get; } = new();

    /// <summary>Each place in which a group's hours can lie, by pot.</summary>
    public List<ImmutableArray<Place>> Pots { get; } = [];

    public IReadOnlyList<Place> Total => _total;

    public IReadOnlyList<Place> Carried => _carried;

    /// <summary>The amounts that say what a requirement earned, by code.</summary>
    public Dictionary<string, int> Earned { get; } = [];

    /// <summary>The places whose hours count toward a requirement, or against a limit.</summary>
    public ImmutableArray<Place> PlacesOf(string code) => _places[code];

    /// <summary>The amount in a pot that an amount is a part of: itself, if it is none's.</summary>
    public int PotOf(int amount)
    {
        while (Program.Within(amount) is >= 0 and var whole)
            amount = whole;
        return amount;
    }

    private void MakePots(Hours? carry)
    {
        if (_rules.Parts.IsEmpty)
        {
            _total.AddRange(Pot(g => g.CountsInTotal, null));
        }
        else
        {
            foreach (var part in _rules.Parts.Where(IsDemanded))
            {
                // A part of unknown size takes any hours, or none.
                var size = _figures.TryGetValue(part, out var hours) ? hours : _reading.Helps(null) ? (Hours?)null : Hours.Zero;
                _places[part] = Pot(g => g.CountsInTotal && g.Fits.Contains(part), size);
                _total.AddRange(_places[part]);
            }
        }

        foreach (var demand in _rules.Demands.Where(IsOnTop))
            _places[demand.Code] = Pot(g => g.Fits.Contains(demand.Code), null);
        if (carry is not null)
            _carried.AddRange(Pot(g => g.CanBeCarried && (_rules.Parts.IsEmpty || _rules.Parts.Any(g.Fits.Contains)), null));
        var shared = Pots.SelectMany(p => p).GroupBy(p => p.Group).Where(g => g.Count() > 1);
        foreach (var places in shared)
            Program.AtMost(_groups[places.Key].Hours.Hundredths, places.Select(p => p.Amount));

        // Goals beside the least shortfall: the most to carry, the fewest hours used up, the oldest first.
        foreach (var place in _carried)
            Program.Worth(2, place.Amount, 1);
        foreach (var place in Pots.SelectMany(p => p).Except(_carried))
        {
            Program.Worth(3, place.Amount, -1);
            Program.Worth(4, place.Amount, _groups.Length - place.Group);
        }
    }

    private ImmutableArray<Place> Pot(Func<PortionGroup, bool> takes, Hours? size)
    {
        var pot = ImmutableArray.CreateBuilder<Place>();
        for (var g = 0; g < _groups.Length; g++)
        {
            if (takes(_groups[g]))
                pot.Add(new(g, Program.Amount(_groups[g].Hours.Hundredths)));
        }

        if (size is { } most)
            Program.AtMost(most.Hundredths, pot.Select(p => p.Amount));
        Pots.Add(pot.ToImmutable());
        return Pots[^1];
    }

    private void MakeDemand(Demand demand)
    {
        var places = Places(demand.Code);
        if (!_figures.TryGetValue(demand.Code, out var figure))
            return;
        var earned = Program.Earned(figure.Hundredths, places.Select(p => p.Amount));
        Program.Worth(0, earned, 1);

        // Where the same hours could be missing here or there, let them be of the kind that is easiest to find.
        Program.Worth(1, earned, _rules.Demands.Count(d => CreditFit.Width(d.Minimum) > CreditFit.Width(demand.Minimum)));
        Earned[demand.Code] = earned;
    }

    /// <summary>The places that count toward a requirement; those of the total for the total, and where nothing narrower is said.</summary>
    private ImmutableArray<Place> Places(string? code)
    {
        if (code is null)
            return [.. _total];
        if (_places.TryGetValue(code, out var known))
            return known;
        var places = _rules.Demands.FirstOrDefault(d => d.Code == code) is { Minimum: { } minimum }
            ? [.. Places(minimum.Inside).Where(p => _groups[p.Group].Fits.Contains(code))]
            : _rules.Limits.FirstOrDefault(l => l.Source.Code == code) is { } limit
                ? [.. LimitPlaces(limit).Where(p => _groups[p.Group].Fits.Contains(code))]
                : Places(null);

        // A limit inside a minimum lets hours count in the total that do not count toward the minimum.
        if (_rules.Limits.Any(l => l.Source.Inside == code && _rules.Demands.Any(d => d.Code == code && d.Minimum is not null)))
            places = [.. places.Select(p => new Place(p.Group, Program.Amount(_groups[p.Group].Hours.Hundredths, within: p.Amount)))];
        return _places[code] = places;
    }

    private IEnumerable<Place> LimitPlaces(Limit limit) =>
        limit.Source.Inside is { } inside && (IsDemanded(inside) || _rules.Limits.Any(l => l.Source.Code == inside)) && !_rules.Demands.Any(d => d.IsTotal && d.Code == inside)
            ? Places(inside)
            : _total.Concat(_carried);

    private void MakeLimit(Limit limit)
    {
        var most = limit.Most ?? (_reading.Burdens(null) ? Hours.Zero : new Hours(int.MaxValue));
        var places = Places(limit.Source.Code);
        if (places.GroupBy(p => p.Group).Sum(g => (long)_groups[g.Key].Hours.Hundredths) > most.Hundredths)
            Program.AtMost(most.Hundredths, places.Select(p => p.Amount));
    }

    /// <summary>All amounts of courses that stand in groups of their own.</summary>
    private IEnumerable<int> AmountsOf(Func<CreditId, bool> isOne) =>
        Pots.SelectMany(p => p).Where(p => _groups[p.Group].Portions[0].Credit is { } credit && isOne(credit.Id)).Select(p => p.Amount);

    private bool IsDemanded(string code) => _rules.Demands.Any(d => d.Code == code);

    private bool IsOnTop(Demand demand) =>
        demand.Minimum is { } minimum && !_rules.Parts.Contains(demand.Code) && !(minimum.Inside is { } inside && _rules.Demands.Any(d => d.Code == inside && !d.IsTotal))
        && minimum.Counting is not Counting.WithinTotal && (minimum.Counting is Counting.OnTopOfTotal || _reading.Burdens(null));
}
