using LicenseTracker.Api.Importing;
using LicenseTracker.Api.Tests.Commands;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Projections.Rosters;

namespace LicenseTracker.Api.Tests.Importing;

/// <summary>When a source last said what the record says: a roster's word costs no fact, and what was known then stays.</summary>
public sealed class SightingTests : IAsyncLifetime
{
    private static readonly string One = Roster.Row("S-1", "529-31-5401");
    private static readonly string Two = Roster.Row("S-2", "529-31-5402");

    private readonly Store store = new();
    private readonly Roster roster;
    private Guid one;
    private Guid two;

    public SightingTests() => roster = new(store);

    public async ValueTask InitializeAsync()
    {
        await store.InitializeAsync();
        await WeekAsync(1, One, Two);
    }

    public async ValueTask DisposeAsync()
    {
        roster.Dispose();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task A_year_of_unchanged_rosters_is_one_row_a_license_and_no_fact()
    {
        var facts = await roster.FactsAsync();
        for (var week = 2; week <= 6; week++)
            await WeekAsync(week, One, Two);

        (await roster.FactsAsync()).ShouldBe(facts);
        (await roster.ScalarAsync<long>("SELECT count(*) FROM {s}.roster_sighting")).ShouldBe(2);
        (await SeenAsync(one)).ShouldBe(DayOf(6));
    }

    [Fact]
    public async Task What_was_known_at_an_earlier_instant_stays_as_rosters_follow()
    {
        var (before, after) = (At(1).AddDays(-1), At(1).AddDays(1));
        for (var week = 2; week <= 4; week++)
            await WeekAsync(week, One, Two);

        (await SeenAsync(one, before)).ShouldBeNull();
        (await SeenAsync(one, after)).ShouldBe(DayOf(1));
        (await SeenAsync(one, At(3).AddDays(1))).ShouldBe(DayOf(3));
    }

    [Fact]
    public async Task A_license_that_a_roster_leaves_out_or_contradicts_was_last_seen_before_and_again_when_it_comes_back()
    {
        await WeekAsync(2, One);
        await WeekAsync(3, One, Roster.Row("S-2", "529-31-5402", expires: "2026-12-31"));

        (await SeenAsync(one)).ShouldBe(DayOf(3));
        (await SeenAsync(two)).ShouldBe(DayOf(1), "the last roster said something else, which waits for a person");
        await WeekAsync(4, One, Two);
        (await SeenAsync(two)).ShouldBe(DayOf(4));
        (await SeenAsync(two, At(3).AddDays(1))).ShouldBe(DayOf(1));
    }

    [Fact]
    public async Task The_same_file_again_says_nothing_new_about_when_and_neither_does_a_dry_run()
    {
        store.Clock.Set = At(2);
        await roster.CompactAsync(One, Two, Last(1));
        (await SeenAsync(one)).ShouldBe(DayOf(1));
        await roster.ImportAsync("compactconnect", Jurisdiction.OH, string.Join('\n', Roster.Columns, One, Two, Last(2)), dryRun: true);
        (await SeenAsync(one)).ShouldBe(DayOf(1));
    }

    [Fact]
    public async Task A_roster_that_was_broken_off_counts_when_it_is_finished_and_breaks_no_row_of_sightings()
    {
        store.Clock.Set = At(2);
        await Should.ThrowAsync<OperationCanceledException>(() => roster.ImportAsync(
            "compactconnect", Jurisdiction.OH, string.Join('\n', Enumerable.Range(0, RosterImport.RowsPerBatch + 1).Select(n => n == 0 ? One : Roster.Row($"S-9{n}", $"529-41-{n:d4}")).Prepend(Roster.Columns)),
            stopAfterOneBatch: true));
        (await SeenAsync(one)).ShouldBe(DayOf(1));
        await WeekAsync(3, One, Two);

        (await SeenAsync(one)).ShouldBe(DayOf(3));
        (await SeenAsync(two)).ShouldBe(DayOf(3));
        (await roster.ScalarAsync<long>($"SELECT count(*) FROM {{s}}.roster_sighting WHERE license_id IN ('{one}', '{two}')")).ShouldBe(2);
        (await SeenAsync(one, At(2).AddDays(1))).ShouldBe(DayOf(1));
    }

    private static DateTimeOffset At(int week) => new DateTimeOffset(2026, 3, 1, 15, 0, 0, TimeSpan.Zero).AddDays(7 * (week - 1));

    private static DateOnly DayOf(int week) => DateOnly.FromDateTime(At(week).UtcDateTime);

    /// <summary>A row that is refused and makes each week's file another one.</summary>
    private static string Last(int week) => Roster.Row($"S-week-{week}", "529-31-5499", expires: "never");

    /// <summary>The roster of a week.</summary>
    private async Task WeekAsync(int week, params string[] rows)
    {
        store.Clock.Set = At(week);
        var imported = await roster.CompactAsync([.. rows, Last(week)]);
        if (week == 1)
            (one, two) = (imported.Rows[0].License!.Value, imported.Rows[1].License!.Value);
    }

    private async Task<DateOnly?> SeenAsync(Guid license, DateTimeOffset? knownAt = null) =>
        (await Sightings.LastAsync(store.Database, [(license, knownAt)], TestContext.Current.CancellationToken)).TryGetValue((license, knownAt), out var day) ? day : null;
}
