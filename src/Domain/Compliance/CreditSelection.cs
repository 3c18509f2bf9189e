using System.Collections.Immutable;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Compliance;

/// <summary>Which hours of which credits a cycle accepts, before anything is counted; each hour that it does not is refused with its reason.</summary>
internal sealed class CreditSelection
{
    private readonly ComplianceQuestion _question;
    private readonly RulesInForce _rules;
    private readonly Reading _reading;
    private readonly bool _withPending;

    public CreditSelection(ComplianceQuestion question, RulesInForce rules, Reading reading, bool withPending)
    {
        (_question, _rules, _reading, _withPending) = (question, rules, reading, withPending);
        Credits = [.. question.Credits.OrderBy(c => c.CompletedOn).ThenBy(c => c.Id.Value)];
        foreach (var credit in Credits)
            Select(credit);
        Repeats = [.. RepeatedCourses.DropLesser(Portions, RepeatedCourses.Among(Portions, question, rules, reading), rules, Refusals)];
    }

    /// <summary>Oldest first.</summary>
    public ImmutableArray<JudgedCredit> Credits { get; }

    public List<Portion> Portions { get; } = [];

    public List<CreditRefusal> Refusals { get; } = [];

    /// <summary>Pairs of which only one counts.</summary>
    public ImmutableArray<(JudgedCredit One, JudgedCredit Other)> Repeats { get; }

    public bool IsSeen(JudgedCredit credit) => (credit.IsVerified || _withPending) && credit.CompletedOn <= _question.On;

    /// <summary>Hours of a credit by the book's measure, whatever its cycle.</summary>
    public ImmutableArray<Portion> PortionsOf(JudgedCredit credit) => Compliance.Portions.Of(credit, _question.Rules.Hours, _reading);

    private void Select(JudgedCredit credit)
    {
        if (OutsideCycle(credit) is { } outside)
            Refuse(credit, null, credit.Declared, outside.Code, outside.Message);
        else if (!IsSeen(credit))
            Refuse(credit, null, credit.Declared, "CREDIT_NOT_VERIFIED", "It waits for review; only verified credits satisfy.");
        else if (_question.UsedBefore.Contains(credit.Id))
            Refuse(credit, null, credit.Declared, "CREDIT_USED_BEFORE", "It counted for the renewal before; one certificate counts once.");
        else if (RepeatedCourses.EarlierOf(credit, this, _question, _rules) is { } repeated)
            Refuse(credit, repeated.Code, credit.Declared, "CREDIT_REPEATED", "The same course counted in an earlier cycle, too short a time ago.");
        else
            SelectPortions(credit);
    }

    private (string Code, string Message)? OutsideCycle(JudgedCredit credit)
    {
        var (cycle, day) = (_question.Cycle, credit.CompletedOn);
        return day > _question.On ? ("CREDIT_AFTER_DATE", $"Completed after {_question.On:yyyy-MM-dd}, the date asked about.")
            : day < cycle.Start ? ("CREDIT_BEFORE_CYCLE", $"Completed before the cycle began on {cycle.Start:yyyy-MM-dd}.")
            : day > cycle.End ? ("CREDIT_AFTER_CYCLE", $"Completed after the cycle ended on {cycle.End:yyyy-MM-dd}.")
            : day > cycle.DueOn ? ("CREDIT_AFTER_DUE_DATE", $"Completed after {cycle.DueOn:yyyy-MM-dd}, the last day to earn hours for this renewal.")
            : (cycle.Start is null || cycle.LastDay is null) && !_reading.Helps(null)
                ? ("CREDIT_CYCLE_UNKNOWN", "Whether it lies in the cycle is unknown: when the cycle begins and ends was not seen.")
            : null;
    }

    private void SelectPortions(JudgedCredit credit)
    {
        var portions = PortionsOf(credit);
        if (portions.IsEmpty)
            Refuse(credit, null, credit.Declared, "CREDIT_WORTH_NOTHING", "It is worth no hours that are known under this rule book.");
        foreach (var portion in portions)
        {
            var broken = _rules.Requirements.OfType<OnlyWhere>().Where(_rules.IsAsked).FirstOrDefault(rule =>
                _reading.Burdens(CreditFit.Fits(rule.Of, portion)) && !_reading.Helps(CreditFit.Fits(rule.Must, portion)));
            if (broken is null)
                Portions.Add(portion);
            else
                Refuse(credit, broken.Code, portion.Hours, $"CREDIT_{CreditFit.Misses(broken.Must, portion)}_NOT_ACCEPTED", $"Not accepted: {broken.Heading.Title}.");
        }
    }

    private void Refuse(JudgedCredit credit, string? requirement, Hours hours, string code, string message) =>
        Refusals.Add(new(credit.Id, requirement, hours, code, message));
}
