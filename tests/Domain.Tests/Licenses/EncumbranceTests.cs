using LicenseTracker.Domain.Licenses;
using static LicenseTracker.Domain.Tests.Samples;
using static LicenseTracker.Domain.Tests.Specs;

namespace LicenseTracker.Domain.Tests.Licenses;

public sealed class EncumbranceTests
{
    [Theory]
    [InlineData(EncumbranceType.Fine, Standing.Active, Authority.Full)]
    [InlineData(EncumbranceType.Reprimand, Standing.Active, Authority.Full)]
    [InlineData(EncumbranceType.PublicReprimand, Standing.Active, Authority.Full)]
    [InlineData(EncumbranceType.RequiredSupervision, Standing.Restricted, Authority.Limited)]
    [InlineData(EncumbranceType.CompletionOfCe, Standing.Restricted, Authority.Limited)]
    [InlineData(EncumbranceType.Probation, Standing.Restricted, Authority.Limited)]
    [InlineData(EncumbranceType.PracticeLimitation, Standing.Restricted, Authority.Limited)]
    [InlineData(EncumbranceType.Monitoring, Standing.Restricted, Authority.Limited)]
    [InlineData(EncumbranceType.StayedSuspension, Standing.Restricted, Authority.Limited)]
    [InlineData(EncumbranceType.InjunctiveAction, Standing.Suspended, Authority.None)]
    [InlineData(EncumbranceType.CeaseAndDesist, Standing.Suspended, Authority.None)]
    [InlineData(EncumbranceType.EmergencySuspension, Standing.Suspended, Authority.None)]
    [InlineData(EncumbranceType.Suspension, Standing.Suspended, Authority.None)]
    [InlineData(EncumbranceType.Denial, Standing.Suspended, Authority.None)]
    [InlineData(EncumbranceType.Revocation, Standing.Revoked, Authority.None)]
    [InlineData(EncumbranceType.Surrender, Standing.Surrendered, Authority.None)]
    [InlineData(EncumbranceType.Other, Standing.Active, Authority.Unknown)]
    [InlineData(EncumbranceType.DisciplineReported, Standing.Active, Authority.Unknown)]
    public void Each_type_acts_from_the_start_of_its_effective_date_to_the_start_of_its_lift_date(EncumbranceType type, Standing standing, Authority authority)
    {
        LicenseFact imposed = type == EncumbranceType.DisciplineReported ? new DisciplineReported(A, Day("2026-01-10")) : Imposed(A, type, "2026-01-10");
        var license = Timeline(Granted, imposed, Lifted(A, "2026-03-01"));
        license.StandingOn(Day("2026-01-09")).Text().ShouldBe(license.StandingOn(Day("2026-03-01")).Text());
        license.StandingOn(Day("2026-03-01")).Codes().ShouldBe("LICENSE_IN_FORCE");
        foreach (var day in Days("2026-01-10", "2026-02-28"))
        {
            var answer = license.StandingOn(day);
            (answer.Standing, answer.Authority, answer.Reasons.Length).ShouldBe((standing, authority, 2));
        }
    }

    [Fact]
    public void Every_type_has_its_row_above() =>
        typeof(EncumbranceTests).GetMethod(nameof(Each_type_acts_from_the_start_of_its_effective_date_to_the_start_of_its_lift_date))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false).Length.ShouldBe(Enum.GetValues<EncumbranceType>().Length);

    [Fact]
    public void Whichever_comes_first_of_lift_and_scheduled_lift_ends_it()
    {
        var scheduled = Timeline(Granted, Imposed(A, EncumbranceType.Suspension, "2026-01-10", "2026-02-01"), Lifted(A, "2026-03-01"));
        scheduled.StandingOn(Day("2026-01-31")).Standing.ShouldBe(Standing.Suspended);
        scheduled.StandingOn(Day("2026-02-01")).Standing.ShouldBe(Standing.Active);
        var lifted = Timeline(Granted, Imposed(A, EncumbranceType.Suspension, "2026-01-10", "2026-03-01"), Lifted(A, "2026-02-01"));
        lifted.StandingOn(Day("2026-01-31")).Standing.ShouldBe(Standing.Suspended);
        lifted.StandingOn(Day("2026-02-01")).Standing.ShouldBe(Standing.Active);
    }

    [Fact]
    public void Overlapping_encumbrances_lifted_out_of_order_keep_their_own_intervals()
    {
        LicenseFact[] facts =
        [
            Imposed(A, EncumbranceType.Suspension, "2026-01-01"), Imposed(B, EncumbranceType.Probation, "2026-02-01"),
            Lifted(B, "2026-05-01"), Lifted(A, "2026-03-01"),
        ];
        foreach (var order in (int[][])[[0, 1, 2, 3], [1, 2, 0, 3], [1, 0, 3, 2], [0, 3, 1, 2]])
        {
            var license = Timeline([Granted, .. order.Select(i => facts[i])]);
            Days("2025-12-01", "2026-06-01").Where(d => license.StandingOn(d).Authority == Authority.None)
                .ShouldBe(Days("2026-01-01", "2026-02-28"));
            Days("2025-12-01", "2026-06-01").Where(d => license.StandingOn(d).Authority == Authority.Limited)
                .ShouldBe(Days("2026-03-01", "2026-04-30"));
        }
    }

    [Fact]
    public void All_reasons_are_given_the_blocking_ones_first_and_the_strongest_standing_is_shown()
    {
        var answer = Timeline(
            Granted, Imposed(A, EncumbranceType.Probation, "2026-01-01"), Imposed(B, EncumbranceType.Revocation, "2026-01-01"),
            Imposed(Encumbrance(3), EncumbranceType.Fine, "2026-01-01"), Imposed(Encumbrance(4), EncumbranceType.Other, "2026-01-01"))
            .StandingOn(Day("2026-02-01"));
        (answer.Standing, answer.Authority).ShouldBe((Standing.Revoked, Authority.None));
        answer.Codes().ShouldBe("ENCUMBRANCE_REVOCATION ENCUMBRANCE_OTHER ENCUMBRANCE_PROBATION ENCUMBRANCE_FINE LICENSE_IN_FORCE");
    }

    [Fact]
    public void A_revision_changes_type_and_schedule_from_its_own_date_on()
    {
        var license = Timeline(
            Granted, Imposed(A, EncumbranceType.Suspension, "2026-01-01", "2026-02-01"), Revised(A, EncumbranceType.Probation, "2026-03-01", "2026-04-01"));
        license.StandingOn(Day("2026-01-31")).Standing.ShouldBe(Standing.Suspended);
        license.StandingOn(Day("2026-02-15")).Standing.ShouldBe(Standing.Active);
        license.StandingOn(Day("2026-03-31")).Standing.ShouldBe(Standing.Restricted);
        license.StandingOn(Day("2026-04-01")).Standing.ShouldBe(Standing.Active);
        (license.Encumbrances[0].Type, license.Encumbrances[0].ScheduledLiftOn).ShouldBe((EncumbranceType.Probation, Day("2026-04-01")));
    }

    [Fact]
    public void A_stay_softens_what_takes_all_authority_until_the_day_it_ends()
    {
        var license = Timeline(
            Granted, Imposed(A, EncumbranceType.Suspension, "2026-01-01"), new EncumbranceStayed(A, Day("2026-02-01"), Day("2026-03-01")));
        license.StandingOn(Day("2026-01-31")).Authority.ShouldBe(Authority.None);
        license.StandingOn(Day("2026-02-01")).Authority.ShouldBe(Authority.Limited);
        license.StandingOn(Day("2026-02-28")).Codes().ShouldBe("ENCUMBRANCE_STAYED_SUSPENSION LICENSE_IN_FORCE");
        license.StandingOn(Day("2026-03-01")).Authority.ShouldBe(Authority.None);
    }

    [Fact]
    public void A_later_order_ends_the_stay_of_the_one_before()
    {
        var license = Timeline(
            Granted, Imposed(A, EncumbranceType.Suspension, "2026-01-01"), new EncumbranceStayed(A, Day("2026-02-01"), null),
            new EncumbranceRevised(A, EncumbranceType.Revocation, Day("2026-03-01"), null, null, Personal.None));
        license.StandingOn(Day("2026-02-28")).Authority.ShouldBe(Authority.Limited);
        license.StandingOn(Day("2026-03-01")).Standing.ShouldBe(Standing.Revoked);
    }

    [Fact]
    public void Reinstatement_ends_revocations_and_surrenders_effective_by_its_date_and_nothing_else()
    {
        var license = Timeline(
            Granted, new LicenseReinstated(Day("2026-03-01")), Imposed(A, EncumbranceType.Revocation, "2026-01-01"), Imposed(B, EncumbranceType.Surrender, "2026-03-01"),
            Imposed(Encumbrance(3), EncumbranceType.Suspension, "2026-01-01"), Imposed(Encumbrance(4), EncumbranceType.Revocation, "2026-06-01"));
        license.StandingOn(Day("2026-02-28")).Standing.ShouldBe(Standing.Revoked);
        license.StandingOn(Day("2026-03-01")).Standing.ShouldBe(Standing.Suspended);
        license.StandingOn(Day("2026-06-01")).Standing.ShouldBe(Standing.Revoked);
        license.Encumbrances.Select(e => e.LiftedOn).ShouldBe([Day("2026-03-01"), null, Day("2026-03-01"), null]);
    }

    [Fact]
    public void Of_two_lifts_that_hold_the_later_one_ends_it()
    {
        var license = Timeline(Granted, Imposed(A, EncumbranceType.Suspension, "2026-01-01"), Lifted(A, "2026-04-01"), Lifted(A, "2026-02-01"));
        license.StandingOn(Day("2026-03-31")).Standing.ShouldBe(Standing.Suspended);
        license.StandingOn(Day("2026-04-01")).Standing.ShouldBe(Standing.Active);
    }

    [Fact]
    public void Lifting_what_is_unknown_not_yet_imposed_or_already_lifted_is_refused()
    {
        LicenseFact[] imposed = [Granted, Imposed(A, EncumbranceType.Suspension, "2026-01-10")];
        Given(Granted).When(Lift(A, "2026-02-01")).ThenRefused(ReviseEncumbrance.EncumbranceUnknown);
        Given(imposed).When(Lift(B, "2026-02-01")).ThenRefused(ReviseEncumbrance.EncumbranceUnknown);
        Given(imposed).When(Lift(A, "2026-01-09")).ThenRefused(ReviseEncumbrance.BeforeImposed);
        Given(imposed).When(Lift(A, "2026-01-10")).ThenRecorded(Lifted(A, "2026-01-10"));
        Given([.. imposed, Lifted(A, "2026-02-01")]).When(Lift(A, "2026-03-01")).ThenRefused(LiftEncumbrance.AlreadyLifted);
        Given([.. imposed, Lifted(A, "2026-02-01"), Voided(3)]).When(Lift(A, "2026-03-01")).ThenRecorded(Lifted(A, "2026-03-01"));
        Given([.. imposed, Revised(A, EncumbranceType.Probation, "2026-03-01")]).When(Lift(A, "2026-02-01")).ThenRefused(LiftEncumbrance.BeforeItsRevision);
    }

    [Fact]
    public void Imposing_and_revising_refuse_only_the_impossible()
    {
        Given(Granted).When(Impose(A, EncumbranceType.Fine, "2026-01-10", "2026-01-09")).ThenRefused(ImposeEncumbrance.ScheduledLiftBeforeStart);
        Given(Granted).When(Impose(A, (EncumbranceType)99, "2026-01-10")).ThenRefused(Refusals.InvalidInput("x"));
        LicenseFact[] imposed = [Granted, Imposed(A, EncumbranceType.Fine, "2026-01-10")];
        Given(imposed).When(Impose(A, EncumbranceType.Fine, "2026-01-10")).ThenRefused(ImposeEncumbrance.IdTaken);
        Given(imposed).When(Impose(B, EncumbranceType.Fine, "2020-01-10")).ThenRecorded(Imposed(B, EncumbranceType.Fine, "2020-01-10"));
        Given([.. imposed, Lifted(A, "2026-02-01")]).When(Revise(A, EncumbranceType.Fine, "2026-02-02")).ThenRefused(LiftEncumbrance.AlreadyLifted);
        Given([.. imposed, Revised(A, EncumbranceType.Other, "2026-02-01")]).When(Revise(A, EncumbranceType.Fine, "2026-02-01"))
            .ThenRecorded(Revised(A, EncumbranceType.Fine, "2026-02-01"), LicenseRules.ContradictsSameDate);
    }
}
