using LicenseTracker.Api.Demo;
using LicenseTracker.Domain.Certifications;
using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Policies;
using LicenseTracker.Domain.Therapists;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Schema;

namespace LicenseTracker.Api.Tests.Demo;

/// <summary>What there is to see in the demonstration.</summary>
[Collection(nameof(DemoServer))]
public sealed class DemoDataTests(DemoServer server)
{
    private static readonly DateOnly Day = DemoServer.Day;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hundreds_of_therapists_were_recorded_over_seven_years_all_before_the_first_run()
    {
        var facts = await DemoServer.FactsAsync(server.Database);

        facts.Count(f => f.Fact() is TherapistRegistered).ShouldBeGreaterThan(280);
        facts.Count.ShouldBeGreaterThan(2_000);
        facts.Min(f => f.RecordedAt).ShouldBeLessThan(new(Day.AddYears(-7), default, TimeSpan.Zero));
        facts.Max(f => f.RecordedAt).ShouldBeInRange(new(Day.AddDays(-14), default, TimeSpan.Zero), new(Day, default, TimeSpan.Zero));
        for (var year = 0; year < 7; year++)
            facts.Count(f => f.RecordedAt.Year == Day.Year - year).ShouldBeGreaterThan(50, $"{Day.Year - year}");
    }

    [Fact]
    public async Task Nobody_in_it_can_be_taken_for_a_real_licensee()
    {
        var facts = (await DemoServer.FactsAsync(server.Database)).Select(f => f.Fact()).ToList();

        facts.OfType<LicenseGranted>().ShouldAllBe(f => f.Number.StartsWith($"DEMO-{f.Jurisdiction}-"));
        facts.OfType<LicenseNumberChanged>().ShouldAllBe(f => f.Number.StartsWith("DEMO-"));
        facts.OfType<TherapistRegistered>().ShouldAllBe(f => f.Npi == null);
        facts.OfType<TherapistNpiChanged>().ShouldBeEmpty();
        (await ScalarAsync("SELECT count(*) FROM (SELECT given_name, family_name FROM {0}.therapist_view GROUP BY 1, 2 HAVING count(*) > 1) t")).ShouldBe(0L);
    }

    [Fact]
    public async Task It_holds_every_kind_of_event_that_is_worth_a_replay()
    {
        var kinds = (await DemoServer.FactsAsync(server.Database)).Select(f => f.Name).ToHashSet();

        string[] worthwhile =
        [
            "license_granted", "license_renewed", "license_renewal_filed", "license_number_changed", "licensee_name_changed", "license_inactivated",
            "license_reactivated", "license_closed", "license_reopened", "encumbrance_imposed", "encumbrance_revised", "encumbrance_stayed",
            "encumbrance_lifted", "discipline_reported", "license_reinstated", "license_conditionally_registered", "license_fact_corrected",
            "license_fact_voided", "certification_granted", "certification_renewed", "certification_revoked", "therapist_name_changed",
            "investigation_opened", "therapist_engaged", "therapist_released", "credit_submitted", "credit_verified", "credit_rejected", "credit_resubmitted",
            "credit_withdrawn", "credit_revoked",
        ];
        worthwhile.Except(kinds).ShouldBeEmpty();
    }

    [Fact]
    public async Task Credits_were_submitted_by_therapists_and_reviewed_by_the_reviewer_and_some_still_wait()
    {
        var facts = (await DemoServer.FactsAsync(server.Database)).Where(f => f.Fact() is CreditFact).ToList();

        facts.Where(f => f.Fact() is CreditSubmitted or CreditResubmitted or CreditWithdrawn).ShouldAllBe(f => f.Beside.Role == "THERAPIST");
        facts.Where(f => f.Fact() is CreditVerified or CreditRejected or CreditRevoked).ShouldAllBe(f => f.Actor == "demo-reviewer" && f.Beside.Role == "REVIEWER");
        facts.Where(f => f.Fact() is CreditSubmitted).Select(f => f.Actor).ShouldContain("demo-therapist");
        facts.Count.ShouldBeInRange(100, 600, "modest, so that the first start stays quick");
        ((long)(await ScalarAsync("SELECT count(*) FROM {0}.credit_view WHERE status = 'SUBMITTED'"))!).ShouldBeInRange(2, 60);
    }

    [Fact]
    public async Task A_void_changes_the_verdict_for_what_is_known_after_it_and_not_before()
    {
        var voided = DemoDates.SuspensionVoided(Day);
        var card = (await LicenseAsync("DEMOWA1001")).Card.ToEligibilityCard();
        Verdict Known(DateOnly at) => EligibilityDecider.Decide(
            new(card.TherapistId, Jurisdiction.WA, Profession.MassageTherapist, [], [], [], DemoDates.WronglySuspended(Day), new(at, default, TimeSpan.Zero)),
            card, ConditionCatalogue.Shipped, PolicyTimeline.Default).Verdict;

        Known(voided.AddDays(-1)).ShouldBe(Verdict.NotEligible);
        Known(voided.AddDays(1)).ShouldBe(Verdict.Eligible);
    }

    [Fact]
    public async Task A_suspension_recorded_late_acted_before_it_was_known()
    {
        var (_, license) = await LicenseAsync("DEMOWA1003");
        var on = DemoDates.BackdatedSuspension(Day).AddMonths(1);

        license.KnownAt(new(DemoDates.BackdatedRecorded(Day).AddDays(-1), default, TimeSpan.Zero))!.StandingOn(on).Authority.ShouldBe(Authority.Full);
        license.KnownAt(null)!.StandingOn(on).Authority.ShouldBe(Authority.None);
    }

    [Fact]
    public async Task Encumbrances_overlap_and_are_lifted_in_another_order_than_they_were_imposed()
    {
        var (_, license) = await LicenseAsync("DEMOOR1002");
        var limiting = license.KnownAt(null)!.Encumbrances.Where(e => e.Authority != Authority.Full).ToList();

        limiting.Count(e => e.ActionOn(Day.AddMonths(-21)) is not null).ShouldBe(3);
        limiting.OrderBy(e => e.LiftedOn).Select(e => e.Type)
            .ShouldBe([EncumbranceType.Probation, EncumbranceType.Suspension, EncumbranceType.RequiredSupervision]);
    }

    [Fact]
    public async Task A_certification_and_a_license_of_the_therapist_persona_run_out_within_sixty_days()
    {
        var (card, _) = await LicenseAsync("DEMOWA1001");
        var soon = Day.AddDays(60);

        card.Logs<CertificationFact>().Select(c => new Certification(new(c.Stream), c.Log).KnownAt(null)!)
            .ShouldContain(c => c.StatusOn(Day) == CertificationStatus.Held && c.ExpiresOn <= soon);
        card.Logs<LicenseFact>().Select(l => new License(new(l.Stream), l.Log).KnownAt(null)!)
            .ShouldContain(l => l.StandingOn(Day).Standing == Standing.Active && l.StandingOn(soon).Standing == Standing.Expired);
    }

    [Fact]
    public async Task A_roster_calls_a_license_cancelled_and_waits_for_a_person()
    {
        (await ScalarAsync("SELECT string_agg(code || ' ' || on_record || ' ' || in_source, ', ') FROM {0}.roster_review WHERE resolved_at IS NULL")).ShouldBe("STATUS_UNKNOWN ACTIVE CANCELLED");
        (await ScalarAsync("SELECT string_agg(unchanged || ' ' || review || ' ' || facts, ', ') FROM {0}.roster_import")).ShouldBe("1 1 0");
        var (card, _) = await LicenseAsync("DEMOIL1002");
        var key = (card.Id.Value, (DateTimeOffset?)null);
        var read = (await DecisionReader.ReadAsync(server.Database, [key], [], [], Cancellation)).Cards[key];
        EligibilityDecider.Decide(
            new(card.Id, Jurisdiction.IL, Profession.MassageTherapist, [], [], [], Day, null), read.ToEligibilityCard(), ConditionCatalogue.Shipped, PolicyTimeline.Default)
            .Verdict.ShouldBe(Verdict.Undetermined);
    }

    private async Task<Card> CardAsync(Guid therapist) => (await Card.ReadAsync(server.Database, [therapist], Cancellation))[therapist];

    private async Task<(Card Card, License License)> LicenseAsync(string number)
    {
        var id = (Guid)(await ScalarAsync($"SELECT license_id FROM {{0}}.license_number WHERE number = '{number}'"))!;
        var owner = (Guid)(await ScalarAsync($"SELECT therapist_id FROM {{0}}.stream_owner WHERE stream_id = '{id}'"))!;
        var card = await CardAsync(owner);
        return (card, new(new(id), card.Log<LicenseFact>(id)!));
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var command = server.Database.CreateCommand(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, Tables.Schema));
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
