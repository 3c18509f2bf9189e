using System.Collections.Immutable;
using CsCheck;
using LicenseTracker.Domain.Compliance;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Tests.Compliance;

/// <summary>What holds of every version of every shipped book, whatever a therapist has; a failure prints the seed that repeats it.</summary>
public class ShippedBookPropertyTests
{
    private static readonly Gen<RuleBookVersion> Versions = OneOf<RuleBookVersion>([.. RuleBook.Shipped.SelectMany(b => b.Versions)]);
    private static readonly string[] Kinds = ["ncbtmb_approved", "board_approved", "listed_by_rule", "hhsc_approved"];

    private static readonly Gen<JudgedCredit> Credits = Gen.Select(
        OneOf<string>([.. CreditCategories.Shipped.All.Select(c => c.Code)]), Gen.Int[1, 80], Gen.Enum<Delivery>(), Gen.Int[-60, 800], Gen.Int[0, 4],
        Gen.Select(Gen.Int[0, 15], OneOf<Jurisdiction?>(null, Jurisdiction.FL, Jurisdiction.TN), Gen.Int[0, 3], OneOf<string>("course", "course", "course", "teaching", "meeting", "authoring"), Gen.Int[0, 6]),
        (category, quarters, delivery, day, days, rest) =>
        {
            var (kinds, law, byHand, activity, course) = rest;
            var hours = new Hours(25 * quarters);
            var done = Cycle.Usual.Start!.Value.AddDays(day);
            return new JudgedCredit(
                default, true, "course " + course, done, [new(category, hours)], byHand switch { 0 => null, 1 => hours, _ => Hours.Zero }, quarters % 2 == 0 ? 50 : 60, null, delivery,
                [.. Kinds.Where((_, i) => (kinds & (1 << i)) != 0)], activity, law, days == 4 ? null : done.AddDays(-days));
        });

    private static readonly Gen<ComplianceQuestion> Questions = Gen.Select(
        Versions, Credits.Array[0, 7], OneOf<string?>(null, "1995-04-01", "2010-05-15", "2025-03-20"), OneOf<int?>(null, 1, 2, 3), Gen.Enum<HeldCredential>().Array[0, 9],
        (version, credits, since, renewal, held) => new ComplianceQuestion(
            version, Cycle.Usual, new(since is null ? null : Samples.Day(since), renewal, "MA-12345", null), Numbered(credits),
            [.. held.Distinct().Select(h => new CredentialPeriod(h, Cycle.Usual.Start!.Value, null))], [], Hours.Zero, Cycle.Usual.End!.Value));

    /// <summary>The further credit is of this cycle or the next: one of an earlier cycle can show that a course of this one is a repeat.</summary>
    [Fact]
    public void A_further_verified_credit_never_takes_satisfaction_away_nor_adds_to_what_is_missing() => Gen.Select(Questions, Credits).Sample(
        (question, further) =>
        {
            var start = Cycle.Usual.Start!.Value;
            var added = further with { Id = Cycle.Id(99), CompletedOn = further.CompletedOn < start ? start : further.CompletedOn };
            var (before, after) = (question.Judge(), (question with { Credits = question.Credits.Add(added) }).Judge());
            var both = $"{before.Text()}\n--\n{after.Text()}\n{added}";
            (Rank(after) >= Rank(before)).ShouldBeTrue(both);
            if (IsKnown(before) && IsKnown(after))
                after.TotalShortfall.ShouldBeLessThanOrEqualTo(before.TotalShortfall, both);
        },
        iter: 4_000,
        threads: 2);

    [Fact]
    public void The_order_of_credits_never_matters() => Gen.Select(Questions, Gen.Int[1, 1000]).Sample(
        (question, seed) =>
        {
            var turned = question.Credits.Select((c, i) => (c, Key: (i + 1) * 7919 * (seed + 1) % 1009)).OrderBy(x => x.Key).Select(x => x.c);
            (question with { Credits = [.. turned] }).Judge().Text().ShouldBe(question.Judge().Text());
        },
        iter: 3_000,
        threads: 2);

    [Fact]
    public void Uses_of_a_credit_never_come_to_more_than_its_hours() => Questions.Sample(
        question =>
        {
            var (report, rules) = (question.Judge(), question.Rules);
            var totals = rules.Requirements.Where(r => r is TotalHours or AccruedHours).Select(r => r.Code).ToArray();
            var onTop = rules.Requirements.OfType<AtLeast>().Where(m => m.Counting is Counting.OnTopOfTotal).Select(m => m.Code).ToArray();
            var parts = rules.Requirements.OfType<TotalHours>().SelectMany(t => t.Parts).ToArray();
            foreach (var credit in question.Credits)
            {
                var (worth, uses) = (Worth(credit, rules.Hours), report.CreditsUsed.Where(u => u.Credit == credit.Id).ToArray());
                int Sum(IEnumerable<string> codes) => uses.Where(u => codes.Contains(u.Requirement)).Sum(u => u.Hours.Hundredths);
                uses.ShouldAllBe(u => u.Hours > Hours.Zero && u.Hours.Hundredths <= worth);
                foreach (var total in totals)
                    Sum([total, .. onTop]).ShouldBeLessThanOrEqualTo(worth);
                Sum([.. parts, .. onTop]).ShouldBeLessThanOrEqualTo(worth);
            }
        },
        iter: 3_000,
        threads: 2);

    /// <summary>The most hundredths that a credit can be worth under a book: of a conversion so many, else its hours in hours of the book's length.</summary>
    private static int Worth(JudgedCredit credit, HourRules rules) =>
        rules.Conversions.FirstOrDefault(c => c.Unit == credit.Activity) is { } conversion ? conversion.Each.TryGet(out var each) ? each.Hundredths : credit.Declared.Hundredths
        : credit.Declared.Hundredths * credit.HourMinutes / (rules.Minutes.TryGet(out var minutes) ? minutes : credit.HourMinutes);

    private static Gen<T> OneOf<T>(params T[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);

    private static ImmutableArray<JudgedCredit> Numbered(JudgedCredit[] credits) => [.. credits.Select((c, i) => c with { Id = Cycle.Id(i + 1) })];

    private static int Rank(ComplianceReport report) => report.Satisfied switch { false => 0, null => 1, true => 2 };

    private static bool IsKnown(ComplianceReport report) => report.Requirements.All(r => r.Kind is not RequirementKind.Hours || r.Shortfall is not null);
}
