using System.Collections.Immutable;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Compliance;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Bench.Compliance;

/// <summary>The questions that are timed: the same in every run.</summary>
internal static class Cases
{
    public const int SmallCount = 1_000;

    private static readonly Citation Cite = new("a law of the benchmark", null, Confidence.Unverified);
    private static readonly RuleBookVersion Florida = RuleBook.Shipped.SelectMany(b => b.Versions).Single(v => v.Id == "FL-2025");
    private static readonly DateOnly Start = new(2025, 9, 1);
    private static readonly DateOnly End = new(2027, 8, 31);

    public static ComplianceQuestion Usual() => Ask(Florida,
    [
        Credit(1, 200, "medical_errors", Delivery.OnDemand), Credit(2, 200, "laws_rules", Delivery.OnDemand) with { LawOf = Jurisdiction.FL },
        Credit(3, 200, "ethics", Delivery.LiveWebinar), Credit(4, 100, "human_trafficking", Delivery.OnDemand), Credit(5, 600, "massage_technique", Delivery.InPerson),
        Credit(6, 400, "massage_technique", Delivery.OnDemand), Credit(7, 600, "massage_technique", Delivery.InPerson), Credit(8, 300, "general", Delivery.HomeStudy),
    ]);

    /// <summary>A total, nineteen minimums and ten limits over twelve categories and five deliveries, which cross each other.</summary>
    public static ComplianceQuestion Large()
    {
        var minimums = Enumerable.Range(0, 19).Select(i => Minimum(i, Kinds(i, 3), i % 4 == 3 ? [(Delivery)(i % 5), (Delivery)((i + 2) % 5)] : [], 4_000 + (900 * i)));
        var limits = Enumerable.Range(0, 10).Select(i => Limit(i, i % 2 == 0 ? Kinds((5 * i) + 1, 4) : [], i % 2 == 0 ? [] : [(Delivery)(i / 2)], 12_000 + (1_500 * i)));
        return Ask(
            Florida with { Requirements = [Total(120_000), .. minimums, .. limits] },
            [.. Enumerable.Range(0, 400).Select(i => Credit(i, 100 + (50 * (i * 7 % 11)), "k" + (i * 5 % 12), (Delivery)(i * 3 % 5)))]);
    }

    /// <summary>A dozen credits under a law in which limits and minimums compete: another in each case.</summary>
    public static ComplianceQuestion Small(int seed)
    {
        int Pick(int what, int below) => (int)((uint)((seed + 1) * 2654435761L + (what * 40503L * (seed + 7))) >> 8) % below;

        return Ask(
            Florida with
            {
                Requirements =
                [
                    Total(2_000), Minimum(0, Kinds(Pick(1, 4), 1), [], 400), Minimum(1, Kinds(Pick(2, 4), 2), [], 600), Minimum(2, [], [(Delivery)Pick(3, 2)], 800),
                    Limit(0, [], [(Delivery)Pick(4, 3)], 600), Limit(1, Kinds(Pick(5, 4), 1), [], 500),
                ],
            },
            [.. Enumerable.Range(0, 12).Select(i => Credit(i, 100 + (100 * Pick(10 + i, 4)), "k" + Pick(30 + i, 5), (Delivery)Pick(50 + i, 3)))]);
    }

    private static ImmutableArray<string> Kinds(int first, int count) => [.. Enumerable.Range(first, count).Select(k => "k" + (k % 12))];

    private static Heading Head(string code) => new(code, code, Cite, null, Applicability.Always, null);

    private static TotalHours Total(int hundredths) => new(Head("total"), Figure<Hours>.Of(new(hundredths), Cite), []);

    private static AtLeast Minimum(int i, ImmutableArray<string> categories, ImmutableArray<Delivery> deliveries, int hundredths) => new(
        Head("minimum" + i), CreditFilter.Any with { Categories = categories, Deliveries = deliveries }, Figure<Amount>.Of(Amount.Of(new(hundredths)), Cite),
        Counting.WithinTotal, null, null);

    private static AtMost Limit(int i, ImmutableArray<string> categories, ImmutableArray<Delivery> deliveries, int hundredths) =>
        new(Head("limit" + i), CreditFilter.Any with { Categories = categories, Deliveries = deliveries }, Figure<Amount>.Of(Amount.Of(new(hundredths)), Cite), null);

    private static JudgedCredit Credit(int n, int hundredths, string category, Delivery delivery) => new(
        new(new Guid(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])), true, "course " + n, Start.AddDays(n), [new(category, new(hundredths))], Hours.Zero, 50, null, delivery, [], "course", null);

    private static ComplianceQuestion Ask(RuleBookVersion rules, ImmutableArray<JudgedCredit> credits) =>
        new(rules, ComplianceCycle.OfTerm(Start, End), new(new(2015, 1, 1), 6, "MA1", "LMT"), credits, [], [], Hours.Zero, End);
}
