using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Policies;

namespace LicenseTracker.Domain.Tests.Eligibility;

public class LicenseTests
{
    private static readonly DateOnly From = Ask.Date("2020-01-01");
    private static readonly DateOnly Through = Ask.Date("2099-12-31");

    private static EncumbranceImposed Encumbrance(EncumbranceType type, string on = "2026-01-01", string? until = null) => new(
        new(CardBuilder.Id(0x5000 + (int)type)), type, Ask.Date(on), until is null ? null : Ask.Date(until), null, Personal.None);

    [Fact]
    public void What_was_recorded_later_does_not_count_at_an_earlier_instant()
    {
        var builder = new CardBuilder().License(Jurisdiction.FL, From, Through);
        var before = builder.Now;
        EligibilityCard card = new CardBuilder().License(Jurisdiction.FL, From, Through, Encumbrance(EncumbranceType.Suspension));

        Ask.About().Decide(card).Verdict.ShouldBe(Verdict.NotEligible);
        (Ask.About() with { KnownAt = before }).Decide(card).Verdict.ShouldBe(Verdict.Eligible);
    }

    [Fact]
    public void No_license_in_the_state_blocks() =>
        Ask.About().In(Jurisdiction.GA).Decide(Ask.Licensed()).Codes(ReasonOutcome.Blocking).ShouldBe(["LICENSE_NONE_HERE"]);

    [Fact]
    public void A_license_of_another_profession_is_none() =>
        Ask.About().Decide(new CardBuilder().License(Jurisdiction.FL, Profession.Esthetician, From, Through)).Verdict.ShouldBe(Verdict.NotEligible);

    [Fact]
    public void An_expired_license_blocks_from_the_day_after_its_last_day()
    {
        var card = new CardBuilder().License(Jurisdiction.FL, From, Ask.Day).Build();

        Ask.About().Decide(card).Verdict.ShouldBe(Verdict.Eligible);
        Ask.About().Decide(card).ValidUntil.ShouldBe(Ask.Day);
        (Ask.About() with { On = Ask.Day.AddDays(1) }).Decide(card).Verdict.ShouldBe(Verdict.NotEligible);
    }

    [Theory]
    [InlineData(EncumbranceType.Suspension, Verdict.NotEligible)]
    [InlineData(EncumbranceType.Probation, Verdict.EligibleWithConditions)]
    [InlineData(EncumbranceType.Other, Verdict.Undetermined)]
    [InlineData(EncumbranceType.Fine, Verdict.Eligible)]
    public void An_encumbrance_acts_by_its_type(EncumbranceType type, Verdict verdict)
    {
        var decision = Ask.About().Decide(new CardBuilder().License(Jurisdiction.FL, From, Through, Encumbrance(type, until: "2026-09-01")));

        decision.Verdict.ShouldBe(verdict);
        decision.Obligations.IsEmpty.ShouldBe(verdict != Verdict.EligibleWithConditions);
        decision.ValidUntil.ShouldBe(verdict == Verdict.Eligible ? null : Ask.Date("2026-08-31"));
    }

    [Theory]
    [InlineData("2009-12-31", Verdict.NotEligible, "2009-12-31")]
    [InlineData("2010-01-01", Verdict.Undetermined, "2019-12-31")]
    [InlineData("2019-12-31", Verdict.Undetermined, "2019-12-31")]
    [InlineData("2020-01-01", Verdict.Eligible, "2026-02-09")]
    [InlineData("2026-02-09", Verdict.Eligible, "2026-02-09")]
    [InlineData("2026-02-10", Verdict.Undetermined, "2026-02-28")]
    [InlineData("2026-02-28", Verdict.Undetermined, "2026-02-28")]
    [InlineData("2026-03-01", Verdict.NotEligible, null)]
    public void The_past_that_no_source_vouches_for_is_undetermined(string on, Verdict verdict, string? validUntil)
    {
        var term = new LicenseGranted(Ask.Therapist, Jurisdiction.FL, Profession.MassageTherapist, "FL-1", Ask.Date("2010-01-01"), new(From, Through), Ask.Date("2010-01-01"));
        var license = License.Empty(new(CardBuilder.Id(0x10000)));
        foreach (var fact in (LicenseFact[])[term, Encumbrance(EncumbranceType.Revocation, "2026-03-01") with { PossiblySince = Ask.Date("2026-02-10") }])
            license = license.Evolve(new(new(CardBuilder.Id((int)license.Version + 1)), license.Version + 1, CardBuilder.Began, fact));
        var card = Ask.Licensed(Jurisdiction.GA).Build() with { Licenses = [license] };

        var decision = (Ask.About() with { On = Ask.Date(on) }).Decide(card);

        decision.Verdict.ShouldBe(verdict);
        decision.ValidUntil.ShouldBe(validUntil is null ? null : Ask.Date(validUntil));
    }

    [Fact]
    public void Discipline_elsewhere_or_beside_that_may_have_begun_already_is_shown_too()
    {
        var possibly = Encumbrance(EncumbranceType.Suspension, "2026-09-01") with { PossiblySince = Ask.Date("2026-05-01") };

        Ask.About().Decide(Ask.Licensed().License(Jurisdiction.GA, From, Through, possibly)).Codes(ReasonOutcome.Warning).ShouldContain("DISCIPLINE_IN_OTHER_STATE");
        Ask.About().Decide(new CardBuilder().License(Jurisdiction.FL, From, Through, possibly).License(Jurisdiction.FL, From, Through))
            .Codes(ReasonOutcome.Unknown).ShouldContain("LICENSE_DISCIPLINE_BESIDE");
    }

    [Fact]
    public void Of_several_licenses_here_one_in_force_is_enough_and_the_others_are_shown()
    {
        var decision = Ask.About().Decide(new CardBuilder()
            .License(Jurisdiction.FL, From, Ask.Date("2021-12-31"), Encumbrance(EncumbranceType.Revocation, "2021-01-01"))
            .License(Jurisdiction.FL, Ask.Date("2024-01-01"), Through));

        decision.Verdict.ShouldBe(Verdict.Eligible);
        decision.Codes(ReasonOutcome.Warning).ShouldContain("ENCUMBRANCE_REVOCATION");
    }

    [Fact]
    public void Discipline_on_another_license_here_that_began_after_the_one_in_force_was_granted_is_undetermined()
    {
        var decision = Ask.About().Decide(new CardBuilder()
            .License(Jurisdiction.FL, From, Through, Encumbrance(EncumbranceType.Revocation)).License(Jurisdiction.FL, From, Through));

        decision.Verdict.ShouldBe(Verdict.Undetermined);
        decision.Codes(ReasonOutcome.Unknown).ShouldContain("LICENSE_DISCIPLINE_BESIDE");
    }

    [Fact]
    public void The_best_of_several_being_unknown_leaves_it_unknown() =>
        Ask.About().Decide(new CardBuilder()
            .License(Jurisdiction.FL, From, Through, Encumbrance(EncumbranceType.Suspension))
            .License(Jurisdiction.FL, From, Through, Encumbrance(EncumbranceType.Other))).Verdict.ShouldBe(Verdict.Undetermined);

    [Fact]
    public void Discipline_in_another_state_warns_and_blocks_where_the_policy_says_so()
    {
        var card = Ask.Licensed().License(Jurisdiction.GA, From, Through, Encumbrance(EncumbranceType.Suspension)).Build();

        Ask.About().Decide(card).Verdict.ShouldBe(Verdict.Eligible);
        Ask.About().Decide(card).Codes(ReasonOutcome.Warning).ShouldContain("DISCIPLINE_IN_OTHER_STATE");
        Ask.About().Decide(card, Policies.Of(c => c with { OtherStateDiscipline = PolicyEffect.Block })).Codes(ReasonOutcome.Blocking).ShouldBe(["DISCIPLINE_IN_OTHER_STATE"]);
    }

    [Theory]
    [InlineData(Jurisdiction.MN)]
    [InlineData(Jurisdiction.KS)]
    [InlineData(Jurisdiction.WY)]
    [InlineData(Jurisdiction.CA)]
    [InlineData(Jurisdiction.VT)]
    public void Where_the_state_has_no_license_the_policy_says_what_stands_in_for_it(Jurisdiction state)
    {
        var card = Ask.Licensed().Certified("BCTMB", From).Build();
        var accepting = Policies.Of(c => c with { AcceptedWhereNoLicense = ["BCTMB"] });

        Ask.About().In(state).Decide(card).Codes(ReasonOutcome.Unknown).ShouldBe(["JURISDICTION_NO_LICENSE"]);
        Ask.About().In(state).Decide(card, accepting).Verdict.ShouldBe(Verdict.Eligible);
        Ask.About().In(state).Decide(Ask.Licensed(), accepting).Codes(ReasonOutcome.Blocking).ShouldBe(["SUBSTITUTE_MISSING"]);
    }

    [Fact]
    public void A_clinic_may_accept_the_states_own_credential_but_not_one_the_state_has_taken_back()
    {
        var accepting = Policies.Of(c => c with { AcceptsStateCredential = true });
        var question = Ask.About().In(Jurisdiction.VT);

        question.Decide(Ask.Licensed(Jurisdiction.VT), accepting).Verdict.ShouldBe(Verdict.Eligible);
        question.Decide(Ask.Licensed(Jurisdiction.VT)).Verdict.ShouldBe(Verdict.Undetermined);
        question.Decide(new CardBuilder().License(Jurisdiction.VT, From, Through, Encumbrance(EncumbranceType.Revocation)), accepting).Verdict.ShouldBe(Verdict.NotEligible);
    }

    [Fact]
    public void Of_another_profession_condition_rules_say_nothing()
    {
        var question = Ask.About("I71.4") with { Profession = Profession.Esthetician };
        var card = new CardBuilder().License(Jurisdiction.FL, Profession.Esthetician, From, Through).Build();

        question.Decide(card).Codes(ReasonOutcome.Unknown).ShouldBe(["CONDITION_RULES_FOR_MASSAGE_ONLY"]);
        (question with { Conditions = [] }).Decide(card).Verdict.ShouldBe(Verdict.Eligible);
    }

    [Fact]
    public void A_compact_license_counts_where_both_states_are_members_on_the_day()
    {
        var member = Ask.Date("2026-05-01");
        EligibilityDecision Decide(EligibilityCard card, DateOnly on) => EligibilityDecider.Decide(
            Ask.About().In(Jurisdiction.GA) with { On = on }, card, Ask.Catalogue, PolicyTimeline.Default,
            jurisdictions: j => JurisdictionInfo.Of(j) with { CompactMemberSince = j is Jurisdiction.FL or Jurisdiction.GA ? member : null });
        var multistate = new CompactAuthorityGranted(Ask.Date("2026-01-01"));
        var good = new CardBuilder().License(Jurisdiction.FL, From, Through, multistate).Build();

        Decide(good, Ask.Day).Verdict.ShouldBe(Verdict.Eligible);
        Decide(good, member.AddDays(-1)).Codes(ReasonOutcome.Blocking).ShouldBe(["LICENSE_NONE_HERE"]);
        Decide(good, member.AddDays(-1)).ValidUntil.ShouldBe(member.AddDays(-1));
        Decide(new CardBuilder().License(Jurisdiction.FL, From, Through, multistate, Encumbrance(EncumbranceType.Suspension)), Ask.Day)
            .Codes(ReasonOutcome.Blocking).ShouldContain("COMPACT_HOME_STATE_BLOCK");
        Decide(new CardBuilder().License(Jurisdiction.FL, From, Through, multistate, Encumbrance(EncumbranceType.Probation)), Ask.Day).Verdict.ShouldBe(Verdict.Undetermined);
        Decide(new CardBuilder().License(Jurisdiction.AL, From, Through, multistate), Ask.Day).Verdict.ShouldBe(Verdict.NotEligible);

        // Her home is Florida now, and Florida has suspended her own license there.
        Decide(
            new CardBuilder().License(Jurisdiction.AL, From, Through, multistate, new LicenseRelocated(Jurisdiction.FL, Ask.Date("2026-02-01")))
                .License(Jurisdiction.FL, From, Through, Encumbrance(EncumbranceType.Suspension)), Ask.Day).Verdict.ShouldBe(Verdict.NotEligible);

        // The state of service has suspended her: the compact does not undo that.
        Decide(
            new CardBuilder().License(Jurisdiction.FL, From, Through, multistate)
                .License(Jurisdiction.GA, From, Through, Encumbrance(EncumbranceType.Suspension)), Ask.Day).Verdict.ShouldBe(Verdict.NotEligible);
    }
}
