using System.Collections.Immutable;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Compliance;

/// <summary>What the credits of one kind of state (verified only, or pending ones too) come to under one reading of what is unknown.</summary>
internal sealed class Judgement
{
    /// <summary>The category of courses that earn what is held: CPR, first aid, defibrillator and life support.</summary>
    private const string LifeSupport = "cpr_first_aid";

    private readonly ComplianceQuestion _question;
    private readonly Reading _reading;
    private readonly Dictionary<string, Hours> _figures = [];
    private readonly Dictionary<string, Hours> _before = [];
    private readonly Dictionary<string, JudgedCredit> _trainings = [];
    private readonly List<Portion> _onTop = [];

    public Judgement(ComplianceQuestion question, RulesInForce rules, Reading reading, bool withPending)
    {
        (_question, Rules, _reading) = (question, rules, reading);
        Selection = new(question, rules, reading, withPending);
        foreach (var training in rules.Requirements.OfType<TrainingDone>().Where(rules.IsAsked))
            FindTraining(training);
        foreach (var demand in rules.Demands)
        {
            if (demand.Required is { } required)
                _figures[demand.Code] = required.Less(EarnedBefore(demand, required));
        }

        var rule = question.Rules.CarryOver;
        var carry = CarryAllowed is true ? Most(rule) : null;
        var portions = Selection.Portions.Concat(Given());
        Days = new(rules, reading, Selection.Portions);
        var groups = new PortionGroups(rules, reading, [.. portions], CountsInTotal, rule, Selection.Repeats, Days).All;
        Allocation = new(new(rules, reading, groups, _figures, carry, Selection.Repeats, Days), groups, rules);
    }

    public RulesInForce Rules { get; }

    public CreditSelection Selection { get; }

    public DayLimits Days { get; }

    public Allocation Allocation { get; }

    /// <summary>Whether the book carries hours from this cycle to the next; null: unknown.</summary>
    public bool? CarryAllowed =>
        !_question.Rules.CarryOver.Allowed.TryGet(out var allowed) ? null
        : !allowed ? false
        : _question.Rules.CarryOver.From is not { } from ? true
        : _question.Cycle.Start is { } start ? start >= from
        : null;

    /// <summary>Hours for the next cycle. Nothing is left over from a cycle whose total is short, or in which every hour found its use.</summary>
    public Hours? CarriedOut
    {
        get
        {
            var totals = Rules.Demands.Where(d => d.IsTotal).Select(IsMet).ToArray();
            return CarryAllowed is false || totals.Contains(false) ? Hours.Zero
                : totals.Contains(null) ? null
                : CarryAllowed is true ? Allocation.Carried
                : Allocation.Left.IsEmpty ? Hours.Zero
                : null;
        }
    }

    /// <summary>Uses of hours of earlier cycles, where a requirement comes due less than once a cycle.</summary>
    public List<CreditUse> UsesBefore { get; } = [];

    public JudgedCredit? TrainingOf(string code) => _trainings.GetValueOrDefault(code);

    public Hours EarnedOf(Demand demand) => _before.GetValueOrDefault(demand.Code) + Allocation.Earned(demand.Code);

    /// <summary>Null: the figure is unknown.</summary>
    public bool? IsMet(Demand demand) => demand.Required is { } required ? EarnedOf(demand) >= required : null;

    /// <summary>The most that may be carried: the least of all limits; a share of an unknown total is none.</summary>
    private Hours? Most(CarryOver rule) =>
        rule.AtMost.Select(a => a.Hours ?? (Rules.Total is { } total ? a.In(total) : Hours.Zero)).DefaultIfEmpty(new Hours(int.MaxValue)).Min();

    /// <summary>Hours that no course earned: carried in, or given with something held.</summary>
    private IEnumerable<Portion> Given()
    {
        var carried = _question.CarriedInAtMost is { } most && _reading.Helps(null) ? most : _question.CarriedIn;
        if (carried > Hours.Zero)
            yield return new(null, "", null, carried);
        foreach (var held in Rules.Requirements.OfType<CredentialHeld>().Where(h => h.Credit is not null && h.Credentials.All(Rules.IsHeld)))
        {
            if (held.Credit!.TryGet(out var hours) && hours > Hours.Zero)
                yield return new(null, "", null, hours);
            else if (!held.Credit.IsKnown)
                _reading.Helps(null);
        }
    }

    private bool CountsInTotal(Portion portion) =>
        portion.Credit is null || (!_onTop.Contains(portion) && (portion.Category != LifeSupport || !Rules.Requirements.OfType<CredentialHeld>().Any(
            h => h.Counting is not Counting.WithinTotal && h.Credentials.Any(IsLifeSupport) && (h.Counting is Counting.OnTopOfTotal || _reading.Burdens(null)))));

    private static bool IsLifeSupport(HeldCredential credential) =>
        credential is HeldCredential.Cpr or HeldCredential.FirstAid or HeldCredential.Aed or HeldCredential.BasicLifeSupport;

    /// <summary>The shortest credit that fits serves a training that stands beside the total, else the oldest one.</summary>
    private void FindTraining(TrainingDone training)
    {
        var isOnTop = training.Counting is Counting.OnTopOfTotal || (training.Counting is Counting.Unknown && _reading.Burdens(null));
        var from = FirstDay(training.Heading.Applies.Occasion);
        var isEachCycle = training.Heading.Applies.Occasion.Kind is not (OccasionKind.OnceEver or OccasionKind.OncePerYears);
        var fitting = Selection.Credits
            .Where(c => Selection.IsSeen(c) && !(isEachCycle && _question.UsedBefore.Contains(c.Id)) && (!isEachCycle || from is not null || _reading.Helps(null)) && !(c.CompletedOn < from) && !(c.CompletedOn > _question.Cycle.LastDay) && !_trainings.ContainsValue(c))
            .Select(c => (Credit: c, Portions: Selection.Portions.Where(p => p.Credit == c).ToArray() is { Length: > 0 } counted ? counted : [.. Selection.PortionsOf(c)]))
            .Where(c => c.Portions.Any(p => _reading.Helps(CreditFit.Fits(training.Of, p))))
            .OrderBy(c => isOnTop ? c.Credit.Declared : Hours.Zero).FirstOrDefault();
        if (fitting.Credit is null)
            return;
        _trainings[training.Code] = fitting.Credit;
        if (isOnTop)
            _onTop.AddRange(fitting.Portions.Where(p => _reading.Helps(CreditFit.Fits(training.Of, p))));
    }

    /// <summary>The first day whose credits serve a requirement that comes due less than once a cycle; null: any day, ever.</summary>
    private DateOnly? FirstDay(Occasion occasion) => occasion switch
    {
        { Kind: OccasionKind.OnceEver } => null,
        { Kind: OccasionKind.OncePerYears, Years: { } years } => (_question.Cycle.LastDay ?? _question.On).AddYears(-years).AddDays(1),
        _ => _question.Cycle.Start,
    };

    private Hours EarnedBefore(Demand demand, Hours required)
    {
        if (demand.Minimum is not { Heading.Applies.Occasion: { Kind: OccasionKind.OnceEver or OccasionKind.OncePerYears } occasion } minimum
            || _question.Cycle.Start is not { } start)
            return Hours.Zero;
        var (from, open) = (FirstDay(occasion), required);
        foreach (var portion in Selection.Credits.Where(c => Selection.IsSeen(c) && c.CompletedOn < start && !(c.CompletedOn < from)).SelectMany(c => Selection.PortionsOf(c)))
        {
            if (open == Hours.Zero || !_reading.Helps(CreditFit.Fits(minimum.Of, portion)))
                continue;
            var hours = Hours.Min(open, portion.Hours);
            UsesBefore.Add(new(portion.Credit!.Id, demand.Code, hours));
            open -= hours;
        }

        return _before[demand.Code] = required - open;
    }
}
