using System.Collections.Immutable;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Projections.RuleBooks;

/// <summary>In which window hours are earned, what the first renewal asks, what is carried over and what an hour is, in words.</summary>
internal static class CycleWording
{
    public const string Hours = "Counting hours";

    public static IEnumerable<RuleLine> Lines(RuleBookVersion version)
    {
        var (cycle, first, carry, hour) = (version.Cycle, version.FirstRenewal, version.CarryOver, version.Hours);
        yield return new(Hours, "cycle", "Window in which hours are earned", RuleWording.Sentences(Of(cycle), cycle.Due is { } due ? $"Due: {RenewalWording.Of(due)}" : null), cycle.Citation, cycle.Note);
        yield return new(Hours, "first_renewal", "First renewal", Of(first), first.Citation, first.Note);
        yield return new(Hours, "carry_over", "Hours carried over to a later cycle", Of(carry), carry.Allowed.Citation, carry.Allowed.Note);
        yield return new(Hours, "minutes", "An hour is", RuleWording.Figure(hour.Minutes, m => RuleWording.Count(m, "minute")), hour.Minutes.Citation, hour.Minutes.Note);
        foreach (var unit in hour.Conversions)
            yield return new(Hours, $"unit_{unit.Unit}", FilterWording.Name(unit.Unit, RuleWords.Shipped.Units), Of(unit), unit.Each.Citation, unit.Note);
    }

    private static string Of(CycleRule rule) => rule switch
    {
        CycleOfTerm => "The term of the license",
        CycleBeforeExpiry before => $"The {RuleWording.Count(before.Months, "month")} that end when the term ends",
        CycleFromPreviousTerm from => $"From {RuleWording.Day(from.Month, from.Day)} in the last year of the term before until the term ends",
        CycleByCalendar calendar => calendar.EveryYears == 1
            ? $"Each year from {RuleWording.Day(calendar.Month, calendar.Day)}, the same for all"
            : $"Each {RuleWording.Count(calendar.EveryYears, "year")} from {RuleWording.Day(calendar.Month, calendar.Day)}, the same for all; {calendar.Like} began one",
        CycleOfTerms terms => $"{RuleWording.Count(terms.Months, "month")}, several terms together, counted from the first renewal",
        CycleUnknown { Months: { } months } => $"{RuleWording.Count(months, "month")}; where they begin is unknown",
        CycleUnknown => "Unknown",
        _ => throw new InvalidOperationException($"{rule.GetType().Name} has no words."),
    };

    private static string Of(FirstRenewal rule) => RuleWording.Sentences(
        rule switch
        {
            FullAtFirst => "It asks for everything",
            ExemptAtFirst exempt => "No hours" + (exempt.Keeps.IsEmpty ? "" : $" but for {Codes(exempt.Keeps)}"),
            ReducedAtFirst reduced => $"{RequirementWording.Capital(RuleWording.Figure(reduced.Total))} in all",
            ProratedAtFirst prorated => $"{RequirementWording.Capital(RuleWording.Figure(prorated.PerPart))} for each " +
                $"{(prorated.MonthsPerPart == 1 ? "month" : RuleWording.Count(prorated.MonthsPerPart, "month"))}, begun or whole, for which the license was held" +
                (prorated.AtMost is { } most ? $", at most {RuleWording.Hours(most)}" : ""),
            ChartedAtFirst charted => "Hours by the month of issue: " + string.Join(", ", charted.Rows.Select(r =>
                $"year {r.Year} {RuleWording.Month(r.Month)} {RuleWording.Figure(r.Hours)}")),
            UnknownAtFirst => "Unknown",
            _ => throw new InvalidOperationException($"{rule.GetType().Name} has no words."),
        },
        Waived(rule) is { IsEmpty: false } waived ? $"Not asked for: {Codes(waived)}" : null,
        rule.IfLicensedUnderMonths is { } under ? $"Only for a first term of less than {RuleWording.Count(under, "month")}; otherwise everything is asked for" : null);

    private static ImmutableArray<string> Waived(FirstRenewal rule) => rule switch
    {
        ReducedAtFirst reduced => reduced.Waives,
        ProratedAtFirst prorated => prorated.Waives,
        ChartedAtFirst charted => charted.Waives,
        _ => [],
    };

    private static string Of(CarryOver carry) => RequirementWording.Capital(RuleWording.Sentences(
        RuleWording.Figure(carry.Allowed, allowed => !allowed ? "None" : carry.AtMost.IsEmpty
            ? "Allowed; no limit is named"
            : $"At most {RuleWording.List(carry.AtMost.Select(RuleWording.Amount), "and")}"),
        carry.Cycles is { } cycles ? $"For {RuleWording.Count(cycles, "cycle")}" : null,
        carry.Years is { } years ? $"For {RuleWording.Count(years, "year")}" : null,
        carry.NotCarried.IsEmpty ? null : $"Not carried: {Codes(carry.NotCarried)}",
        carry.From is { } from ? $"From cycles that begin on {RuleWording.Day(from)} or later" : null));

    private static string Of(Conversion unit) => RuleWording.Sentences(
        RequirementWording.Capital(RuleWording.Figure(unit.Each)),
        unit.AtMost is { } most ? $"At most {RuleWording.Hours(most)} in one cycle" : null,
        unit.OncePerYears is { } years ? $"Once in {RuleWording.Count(years, "year")}" : null);

    private static string Codes(ImmutableArray<string> codes) => RuleWording.List(codes.Select(c => $"`{c}`"), "and");
}
