using System.Collections.Immutable;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Compliance;

/// <summary>Where every verified hour went: used, or refused with the reason.</summary>
internal sealed class Explanation
{
    private readonly Judgement _judgement;
    private readonly HashSet<CreditId> _used;

    public Explanation(Judgement judgement)
    {
        _judgement = judgement;
        _used = [.. judgement.Allocation.Uses.Where(u => u.Portion.Credit is not null).Select(u => u.Portion.Credit!.Id)];
        Uses =
        [
            .. judgement.Allocation.Uses.Select(u => new CreditUse(u.Portion.Credit?.Id, u.Requirement, u.Hours)).Concat(judgement.UsesBefore)
                .GroupBy(u => (u.Credit, u.Requirement)).Select(g => new CreditUse(g.Key.Credit, g.Key.Requirement, new(g.Sum(u => u.Hours.Hundredths)))),
        ];
        Refusals =
        [
            .. judgement.Selection.Refusals.Concat(judgement.Allocation.Left.Where(l => l.Portion.Credit is not null && !IsTraining(l.Portion)).Select(Refuse))
                .Concat(TooLittleByHand())
                .GroupBy(r => (r.Credit, r.Requirement, r.Code)).Select(g => g.First() with { Hours = new(g.Sum(r => r.Hours.Hundredths)) }),
        ];
    }

    public ImmutableArray<CreditUse> Uses { get; }

    public ImmutableArray<CreditRefusal> Refusals { get; }

    private bool IsTraining(Portion portion) =>
        _judgement.Rules.Requirements.OfType<TrainingDone>().Any(t => _judgement.TrainingOf(t.Code) == portion.Credit);

    private CreditRefusal Refuse(PortionLeft left)
    {
        var (credit, rules) = (left.Portion.Credit!, _judgement.Rules);
        CreditRefusal Because(string? requirement, string code, string message) => new(credit.Id, requirement, left.Hours, code, message);

        if (!_used.Contains(credit.Id) && _judgement.Selection.Repeats.Any(r => IsPair(r, credit)))
            return Because(rules.Requirements.FirstOrDefault(r => r is NoRepeat)?.Code, "CREDIT_REPEATED", "The same course counts once.");
        if (FullDay(credit) is { } day)
            return Because(day.Code, "CREDIT_OVER_DAY_LIMIT", $"Over what counts of one day: {day.Heading.Title}.");
        if (rules.Limits.FirstOrDefault(l => left.Group.Fits.Contains(l.Source.Code) && l.Most == _judgement.Allocation.Against(l.Source.Code)) is { } limit)
            return Because(limit.Source.Code, "CREDIT_OVER_LIMIT", $"Over what counts: {limit.Source.Heading.Title}.");
        if (rules.Limits.FirstOrDefault(l => left.Group.Fits.Contains(l.Source.Code) && l.Most is null) is { } unknown)
            return Because(unknown.Source.Code, "CREDIT_LIMIT_UNKNOWN", $"How much of this counts at most is unknown: {unknown.Source.Heading.Title}.");
        if (!left.Group.CountsInTotal)
            return Because(null, "CREDIT_BESIDE_TOTAL", "It serves what must be done or held beside the hours and adds nothing to them.");
        if (!rules.Parts.IsEmpty)
        {
            return rules.Parts.FirstOrDefault(left.Group.Fits.Contains) is { } part
                ? Because(part, "CREDIT_OVER_PART", "The part of the total that it could fill is full, and it fills no other.")
                : Because(null, "CREDIT_CATEGORY_NOT_ACCEPTED", "The total is made of parts, and it fits none of them.");
        }

        return Because(null, "CREDIT_NOT_NEEDED", "All that it could serve is met without these hours.");
    }

    private static bool IsPair((JudgedCredit One, JudgedCredit Other) repeat, JudgedCredit credit) => repeat.One.Id == credit.Id || repeat.Other.Id == credit.Id;

    /// <summary>The limit by day that these hours are beyond; null: none.</summary>
    private AtMostPerDay? FullDay(JudgedCredit credit) =>
        _judgement.Days.Crowds.FirstOrDefault(c => c.Courses.Contains(credit.Id) && Taken(c.Courses) >= c.Most)?.Rule
        ?? _judgement.Days.Shared.FirstOrDefault(s => (s.Course == credit.Id || s.Others.Contains(credit.Id))
            && (!_used.Contains(credit.Id) || Taken(s.Others.Add(s.Course)) >= s.Most))?.Rule;

    private Hours Taken(ImmutableHashSet<CreditId> courses) => new(
        _judgement.Selection.Portions.Where(p => courses.Contains(p.Credit!.Id)).Sum(p => p.Hours.Hundredths)
        - _judgement.Allocation.Left.Where(l => l.Portion.Credit is { } credit && courses.Contains(credit.Id)).Sum(l => l.Hours.Hundredths));

    /// <summary>A course with too little practised by hand does not count toward a minimum of hands-on courses, whatever else it serves.</summary>
    private IEnumerable<CreditRefusal> TooLittleByHand() =>
        from demand in _judgement.Rules.Demands
        where demand.Minimum?.HandsOnPercentOfCourse is not null
        from portion in _judgement.Selection.Portions
        where CreditFit.Fits(demand.Minimum!.Of, portion) is true && CreditFit.IsHandsOn(portion.Credit!, demand.Minimum.HandsOnPercentOfCourse!.Value) is not true
        select new CreditRefusal(
            portion.Credit!.Id, demand.Code, portion.Hours, "CREDIT_TOO_LITTLE_HANDS_ON",
            $"Less than {demand.Minimum!.HandsOnPercentOfCourse} % of the course is known to be practised by hand.");
}
