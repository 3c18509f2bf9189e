using System.Collections.Immutable;
using CsCheck;
using LicenseTracker.Domain.Compliance;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Tests.Compliance;

public class AllocationPropertyTests
{
    private static readonly Gen<CreditFilter> Filters = Gen.Select(Gen.Int[0, 14], Gen.Int[0, 3]).Select((categories, delivery) => CreditFilter.Any with
    {
        Categories = [.. new[] { "a", "b", "c" }.Where((_, i) => (categories & (1 << i)) != 0)],
        Deliveries = delivery switch { 0 => [Delivery.InPerson], 1 => [Delivery.OnDemand], _ => [] },
    });

    private static readonly Gen<JudgedCredit> Credits = Gen.Select(Gen.Int[1, 3], Gen.Int[0, 2], Gen.Bool, Gen.Int[1, 3], Gen.Int[0, 9]).Select(
        (hundredths, category, isInPerson, day, course) => Cycle.Credit(day, "1", "abc"[category].ToString(), isInPerson ? Delivery.InPerson : Delivery.OnDemand) with
        {
            Hours = [new("abc"[category].ToString(), new(hundredths))],
            Course = "course " + course % 4,
        });

    /// <summary>Laws of every shape that makes hours compete, with figures of a few hundredths of an hour.</summary>
    private static readonly Gen<RuleBookVersion> Laws = Gen.Select(
        Gen.Int[0, 9], Gen.Select(Filters, Gen.Int[1, 5], Gen.Int[0, 9]).Array[1, 4], Gen.Select(Filters, Gen.Int[0, 4], Gen.Int[0, 9]).Array[0, 3], Gen.Int[0, 9], Gen.Int[0, 5], Gen.Int[0, 3],
        (total, minimums, limits, partition, perDay, repeat) =>
        {
            var isParted = partition < 3;
            var made = minimums.Select((m, i) => Law.Min(
                "m" + i, Of(m.Item2), m.Item1, !isParted && i > 0 && m.Item3 == 1 ? "m0" : null, i > 0 && m.Item3 > 7 ? Counting.OnTopOfTotal : Counting.WithinTotal)).ToArray();
            string[] parts = isParted ? [.. made.Where(m => m.Counting is Counting.WithinTotal).Take(2).Select(m => m.Code)] : [];
            List<Requirement> all = [Law.Total(Of(total), parts), .. made.Select(m => m.Inside is null || m.Counting is Counting.WithinTotal ? m : m with { Counting = Counting.WithinTotal })];
            var hasInner = false;
            for (var i = 0; i < limits.Length; i++)
            {
                // At most one limit lies inside a minimum, and no minimum lies inside that one.
                var inner = !isParted && !hasInner && limits[i].Item3 < 3 && !made.Any(m => m.Inside is not null) && made[^1].Counting is Counting.WithinTotal;
                hasInner |= inner;
                all.Add(Law.Max("l" + i, Of(limits[i].Item2), limits[i].Item1, inner ? made[^1].Code : null));
            }

            if (perDay > 3)
                all.Add(new AtMostPerDay(Law.Head("day"), Figure<Hours>.Of(new(perDay - 1), Law.Cite)));
            if (repeat == 0)
                all.Add(new NoRepeat(Law.Head("repeat"), null));
            return Law.Book([.. all]);
        });

    private static readonly Gen<ComplianceQuestion> Questions = Gen.Select(Laws, Credits.Array[0, 4]).Select(
        (law, credits) => Cycle.Under(law, [.. credits.Select((c, i) => c with { Id = Cycle.Id(i + 1) })]));

    private static string Of(int hundredths) => new Hours(hundredths).ToString();

    [Fact]
    public void No_allocation_leaves_fewer_hours_missing() => Questions.Sample(
        question => question.Judge().TotalShortfall.Hundredths.ShouldBe(BruteForce.LeastShortfall(question)), iter: 4_000, threads: 2);

    [Fact]
    public void A_further_verified_credit_never_leaves_more_hours_missing() => Gen.Select(Questions, Credits).Sample(
        (question, credit) =>
        {
            var (before, after) = (question.Judge(), (question with { Credits = question.Credits.Add(credit with { Id = Cycle.Id(99) }) }).Judge());
            after.TotalShortfall.ShouldBeLessThanOrEqualTo(before.TotalShortfall);
            if (before.Satisfied is true)
                after.Satisfied.ShouldBe(true);
        },
        iter: 3_000,
        threads: 2);

    /// <summary>Courses of several days share days, so that figures can be unknown: then only the verdict is promised not to worsen.</summary>
    [Fact]
    public void A_further_verified_credit_never_takes_satisfaction_away_whatever_days_courses_took() => Gen.Select(Questions, Credits, Gen.Int[0, 3].Array[5]).Sample(
        (question, further, days) =>
        {
            var all = question.Credits.Add(further with { Id = Cycle.Id(99) }).Select((c, i) => c with { StartedOn = days[i % 5] == 3 ? null : c.CompletedOn.AddDays(-days[i % 5]) }).ToArray();
            var (before, after) = ((question with { Credits = [.. all[..^1]] }).Judge(), (question with { Credits = [.. all] }).Judge());
            (Rank(after) >= Rank(before)).ShouldBeTrue($"{before.Text()}\n{after.Text()}");
            after.CreditsUsed.Where(u => u.Requirement == "total").ShouldAllBe(u => u.Hours <= all.Single(c => c.Id == u.Credit).Declared);
        },
        iter: 3_000,
        threads: 2);

    private static int Rank(ComplianceReport report) => report.Satisfied switch { false => 0, null => 1, true => 2 };

    [Fact]
    public void The_order_of_credits_and_of_requirements_never_matters() => Gen.Select(Questions, Gen.Int[1, 1000]).Sample(
        (question, seed) => (question with { Credits = Turned(question.Credits, seed) }).Judge().Text().ShouldBe(question.Judge().Text()), iter: 3_000, threads: 2);

    [Fact]
    public void Hours_that_exclude_each_other_never_come_to_more_than_the_credit_has() => Questions.Sample(
        question =>
        {
            var report = question.Judge();
            var total = question.Rules.Requirements.OfType<TotalHours>().Single();
            var onTop = question.Rules.Requirements.OfType<AtLeast>().Where(m => m.Counting is Counting.OnTopOfTotal).Select(m => m.Code).ToArray();
            foreach (var credit in question.Credits)
            {
                var uses = report.CreditsUsed.Where(u => u.Credit == credit.Id).ToArray();
                uses.ShouldAllBe(u => u.Hours > Hours.Zero && u.Hours <= credit.Declared);
                uses.Where(u => u.Requirement == "total" || onTop.Contains(u.Requirement)).Sum(u => u.Hours.Hundredths).ShouldBeLessThanOrEqualTo(credit.Declared.Hundredths);
                uses.Where(u => total.Parts.Contains(u.Requirement) || onTop.Contains(u.Requirement)).Sum(u => u.Hours.Hundredths).ShouldBeLessThanOrEqualTo(credit.Declared.Hundredths);
            }
        },
        iter: 3_000,
        threads: 2);

    [Fact]
    public void What_is_earned_is_exactly_what_the_uses_show() => Questions.Sample(
        question =>
        {
            var report = question.Judge();
            foreach (var status in report.Requirements.Where(r => r.Kind is RequirementKind.Hours))
                report.CreditsUsed.Where(u => u.Requirement == status.Code).Sum(u => u.Hours.Hundredths).ShouldBe(status.Earned!.Value.Hundredths);
        },
        iter: 3_000,
        threads: 2);

    [Fact]
    public void What_pending_credits_would_change_is_what_their_verification_changes() => Gen.Select(Questions, Gen.Int[0, 15]).Sample(
        (question, pending) =>
        {
            var waiting = question with { Credits = [.. question.Credits.Select((c, i) => c with { IsVerified = (pending & (1 << i)) == 0 })] };
            var (before, after) = (waiting.Judge(), question.Judge());
            after.TotalShortfall.ShouldBeLessThanOrEqualTo(before.TotalShortfall);
            foreach (var status in before.Requirements.Where(r => r.State is RequirementState.Pending))
                after.Of(status.Code).State.ShouldBe(RequirementState.Satisfied);
            foreach (var status in before.Requirements.Where(r => r.State is RequirementState.Short))
                after.Of(status.Code).State.ShouldBe(RequirementState.Short);
            if (before.Satisfied is true)
                after.Satisfied.ShouldBe(true);
        },
        iter: 3_000,
        threads: 2);

    private static ImmutableArray<T> Turned<T>(ImmutableArray<T> items, int seed) =>
        [.. items.Select((item, i) => (item, key: (i + 1) * 7919 * (seed + 1) % 1009)).OrderBy(x => x.key).Select(x => x.item)];
}
