using LicenseTracker.Api.Importing;
using LicenseTracker.Api.Tests.Commands;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Api.Tests.Importing;

public sealed class InterruptionTests : IAsyncLifetime
{
    private readonly Store store = new();
    private readonly Roster roster;

    public InterruptionTests() => roster = new(store);

    private static string Rows { get; } = string.Join(
        '\n', Enumerable.Range(0, 1_300).Select(i => Roster.Row($"K-{i}", $"529-{i / 100 + 10:00}-{1000 + i}", family: $"Family{i}")).Prepend(Roster.Columns));

    public ValueTask InitializeAsync() => store.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        roster.Dispose();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task Interrupted_between_batches_and_run_again_it_ends_as_one_run_would()
    {
        await Should.ThrowAsync<OperationCanceledException>(() => roster.ImportAsync("compactconnect", Jurisdiction.OH, Rows, stopAfterOneBatch: true));
        (await roster.FactsAsync()).ShouldBe(3L * RosterImport.RowsPerBatch);
        (await roster.ScalarAsync<string>("SELECT concat_ws(' ', accepted, finished_at IS NULL) FROM {s}.roster_import")).ShouldBe("500 t");

        var again = await roster.ImportAsync("compactconnect", Jurisdiction.OH, Rows);

        again.Summary.Counts.ShouldBe(new(Accepted: 800, Changed: 0, Unchanged: 500, Review: 0, Refused: 0, Facts: 2_400));
        (await roster.FactsAsync()).ShouldBe(3_900);
        (await roster.ScalarAsync<long>("SELECT count(*) FROM {s}.license_view")).ShouldBe(1_300);
    }

    [Fact]
    public async Task Two_imports_at_once_bring_each_license_on_record_once()
    {
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => roster.ImportAsync("compactconnect", Jurisdiction.OH, Rows)));

        both.Sum(i => i.Summary.Counts.Accepted).ShouldBe(1_300);
        both.Sum(i => i.Summary.Counts.Unchanged).ShouldBe(1_300);
        (await roster.ScalarAsync<long>("SELECT count(*) FROM {s}.therapist_view")).ShouldBe(1_300);
    }

    [Fact]
    public async Task Imports_of_two_states_at_once_make_one_therapist_of_one_SSN()
    {
        var both = await Task.WhenAll(new[] { Jurisdiction.OH, Jurisdiction.KY }.Select(j => roster.ImportAsync("compactconnect", j, Rows)));

        both.ShouldAllBe(i => i.Summary.Counts.Accepted == 1_300);
        (await roster.ScalarAsync<long>("SELECT count(*) FROM {s}.therapist_view")).ShouldBe(1_300);
        (await roster.ScalarAsync<long>("SELECT count(*) FROM {s}.license_view")).ShouldBe(2_600);
    }

    [Fact]
    public async Task Commands_given_meanwhile_are_neither_lost_nor_in_the_way()
    {
        var therapist = new TherapistId(Guid.CreateVersion7());
        await store.GiveAsync(new RegisterTherapist(therapist, Personal.Of("Hand"), Personal.None, Personal.Of("Made"), Personal.None, Personal.None, null));
        var commands = Enumerable.Range(0, 20).Select(i => store.GiveAsync(new GrantLicense(
            new(Guid.CreateVersion7()), therapist, Jurisdiction.OH, Profession.Audiologist, $"K-{i * 65}", new(2020, 7, 1), new(new(2020, 7, 1), new(2027, 6, 30)))));

        var import = roster.ImportAsync("compactconnect", Jurisdiction.OH, Rows);
        var outcomes = await Task.WhenAll(commands);
        await import;

        // Whoever came first has the number; nobody has it twice.
        (await roster.ScalarAsync<long>("SELECT count(*) FROM {s}.license_number")).ShouldBe(1_300);
        outcomes.ShouldAllBe(o => o.Accepted || o.Refusals[0].Code == "LICENSE_NUMBER_TAKEN");
    }

    [Fact]
    public async Task A_batch_takes_the_same_number_of_statements_however_many_rows()
    {
        await roster.CompactAsync(Roster.Row("S-1", "529-31-5401"));
        var few = await StatementsAsync(3);

        (await StatementsAsync(300)).ShouldBe(few);
    }

    /// <summary>Statements of an import in which nothing changes; each append adds its own to a batch that Npgsql sends at once.</summary>
    private async Task<int> StatementsAsync(int rows)
    {
        string[] same = [.. Enumerable.Range(0, rows).Select(i => Roster.Row($"C-{i}", $"529-41-{1000 + i}"))];
        await roster.CompactAsync(same);
        var statements = 0;
        var database = await roster.ScalarAsync<string>("SELECT current_database()::text");
        using var listener = new System.Diagnostics.ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref System.Diagnostics.ActivityCreationOptions<System.Diagnostics.ActivityContext> _) => System.Diagnostics.ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                // Other classes' tests run at the same time.
                if (activity.TagObjects.Any(t => (t.Value as string) == database))
                    Interlocked.Increment(ref statements);
            },
        };
        System.Diagnostics.ActivitySource.AddActivityListener(listener);
        var imported = await roster.CompactAsync(same);
        imported.Verdicts.ShouldAllBe(v => v == Verdict.Unchanged);
        statements.ShouldBeGreaterThan(5);
        return statements;
    }
}
