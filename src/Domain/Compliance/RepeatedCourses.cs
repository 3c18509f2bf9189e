using System.Collections.Immutable;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Compliance;

/// <summary>Courses taken twice, where a rule lets them count once.</summary>
internal static class RepeatedCourses
{
    /// <summary>The rule by which a credit repeats a course of an earlier cycle; null: none.</summary>
    public static Requirement? EarlierOf(JudgedCredit credit, CreditSelection selection, ComplianceQuestion question, RulesInForce rules) =>
        question.Cycle.Start is not { } start ? null
        : rules.Requirements.OfType<NoRepeat>().Where(rules.IsAsked).FirstOrDefault(rule => rule.Months is { } months && selection.Credits.Any(
            earlier => earlier.CompletedOn < start && selection.IsSeen(earlier) && earlier.Course == credit.Course && Within(earlier, credit, months)));

    /// <summary>Pairs within the cycle of which only one counts.</summary>
    public static List<(JudgedCredit One, JudgedCredit Other)> Among(List<Portion> portions, ComplianceQuestion question, RulesInForce rules, Reading reading)
    {
        var spans = rules.Requirements.OfType<NoRepeat>().Where(rules.IsAsked).Select(r => r.Months).ToArray();
        var conversions = question.Rules.Hours.Conversions.Where(c => c.OncePerYears is not null).ToArray();
        if (spans.Length == 0 && conversions.Length == 0)
            return [];
        var credits = portions.Select(p => p.Credit!).DistinctBy(c => c.Id).ToArray();
        var pairs = credits.SelectMany((one, i) => credits.Skip(i + 1).Select(other => (One: one, Other: other)));
        return
        [
            .. pairs.Where(p =>
                (p.One.Course == p.Other.Course && spans.Any(months => months is null || Within(p.One, p.Other, months.Value)))
                || conversions.Any(c => c.Unit == p.One.Activity && c.Unit == p.Other.Activity && Within(p.One, p.Other, 12 * c.OncePerYears!.Value))),
        ];
    }

    /// <summary>Drops a repeat where another of the same kind gives as much and excludes no more; what cannot be told apart so is the allocation's choice.</summary>
    public static IEnumerable<(JudgedCredit One, JudgedCredit Other)> DropLesser(
        List<Portion> portions, List<(JudgedCredit One, JudgedCredit Other)> repeats, RulesInForce rules, List<CreditRefusal> refusals)
    {
        // Under a limit by day the days tell two runs apart.
        var hasDays = rules.Requirements.Any(r => r is AtMostPerDay && rules.IsAsked(r));
        var dropped = new HashSet<CreditId>();
        foreach (var (one, other) in repeats)
        {
            if (dropped.Contains(one.Id) || dropped.Contains(other.Id) || (hasDays && (one.CompletedOn, one.StartedOn) != (other.CompletedOn, other.StartedOn)))
                continue;
            var lesser = IsAsGood(one, other) && ExcludesNoMore(one, other) ? other : IsAsGood(other, one) && ExcludesNoMore(other, one) ? one : null;
            if (lesser is null)
                continue;
            dropped.Add(lesser.Id);
            portions.RemoveAll(p => p.Credit!.Id == lesser.Id);
            refusals.Add(new(lesser.Id, null, lesser.Declared, "CREDIT_REPEATED", "The same course counts once."));
        }

        return repeats.Where(r => !dropped.Contains(r.One.Id) && !dropped.Contains(r.Other.Id));

        bool ExcludesNoMore(JudgedCredit kept, JudgedCredit lost) => Excluded(kept).All(c => c == lost || Excluded(lost).Contains(c));

        IEnumerable<JudgedCredit> Excluded(JudgedCredit credit) =>
            repeats.Where(r => r.One == credit || r.Other == credit).Select(r => r.One == credit ? r.Other : r.One).Where(c => !dropped.Contains(c.Id));
    }

    /// <summary>Of one category each, alike in all that rules ask about, with no fewer hours by hand and none fewer otherwise.</summary>
    private static bool IsAsGood(JudgedCredit one, JudgedCredit other) =>
        one.Hours.Length == 1 && other.Hours.Length == 1 && one.Hours[0].Category == other.Hours[0].Category
        && one.Delivery == other.Delivery && one.Activity == other.Activity && one.Unit == other.Unit && one.HourMinutes == other.HourMinutes
        && one.LawOf == other.LawOf && one.ProviderKinds.ToHashSet().SetEquals(other.ProviderKinds)
        && one.PossibleProviderKinds.ToHashSet().SetEquals(other.PossibleProviderKinds)
        && one.HandsOn is null == other.HandsOn is null && !(one.HandsOn < other.HandsOn)
        && one.Declared.Hundredths - (one.HandsOn?.Hundredths ?? 0) >= other.Declared.Hundredths - (other.HandsOn?.Hundredths ?? 0);

    private static bool Within(JudgedCredit one, JudgedCredit other, int months) =>
        one.CompletedOn <= other.CompletedOn ? one.CompletedOn.AddMonths(months) > other.CompletedOn : Within(other, one, months);
}
