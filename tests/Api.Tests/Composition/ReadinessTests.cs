using System.Diagnostics;
using LicenseTracker.Api.Composition;
using LicenseTracker.Api.Tests.Commands;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Clinics;
using LicenseTracker.Domain.Therapists;
using LicenseTracker.Projections.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LicenseTracker.Api.Tests.Composition;

/// <summary>Ready means: nothing is missing, nothing runs behind, nothing was set aside; each failure is told by its own check.</summary>
public sealed class ReadinessTests : IAsyncLifetime
{
    private readonly Store store = new();
    private readonly TherapistId therapist = new(Guid.CreateVersion7());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await store.InitializeAsync();
        await store.GiveAsync(new RegisterTherapist(therapist, Personal.Of("Ann"), Personal.None, Personal.Of("Lee"), Personal.None, Personal.None, null));
        await store.GiveAsync(new OpenClinic(new(Guid.CreateVersion7()), "Clinic"));
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task A_whole_record_is_ready() => (await FailuresAsync()).ShouldBeEmpty();

    [Theory]
    [InlineData("UPDATE {0}.eligibility_card SET sequence = sequence - 1", "views")]
    [InlineData("DELETE FROM {0}.eligibility_card", "views")]
    [InlineData("DELETE FROM {0}.stream_owner", "views")]
    [InlineData("DELETE FROM {0}.clinic_view", "views")]
    [InlineData("DROP TABLE {0}.license_number", "schema")]
    [InlineData("DROP TABLE {0}.command_key", "schema")]
    [InlineData("INSERT INTO {0}.mt_doc_deadletterevent (id, data, mt_dotnet_type) VALUES (gen_random_uuid(), '{{}}', 'x')", "dead letters")]
    public async Task What_is_broken_is_told(string damage, string check)
    {
        await ExecuteAsync(string.Format(damage, Tables.Schema));
        (await FailuresAsync()).ShouldContain(check);
    }

    [Fact]
    public async Task Every_check_takes_milliseconds_on_fifty_thousand_facts_of_one_therapist()
    {
        await ExecuteAsync(
            $"""
            INSERT INTO {Tables.Schema}.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, headers, user_name, is_archived)
            SELECT e.seq_id + 100 + n, gen_random_uuid(), e.stream_id, 1 + n, e.data, e.type, e.timestamp, e.tenant_id, e.headers, e.user_name, false
            FROM {Tables.Schema}.mt_events e, generate_series(1, 50000) n WHERE e.stream_id = '{therapist.Value}';
            UPDATE {Tables.Schema}.eligibility_card SET sequence = (SELECT max(seq_id) FROM {Tables.Schema}.mt_events),
                lines = jsonb_set(lines, ARRAY['{therapist.Value}'], (SELECT jsonb_agg(f.fact)
                    FROM (SELECT c.lines -> '{therapist.Value}' -> 0 AS fact FROM {Tables.Schema}.eligibility_card c, generate_series(1, 50000)) f));
            """);
        (await FailuresAsync()).ShouldBeEmpty();
        var fastest = TimeSpan.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await FailuresAsync();
            fastest = TimeSpan.FromTicks(Math.Min(fastest.Ticks, Stopwatch.GetElapsedTime(started).Ticks));
        }

        fastest.ShouldBeLessThan(TimeSpan.FromMilliseconds(50));
    }

    private async Task<List<string>> FailuresAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(store.Database);
        services.AddReadiness();
        await using var provider = services.BuildServiceProvider();
        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancellation);
        report.Entries.Keys.ShouldBe(["database", "schema", "views", "dead letters"], ignoreOrder: true);
        return [.. report.Entries.Where(e => e.Value.Status != HealthStatus.Healthy).Select(e => e.Key)];
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = store.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
