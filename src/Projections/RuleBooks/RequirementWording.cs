using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Projections.RuleBooks;

/// <summary>What a requirement asks for, in words.</summary>
internal static class RequirementWording
{
    public static string Of(Requirement requirement) =>
        RuleWording.Sentences(Demand(requirement), Applies(requirement.Heading.Applies), Window(requirement.Heading.Window));

    private static string Demand(Requirement requirement) => requirement switch
    {
        TotalHours r => $"{Capital(RuleWording.Figure(r.Minimum))} in all" +
            (r.Parts.IsEmpty ? "" : $", made of {RuleWording.List(r.Parts.Select(Code), "and")} and nothing else"),
        AccruedHours r => $"{Capital(RuleWording.Figure(r.PerMonth))} for each month since {RuleWording.Day(r.Since)} until the renewal is due",
        AtLeast r => $"At least {RuleWording.Figure(r.Amount)} {FilterWording.Of(r.Of)}".TrimEnd() + Place(r.Inside) +
            $"; {RuleWording.Of(r.Counting)}" +
            (r.HandsOnPercentOfCourse is { } share ? $"; a course counts only if {share} percent of it is hands-on" : ""),
        AtMost r => $"At most {RuleWording.Figure(r.Amount)} {FilterWording.Of(r.Of)} count".Replace("  ", " ", StringComparison.Ordinal) + Place(r.Inside),
        AtMostPerDay r => $"At most {RuleWording.Figure(r.Hours)} of one day count",
        OnlyWhere r => $"{Capital(FilterWording.Hours(r.Of))} count only {FilterWording.Of(r.Must)}",
        NoRepeat r => r.Months is { } months ? $"The same course counts once in {RuleWording.Count(months, "month")}" : "The same course counts once in a cycle",
        TrainingDone r => $"A training {FilterWording.Of(r.Of)} must be completed, whatever its length; {RuleWording.Of(r.Counting)}",
        CredentialHeld r => $"Must be held at renewal: {RuleWording.List(r.Credentials.Select(RuleWording.Of), "and")}" +
            (r.Credit is { } credit ? $"; it adds {RuleWording.Figure(credit)}; {RuleWording.Of(r.Counting)}" : ""),
        Alternative r => $"Who holds {RuleWording.Of(r.Credential)} needs none of these: {RuleWording.List(r.InsteadOf.Select(Code), "and")}",
        Duty r => r.Text,
        _ => throw new InvalidOperationException($"{requirement.GetType().Name} has no words."),
    };

    /// <summary>Whom and when it binds; empty: everyone, at each renewal.</summary>
    public static string Applies(Applicability applies) => RuleWording.Sentences(
        applies.Occasion.Kind switch
        {
            OccasionKind.EachRenewal => null,
            OccasionKind.OnceEver => "Once in a career",
            OccasionKind.FirstRenewal => "At the first renewal only",
            OccasionKind.SecondRenewal => "At the second renewal only",
            OccasionKind.PerYear => "For each year of the cycle since it took effect",
            OccasionKind.OncePerYears => $"Once in {RuleWording.Count(applies.Occasion.Years!.Value, "year")}",
            _ => throw new InvalidOperationException($"{applies.Occasion.Kind} has no words."),
        },
        applies.Credentials.IsEmpty ? null : $"Only for {RuleWording.List(applies.Credentials, "and")}",
        applies.YearsActiveFrom is { } from ? $"Only for those licensed {RuleWording.Count(from, "year")} or longer" : null,
        applies.YearsActiveBelow is { } below ? $"Only for those licensed less than {RuleWording.Count(below, "year")}" : null,
        applies.LicenseNumber is { } parity ? $"Only for {RuleWording.Of(parity)} license numbers" : null);

    private static string? Window(Effective? window) => window is null ? null : $"Holds {RuleWording.Of(window)}";

    private static string Place(string? inside) => inside is null ? "" : $" (within {Code(inside)})";

    private static string Code(string code) => $"`{code}`";

    internal static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
