using System.Collections.Immutable;
using CsCheck;
using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Policies;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Domain.Rules;
using RuleOverride = LicenseTracker.Domain.Policies.RuleOverride;
using Verdict = LicenseTracker.Domain.Eligibility.Verdict;

namespace LicenseTracker.Domain.Tests.Eligibility;

public class EligibilityPropertiesTests
{
    private static readonly Gen<DateOnly> Dates = Gen.Int[-700, 500].Select(Ask.Day.AddDays);

    /// <summary>For how long before its day a thing may have been so: mostly not at all.</summary>
    private static readonly Gen<Func<DateOnly, DateOnly?>> Before =
        Gen.Int[-200, 300].Select(days => (Func<DateOnly, DateOnly?>)(on => days <= 0 ? null : on.AddDays(-days)));

    private static readonly Gen<LicenseFact> LicenseFacts = Gen.OneOf<LicenseFact>(
        Gen.Select(Gen.Int[1, 3], Gen.Enum<EncumbranceType>(), Dates, Gen.Int[1, 400], Before)
            .Select(LicenseFact (id, type, on, days, before) => new EncumbranceImposed(
                new(CardBuilder.Id(id)), type, on, days > 200 ? null : on.AddDays(days), null, Personal.None, before(on))),
        Gen.Select(Gen.Int[1, 3], Dates).Select(LicenseFact (id, on) => new EncumbranceLifted(new(CardBuilder.Id(id)), on)),
        Gen.Select(Gen.Int[1, 3], Dates, Gen.Int[1, 300]).Select(LicenseFact (id, on, days) => new EncumbranceStayed(new(CardBuilder.Id(id)), on, on.AddDays(days))),
        Gen.Select(Dates, Gen.Int[1, 700], Before).Select(LicenseFact (on, days, before) => new LicenseRenewed(new(on, on.AddDays(days)), before(on))),
        Gen.Select(Dates, Gen.Int[1, 200]).Select(LicenseFact (on, days) => new LicenseConditionallyRegistered(new(on, on.AddDays(days)), "condition")),
        Gen.Select(Dates, Before).Select(LicenseFact (on, before) => new LicenseInactivated(on, before(on))),
        Gen.Select(Dates, Before).Select(LicenseFact (on, before) => new LicenseClosed(on, before(on))),
        Dates.Select(LicenseFact (on) => new LicenseReactivated(on)),
        Dates.Select(LicenseFact (on) => new LicenseRenewalFiled(on)),
        Dates.Select(LicenseFact (on) => new LicenseNumberChanged("N" + on.DayNumber, on)),
        Dates.Select(LicenseFact (on) => new CompactAuthorityGranted(on)),
        Dates.Select(LicenseFact (on) => new CompactAuthorityEnded(on)));

    private static readonly Gen<Jurisdiction> States = Any(Jurisdiction.FL, Jurisdiction.GA, Jurisdiction.WA);

    private static readonly Gen<CardBuilder> Cards = Gen.Select(
        Gen.Select(States, Dates, Gen.Int[1, 900], LicenseFacts.Array[0, 4]).Array[1, 3],
        Gen.Select(Any("WA-INTRAORAL", "ONC-FOUND", "SCAR"), Dates, Gen.Int[1, 800]).Array[0, 3],
        Gen.Select(Any("massage_technique", "ethics", "general"), Dates, Gen.Int[1, 30], Gen.Bool).Array[0, 4],
        Gen.Select(States, Dates, Gen.Int[1, 900], Dates).Array[0, 1],
        (licenses, certifications, credits, exemptions) =>
        {
            var card = new CardBuilder();
            foreach (var (state, from, days, facts) in licenses)
                card.License(state, from, from.AddDays(days), facts);
            foreach (var (id, issued, days) in certifications)
                card.Certified(id, issued, days > 400 ? null : issued.AddDays(days));
            foreach (var (category, completed, hours, pending) in credits)
                card.Credit($"{hours}", category, completed, pending);
            foreach (var (state, from, days, approved) in exemptions)
                card.Exempt(state, from, from.AddDays(days), approved);
            return card;
        });

    private static readonly string[] Codes = ["I63.9", "Z34.00", "L90.5", "Z39.2", "C50.9", "F32.9", "I71.4", "S31.0", "M54.5", "tmj", "Q99", "?"];

    private static readonly Gen<ClientFact> Facts = Gen.OneOf(
        Gen.Select(Any("days_since_event", "days_since_surgery", "days_since_delivery"), Gen.Int[0, 60], Dates)
            .Select((fact, days, on) => new ClientFact(fact, days.ToString(), null, on > Ask.Day ? Ask.Day : on)),
        Gen.Select(Gen.Int[0, 44], Gen.Int[0, 6]).Select((weeks, days) => new ClientFact("gestation_weeks", $"{weeks}+{days}", null, Ask.Day)),
        Gen.Select(Any([.. Ask.Catalogue.ClientFactTypes]), Gen.Int[0, 30], Gen.Bool)
            .Select((type, i, about) => new ClientFact(type.Id, type.Values.IsEmpty ? i.ToString() : type.Values[i % type.Values.Length], about ? "L90.5" : null)),
        Gen.Select(Gen.String[0, 8], Gen.String[0, 8], Gen.String[0, 4], Dates).Select((fact, value, about, on) => new ClientFact(fact, value, about, on)));

    private static readonly Gen<EligibilityQuestion> Questions = Gen.Select(States, Any(Codes).Array[0, 4], Any("intraoral", "deep_tissue", "x").Array[0, 1], Facts.Array[0, 8])
        .Select((state, conditions, techniques, facts) => new EligibilityQuestion(
            Ask.Therapist, state, Profession.MassageTherapist, [.. conditions], [.. techniques], [.. facts], Ask.Day, null));

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static readonly Gen<PolicyContent> Contents = Gen.Select(
        Gen.Select(Any("surgical-scar-1", "surgical-scar-2", "pregnancy-2", "stroke-1", "tmj-1", "postpartum-2"), Gen.Bool, Gen.Bool, Gen.Int[42, 90],
            (rule, applies, forbids, days) => new RuleOverride(
                rule, applies, forbids ? Disposition.Absolute : null, false, rule == "surgical-scar-1" ? [new("days_since_surgery", Comparison.Less, days.ToString())] : [])).Array[0, 3],
        Any("SCAR", "ONC-FOUND", "WA-INTRAORAL").Array[0, 2], Gen.Enum<PolicyEffect>(), Gen.Enum<PolicyEffect>(), Gen.Enum<ProviderKind>().Array[0, 2], Gen.Int[0, 400],
        (rules, certifications, ce, discipline, providers, days) => PolicyContent.Default with
        {
            Rules = [.. rules.DistinctBy(r => r.Rule)],
            RequiredCertifications = [.. certifications.Distinct().Select((c, i) => new RequiredCertification(c, i == 0 ? PolicyEffect.Block : PolicyEffect.Warn))],
            CeNotOnTrack = ce,
            OtherStateDiscipline = discipline,
            ClearingProviders = [.. providers.Distinct()],
            SourceOldAfterDays = days == 0 ? null : days,
            CeBlocksWithinDays = days % 3 == 0 ? null : days,
        });

    /// <summary>Some policies of a clinic, adopted from different days; often none.</summary>
    private static readonly Gen<PolicyTimeline> Timelines = Gen.Select(Dates, Contents).Array[0, 3].Select(adoptions => new PolicyTimeline(
    [
        .. adoptions.DistinctBy(a => a.Item1).Select((a, i) => new Adoption(
            new(CardBuilder.Id(0x30000 + i)), i + 1, a.Item1, new Policy("Random", $"{i + 1}", Policies.Clinic, a.Item2, []))),
    ]));

    /// <summary>What rosters say against the record, of one of the first three licenses or of none that is known.</summary>
    private static readonly Gen<RosterContradiction[]> Contradictions = Gen.Select(Gen.Int[-1, 2], States, Any("EXPIRY_SHORTENED", "STATUS_UNKNOWN", "NUMBER_FORMER"), Dates, Gen.Bool)
        .Select((license, state, code, since, always) => new RosterContradiction(
            license < 0 ? null : new LicenseId(CardBuilder.Id(0x10000 + license)), state, "profile", code, "Made for a test.", null, null, always ? null : since, since)).Array[0, 2];

    /// <summary>A book that lets its licensees practise for thirty days after an expiry, which no shipped one does.</summary>
    private static readonly KnownRuleBook Lenient = new(
        RuleBookText.Read(Jurisdiction.GA, RuleBookText.Shipped(Jurisdiction.GA).Replace("\"practice\":\"unknown\"", "\"practice\":\"allowed\"", StringComparison.Ordinal)),
        "", null, null, AdoptedLater: false);

    private static EligibilityDecision Decide(EligibilityQuestion question, EligibilityCard card, PolicyTimeline? policies = null) => EligibilityDecider.Decide(
        question, card, Ask.Catalogue, policies ?? PolicyTimeline.Default, j => j == Jurisdiction.GA ? Lenient : KnownRuleBook.Shipped(j),
        jurisdictions: j => JurisdictionInfo.Of(j) with { CompactMemberSince = j == Jurisdiction.WA ? null : Ask.Day.AddDays(j == Jurisdiction.FL ? -100 : 90) });

    private static bool IsSameAnswer(EligibilityDecision a, EligibilityDecision b) =>
        a.Verdict == b.Verdict && a.Obligations.ToHashSet().SetEquals(b.Obligations);

    [Fact]
    public void Valid_until_agrees_with_brute_force_day_by_day() => Gen.Select(Cards, Questions, Timelines, Contradictions).Sample(
        (card, question, policies, open) =>
        {
            var built = card.Build() with { Contradictions = [.. open] };
            var now = Decide(question, built, policies);
            var day = question.On;
            var end = question.On.AddYears(10);
            while (day < end && IsSameAnswer(now, Decide(question with { On = day.AddDays(1), ClientFacts = Dated(question) }, built, policies)))
                day = day.AddDays(1);
            now.ValidUntil.ShouldBe(day == end ? null : day);
        },
        iter: 24,
        threads: 2);

    [Fact]
    public void What_a_roster_contradicts_never_makes_a_verdict_milder() => Gen.Select(Cards, Questions, Contradictions).Sample(
        (card, question, open) =>
        {
            var without = Decide(question, card).Verdict;
            var with = Decide(question, card.Build() with { Contradictions = [.. open] }).Verdict;
            (with == without || (with == Verdict.Undetermined && without != Verdict.NotEligible)).ShouldBeTrue($"{without} became {with}");
        },
        iter: 2_000,
        threads: 2);

    [Fact]
    public void The_order_of_what_is_given_never_changes_the_decision() => Gen.Select(Cards, Questions, Gen.Int[0, 1000]).Sample(
        (card, question, seed) =>
        {
            var built = card.Build();
            var shuffled = built with { Licenses = Shuffled(built.Licenses, seed), Certifications = Shuffled(built.Certifications, seed) };
            var turned = question with { Conditions = Shuffled(question.Conditions, seed), Techniques = Shuffled(question.Techniques, seed), ClientFacts = Shuffled(question.ClientFacts, seed) };
            Told(Decide(turned, shuffled)).ShouldBe(Told(Decide(question, built)));
        },
        iter: 2_000,
        threads: 2);

    [Fact]
    public void Whatever_fact_is_added_there_is_an_answer_and_its_verdict_follows_from_its_reasons() => Gen.Select(Cards, Questions, Facts, Timelines).Sample(
        (card, question, fact, policies) =>
        {
            var decision = Decide(question with { ClientFacts = question.ClientFacts.Add(fact) }, card, policies);
            var strongest = decision.Reasons.Min(r => r.Outcome);
            decision.Verdict.ShouldBe(strongest switch
            {
                ReasonOutcome.Blocking => Verdict.NotEligible,
                ReasonOutcome.Unknown => Verdict.Undetermined,
                ReasonOutcome.Condition => Verdict.EligibleWithConditions,
                _ => Verdict.Eligible,
            });
            decision.Reasons.ShouldAllBe(r => r.Needs.All(n => Ask.Catalogue.ClientFactType(n) != null));
            decision.Obligations.ShouldBeUnique();
            if (decision.Verdict is Verdict.Eligible)
                decision.Obligations.ShouldBeEmpty();
            if (decision.Verdict is Verdict.EligibleWithConditions)
                decision.Obligations.ShouldNotBeEmpty();
        },
        iter: 3_000,
        threads: 2);

    /// <summary>A fact without a day holds on the day asked about; asked on a later day it must say so itself.</summary>
    private static ImmutableArray<ClientFact> Dated(EligibilityQuestion question) =>
        [.. question.ClientFacts.Select(f => f.ObservedOn > question.On ? f with { ObservedOn = DateOnly.MaxValue } : f with { ObservedOn = f.ObservedOn ?? question.On })];

    private static ImmutableArray<T> Shuffled<T>(ImmutableArray<T> items, int seed) =>
        [.. items.Select((item, i) => (item, key: (i + 1) * 7919 * (seed + 1) % 1009)).OrderBy(x => x.key).Select(x => x.item)];

    private static string Told(EligibilityDecision decision) => string.Join('\n',
    [
        $"{decision.Verdict} {decision.ValidUntil}",
        .. decision.Reasons.Select(r => $"{r.Outcome} {r.Code} {r.Message} {string.Join(' ', r.Evidence)} {string.Join(' ', r.Needs)}"),
        .. decision.Obligations.Select(o => $"{o.Code} {o.Message}"),
    ]);
}
