using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Projections.RuleBooks;

/// <summary>How long a term is, when it ends and what follows, in words.</summary>
internal static class RenewalWording
{
    public const string Term = "Term and renewal";
    public const string Late = "After an expiry";

    public static IEnumerable<RuleLine> Lines(Renewal renewal)
    {
        var (period, expiry) = (renewal.PeriodMonths, renewal.Expiry);
        yield return new(Term, "period", "Length of a term", RuleWording.Figure(period, m => RuleWording.Count(m, "month")), period.Citation, period.Note);
        yield return new(Term, "expiry", "Last day of a term", RequirementWording.Capital(Of(expiry)), expiry.Citation, expiry.Note);
        if (renewal.FirstTerm is { } first)
            yield return new(Term, "first_term", "First term", Of(first), first.Citation, first.Note);
        if (renewal.ApplicationDue is { } due)
            yield return new(Term, "application_due", "Last day to apply in time", RequirementWording.Capital(Of(due)), due.Citation, due.Note);
        if (renewal.Late is not { } late)
        {
            yield return new(Late, "late", "What follows an expiry", RuleWording.Unknown, expiry.Citation with { Url = null, Confidence = Confidence.Unverified }, null);
            yield break;
        }

        for (var i = 0; i < late.Stages.Length; i++)
        {
            var stage = late.Stages[i];
            yield return new(Late, $"stage_{i + 1}", stage.Word ?? RequirementWording.Capital(RuleWording.Of(stage.Status)), Of(stage), late.Citation, stage.Note);
        }

        if (late.Stages is not [.., { Until: Unlimited }])
            yield return new(Late, "after", late.Stages.IsEmpty ? "What follows an expiry" : "Afterwards", RequirementWording.Capital(RuleWording.Of(late.After)), late.Citation, late.Note);
        if (late.PenaltyHoursPerMonth is { } penalty)
            yield return new(Late, "penalty_hours", "Hours added for each month practised while expired", RuleWording.Figure(penalty), penalty.Citation, penalty.Note);
    }

    public static string Of(ExpiryPattern pattern) => pattern switch
    {
        OnDate on => $"{RuleWording.Day(on.Month, on.Day)} {Of(on.Years)}",
        OnBirthday on => $"the licensee's birthday {Of(on.Years)}",
        InBirthMonth on => on.Day is { } day
            ? $"day {day} of the licensee's birth month {Of(on.Years)}"
            : $"the last day of the licensee's birth month {Of(on.Years)}",
        OnIssueAnniversary => "the day of the year on which the license was issued",
        EndOfIssueMonth => "the last day of the month in which the license was issued",
        PrintedByRegulator => "the day that the regulator prints on the license; no rule gives it",
        UnknownExpiry => RuleWording.Unknown,
        _ => throw new InvalidOperationException($"{pattern.GetType().Name} has no words."),
    };

    public static string Of(Deadline deadline) => deadline switch
    {
        DaysBeforeExpiry before => $"{RuleWording.Count(before.Days, "day")} before the term ends",
        DayOfYear of => $"{RuleWording.Day(of.Month, of.Day)}, on or before the last day of the term",
        FirstOfMonthBefore first => $"the first day of the month {RuleWording.Count(first.Months, "month")} before the one in which the term ends",
        _ => throw new InvalidOperationException($"{deadline.GetType().Name} has no words."),
    };

    private static string Of(YearRule years) => years.Basis switch
    {
        YearBasis.Calendar => years.Every == 1 ? "of every year" : $"every {years.Every} years, as in {years.Like}",
        YearBasis.BirthYearParity => "of odd years for those born in odd years, of even years for the others",
        YearBasis.LicenseNumberParity => "of odd years for odd license numbers, of even years for the others",
        YearBasis.OwnTerms => years.Every == 1 ? "of every year" : $"every {years.Every} years, each license in the years of its own terms",
        _ => throw new InvalidOperationException($"{years.Basis} has no words."),
    };

    private static string Of(FirstTerm first) => RuleWording.Sentences(
        first.AtLeastMonths is { } months ? $"No shorter than {RuleWording.Count(months, "month")}" : null,
        first.InYearAfterIssue is { } later ? later == 0 ? "It ends in the calendar year of issue" : $"It ends in the calendar year {RuleWording.Count(later, "year")} after the year of issue" : null);

    private static string Of(LateStage stage) => RuleWording.Sentences(
        RequirementWording.Capital(Of(stage.Until)) + $": {RuleWording.Of(stage.Status)}",
        $"Practice: {RuleWording.Of(stage.Practice)}",
        stage.Fee is { } fee ? $"Fee: {fee}" : null);

    private static string Of(LateLimit limit) => limit switch
    {
        UntilDays until => $"until {RuleWording.Count(until.Days, "day")} after the expiry",
        UntilMonths until => $"until {RuleWording.Count(until.Months, "month")} after the expiry",
        UntilNextExpiry => "until the next term would end",
        Unlimited => "for good",
        _ => throw new InvalidOperationException($"{limit.GetType().Name} has no words."),
    };
}
