using System.Diagnostics;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Tests.Transport;
using LicenseTracker.Api.Transport;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LicenseTracker.Api.Tests.Journeys;

/// <summary>A caller who meets a record in use is told so in time, and always knows what was recorded.</summary>
[Collection(nameof(Server))]
public sealed class BusyJourneys(Server server) : IAsyncLifetime
{
    private const string Renewed = "license { version terms { expiresOn } }";
    private static readonly TimeSpan Ample = TimeSpan.FromSeconds(60);

    private readonly TimeSpan usual = new CommandLimits().LockWait;
    private readonly TimeSpan usualTimeout = new TransportOptions().Timeout;

    private CommandLimits Limits => server.Services.GetRequiredService<CommandLimits>();

    private TransportOptions Door => server.Services.GetRequiredService<TransportOptions>();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        (Limits.LockWait, Limits.Patience, Door.Timeout) = (usual, new CommandLimits().Patience, usualTimeout);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("SELECT FROM license_tracker.eligibility_card WHERE therapist_id = $1 FOR UPDATE")]
    [InlineData("LOCK TABLE license_tracker.eligibility_card IN EXCLUSIVE MODE")]
    public async Task A_record_in_use_is_busy_and_the_same_key_succeeds_once_it_is_free(string holding)
    {
        Limits.LockWait = TimeSpan.FromMilliseconds(150);
        var (therapist, renewal) = await RenewalAsync($"BJ-1{holding[0]}");
        var facts = await server.FactsAsync();
        await using (await HoldAsync(holding, therapist))
        {
            var busy = await server.TryAsync("renewLicense", renewal, Renewed);
            busy.Status.ShouldBe(200, "an executed operation, as the door answers them");
            busy.Code.ShouldBe("BUSY");
            busy.Message.ShouldContain("Nothing was recorded");
            busy.Message.ShouldContain("same idempotencyKey");
            busy.Error.GetProperty("path")[0].GetString().ShouldBe("renewLicense");
            (await server.FactsAsync()).ShouldBe(facts);
        }

        var first = await server.GiveAsync("renewLicense", renewal, Renewed);
        first.Codes().ShouldBeEmpty();
        (await server.GiveAsync("renewLicense", renewal, Renewed)).ToString().ShouldBe(first.ToString());
        (await server.FactsAsync()).ShouldBe(facts + 2, "one fact and one key");
    }

    [Fact]
    public async Task A_parallel_duplicate_that_waits_in_vain_is_busy_and_gets_the_one_answer_later()
    {
        var (therapist, renewal) = await RenewalAsync("BJ-2");
        Limits.LockWait = Ample;
        Task<Answer> first;
        await using (await HoldAsync("SELECT FROM license_tracker.eligibility_card WHERE therapist_id = $1 FOR UPDATE", therapist))
        {
            first = server.TryAsync("renewLicense", renewal, Renewed);
            await WaitersAsync(1);
            Limits.LockWait = TimeSpan.FromMilliseconds(150);
            (await server.TryAsync("renewLicense", renewal, Renewed)).Code.ShouldBe("BUSY");
        }

        (await first).Data.At("renewLicense").ToString().ShouldBe((await server.GiveAsync("renewLicense", renewal, Renewed)).ToString());
    }

    [Fact]
    public async Task No_try_begins_when_the_patience_is_over()
    {
        var (_, renewal) = await RenewalAsync("BJ-3");
        Limits.Patience = TimeSpan.Zero;
        var facts = await server.FactsAsync();
        (await server.TryAsync("renewLicense", renewal, Renewed)).Code.ShouldBe("BUSY");
        (await server.FactsAsync()).ShouldBe(facts);
    }

    [Fact]
    public void By_default_all_waiting_ends_long_before_a_request_is_cut_off()
    {
        var limits = new CommandLimits();
        (limits.Patience + limits.LockWait).ShouldBeLessThan(new TransportOptions().Timeout / 2);
        limits.LockWait.ShouldBeGreaterThan(TimeSpan.FromSeconds(1), "PostgreSQL looks for deadlocks after a second: a shorter wait would hide them");
    }

    [Fact]
    public async Task An_operation_that_is_cut_off_leaves_nothing_half_done()
    {
        (Limits.LockWait, Limits.Patience, Door.Timeout) = (Ample, Ample, TimeSpan.FromMilliseconds(400));
        var (therapist, renewal) = await RenewalAsync("BJ-4");
        var facts = await server.FactsAsync();
        await using (await HoldAsync("SELECT FROM license_tracker.eligibility_card WHERE therapist_id = $1 FOR UPDATE", therapist))
        {
            var cut = await server.TryAsync("renewLicense", renewal, Renewed);
            cut.Status.ShouldBe(503);
            cut.Code.ShouldBe("TIMEOUT");
            cut.Message.ShouldContain("same idempotencyKey");
            await WaitersAsync(0);
        }

        Door.Timeout = usualTimeout;
        (await server.FactsAsync()).ShouldBe(facts);
        (await server.GiveAsync("renewLicense", renewal, Renewed)).Codes().ShouldBeEmpty();
        (await server.FactsAsync()).ShouldBe(facts + 2);
    }

    [Fact]
    public async Task A_client_that_goes_away_leaves_nothing_half_done()
    {
        (Limits.LockWait, Limits.Patience) = (Ample, Ample);
        var (therapist, renewal) = await RenewalAsync("BJ-5");
        var facts = await server.FactsAsync();
        await using (await HoldAsync("SELECT FROM license_tracker.eligibility_card WHERE therapist_id = $1 FOR UPDATE", therapist))
        {
            using var client = new CancellationTokenSource();
            var gone = server.TryAsync("renewLicense", renewal, Renewed, stop: client.Token);
            await WaitersAsync(1);
            await client.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(gone);
            await WaitersAsync(0);
        }

        (await server.FactsAsync()).ShouldBe(facts);
        (await server.GiveAsync("renewLicense", renewal, Renewed)).Codes().ShouldBeEmpty();
        (await server.FactsAsync()).ShouldBe(facts + 2);
    }

    private async Task<(string Therapist, object Renewal)> RenewalAsync(string number)
    {
        var therapist = await server.RegisterAsync();
        var license = await server.GrantAsync(therapist, "WA", number, "2024-01-01", "2024-12-31");
        return (therapist, new { idempotencyKey = $"busy-{number}", licenseId = license, version = 1, termStart = "2025-01-01", expiresOn = "2025-12-31" });
    }

    /// <summary>Holds what a statement locks until it is disposed of, as other work on another connection does.</summary>
    private async Task<NpgsqlConnection> HoldAsync(string statement, string therapist)
    {
        var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(Server.Cancellation);
        await connection.BeginTransactionAsync(Server.Cancellation);
        await using var command = new NpgsqlCommand(statement, connection);
        if (statement.Contains("$1", StringComparison.Ordinal))
            command.Parameters.AddWithValue(server.Ids.Decode(therapist).Value);
        await command.ExecuteNonQueryAsync(Server.Cancellation);
        return connection;
    }

    /// <summary>Comes back once so many statements wait for a lock.</summary>
    private async Task WaitersAsync(long count)
    {
        var since = Stopwatch.GetTimestamp();
        await using var command = server.Database.CreateCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
        while ((long)(await command.ExecuteScalarAsync(Server.Cancellation))! != count)
            Stopwatch.GetElapsedTime(since).ShouldBeLessThan(Ample, $"there never were {count} waiting statements");
    }
}
