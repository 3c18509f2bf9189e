using LicenseTracker.Domain.Compliance;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Tests.Compliance;

/// <summary>
/// The least total shortfall, by trying every way to lay every hundredth of an hour. It knows the law of the model and nothing of how it is solved:
/// one category and one delivery a credit, all verified, all in the cycle.
/// </summary>
internal sealed class BruteForce
{
    private readonly List<JudgedCredit> _credits;
    private readonly TotalHours? _total;
    private readonly AtLeast[] _minimums;
    private readonly AtMost[] _limits;
    private readonly AtMostPerDay? _daily;
    private readonly bool _noRepeat;
    private readonly string[] _pots;
    private readonly Dictionary<string, int[]> _laid = [];
    private int _best = int.MaxValue;

    private BruteForce(ComplianceQuestion question)
    {
        var rules = question.Rules.Requirements;
        _credits = [.. question.Credits];
        _total = rules.OfType<TotalHours>().SingleOrDefault();
        _minimums = [.. rules.OfType<AtLeast>()];
        _limits = [.. rules.OfType<AtMost>()];
        _daily = rules.OfType<AtMostPerDay>().SingleOrDefault();
        _noRepeat = rules.OfType<NoRepeat>().Any();
        _pots = [.. _total is { Parts.IsEmpty: false } ? _total.Parts : ["main"], .. _minimums.Where(m => m.Counting is Counting.OnTopOfTotal).Select(m => m.Code)];
        foreach (var pot in _pots)
            _laid[pot] = new int[_credits.Count];
    }

    public static int LeastShortfall(ComplianceQuestion question)
    {
        var search = new BruteForce(question);
        search.Lay(0);
        return search._best;
    }

    private void Lay(int credit)
    {
        if (credit == _credits.Count)
        {
            if (IsLawful())
                _best = Math.Min(_best, Shortfall());
            return;
        }

        Lay(credit, 0, _credits[credit].Declared.Hundredths);
    }

    private void Lay(int credit, int pot, int left)
    {
        if (pot == _pots.Length)
        {
            Lay(credit + 1);
            return;
        }

        var takes = _pots[pot] == "main" || Fits(_minimums.Single(m => m.Code == _pots[pot]).Of, credit);
        for (var hours = 0; hours <= (takes ? left : 0); hours++)
        {
            _laid[_pots[pot]][credit] = hours;
            Lay(credit, pot + 1, left - hours);
        }

        _laid[_pots[pot]][credit] = 0;
    }

    private bool Fits(CreditFilter filter, int credit) =>
        (filter.Categories.IsEmpty || filter.Categories.Contains(_credits[credit].Hours[0].Category))
        && (filter.Deliveries.IsEmpty || filter.Deliveries.Contains(_credits[credit].Delivery));

    private IEnumerable<string> TotalPots => _pots.Where(p => p == "main" || _total?.Parts.Contains(p) is true);

    private int InTotal(int credit) => TotalPots.Sum(p => _laid[p][credit]);

    private int InAll(int credit) => _pots.Sum(p => _laid[p][credit]);

    private int[] All => [.. Enumerable.Range(0, _credits.Count)];

    private bool IsLawful() =>
        _limits.Where(l => l.Inside is null).All(l => All.Where(c => Fits(l.Of, c)).Sum(InTotal) <= Figure(l.Amount))
        && (_total is null || _total.Parts.All(p => _laid[p].Sum() <= Figure(_minimums.Single(m => m.Code == p).Amount)))
        && (_daily is null || All.GroupBy(c => _credits[c].CompletedOn).All(day => day.Sum(InAll) <= Most(_daily)))
        && (!_noRepeat || All.Where(c => InAll(c) > 0).GroupBy(c => _credits[c].Course).All(g => g.Count() == 1));

    private int Shortfall() => _minimums.Sum(m => Math.Max(0, Figure(m.Amount) - Toward(m))) + (_total is null ? 0 : Math.Max(0, Required - All.Sum(InTotal)));

    private int Required => _total!.Minimum.TryGet(out var hours) ? hours.Hundredths : 0;

    private int Toward(AtLeast minimum)
    {
        if (_pots.Contains(minimum.Code))
            return _laid[minimum.Code].Sum();
        int[] fitting = [.. All.Where(c => Fits(minimum.Of, c) && (minimum.Inside is null || Fits(_minimums.Single(m => m.Code == minimum.Inside).Of, c)))];
        Func<int, int> laid = minimum.Inside is { } inside && _pots.Contains(inside) ? c => _laid[inside][c] : InTotal;
        if (_limits.SingleOrDefault(l => l.Inside == minimum.Code) is not { } limit)
            return fitting.Sum(laid);
        return fitting.Where(c => !Fits(limit.Of, c)).Sum(laid) + Math.Min(Figure(limit.Amount), fitting.Where(c => Fits(limit.Of, c)).Sum(laid));
    }

    private static int Figure(Figure<Amount> amount) => amount.TryGet(out var known) ? known.Hours!.Value.Hundredths : 0;

    private static int Most(AtMostPerDay daily) => daily.Hours.TryGet(out var known) ? known.Hundredths : 0;
}
