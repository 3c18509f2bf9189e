using LicenseTracker.Domain.Licenses;
using static LicenseTracker.Domain.Tests.Samples;
using static LicenseTracker.Domain.Tests.Specs;

namespace LicenseTracker.Domain.Tests.Licenses;

/// <summary>A source that says what is so, and not since when, claims nothing about the days before.</summary>
public sealed class UncertainStartTests
{
    /// <summary>Granted on 2010-01-13; the roster names the term 2025-02-01 through 2027-01-31.</summary>
    private static readonly LicenseGranted Imported =
        Granted with { GrantedOn = Day("2010-01-13"), Term = Term("2025-02-01", "2027-01-31"), PossiblySince = Day("2010-01-13") };

    private static readonly EncumbranceImposed Suspended = Imposed(A, EncumbranceType.Suspension, "2026-03-01") with { PossiblySince = Day("2026-02-02") };

    [Theory]
    [InlineData("2010-01-12", Standing.Pending, Authority.None, "LICENSE_NOT_YET_IN_FORCE")]
    [InlineData("2010-01-13", Standing.Pending, Authority.Unknown, "TERM_HISTORY_UNKNOWN")]
    [InlineData("2025-01-31", Standing.Pending, Authority.Unknown, "TERM_HISTORY_UNKNOWN")]
    [InlineData("2025-02-01", Standing.Active, Authority.Full, "LICENSE_IN_FORCE")]
    [InlineData("2027-01-31", Standing.Active, Authority.Full, "LICENSE_IN_FORCE")]
    [InlineData("2027-02-01", Standing.Expired, Authority.None, "LICENSE_EXPIRED")]
    public void Between_its_grant_and_the_first_term_that_a_source_names_a_license_is_unknown(string on, Standing standing, Authority authority, string code)
    {
        var answer = Timeline(Imported).StandingOn(Day(on));

        (answer.Standing, answer.Authority, answer.Codes()).ShouldBe((standing, authority, code));
        answer.Reasons[0].Evidence.ShouldBe([Fact(1)]);
    }

    [Fact]
    public void The_reason_says_that_the_record_begins_with_that_term() => Timeline(Imported).StandingOn(Day("2020-05-03")).Reasons.Single().Message.ShouldBe(
        "The source begins with the term from 2025-02-01; whether the license was in force before, since 2010-01-13, is not on record.");

    [Fact]
    public void A_license_entered_by_hand_was_not_in_force_before_its_first_term() =>
        Timeline(Imported with { PossiblySince = null }).StandingOn(Day("2020-05-03")).Text().ShouldStartWith("Pending/None: Blocking LICENSE_NOT_YET_IN_FORCE");

    [Theory]
    [InlineData("2019-12-31", Authority.Unknown)]
    [InlineData("2020-01-01", Authority.Full)]
    [InlineData("2021-12-31", Authority.Full)]
    [InlineData("2022-01-01", Authority.Unknown)]
    public void A_term_found_later_counts_and_the_days_around_it_stay_unknown(string on, Authority authority) =>
        Timeline(Imported, new LicenseRenewed(Term("2020-01-01", "2021-12-31"))).StandingOn(Day(on)).Authority.ShouldBe(authority);

    [Theory]
    [InlineData("2027-01-31", Standing.Active, Authority.Full)]
    [InlineData("2027-02-01", Standing.Expired, Authority.Unknown)]
    [InlineData("2029-04-30", Standing.Expired, Authority.Unknown)]
    [InlineData("2029-05-01", Standing.Active, Authority.Full)]
    public void Between_two_terms_a_license_is_unknown_where_the_source_names_the_second_alone(string on, Standing standing, Authority authority)
    {
        var answer = Timeline(Imported, new LicenseRenewed(Term("2029-05-01", "2031-01-31"), Day("2027-02-01"))).StandingOn(Day(on));

        (answer.Standing, answer.Authority).ShouldBe((standing, authority));
    }

    [Fact]
    public void What_is_known_of_those_days_counts_beside()
    {
        var suspended = Timeline(Imported, Imposed(A, EncumbranceType.Suspension, "2015-01-01"), Lifted(A, "2016-01-01"));

        suspended.StandingOn(Day("2015-06-01")).Text().ShouldStartWith("Suspended/None");
        suspended.StandingOn(Day("2016-01-01")).Authority.ShouldBe(Authority.Unknown);
    }

    [Theory]
    [InlineData("2026-02-01", Standing.Active, Authority.Full, "LICENSE_IN_FORCE")]
    [InlineData("2026-02-02", Standing.Active, Authority.Unknown, "ENCUMBRANCE_START_UNKNOWN LICENSE_IN_FORCE")]
    [InlineData("2026-02-28", Standing.Active, Authority.Unknown, "ENCUMBRANCE_START_UNKNOWN LICENSE_IN_FORCE")]
    [InlineData("2026-03-01", Standing.Suspended, Authority.None, "ENCUMBRANCE_SUSPENSION LICENSE_IN_FORCE")]
    public void An_action_named_without_its_first_day_may_have_acted_before(string on, Standing standing, Authority authority, string codes)
    {
        var answer = Timeline(Imported, Suspended).StandingOn(Day(on));

        (answer.Standing, answer.Authority, answer.Codes()).ShouldBe((standing, authority, codes));
    }

    [Theory]
    [InlineData(EncumbranceType.Probation, Authority.Unknown)]
    [InlineData(EncumbranceType.Other, Authority.Unknown)]
    [InlineData(EncumbranceType.Revocation, Authority.Unknown)]
    [InlineData(EncumbranceType.Fine, Authority.Full)]
    public void An_action_that_may_take_something_away_leaves_those_days_unknown_and_a_fine_does_not(EncumbranceType type, Authority authority) =>
        Timeline(Imported, Suspended with { Type = type }).StandingOn(Day("2026-02-15")).Authority.ShouldBe(authority);

    [Fact]
    public void The_true_day_once_known_is_a_correction_and_leaves_nothing_unknown()
    {
        var license = License(Imported, Suspended, Corrected(2, Imposed(A, EncumbranceType.Suspension, "2026-02-20")));

        license.KnownAt(null)!.StandingOn(Day("2026-02-19")).Authority.ShouldBe(Authority.Full);
        license.KnownAt(null)!.StandingOn(Day("2026-02-20")).Authority.ShouldBe(Authority.None);
        license.KnownAt(RecordedAt(2))!.StandingOn(Day("2026-02-19")).Authority.ShouldBe(Authority.Unknown);
        license.KnownAt(RecordedAt(1))!.StandingOn(Day("2026-02-19")).Authority.ShouldBe(Authority.Full);
        Timeline(Imported, Suspended, Voided(2)).StandingOn(Day("2026-02-15")).Authority.ShouldBe(Authority.Full);
    }

    [Fact]
    public void Inactive_and_closed_without_a_first_day_may_have_been_so_before()
    {
        Check(new LicenseInactivated(Day("2026-03-01"), Day("2026-02-02")), "INACTIVITY_START_UNKNOWN", Standing.Inactive);
        Check(new LicenseClosed(Day("2026-03-01"), Day("2026-02-02")), "CLOSURE_START_UNKNOWN", Standing.Closed);

        static void Check(LicenseFact fact, string code, Standing standing)
        {
            var license = Timeline(Imported, fact);
            license.StandingOn(Day("2026-02-01")).Authority.ShouldBe(Authority.Full);
            license.StandingOn(Day("2026-02-02")).Codes().ShouldBe($"{code} LICENSE_IN_FORCE");
            license.StandingOn(Day("2026-02-28")).Authority.ShouldBe(Authority.Unknown);
            license.StandingOn(Day("2026-03-01")).Standing.ShouldBe(standing);
        }
    }

    [Fact]
    public void Days_on_which_it_was_inactive_for_certain_are_no_longer_unknown()
    {
        var license = Timeline(
            Imported, new LicenseInactivated(Day("2026-03-01"), Day("2026-02-02")), new LicenseInactivated(Day("2026-02-10")));

        license.StandingOn(Day("2026-02-09")).Authority.ShouldBe(Authority.Unknown);
        license.StandingOn(Day("2026-02-10")).Authority.ShouldBe(Authority.None);
    }

    [Fact]
    public void The_first_possible_day_lies_before_the_day_from_which_it_holds()
    {
        var right = Suspended with { PossiblySince = Suspended.ImposedOn.AddDays(-1) };
        Given(Imported, Suspended).When(Correct(2, right)).ThenRecorded(Corrected(2, right));
        (LicenseFact Right, LicenseFact Wrong)[] facts =
        [
            (Imported, Imported with { PossiblySince = Imported.Term.StartsOn }),
            (Suspended, Suspended with { PossiblySince = Suspended.ImposedOn }),
            (new LicenseInactivated(Day("2026-03-01")), new LicenseInactivated(Day("2026-03-01"), Day("2026-03-02"))),
            (new LicenseClosed(Day("2026-03-01")), new LicenseClosed(Day("2026-03-01"), Day("2026-03-01"))),
            (new LicenseRenewed(Term("2029-05-01", "2031-01-31")), new LicenseRenewed(Term("2029-05-01", "2031-01-31"), Day("2029-05-01"))),
        ];
        foreach (var fact in facts)
            (fact.Right is LicenseGranted ? Given(Imported) : Given(Imported, fact.Right)).When(Correct(fact.Right is LicenseGranted ? 1 : 2, fact.Wrong)).ThenRefused(UncertainDays.NotEarlier);
    }
}
