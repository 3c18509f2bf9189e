using LicenseTracker.Domain;
using LicenseTracker.Domain.Compliance;
using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Policies;
using LicenseTracker.Domain.Rules;
using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Bench.Eligibility;

/// <summary>What judging continuing education adds to a decision: the whole decision beside the part of it that judges one cycle.</summary>
internal static class EligibilityBenchmark
{
    private static readonly TherapistId Therapist = new(Id(1));
    private static readonly DateOnly On = new(2026, 6, 1);
    private static readonly DateTimeOffset Began = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<Result> Run()
    {
        var card = Card();
        var book = KnownRuleBook.Shipped(Jurisdiction.FL);
        var license = card.Licenses[0].KnownAt(null)!;
        var question = new EligibilityQuestion(Therapist, Jurisdiction.FL, Profession.MassageTherapist, ["E11.9", "L90.5"], [], [], On, null);
        yield return Measure.Ratio(
            "eligibility decision with continuing education (two terms, 16 credits, 2 conditions)",
            () => EligibilityDecider.Decide(question, card, ConditionCatalogue.Shipped, PolicyTimeline.Default, _ => book),
            "continuing education of its cycle alone",
            () => LicenseCompliance.On(On, license, CeRecord.Of(card, ConditionCatalogue.Shipped, null), book)!,
            "the rest is license, discipline, conditions, policy and validUntil");
        var blocking = PolicyTimeline.Always(new Policy("Strict", "1", new(Id(3)), PolicyContent.Default with { CeNotOnTrack = PolicyEffect.Block }, []));
        yield return Measure.Ratio(
            "the same for a clinic whose policy blocks on continuing education, which may end the answer on any day",
            () => EligibilityDecider.Decide(question, card, ConditionCatalogue.Shipped, blocking, _ => book),
            "the decision above",
            () => EligibilityDecider.Decide(question, card, ConditionCatalogue.Shipped, PolicyTimeline.Default, _ => book),
            "validUntil judges it on every later day on which rules or credits change");
    }

    private static EligibilityCard Card()
    {
        var license = License.Empty(new(Id(2)))
            .Evolve(Recorded<LicenseFact>(1, new LicenseGranted(Therapist, Jurisdiction.FL, Profession.MassageTherapist, "MA1", new(2023, 9, 1), new(new(2023, 9, 1), new(2025, 8, 31)))))
            .Evolve(Recorded<LicenseFact>(2, new LicenseRenewed(new(new(2025, 9, 1), new(2027, 8, 31)))));
        var registered = Domain.Therapists.Therapist.Empty(Therapist)
            .Evolve(Recorded<TherapistFact>(1, new TherapistRegistered(Personal.None, Personal.None, Personal.None, Personal.None, Personal.None, null)));
        return new(Therapist, registered, [license], [], 100) { Credits = [.. Enumerable.Range(0, 16).Select(Verified)] };
    }

    private static Credit Verified(int n)
    {
        string[] categories = ["massage_technique", "ethics", "medical_errors", "general"];
        var declared = new CreditDeclaration(
            $"Course {n}", null, new("School", "NCBTMB", "1"), new DateOnly(2024, 1, 1).AddDays(50 * n), Delivery.InPerson, "course",
            [new(categories[n % 4], Hours.Of(2 + (n % 3)))], null, 60, null, null);
        return Credit.Empty(new(Id(100 + n))).Evolve(Recorded<CreditFact>(1, new CreditSubmitted(Therapist, declared)))
            .Evolve(Recorded<CreditFact>(2, new CreditVerified(Personal.None)));
    }

    private static Recorded<T> Recorded<T>(long version, T fact)
        where T : class, IFact => new(new(Guid.NewGuid()), version, Began.AddDays(version), fact);

    private static Guid Id(int n) => new(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
