using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Policies;
using LicenseTracker.Domain.Rules;
using LicenseTracker.Domain.Tests.Rules;
using Verdict = LicenseTracker.Domain.Eligibility.Verdict;

namespace LicenseTracker.Domain.Tests.Eligibility;

/// <summary>What an expired license is by the book of its state. Only where the law's own text allows practice meanwhile is there any authority.</summary>
public sealed class AfterExpiryTests
{
    [Theory]
    [InlineData(Jurisdiction.FL, "2025-08-31", "2025-08-31", Standing.Active, "LICENSE_IN_FORCE")]
    [InlineData(Jurisdiction.FL, "2025-08-31", "2025-09-01", Standing.Delinquent, "LICENSE_EXPIRED LICENSE_DELINQUENT")]
    [InlineData(Jurisdiction.FL, "2025-08-31", "2027-08-31", Standing.Delinquent, "LICENSE_EXPIRED LICENSE_DELINQUENT")]
    [InlineData(Jurisdiction.FL, "2025-08-31", "2027-09-01", Standing.Lapsed, "LICENSE_EXPIRED LICENSE_LAPSED")]
    [InlineData(Jurisdiction.OK, "2025-01-31", "2025-03-02", Standing.Expired, "LICENSE_EXPIRED LICENSE_IN_GRACE")] // grace without practice
    [InlineData(Jurisdiction.OK, "2025-01-31", "2025-03-03", Standing.Delinquent, "LICENSE_EXPIRED LICENSE_DELINQUENT")]
    [InlineData(Jurisdiction.NM, "2026-04-30", "2026-06-01", Standing.Expired, "LICENSE_EXPIRED LICENSE_IN_GRACE")] // of practice no text speaks
    [InlineData(Jurisdiction.NY, "2025-01-31", "2025-06-01", Standing.Delinquent, "LICENSE_EXPIRED LICENSE_DELINQUENT")] // only with a conditional registration
    [InlineData(Jurisdiction.VA, "2025-02-28", "2025-03-01", Standing.Lapsed, "LICENSE_EXPIRED LICENSE_LAPSED")]
    [InlineData(Jurisdiction.IL, "2024-12-31", "2025-01-01", Standing.Expired, "LICENSE_EXPIRED LICENSE_AFTER_EXPIRY_UNKNOWN")]
    public void No_shipped_book_gives_authority_after_an_expiry(Jurisdiction state, string expired, string on, Standing standing, string codes)
    {
        var judged = By(Books.Of(state), state, expired, on);
        (judged.Standing, judged.Authority).ShouldBe((standing, standing == Standing.Active ? Authority.Full : Authority.None));
        judged.Codes().ShouldBe(codes);
    }

    [Theory]
    [InlineData(Jurisdiction.FL, "2025-08-31", "2025-09-01", "By rule book FL-2021 it is delinquent since 2025-09-01, through 2027-08-31: practice is forbidden. It can still be renewed or restored, on terms.")]
    [InlineData(Jurisdiction.FL, "2025-08-31", "2027-09-01", "By rule book FL-2021 it is lapsed since 2027-09-01: practice is forbidden. It is too late to renew: only a new application helps.")]
    [InlineData(Jurisdiction.NM, "2026-04-30", "2026-06-01", "By rule book NM-2026 it is in grace since 2026-05-01, through 2026-06-29: no text that is known allows practice meanwhile. It can still be renewed")]
    [InlineData(Jurisdiction.TX, "2025-05-01", "2025-06-01", "By rule book TX-2021 it is delinquent since 2025-05-02, through 2025-07-30: practice is forbidden. It can still be renewed or restored, on terms (fee: 1.5 times the renewal fee).")]
    [InlineData(Jurisdiction.IL, "2024-12-31", "2025-01-01", "What it is since 2025-01-01 is not known from rule book IL-2024: ask the board whether and how it can be renewed.")]
    public void The_reason_says_what_it_is_since_when_until_when_and_what_helps(Jurisdiction state, string expired, string on, string message)
    {
        var reason = By(Books.Of(state), state, expired, on).Reasons[^1];
        reason.Outcome.ShouldBe(ReasonOutcome.Warning);
        reason.Message.ShouldStartWith(message);
        reason.Evidence.ShouldNotBeEmpty();
    }

    [Fact]
    public void The_law_is_cited_for_both_reasons() =>
        By(Books.Of(Jurisdiction.FL), Jurisdiction.FL, "2025-08-31", "2025-09-01").Reasons.ShouldAllBe(r => r.Citation!.Text.Contains("64B7-28"));

    [Theory]
    [InlineData("primary", "2020-09-30", Verdict.Eligible, "LICENSE_IN_GRACE")]
    [InlineData("primary", "2020-10-01", Verdict.NotEligible, "LICENSE_EXPIRED")] // the thirty days are over
    [InlineData("secondary", "2020-09-30", Verdict.Undetermined, "LICENSE_IN_GRACE")]
    [InlineData("unverified", "2020-09-30", Verdict.Undetermined, "LICENSE_IN_GRACE")]
    [InlineData("secondary", "2020-10-01", Verdict.NotEligible, "LICENSE_EXPIRED")]
    public void Grace_lets_practise_where_the_laws_own_text_says_so_and_is_unknown_where_another_says_so(string confidence, string on, Verdict verdict, string code)
    {
        var decision = Decide(Grace("allowed", confidence), on);
        decision.Verdict.ShouldBe(verdict);
        decision.Reasons.ShouldContain(r => r.Code == code && r.Outcome <= ReasonOutcome.Unknown == (verdict != Verdict.Eligible));
        decision.ValidUntil.ShouldBe(on == "2020-09-30" ? Ask.Date("2020-09-30") : null);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("forbidden")]
    [InlineData("withConditionalRegistration")]
    public void Any_other_word_on_practice_leaves_an_expired_license_without_authority(string practice) =>
        Decide(Grace(practice, "primary"), "2020-09-30").Verdict.ShouldBe(Verdict.NotEligible);

    [Fact]
    public void Grace_lifts_no_suspension()
    {
        var suspended = new EncumbranceImposed(new(CardBuilder.Id(0x5001)), EncumbranceType.Suspension, Ask.Date("2020-09-01"), null, null, Personal.None);
        Decide(Grace("allowed", "primary"), "2020-09-30", suspended).Verdict.ShouldBe(Verdict.NotEligible);
    }

    [Fact]
    public void A_stage_whose_last_day_cannot_be_reckoned_may_be_over()
    {
        var printed = Books.Sample
            .Replace("\"untilDays\": 30, \"practice\": \"unknown\" }, { \"status\": \"delinquent\", \"untilMonths\": 12, \"practice\": \"forbidden\" }", "\"untilNextExpiry\": true, \"practice\": \"allowed\" }", StringComparison.Ordinal)
            .Replace("\"pattern\": \"onDate\", \"month\": 8, \"day\": 31, \"years\": { \"basis\": \"calendar\", \"every\": 2, \"like\": 2025 }", "\"pattern\": \"printedByRegulator\"", StringComparison.Ordinal);
        Decide(RuleBookText.Read(Jurisdiction.WA, printed), "2020-09-30").Verdict.ShouldBe(Verdict.Undetermined);
    }

    [Fact]
    public void A_renewal_filed_in_time_and_another_states_license_are_judged_as_before()
    {
        Decide(Grace("allowed", "primary"), "2020-09-30", new LicenseRenewalFiled(Ask.Date("2020-08-01"))).Reasons.ShouldContain(r => r.Code.StartsWith("RENEWAL_PENDING"));
        var elsewhere = new CardBuilder().License(Jurisdiction.GA, Ask.Date("2018-09-01"), Ask.Date("2020-08-31"));
        EligibilityDecider.Decide(Question("2020-09-30"), elsewhere, Ask.Catalogue, PolicyTimeline.Default, _ => Known(Grace("allowed", "primary")))
            .Codes(ReasonOutcome.Blocking).ShouldBe(["LICENSE_NONE_HERE"]);
    }

    [Theory]
    [InlineData(Jurisdiction.IN, "2022-07-12", "has a voluntary certification and no license")] // a license since July 13
    [InlineData(Jurisdiction.VT, "2021-03-31", "does not regulate massage at state level")] // a registration since April 1
    [InlineData(Jurisdiction.VT, "2021-04-01", "has a registration only and no license")]
    [InlineData(Jurisdiction.CA, "2026-06-01", "has a voluntary certification and no license")]
    [InlineData(Jurisdiction.KS, "2026-06-01", "does not regulate massage at state level")]
    public void How_a_state_regulated_massage_on_the_day_is_told_by_its_book_and_the_policys_substitute_applies(Jurisdiction state, string on, string what)
    {
        var question = Ask.About().In(state) with { On = Ask.Date(on) };
        var unregulated = question.Decide(new CardBuilder());
        unregulated.Verdict.ShouldBe(Verdict.Undetermined);
        unregulated.Reasons.ShouldContain(r => r.Code == "JURISDICTION_NO_LICENSE" && r.Message.Contains(what) && r.Citation != null);
        var accepting = Policies.Of(c => c with { AcceptedWhereNoLicense = ["BCTMB"] });
        question.Decide(new CardBuilder().Certified("BCTMB", Ask.Date("2019-01-01")), accepting).Verdict.ShouldBe(Verdict.Eligible);
        question.Decide(new CardBuilder(), accepting).Verdict.ShouldBe(Verdict.NotEligible);
    }

    [Fact]
    public void From_the_day_a_state_asks_for_a_license_its_substitute_serves_no_more()
    {
        var accepting = Policies.Of(c => c with { AcceptedWhereNoLicense = ["BCTMB"] });
        var card = new CardBuilder().Certified("BCTMB", Ask.Date("2019-01-01"));
        (Ask.About().In(Jurisdiction.IN) with { On = Ask.Date("2022-07-01") }).Decide(card, accepting).ValidUntil.ShouldBe(Ask.Date("2022-07-12"));
        (Ask.About().In(Jurisdiction.IN) with { On = Ask.Date("2022-07-13") }).Decide(card, accepting).Codes(ReasonOutcome.Blocking).ShouldBe(["LICENSE_NONE_HERE"]);
    }

    private static StandingOnDate By(RuleBook book, Jurisdiction state, string expired, string on)
    {
        var license = new CardBuilder().License(state, Ask.Date(expired).AddYears(-2).AddDays(1), Ask.Date(expired)).Build().Licenses[0].KnownAt(null)!;
        return AfterExpiry.By(book, license, license.StandingOn(Ask.Date(on)));
    }

    /// <summary>The sample book of Washington: after 31 August thirty days of grace in which practice is so, then twelve months without.</summary>
    private static RuleBook Grace(string practice, string confidence) => RuleBookText.Read(Jurisdiction.WA, Books.Sample
        .Replace("\"practice\": \"unknown\"", $"\"practice\": \"{practice}\"", StringComparison.Ordinal)
        .Replace("\"after\": \"lapsed\", \"confidence\": \"primary\"", $"\"after\": \"lapsed\", \"confidence\": \"{confidence}\"", StringComparison.Ordinal));

    private static EligibilityQuestion Question(string on) => Ask.About().In(Jurisdiction.WA) with { On = Ask.Date(on) };

    private static KnownRuleBook Known(RuleBook book) => new(book, "", null, null, AdoptedLater: false);

    private static EligibilityDecision Decide(RuleBook book, string on, params LicenseFact[] facts) => EligibilityDecider.Decide(
        Question(on), new CardBuilder().License(Jurisdiction.WA, Ask.Date("2018-09-01"), Ask.Date("2020-08-31"), facts), Ask.Catalogue, PolicyTimeline.Default, _ => Known(book));
}
