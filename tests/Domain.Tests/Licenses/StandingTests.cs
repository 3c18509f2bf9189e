using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using static LicenseTracker.Domain.Tests.Samples;

namespace LicenseTracker.Domain.Tests.Licenses;

public sealed class StandingTests
{
    [Theory]
    [InlineData("2025-08-31", Standing.Pending, Authority.None, "LICENSE_NOT_YET_IN_FORCE")]
    [InlineData("2025-09-01", Standing.Active, Authority.Full, "LICENSE_IN_FORCE")]
    [InlineData("2027-08-31", Standing.Active, Authority.Full, "LICENSE_IN_FORCE")]
    [InlineData("2027-09-01", Standing.Expired, Authority.None, "LICENSE_EXPIRED")]
    public void A_license_is_good_from_its_grant_through_the_end_of_its_expiry_date(string on, Standing standing, Authority authority, string code)
    {
        var answer = Timeline(Granted).StandingOn(Day(on));
        (answer.Standing, answer.Authority, answer.Codes()).ShouldBe((standing, authority, code));
        answer.Reasons[0].Evidence.ShouldBe([Fact(1)]);
    }

    [Fact]
    public void A_term_that_expires_on_a_leap_day_is_good_on_that_day_and_not_on_the_next()
    {
        var license = Timeline(Granted with { GrantedOn = Day("2024-03-01"), Term = Term("2024-03-01", "2028-02-29") });
        license.StandingOn(Day("2028-02-29")).Standing.ShouldBe(Standing.Active);
        license.StandingOn(Day("2028-03-01")).Standing.ShouldBe(Standing.Expired);
        license.Breakpoints.ShouldBe([Day("2024-03-01"), Day("2028-03-01")]);
    }

    [Fact]
    public void A_term_that_begins_before_the_grant_gives_nothing_before_the_grant()
    {
        var license = Timeline(Granted with { Term = Term("2025-08-01", "2027-08-31") });
        license.StandingOn(Day("2025-08-15")).Authority.ShouldBe(Authority.None);
        license.StandingOn(Day("2025-09-01")).Authority.ShouldBe(Authority.Full);
    }

    [Theory]
    [InlineData("2027-08-31", "2027-09-15", Standing.Pending, Authority.Unknown)]
    [InlineData("2027-09-01", "2027-09-15", Standing.Expired, Authority.None)]
    [InlineData("2025-09-01", "2027-09-15", Standing.Expired, Authority.None)]
    public void A_renewal_filed_by_the_expiry_of_the_last_term_is_pending_and_an_unknown_book_leaves_authority_unknown(
        string filed, string on, Standing standing, Authority authority)
    {
        var answer = Timeline(Granted, new LicenseRenewalFiled(Day(filed))).StandingOn(Day(on));
        (answer.Standing, answer.Authority).ShouldBe((standing, authority));
    }

    [Fact]
    public void A_filing_is_pending_until_the_board_ends_it_or_a_later_term_begins()
    {
        LicenseFact[] filed = [Granted, new LicenseRenewalFiled(Day("2027-08-01"))];
        var ended = Timeline([.. filed, new LicenseRenewalFilingEnded(Day("2027-10-01"))]);
        ended.StandingOn(Day("2027-09-30")).Standing.ShouldBe(Standing.Pending);
        ended.StandingOn(Day("2027-10-01")).Standing.ShouldBe(Standing.Expired);

        var renewed = Timeline([.. filed, new LicenseRenewed(Term("2027-09-20", "2029-08-31"))]);
        renewed.StandingOn(Day("2027-09-19")).Standing.ShouldBe(Standing.Pending);
        renewed.StandingOn(Day("2027-09-20")).Standing.ShouldBe(Standing.Active);
        renewed.StandingOn(Day("2029-09-01")).Standing.ShouldBe(Standing.Expired);
    }

    [Fact]
    public void A_term_of_the_day_of_filing_alone_is_the_one_to_be_renewed_and_a_longer_one_from_that_day_answers_the_filing()
    {
        LicenseFact filed = new LicenseRenewalFiled(Day("2025-09-01"));
        Timeline(Granted with { Term = Term("2025-09-01", "2025-09-01") }, filed).StandingOn(Day("2025-09-02")).Standing.ShouldBe(Standing.Pending);
        Timeline(Granted with { Term = Term("2025-09-01", "2025-09-02") }, filed).StandingOn(Day("2025-09-03")).Standing.ShouldBe(Standing.Expired);
    }

    [Theory]
    [InlineData(true, Authority.Full)]
    [InlineData(false, Authority.None)]
    [InlineData(null, Authority.Unknown)]
    public void While_a_renewal_is_pending_authority_is_what_the_book_says(bool? continues, Authority authority) =>
        TermFindings.WhilePending(continues).ShouldBe(authority);

    [Fact]
    public void A_conditional_registration_is_restricted_with_limited_authority_through_its_last_day()
    {
        var license = Timeline(Granted, new LicenseConditionallyRegistered(Term("2027-09-01", "2028-08-31"), "Complete 36 CE hours"));
        var answer = license.StandingOn(Day("2028-08-31"));
        (answer.Standing, answer.Authority).ShouldBe((Standing.Restricted, Authority.Limited));
        license.StandingOn(Day("2028-09-01")).Standing.ShouldBe(Standing.Expired);
    }

    [Fact]
    public void An_inactive_license_has_no_authority_until_it_is_reactivated()
    {
        var license = Timeline(Granted, new LicenseInactivated(Day("2026-01-10")), new LicenseReactivated(Day("2026-03-01")));
        license.StandingOn(Day("2026-01-09")).Standing.ShouldBe(Standing.Active);
        license.StandingOn(Day("2026-01-10")).Codes().ShouldBe("LICENSE_INACTIVE LICENSE_IN_FORCE");
        license.StandingOn(Day("2026-02-28")).Authority.ShouldBe(Authority.None);
        license.StandingOn(Day("2026-03-01")).Authority.ShouldBe(Authority.Full);
    }

    [Fact]
    public void A_closed_license_is_never_shown_as_discipline()
    {
        var license = Timeline(Granted, new LicenseClosed(Day("2026-01-10")), new LicenseReopened(Day("2026-03-01")));
        var answer = license.StandingOn(Day("2026-02-01"));
        (answer.Standing, answer.Authority).ShouldBe((Standing.Closed, Authority.None));
        answer.Reasons[0].Message.ShouldContain("not discipline");
        license.StandingOn(Day("2026-03-01")).Standing.ShouldBe(Standing.Active);
    }

    [Fact]
    public void Facts_that_contradict_each_other_on_one_date_count_as_unknown_until_a_later_fact_of_that_kind()
    {
        var on = Day("2026-01-10");
        Check("INACTIVITY_CONFLICT", new LicenseReactivated(Day("2026-03-01")), new LicenseInactivated(on), new LicenseReactivated(on));
        Check("CLOSURE_CONFLICT", new LicenseReopened(Day("2026-03-01")), new LicenseClosed(on), new LicenseReopened(on));
        Check("LICENSE_NUMBER_CONFLICT", new LicenseNumberChanged("Z", Day("2026-03-01")), new LicenseNumberChanged("X", on), new LicenseNumberChanged("Y", on));
        Check("HOME_STATE_CONFLICT", new LicenseRelocated(Jurisdiction.GA, Day("2026-03-01")), new LicenseRelocated(Jurisdiction.GA, on), new LicenseRelocated(Jurisdiction.AL, on));
        Check("COMPACT_AUTHORITY_CONFLICT", new CompactAuthorityEnded(Day("2026-03-01")), new CompactAuthorityGranted(on), new CompactAuthorityEnded(on));
        Check("ENCUMBRANCE_CONFLICT", Revised(A, EncumbranceType.Fine, "2026-03-01"), Imposed(A, EncumbranceType.Fine, "2025-10-01"), Revised(A, EncumbranceType.Probation, "2026-01-10"), Revised(A, EncumbranceType.Fine, "2026-01-10"));

        static void Check(string code, LicenseFact settling, params LicenseFact[] contradicting)
        {
            var license = Timeline([Granted, .. contradicting, settling]);
            license.StandingOn(Day("2026-01-09")).Authority.ShouldBe(Authority.Full, code);
            var answer = license.StandingOn(Day("2026-02-28"));
            answer.Authority.ShouldBe(Authority.Unknown, code);
            answer.Reasons.Single(r => r.Outcome == ReasonOutcome.Unknown).Code.ShouldBe(code);
            license.StandingOn(Day("2026-03-01")).Authority.ShouldBe(Authority.Full, code);
        }
    }

    [Fact]
    public void A_contradiction_never_hides_that_something_else_takes_all_authority()
    {
        var answer = Timeline(
            Granted, new LicenseInactivated(Day("2026-01-10")), new LicenseReactivated(Day("2026-01-10")), Imposed(A, EncumbranceType.Suspension, "2026-01-01"))
            .StandingOn(Day("2026-02-01"));
        (answer.Standing, answer.Authority).ShouldBe((Standing.Suspended, Authority.None));
        answer.Codes().ShouldBe("ENCUMBRANCE_SUSPENSION INACTIVITY_CONFLICT LICENSE_IN_FORCE");
    }

    [Fact]
    public void Terms_of_one_first_day_with_different_last_days_are_unknown_where_they_disagree()
    {
        var license = Timeline(Granted, new LicenseRenewed(Term("2027-09-01", "2028-08-31")), new LicenseRenewed(Term("2027-09-01", "2029-08-31")));
        license.StandingOn(Day("2028-08-31")).Authority.ShouldBe(Authority.Full);
        license.StandingOn(Day("2028-09-01")).Codes().ShouldBe("TERM_CONFLICT");
        license.StandingOn(Day("2028-09-01")).Authority.ShouldBe(Authority.Unknown);
        license.StandingOn(Day("2029-09-01")).Standing.ShouldBe(Standing.Expired);
    }

    [Fact]
    public void Number_home_state_and_compact_authority_are_those_of_the_date()
    {
        var license = Timeline(
            Granted, new LicenseNumberChanged("MA-99", Day("2026-01-01")), new CompactAuthorityGranted(Day("2026-02-01")),
            new CompactAuthorityEnded(Day("2026-03-01")), new LicenseRelocated(Jurisdiction.GA, Day("2026-04-01")));
        license.NumberOn(Day("2025-12-31")).ShouldBe("MA-12345");
        license.NumberOn(Day("2026-01-01")).ShouldBe("MA-99");
        license.Numbers.ShouldBe(["MA-12345", "MA-99"]);
        license.HasCompactAuthorityOn(Day("2026-02-28")).ShouldBeTrue();
        license.HasCompactAuthorityOn(Day("2026-03-01")).ShouldBeFalse();
        license.HomeStateOn(Day("2026-03-31")).ShouldBe(license.Jurisdiction);
        license.HomeStateOn(Day("2026-04-01")).ShouldBe(Jurisdiction.GA);
    }

    [Theory]
    [InlineData(" ma-12 345.a ", "MA12345A")]
    [InlineData("0123", "0123")]
    public void Numbers_are_compared_without_marks_and_case_but_with_leading_zeros(string given, string normal) =>
        LicenseNumber.Normalise(given).ShouldBe(normal);
}
