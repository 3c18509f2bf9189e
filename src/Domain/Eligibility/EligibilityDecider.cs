using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Policies;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Eligibility;

/// <summary>Combines licenses, certifications, conditions and policy into one verdict. A pure function of what it is given.</summary>
public static class EligibilityDecider
{
    /// <summary>To be said once, where verdicts are shown.</summary>
    public const string Disclaimer =
        "LicenseTracker checks records against rules and guidance. It does not diagnose and gives no medical advice.";

    private const int YearsAhead = 10;

    /// <summary>Decides a question by a clinic's policies, each on the dates on which it is in force.</summary>
    /// <param name="card">Everything recorded of the therapist; null: nothing is.</param>
    /// <param name="policies">As known at the question's instant.</param>
    /// <param name="books">The rule book of each state as known at the question's instant; null: as shipped.</param>
    /// <param name="jurisdictions">What is known of each state; null: as shipped.</param>
    /// <exception cref="ArgumentException">The card is another therapist's.</exception>
    public static EligibilityDecision Decide(
        EligibilityQuestion question,
        EligibilityCard? card,
        ConditionCatalogue catalogue,
        PolicyTimeline policies,
        Func<Jurisdiction, KnownRuleBook>? books = null,
        Func<Jurisdiction, JurisdictionInfo>? jurisdictions = null)
    {
        if (card is not null && card.TherapistId != question.TherapistId)
            throw new ArgumentException("The card is another therapist's.", nameof(card));
        var @case = new Case(question, card, catalogue, policies, books ?? KnownRuleBook.Shipped, jurisdictions ?? JurisdictionInfo.Of);
        var findings = @case.On(question.On);
        return Answer(@case, card, findings, ValidUntil(@case, findings));
    }

    private static EligibilityDecision Answer(Case @case, EligibilityCard? card, Findings findings, DateOnly? validUntil) => new(
        findings.Verdict,
        findings.Reasons,
        [.. findings.Obligations],
        @case.Question.On,
        @case.Question.KnownAt,
        validUntil,
        card?.Sequence ?? 0,
        findings.Policy,
        @case.RuleBookOn(@case.Question.On),
        @case.Catalogue.Version);

    /// <summary>Between two breakpoints nothing changes, so only they are judged until the answer differs.</summary>
    private static DateOnly? ValidUntil(Case @case, Findings now)
    {
        var on = @case.Question.On;
        var horizon = on.Year > DateOnly.MaxValue.Year - YearsAhead ? DateOnly.MaxValue : on.AddYears(YearsAhead);
        foreach (var date in @case.Breakpoints().Where(d => d > on && d <= horizon).Distinct().Order())
        {
            if (!@case.On(date).IsSameAnswerAs(now))
                return date.AddDays(-1);
        }

        return null;
    }
}
