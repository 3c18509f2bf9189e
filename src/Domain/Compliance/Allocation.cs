using System.Collections.Immutable;

namespace LicenseTracker.Domain.Compliance;

/// <summary>Hours of one portion that count toward one requirement.</summary>
internal sealed record PortionUse(Portion Portion, string Requirement, Hours Hours);

/// <summary>Hours of one portion that nothing took.</summary>
internal sealed record PortionLeft(Portion Portion, PortionGroup Group, Hours Hours);

/// <summary>
/// Which hours count toward what: the allocation with the fewest hours missing over all requirements; of those the one whose missing
/// hours are easiest to find, then the one that carries most to the next cycle, then the one that uses the fewest hours, then the oldest. Equal input in any order gives the same allocation.
/// </summary>
internal sealed class Allocation
{
    private readonly AllocationModel _model;
    private readonly ImmutableArray<PortionGroup> _groups;
    private readonly long[] _amounts;

    public Allocation(AllocationModel model, ImmutableArray<PortionGroup> groups, RulesInForce rules)
    {
        (_model, _groups) = (model, groups);
        _amounts = ExactAllocation.Solve(model.Program);
        Carried = new((int)model.Carried.Sum(p => _amounts[p.Amount]));

        // Within a group the oldest hours lie in the first pot and the newest are carried.
        var taken = new Dictionary<(int Pot, Portion), Hours>();
        var used = new Dictionary<Portion, Hours>();
        foreach (var place in model.Pots.SelectMany(p => p))
            Fill(place, used, taken);
        Left =
        [
            .. from g in groups from p in g.Portions
               let left = p.Hours.Less(used.GetValueOrDefault(p))
               where left > Hours.Zero
               select new PortionLeft(p, g, left),
        ];
        foreach (var demand in rules.Demands.Where(d => model.Earned.ContainsKey(d.Code)))
            Explain(demand, taken);
    }

    /// <summary>Hours toward each requirement, oldest first.</summary>
    public List<PortionUse> Uses { get; } = [];

    public ImmutableArray<PortionLeft> Left { get; }

    public Hours Carried { get; }

    public Hours Earned(string code) => new(_model.Earned.TryGetValue(code, out var amount) ? (int)_amounts[amount] : 0);

    /// <summary>Hours that lie where a limit counts them.</summary>
    public Hours Against(string limit) => new((int)_model.PlacesOf(limit).Sum(p => _amounts[p.Amount]));

    private void Fill(Place place, Dictionary<Portion, Hours> used, Dictionary<(int Pot, Portion), Hours> taken)
    {
        var open = new Hours((int)_amounts[place.Amount]);
        foreach (var portion in _groups[place.Group].Portions)
        {
            if (open == Hours.Zero)
                return;
            var hours = Hours.Min(open, portion.Hours.Less(used.GetValueOrDefault(portion)));
            used[portion] = used.GetValueOrDefault(portion) + hours;
            taken[(place.Amount, portion)] = hours;
            open -= hours;
        }
    }

    private void Explain(Demand demand, Dictionary<(int Pot, Portion), Hours> taken)
    {
        var open = Earned(demand.Code);
        foreach (var place in _model.PlacesOf(demand.Code).OrderBy(p => p.Group))
        {
            var inPlace = new Hours((int)_amounts[place.Amount]);
            foreach (var portion in _groups[place.Group].Portions)
            {
                var hours = Hours.Min(Hours.Min(open, inPlace), taken.GetValueOrDefault((_model.PotOf(place.Amount), portion)));
                if (hours == Hours.Zero)
                    continue;
                Uses.Add(new(portion, demand.Code, hours));
                (open, inPlace) = (open - hours, inPlace - hours);
            }
        }
    }
}
