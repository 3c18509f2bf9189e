using LicenseTracker.Api.Commands;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Therapists;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.History;
using LicenseTracker.Projections.Schema;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LicenseTracker.Api.Tests.Commands;

public sealed class RecorderTests(Store store) : IClassFixture<Store>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_registered_therapist_lies_sealed_in_the_store_and_readable_in_the_view()
    {
        var therapist = await RegisterAsync("Björk", "Guðmundsdóttir");

        var stored = (await FactReader.OfStreamsAsync(store.Database, [therapist.Value], Cancellation)).Single();
        stored.Data.GetRawText().ShouldNotContain("Björk");
        stored.Beside.Role.ShouldBe("REGISTRAR");
        stored.Actor.ShouldBe("registrar-1");
        (await ScalarAsync($"SELECT family_name FROM {Tables.Schema}.therapist_view WHERE therapist_id = $1", therapist.Value)).ShouldBe("Guðmundsdóttir");
        var card = await CardAsync(therapist);
        card.Sequence.ShouldBe(stored.Sequence);
        card.RecordedAt.ShouldBe(stored.RecordedAt);
    }

    [Fact]
    public async Task Twenty_parallel_duplicates_have_one_effect_and_one_answer()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => store.GiveAsync(Registration(new(Guid.CreateVersion7())), "parallel")));

        outcomes.Select(o => (o.Stream, o.Version, o.Facts[0])).Distinct().Count().ShouldBe(1);
        outcomes.ShouldAllBe(o => o.Accepted);
        (await ScalarAsync($"SELECT count(*) FROM {Tables.Schema}.command_key WHERE key = $1", "parallel")).ShouldBe(1L);
    }

    [Fact]
    public async Task A_key_used_for_another_input_is_refused()
    {
        await store.GiveAsync(Registration(new(Guid.CreateVersion7())), "reused", digest: 1);

        var second = await store.GiveAsync(Registration(new(Guid.CreateVersion7())), "reused", digest: 2);

        second.Refusals.Single().ShouldBe(Refusals.IdempotencyKeyReused);
    }

    [Fact]
    public async Task A_refused_command_leaves_no_trace_and_its_key_is_free()
    {
        var unknown = await store.GiveAsync(new RenewLicense(new(Guid.CreateVersion7()), Year(2025), 1), "refused");
        unknown.Refusals.Single().Code.ShouldBe("UNKNOWN_ID");

        var again = await store.GiveAsync(Registration(new(Guid.CreateVersion7())), "refused", digest: 2);

        again.Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_stale_version_is_refused()
    {
        var license = await GrantAsync(await RegisterAsync("Ann", "Stale"), "S-1");
        (await store.GiveAsync(new RenewLicense(license, Year(2025), 1))).Version.ShouldBe(2);

        var late = await store.GiveAsync(new RenewLicense(license, Year(2026), 1));

        late.Refusals.Single().ShouldBe(Refusals.StaleVersion);
    }

    [Fact]
    public async Task A_number_is_granted_once_even_by_parallel_registrars()
    {
        var therapists = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => RegisterAsync("Twin", $"No{i}")));

        var outcomes = await Task.WhenAll(therapists.Select(t => store.GiveAsync(Grant(t, "ONE-1"))));

        outcomes.Count(o => o.Accepted).ShouldBe(1);
        outcomes.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusals[0].Code == "LICENSE_NUMBER_TAKEN");
    }

    [Fact]
    public async Task A_number_of_another_license_is_not_taken_over_by_a_change_or_a_correction()
    {
        var (a, b) = (await GrantAsync(await RegisterAsync("Ada", "First"), "OWN-1"), await GrantAsync(await RegisterAsync("Bea", "Second"), "OWN-2"));
        var grant = (await FactReader.OfStreamsAsync(store.Database, [b.Value], Cancellation)).Single();

        var changed = await store.GiveAsync(new ChangeLicenseNumber(b, "own 1", new(2025, 1, 1), 1));
        var corrected = await store.GiveAsync(new CorrectLicenseFact(
            b, new(grant.Id), (LicenseGranted)grant.Fact() with { Number = "OWN-1" }, Personal.Of("typing mistake"), 1));
        var again = await store.GiveAsync(new ChangeLicenseNumber(a, "OWN 1", new(2025, 1, 1), 1));

        changed.Refusals.Single().ShouldBe(GrantLicense.NumberTaken);
        corrected.Refusals.Single().ShouldBe(GrantLicense.NumberTaken);
        again.Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task Licenses_of_one_therapist_written_at_once_lose_no_update_of_the_card()
    {
        var therapist = await RegisterAsync("Busy", "Bee");
        var licenses = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => GrantAsync(therapist, $"B-{i}")));

        await Task.WhenAll(licenses.Select(async license =>
        {
            for (var version = 1; version <= 10; version++)
                (await store.GiveAsync(new RenewLicense(license, Year(2024 + version), version))).Accepted.ShouldBeTrue();
        }));

        var card = await CardAsync(therapist);
        licenses.ShouldAllBe(l => card.Log<LicenseFact>(l.Value)!.Version == 11);
        var facts = await FactReader.OfStreamsAsync(store.Database, card.Lines.Keys, Cancellation);
        facts.Count.ShouldBe(1 + 8 * 11);
        card.Lines.Values.SelectMany(l => l).Select(f => (f.Id.Value, f.Version, f.RecordedAt)).Order()
            .ShouldBe(facts.Select(f => (f.Id, f.Version, f.RecordedAt)).Order());
    }

    /// <summary>The other holds the number and then wants the card; the command holds the card and wants the number.</summary>
    [Fact]
    public async Task An_order_that_a_deadlock_ended_is_tried_again_and_has_one_effect()
    {
        await using var own = await Store.WithSessionsAsync("-c deadlock_timeout=3s");
        own.Services.GetRequiredService<CommandLimits>().LockWait = TimeSpan.FromSeconds(60);
        own.Services.GetRequiredService<CommandLimits>().Patience = TimeSpan.FromSeconds(120);
        var therapist = new TherapistId(Guid.CreateVersion7());
        (await own.GiveAsync(Registration(therapist))).Accepted.ShouldBeTrue();
        await using var other = await own.Database.OpenConnectionAsync(Cancellation);
        await using (var patient = new NpgsqlCommand("SET deadlock_timeout = '10min'", other))
            await patient.ExecuteNonQueryAsync(Cancellation);
        var transaction = await other.BeginTransactionAsync(Cancellation);
        await using (var number = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", other))
        {
            number.Parameters.AddWithValue($"WA|{StoredName.Of(Profession.MassageTherapist)}|{LicenseNumber.Normalise("DEAD-1")}");
            await number.ExecuteNonQueryAsync(Cancellation);
        }


        var granting = own.GiveAsync(Grant(therapist, "DEAD-1"));
        await using var waiting = own.Database.CreateCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'");
        while (!granting.IsCompleted && (long)(await waiting.ExecuteScalarAsync(Cancellation))! == 0)
        {
            // Until the command holds the card and waits for the number.
        }

        await Card.LockAsync(other, [therapist.Value], Cancellation);
        await transaction.RollbackAsync(Cancellation);

        (await granting).Refusals.ShouldBeEmpty();
        (await FactReader.OfStreamsAsync(own.Database, [(await granting).Stream], Cancellation)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(PostgresErrorCodes.SerializationFailure, true, true)]
    [InlineData(PostgresErrorCodes.DeadlockDetected, true, true)]
    [InlineData(PostgresErrorCodes.LockNotAvailable, false, true)]
    [InlineData(PostgresErrorCodes.TooManyConnections, true, false)]
    [InlineData(PostgresErrorCodes.CheckViolation, false, false)]
    public void What_the_database_says_tells_whether_to_try_again_and_whether_the_record_is_busy(string state, bool again, bool busy)
    {
        var failure = new InvalidOperationException("as Marten wraps it", new PostgresException("no", "ERROR", "ERROR", state));
        Contention.IsConflict(failure).ShouldBe(again);
        Contention.IsBusy(failure).ShouldBe(busy);
    }

    [Fact]
    public async Task Recorded_times_never_run_backwards_within_a_therapist()
    {
        var therapist = await RegisterAsync("Slow", "Clock");
        var license = await GrantAsync(therapist, "SLOW-1");
        try
        {
            store.Clock.Set = DateTimeOffset.UtcNow.AddDays(-3);
            await store.GiveAsync(new RenewLicense(license, Year(2025), 1));
            await store.GiveAsync(new RenewLicense(license, Year(2026), 2));
        }
        finally
        {
            store.Clock.Set = null;
        }

        var facts = await FactReader.OfStreamsAsync(store.Database, [therapist.Value, license.Value], Cancellation);
        facts.Select(f => f.RecordedAt).ShouldBeInOrder(SortDirection.Ascending);
        facts.Select(f => f.RecordedAt).Distinct().Count().ShouldBe(4);
    }

    private async Task<TherapistId> RegisterAsync(string givenName, string familyName)
    {
        var id = new TherapistId(Guid.CreateVersion7());
        (await store.GiveAsync(Registration(id, givenName, familyName))).Refusals.ShouldBeEmpty();
        return id;
    }

    private async Task<LicenseId> GrantAsync(TherapistId therapist, string number)
    {
        var outcome = await store.GiveAsync(Grant(therapist, number));
        outcome.Refusals.ShouldBeEmpty();
        return new(outcome.Stream);
    }

    private static GrantLicense Grant(TherapistId therapist, string number) => new(
        new(Guid.CreateVersion7()), therapist, Jurisdiction.WA, Profession.MassageTherapist, number, new(2024, 1, 1), Year(2024));

    private static RegisterTherapist Registration(TherapistId id, string givenName = "Ann", string familyName = "Lee") =>
        new(id, Personal.Of(givenName), Personal.None, Personal.Of(familyName), Personal.None, Personal.None, null);

    private static Term Year(int year) => new(new(year, 1, 1), new(year, 12, 31));

    private async Task<Card> CardAsync(TherapistId therapist) => (await Card.ReadAsync(store.Database, [therapist.Value], Cancellation))[therapist.Value];

    private async Task<object?> ScalarAsync(string sql, object parameter)
    {
        await using var command = store.Database.CreateCommand(sql);
        command.Parameters.AddWithValue(parameter);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
