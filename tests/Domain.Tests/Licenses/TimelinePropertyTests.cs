using System.Text.RegularExpressions;
using CsCheck;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using static LicenseTracker.Domain.Tests.Samples;

namespace LicenseTracker.Domain.Tests.Licenses;

/// <summary>What holds for any history, however entangled: few dates and few encumbrances, so that everything collides.</summary>
public sealed partial class TimelinePropertyTests
{
    private static readonly DateOnly[] Window = [.. Days("2024-01-25", "2024-05-10")];

    private static readonly Gen<DateOnly> Dates = Gen.Int[0, 9].Select(n => Day("2024-02-01").AddDays(n * 7));
    private static readonly Gen<DateOnly?> MaybeDates = Gen.Frequency((1, Gen.Const((DateOnly?)null)), (2, Dates.Select(d => (DateOnly?)d)));
    private static readonly Gen<Term> Terms = Gen.Select(Dates, Gen.Int[0, 40], (start, days) => new Term(start, start.AddDays(days)));
    private static readonly Gen<EncumbranceId> Ids = Gen.Int[1, 3].Select(Encumbrance);
    private static readonly Gen<EncumbranceType> Types = Gen.Enum<EncumbranceType>();

    /// <summary>For how long before its day a thing may have been so: mostly not at all.</summary>
    private static readonly Gen<Func<DateOnly, DateOnly?>> Before =
        Gen.Frequency((2, Gen.Const(0)), (1, Gen.Int[1, 50])).Select(days => (Func<DateOnly, DateOnly?>)(d => days == 0 ? null : d.AddDays(-days)));

    private static readonly Gen<LicenseFact> AnyFact = Gen.OneOf<LicenseFact>(
        Gen.Select(Terms, Before, (t, before) => (LicenseFact)new LicenseRenewed(t, before(t.StartsOn))),
        Terms.Select(t => (LicenseFact)new LicenseConditionallyRegistered(t, "CE")),
        Dates.Select(d => (LicenseFact)new LicenseRenewalFiled(d)),
        Dates.Select(d => (LicenseFact)new LicenseRenewalFilingEnded(d)),
        Gen.Select(Dates, Before, (d, before) => (LicenseFact)new LicenseInactivated(d, before(d))),
        Dates.Select(d => (LicenseFact)new LicenseReactivated(d)),
        Gen.Select(Dates, Before, (d, before) => (LicenseFact)new LicenseClosed(d, before(d))),
        Dates.Select(d => (LicenseFact)new LicenseReopened(d)),
        Dates.Select(d => (LicenseFact)new LicenseReinstated(d)),
        Dates.Select(d => (LicenseFact)new CompactAuthorityGranted(d)),
        Dates.Select(d => (LicenseFact)new CompactAuthorityEnded(d)),
        Gen.Select(Dates, Gen.Int[1, 3], (d, n) => (LicenseFact)new LicenseNumberChanged($"N{n}", d)),
        Gen.Select(Dates, Gen.Int[0, 2], (d, n) => (LicenseFact)new LicenseRelocated((Jurisdiction)n, d)),
        Gen.Select(Ids, Types, Dates, MaybeDates, Before, (id, type, d, end, before) => (LicenseFact)new EncumbranceImposed(id, type, d, end, null, Personal.None, before(d))),
        Gen.Select(Ids, Types, Dates, MaybeDates, (id, type, d, end) => (LicenseFact)new EncumbranceRevised(id, type, d, end, null, Personal.None)),
        Gen.Select(Ids, Dates, MaybeDates, (id, d, end) => (LicenseFact)new EncumbranceStayed(id, d, end)),
        Gen.Select(Ids, Dates, (id, d) => (LicenseFact)new EncumbranceLifted(id, d)),
        Gen.Select(Ids, Dates, (id, d) => (LicenseFact)new DisciplineReported(id, d)));

    private static readonly Gen<LicenseFact[]> Histories = Gen.Select(Terms, Before, AnyFact.Array[1, 24], (term, before, facts) =>
        (LicenseFact[])[Granted with { GrantedOn = before(term.StartsOn) ?? term.StartsOn, Term = term, PossiblySince = before(term.StartsOn) }, .. Sound(facts)]);

    [Fact]
    public void Any_order_of_arrival_gives_the_same_answers_for_every_date() =>
        Histories.SelectMany(facts => Gen.Shuffle(Enumerable.Range(0, facts.Length).ToArray()).Select(order => (facts, order))).Sample(
            (facts, order) =>
            {
                var straight = new License(AdasLicense, new([.. facts.Select((f, i) => At(i, i, f))])).KnownAt(null).ShouldNotBeNull();
                var shuffled = new License(AdasLicense, new([.. order.Select((i, place) => At(i, place, facts[i]))])).KnownAt(null).ShouldNotBeNull();
                foreach (var day in Window)
                    Answers(shuffled, day).ShouldBe(Answers(straight, day));
                shuffled.Breakpoints.ShouldBe(straight.Breakpoints);
            },
            iter: 600);

    [Fact]
    public void Answers_change_on_breakpoints_alone() => Histories.Sample(
        facts =>
        {
            var license = Timeline(facts);
            license.Breakpoints.ShouldBe(license.Breakpoints.Distinct().Order());
            foreach (var (before, day) in Window.Zip(Window.Skip(1)))
            {
                if (Answers(license, before) != Answers(license, day))
                    license.Breakpoints.ShouldContain(day);
            }
        },
        iter: 600);

    [Fact]
    public void Standing_and_authority_are_the_strongest_and_weakest_that_the_reasons_give_and_codes_are_well_formed() => Histories.Sample(
        facts =>
        {
            var license = Timeline(facts);
            foreach (var answer in Window.Select(license.StandingOn))
            {
                answer.Reasons.ShouldNotBeEmpty();
                answer.Reasons.Select(r => r.Outcome).ShouldBe(answer.Reasons.Select(r => r.Outcome).Order());
                answer.Reasons.ShouldAllBe(r => Code().IsMatch(r.Code) && !r.Evidence.IsEmpty);
                var weakest = answer.Reasons[0].Outcome switch
                {
                    Domain.Eligibility.ReasonOutcome.Blocking => Authority.None,
                    Domain.Eligibility.ReasonOutcome.Unknown => Authority.Unknown,
                    Domain.Eligibility.ReasonOutcome.Condition => Authority.Limited,
                    _ => Authority.Full,
                };
                answer.Authority.ShouldBe(weakest);
                if (answer.Standing < Standing.Restricted)
                    answer.Authority.ShouldNotBe(Authority.Limited);
            }
        },
        iter: 300);

    /// <summary>An encumbrance is brought on record once: commands refuse a second.</summary>
    private static IEnumerable<LicenseFact> Sound(LicenseFact[] facts)
    {
        var imposed = new HashSet<EncumbranceId>();
        return facts.Where(f => f switch
        {
            EncumbranceImposed e => imposed.Add(e.EncumbranceId),
            DisciplineReported e => imposed.Add(e.EncumbranceId),
            _ => true,
        });
    }

    private static Recorded<LicenseFact> At(int fact, int place, LicenseFact content) => new(Fact(fact + 1), place + 1, RecordedAt(place + 1), content);

    private static string Answers(LicenseTimeline license, DateOnly day) =>
        $"{license.NumberOn(day)} {license.HomeStateOn(day)} {license.HasCompactAuthorityOn(day)} {license.StandingOn(day).Text()}";

    [GeneratedRegex("^[A-Z]+(_[A-Z]+)+$")]
    private static partial Regex Code();
}
