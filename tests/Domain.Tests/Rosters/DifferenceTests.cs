using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Rosters;
using static LicenseTracker.Domain.Tests.Samples;

namespace LicenseTracker.Domain.Tests.Rosters;

public sealed class DifferenceTests
{
    private static readonly DateOnly Read = Day("2026-03-01");

    [Fact]
    public void A_row_that_says_what_the_record_says_brings_nothing()
    {
        var result = Rows.Row().On();

        result.ShouldBe(Verdict.Unchanged);
        result.TherapistFacts.ShouldBeEmpty();
        result.Reviews.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, "2026-03-01", null, "2027-09-01", null)] // read while the last term runs: the new one follows it
    [InlineData(null, "2027-10-15", null, "2027-10-15", "2027-09-01")] // read after a gap: nobody vouches for the days before
    [InlineData("2027-06-01", "2027-07-01", null, "2027-09-01", null)] // renewed early: never before the last term has ended
    [InlineData("2027-09-20", "2027-10-15", null, "2027-09-20", "2027-09-01")] // renewed late: when the source says, which tells of that term alone
    [InlineData("2027-09-20", "2027-10-15", "2027-09-10", "2027-09-20", "2027-09-11")] // the source agreed meanwhile that it had expired
    [InlineData("2027-09-20", "2027-10-15", "2027-09-19", "2027-09-20", null)]
    [InlineData("2027-09-20", "2027-10-15", "2027-08-01", "2027-09-20", "2027-09-01")] // it agreed while the old term ran, which tells nothing of the gap
    public void A_later_expiry_is_a_renewal(string? renewed, string read, string? agreed, string start, string? possiblySince) =>
        (Rows.Row(read) with { RenewedOn = renewed is null ? null : Day(renewed), ExpiresOn = Day("2029-08-31") })
            .AgreedOn(agreed).ShouldBe(Verdict.Changed, new LicenseRenewed(Term(start, "2029-08-31"), possiblySince is null ? null : Day(possiblySince)));

    [Theory]
    [InlineData(null, "2025-09-01")] // the source never agreed before: it may have been so since the grant
    [InlineData("2026-02-10", "2026-02-11")] // it said otherwise on that day
    [InlineData("2026-02-28", null)] // and on the day before
    [InlineData("2026-03-01", "2025-09-01")] // a file read later tells nothing of the days before this one
    [InlineData("2025-01-01", "2025-09-01")]
    public void What_the_status_says_without_a_date_may_have_been_so_since_the_source_last_said_otherwise(string? agreed, string? possiblySince)
    {
        var since = possiblySince is null ? (DateOnly?)null : Day(possiblySince);
        var reported = new DisciplineReported(Rows.Ids.Discipline, since ?? Read);

        Rows.Row().Saying(RosterStatus.NotActive, EncumbranceType.Revocation).AgreedOn(agreed).ShouldBe(
            Verdict.Changed, new EncumbranceImposed(Rows.Ids.ByStatus, EncumbranceType.Revocation, Read, null, "WORDS", Personal.None, since));
        Rows.Row().Saying(RosterStatus.Inactive).AgreedOn(agreed).ShouldBe(Verdict.Changed, new LicenseInactivated(Read, since));
        Rows.Row().Saying(RosterStatus.Closed).AgreedOn(agreed).ShouldBe(Verdict.Changed, new LicenseClosed(Read, since));
        Rows.Row().Saying(RosterStatus.Active, EncumbranceType.DisciplineReported).AgreedOn(agreed).ShouldBe(Verdict.Changed, reported);
        (Rows.Row() with { Disciplined = true }).AgreedOn(agreed).ShouldBe(Verdict.Changed, reported);
    }

    [Fact]
    public void Ever_disciplined_after_the_action_that_explained_it_was_voided_may_have_been_so_since_the_grant() =>
        (Rows.Row() with { Disciplined = true }).AgreedOn("2026-02-10", Imposed(A, EncumbranceType.Fine, "2026-01-05"), Voided(2))
            .ShouldBe(Verdict.Changed, new DisciplineReported(Rows.Ids.Discipline, Granted.GrantedOn));

    [Fact]
    public void Words_of_status_that_the_profile_does_not_know_bring_no_new_license()
    {
        var row = Rows.Row().Saying(RosterStatus.Unknown);

        RosterReconciliation.Decide(row, Rows.Ids, null, null).Refusals.ShouldBe([Review.StatusUnknown]);
        RosterReconciliation.Decide(row, Rows.Ids, Rows.Ada(), null).Refusals.ShouldBe([Review.StatusUnknown]);
    }

    [Fact]
    public void Words_of_status_that_the_profile_does_not_know_go_to_review_where_the_license_is_on_record_and_nothing_else_is_taken()
    {
        var result = (Rows.Row() with { ExpiresOn = Day("2029-08-31") }).Saying(RosterStatus.Unknown).On();

        result.ShouldBe(Verdict.Review);
        result.Reviews.ShouldBe([new(Review.StatusUnknown, "ACTIVE", "WORDS", Granted.GrantedOn)]);
    }

    [Fact]
    public void Unknown_words_of_status_that_sound_like_discipline_leave_authority_unknown_as_well()
    {
        var result = (Rows.Row() with { Status = new(RosterStatus.Unknown, null, true, "SUSPENSION PENDING APPEAL") }).On();

        result.ShouldBe(Verdict.Changed, new DisciplineReported(Rows.Ids.Discipline, Granted.GrantedOn));
        result.Reviews.ShouldBe([new(Review.StatusUnknownDiscipline, "ACTIVE", "SUSPENSION PENDING APPEAL", Granted.GrantedOn)]);
    }

    [Theory]
    [InlineData(null, "2027-12-31", "2025-09-01")] // the source never agreed before: since the grant
    [InlineData("2026-02-10", "2026-12-31", "2026-02-11")] // it said otherwise on that day
    [InlineData("2026-02-28", "2026-12-31", "2026-03-01")]
    [InlineData("2026-02-10", "2025-12-31", "2026-01-01")] // now it says that the license had ended before
    public void A_contradiction_may_be_so_since_the_source_last_said_otherwise(string? agreed, string expires, string since) =>
        (Rows.Row() with { ExpiresOn = Day(expires) }).Saying(RosterStatus.Unknown).AgreedOn(agreed).Reviews.Single().Since.ShouldBe(Day(since));

    [Fact]
    public void The_same_contradiction_with_a_later_record_is_another_one()
    {
        var first = Rows.Row().On(Imposed(A, EncumbranceType.Suspension, "2026-01-05")).Reviews.Single();
        var second = Rows.Row().On(Imposed(A, EncumbranceType.Suspension, "2026-01-05"), Lifted(A, "2026-02-01"), Imposed(B, EncumbranceType.Suspension, "2026-02-10")).Reviews.Single();

        first.ShouldBe(new(Review.ActiveThoughEncumbered, "SUSPENSION since 2026-01-05", null, Granted.GrantedOn));
        second.ShouldBe(new(Review.ActiveThoughEncumbered, "SUSPENSION since 2026-02-10", null, Granted.GrantedOn));
        Rows.Row().On(new LicenseClosed(Day("2026-01-05"))).Reviews.Single().OnRecord.ShouldBe("since 2026-01-05");
    }

    [Fact]
    public void A_later_expiry_that_is_past_and_has_no_date_of_renewal_goes_to_review()
    {
        var result = (Rows.Row("2030-01-01") with { ExpiresOn = Day("2029-08-31") }).On();

        result.ShouldBe(Verdict.Review);
        result.ReviewCodes().ShouldBe(["RENEWAL_UNDATED"]);
    }

    [Fact]
    public void A_shortened_expiry_goes_to_review_and_never_into_a_fact()
    {
        var result = (Rows.Row() with { ExpiresOn = Day("2026-12-31") }).On();

        result.ShouldBe(Verdict.Review);
        result.Reviews.ShouldBe([new(Review.ExpiryShortened, "2027-08-31", "2026-12-31", Granted.GrantedOn)]);
    }

    [Fact]
    public void Inactive_is_recorded_from_the_day_it_was_read_and_once()
    {
        var row = Rows.Row().Saying(RosterStatus.Inactive);

        row.On().ShouldBe(Verdict.Changed, new LicenseInactivated(Read, Granted.GrantedOn));
        row.On(new LicenseInactivated(Day("2026-02-01"))).ShouldBe(Verdict.Unchanged);
    }

    [Fact]
    public void Active_again_is_a_reactivation() =>
        Rows.Row().On(new LicenseInactivated(Day("2026-02-01"))).ShouldBe(Verdict.Changed, new LicenseReactivated(Read));

    [Fact]
    public void Active_and_inactive_since_the_same_day_goes_to_review()
    {
        var result = Rows.Row().On(new LicenseInactivated(Read));

        result.ShouldBe(Verdict.Review);
        result.ReviewCodes().ShouldBe(["CHANGED_SAME_DAY"]);
    }

    [Fact]
    public void Another_number_of_the_same_day_goes_to_review_as_such() =>
        (Rows.Row() with { Number = "MA-2" }).On(new LicenseNumberChanged("MA-3", Read)).ReviewCodes().ShouldBe(["NUMBER_CHANGED_SAME_DAY"]);

    [Fact]
    public void Expired_brings_no_fact_because_the_expiry_tells() => Rows.Row("2027-10-01").Saying(RosterStatus.Expired).On().ShouldBe(Verdict.Unchanged);

    [Fact]
    public void Expired_before_its_expiry_goes_to_review_and_a_new_license_is_refused()
    {
        var row = Rows.Row().Saying(RosterStatus.Expired);

        row.On().Reviews.ShouldBe([new(Review.ExpiredInTerm, "2027-08-31", "WORDS", Granted.GrantedOn)]);
        RosterReconciliation.Decide(row, Rows.Ids, null, null).Refusals.ShouldBe([Review.ExpiredInTerm]);
    }

    [Fact]
    public void Not_active_without_a_reason_is_inactive() =>
        Rows.Row().Saying(RosterStatus.NotActive).On().ShouldBe(Verdict.Changed, new LicenseInactivated(Read, Granted.GrantedOn));

    [Fact]
    public void Not_active_is_explained_by_an_expiry() => Rows.Row("2027-10-01").Saying(RosterStatus.NotActive).On().ShouldBe(Verdict.Unchanged);

    [Fact]
    public void Not_active_is_explained_by_a_suspension() =>
        Rows.Row().Saying(RosterStatus.NotActive).On(Imposed(A, EncumbranceType.Suspension, "2026-01-05")).ShouldBe(Verdict.Unchanged);

    [Fact]
    public void A_suspension_named_by_the_status_is_imposed_once()
    {
        var row = Rows.Row().Saying(RosterStatus.NotActive, EncumbranceType.Suspension);

        row.On().ShouldBe(Verdict.Changed, new EncumbranceImposed(Rows.Ids.ByStatus, EncumbranceType.Suspension, Read, null, "WORDS", Personal.None, Granted.GrantedOn));
        row.On(Imposed(A, EncumbranceType.Suspension, "2026-01-05")).ShouldBe(Verdict.Unchanged);
        row.On(Imposed(A, EncumbranceType.EmergencySuspension, "2026-01-05")).ShouldBe(Verdict.Unchanged);
    }

    [Fact]
    public void Active_though_suspended_on_record_goes_to_review_and_lifts_nothing()
    {
        var result = Rows.Row().On(Imposed(A, EncumbranceType.Suspension, "2026-01-05"));

        result.ShouldBe(Verdict.Review);
        result.ReviewCodes().ShouldBe(["STATUS_ACTIVE_THOUGH_ENCUMBERED"]);
    }

    [Fact]
    public void Active_though_closed_on_record_goes_to_review_and_reopens_nothing()
    {
        var result = Rows.Row().On(new LicenseClosed(Day("2026-01-05")));

        result.ShouldBe(Verdict.Review);
        result.ReviewCodes().ShouldBe(["STATUS_ACTIVE_THOUGH_CLOSED"]);
    }

    [Fact]
    public void Closed_is_a_closure_and_no_discipline() => Rows.Row().Saying(RosterStatus.Closed).On().ShouldBe(Verdict.Changed, new LicenseClosed(Read, Granted.GrantedOn));

    [Fact]
    public void In_renewal_is_a_filing_in_time_once_per_term()
    {
        var row = Rows.Row("2027-07-01").Saying(RosterStatus.InRenewal);

        row.On().ShouldBe(Verdict.Changed, new LicenseRenewalFiled(Day("2027-07-01")));
        row.On(new LicenseRenewalFiled(Day("2027-06-15"))).ShouldBe(Verdict.Unchanged);
    }

    [Fact]
    public void In_renewal_read_after_expiry_was_filed_by_the_last_day()
    {
        var result = Rows.Row("2027-09-20").Saying(RosterStatus.InRenewal).On();

        result.ShouldBe(Verdict.Changed, new LicenseRenewalFiled(Day("2027-08-31")));
        result.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Words_of_status_that_nobody_knows_go_to_review() =>
        Rows.Row().Saying(RosterStatus.Active, unsure: true).On().Reviews.ShouldBe([new(Review.StatusUncertain, null, "WORDS", Granted.GrantedOn)]);

    [Theory]
    [InlineData(RosterStatus.Active, "SUSPENDED PENDING HEARING")]
    [InlineData(RosterStatus.NotActive, "DISCIPLINARY HOLD")]
    public void An_unknown_word_that_sounds_like_discipline_leaves_authority_unknown_and_is_never_a_choice(RosterStatus status, string words)
    {
        var row = Rows.Row() with { Status = new(status, null, true, words) };

        var result = row.On();

        result.LicenseFacts.ShouldBe([new DisciplineReported(Rows.Ids.Discipline, Granted.GrantedOn)]);
        result.ReviewCodes().ShouldBe(["STATUS_UNCERTAIN"]);
    }

    [Fact]
    public void Ever_disciplined_is_reported_once_and_explained_by_any_action_on_record()
    {
        var row = Rows.Row() with { Disciplined = true };
        var reported = new DisciplineReported(Rows.Ids.Discipline, Granted.GrantedOn);

        row.On().ShouldBe(Verdict.Changed, reported);
        row.On(reported).ShouldBe(Verdict.Unchanged);
        row.On(Imposed(A, EncumbranceType.Fine, "2026-01-05")).ShouldBe(Verdict.Unchanged);
        row.On(new DisciplineReported(A, Day("2026-01-05")), Lifted(A, "2026-02-01")).ShouldBe(Verdict.Unchanged);
    }

    [Fact]
    public void Discipline_no_longer_reported_goes_to_review() =>
        (Rows.Row() with { Disciplined = false }).On(new DisciplineReported(A, Day("2026-01-05"))).ReviewCodes().ShouldBe(["DISCIPLINE_NO_LONGER_REPORTED"]);

    [Fact]
    public void With_conditions_is_discipline_that_acts_now_though_an_older_one_was_lifted()
    {
        var row = Rows.Row().Saying(RosterStatus.Active, EncumbranceType.DisciplineReported);

        row.On(new DisciplineReported(A, Day("2026-01-05")), Lifted(A, "2026-02-01")).ShouldBe(Verdict.Changed, new DisciplineReported(Rows.Ids.Discipline, Granted.GrantedOn));
        row.On(new DisciplineReported(A, Day("2026-01-05"))).ShouldBe(Verdict.Unchanged);
    }

    [Fact]
    public void Another_number_is_a_change_of_number() =>
        (Rows.Row() with { Number = "MA-99999" }).On().ShouldBe(Verdict.Changed, new LicenseNumberChanged("MA-99999", Read));

    [Fact]
    public void The_same_number_written_otherwise_is_no_change() => (Rows.Row() with { Number = "ma 12345" }).On().ShouldBe(Verdict.Unchanged);

    [Fact]
    public void A_former_number_goes_to_review() =>
        Rows.Row().On(new LicenseNumberChanged("MA-99999", Day("2026-01-01"))).ReviewCodes().ShouldBe(["NUMBER_FORMER"]);

    [Fact]
    public void A_fact_that_the_licenses_rules_refuse_refuses_the_whole_row()
    {
        var result = (Rows.Row() with { RenewedOn = Day("2029-09-09"), ExpiresOn = Day("2029-08-31") }).Saying(RosterStatus.Inactive).On();

        result.Verdict.ShouldBe(Verdict.Refused);
        result.Refusals.Select(r => r.Code).ShouldBe(["TERM_END_BEFORE_START"]);
        result.LicenseFacts.ShouldBeEmpty();
    }
}
