using LicenseTracker.Domain.Compliance;

namespace LicenseTracker.Bench.Compliance;

/// <summary>The whole compliance report, optimal and explained, beside a greedy count that gives figures only and may be wrong.</summary>
internal static class ComplianceBenchmark
{
    public static IEnumerable<Result> Run()
    {
        yield return Compare("compliance report, usual therapist (Florida, 8 credits)", Cases.Usual());
        yield return Compare("compliance report, large (400 credits, 30 requirements)", Cases.Large());
    }

    private static Result Compare(string work, ComplianceQuestion question)
    {
        var (exact, greedy) = (ComplianceJudge.Judge(question).TotalShortfall, Greedy.Shortfall(question));
        return Measure.Ratio(
            work, () => ComplianceJudge.Judge(question), "greedy pass, oldest credit first", () => (object)Greedy.Shortfall(question),
            $"hours missing: {exact}, greedy {greedy}; over {Cases.SmallCount} small cases greedy finds more missing than there are in {WrongPercent()} %");
    }

    private static double WrongPercent()
    {
        var wrong = Enumerable.Range(0, Cases.SmallCount).Select(Cases.Small).Count(q => Greedy.Shortfall(q) > ComplianceJudge.Judge(q).TotalShortfall);
        return Math.Round(100.0 * wrong / Cases.SmallCount, 1);
    }
}
