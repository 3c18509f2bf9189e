using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Policies;
using LicenseTracker.Domain.Rosters;
using Verdict = LicenseTracker.Domain.Eligibility.Verdict;

namespace LicenseTracker.Domain.Tests.Eligibility;

/// <summary>While a roster contradicts the record in a way that could take authority away, no verdict rests on the record alone.</summary>
public sealed class SourceTests
{
    private const string Contradicts = "LICENSE_SOURCE_CONTRADICTS";

    private static readonly LicenseId First = new(CardBuilder.Id(0x10000));

    private static RosterContradiction Open(
        Refusal? why = null, LicenseId? license = null, Jurisdiction jurisdiction = Jurisdiction.FL, string? since = "2026-05-02", bool ofNoLicense = false)
    {
        var review = why ?? Review.ExpiryShortened;
        return new(
            ofNoLicense ? null : license ?? First, jurisdiction, "il-idfpr", review.Code, review.Message, "2099-12-31", "2026-12-31", since is null ? null : Ask.Date(since), Ask.Date("2026-05-20"));
    }

    private static EligibilityCard Card(CardBuilder builder, params RosterContradiction[] open) => builder.Build() with { Contradictions = [.. open] };

    [Fact]
    public void An_open_contradiction_leaves_the_verdict_undetermined_and_says_who_says_what()
    {
        var decision = Ask.About().Decide(Card(Ask.Licensed(), Open()));

        decision.Verdict.ShouldBe(Verdict.Undetermined);
        var reason = decision.Reasons.Single(r => r.Outcome == ReasonOutcome.Unknown);
        reason.Code.ShouldBe(Contradicts);
        reason.Message.ShouldBe(
            "License FL-1 in Florida: a roster of FL (il-idfpr) contradicts the record, found on 2026-05-20. The source gives an earlier expiry than the record. "
            + "If the record is wrong, correct or void its last term. On record: 2099-12-31. In the source: 2026-12-31. "
            + "What holds is not known until this is resolved in the review of rosters.");
        reason.Evidence.ShouldNotBeEmpty();
        Ask.About().Decide(Card(Ask.Licensed())).Verdict.ShouldBe(Verdict.Eligible);
    }

    public static TheoryData<string> Codes => [.. typeof(Review).GetFields().Select(f => f.GetValue(null)).OfType<Refusal>().Select(r => r.Code).Distinct()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Whatever_could_take_authority_away_is_a_reason_and_nothing_else_is(string code)
    {
        var decision = Ask.About().Decide(Card(Ask.Licensed(), Open() with { Code = code }));

        var couldTake = ReviewEffect.CouldTakeAuthority(code);
        decision.Verdict.ShouldBe(couldTake ? Verdict.Undetermined : Verdict.Eligible);
        decision.Reasons.Any(r => r.Code == Contradicts).ShouldBe(couldTake);
    }

    [Fact]
    public void Days_on_which_the_source_said_what_the_record_says_are_not_in_doubt()
    {
        var card = Card(Ask.Licensed(), Open());
        EligibilityDecision On(string day) => (Ask.About() with { On = Ask.Date(day) }).Decide(card);

        On("2026-05-01").Verdict.ShouldBe(Verdict.Eligible);
        On("2026-04-01").ValidUntil.ShouldBe(Ask.Date("2026-05-01"));
        On("2026-05-02").Verdict.ShouldBe(Verdict.Undetermined);
        (Ask.About() with { On = Ask.Date("2020-01-01") }).Decide(Card(Ask.Licensed(), Open(since: null))).Verdict.ShouldBe(Verdict.Undetermined);
    }

    [Fact]
    public void What_blocks_still_blocks()
    {
        var suspended = new EncumbranceImposed(new(CardBuilder.Id(0x5000)), EncumbranceType.Suspension, Ask.Date("2026-01-01"), null, null, Personal.None);

        var decision = Ask.About().Decide(Card(new CardBuilder().License(Jurisdiction.FL, Ask.Date("2020-01-01"), Ask.Date("2099-12-31"), suspended), Open()));

        decision.Verdict.ShouldBe(Verdict.NotEligible);
        decision.Codes(ReasonOutcome.Unknown).ShouldContain(Contradicts);
    }

    [Fact]
    public void A_contradiction_about_a_license_that_gives_nothing_is_a_warning_beside_the_one_that_does()
    {
        var builder = new CardBuilder().License(Jurisdiction.FL, Ask.Date("2010-01-01"), Ask.Date("2011-12-31")).License(Jurisdiction.FL, Ask.Date("2020-01-01"), Ask.Date("2099-12-31"));

        var decision = Ask.About().Decide(Card(builder, Open()));

        decision.Verdict.ShouldBe(Verdict.Eligible);
        decision.Codes(ReasonOutcome.Warning).ShouldContain(Contradicts);
        Ask.About().Decide(Card(builder, Open(license: new(CardBuilder.Id(0x10001))))).Verdict.ShouldBe(Verdict.Undetermined);
    }

    [Fact]
    public void A_row_that_cannot_be_told_to_belong_to_a_license_may_be_about_any_in_its_jurisdiction()
    {
        var builder = Ask.Licensed().License(Jurisdiction.GA, Ask.Date("2020-01-01"), Ask.Date("2099-12-31"));
        var card = Card(builder, Open(Review.SsnsDiverge, ofNoLicense: true));

        Ask.About().Decide(card).Codes(ReasonOutcome.Unknown).ShouldBe([Contradicts]);
        Ask.About().In(Jurisdiction.GA).Decide(card).Verdict.ShouldBe(Verdict.Eligible);
    }

    [Fact]
    public void Where_the_therapist_has_no_license_it_is_shown_beside_that()
    {
        var decision = Ask.About().In(Jurisdiction.GA).Decide(Card(Ask.Licensed(), Open(Review.SsnsDiverge, jurisdiction: Jurisdiction.GA, ofNoLicense: true)));

        decision.Verdict.ShouldBe(Verdict.NotEligible);
        decision.Codes(ReasonOutcome.Unknown).ShouldBe([Contradicts]);
    }

    [Fact]
    public void A_registration_that_is_contradicted_is_not_passed_over_for_what_stands_in_for_a_license()
    {
        var accepting = Policies.Of(c => c with { AcceptedWhereNoLicense = ["BCTMB"] });
        var card = Card(Ask.Licensed(Jurisdiction.CA).Certified("BCTMB", Ask.Date("2020-01-01")), Open(Review.StatusUnknown, jurisdiction: Jurisdiction.CA));

        Ask.About().In(Jurisdiction.CA).Decide(card, accepting).Verdict.ShouldBe(Verdict.Undetermined);
        Ask.About().In(Jurisdiction.CA).Decide(card with { Contradictions = [] }, accepting).Verdict.ShouldBe(Verdict.Eligible);
    }

    [Fact]
    public void What_a_roster_contradicts_at_home_is_not_known_under_the_compact()
    {
        var multistate = new CompactAuthorityGranted(Ask.Date("2026-01-01"));
        var card = Card(new CardBuilder().License(Jurisdiction.GA, Ask.Date("2020-01-01"), Ask.Date("2099-12-31"), multistate), Open(jurisdiction: Jurisdiction.GA));
        EligibilityDecision Decide(EligibilityCard c) => EligibilityDecider.Decide(
            Ask.About(), c, Ask.Catalogue, PolicyTimeline.Default, jurisdictions: j => JurisdictionInfo.Of(j) with { CompactMemberSince = Ask.Date("2026-01-01") });

        Decide(card).Codes(ReasonOutcome.Unknown).ShouldBe(["COMPACT_AUTHORITY_UNKNOWN", Contradicts]);
        Decide(card with { Contradictions = [] }).Verdict.ShouldBe(Verdict.Eligible);
    }
}
