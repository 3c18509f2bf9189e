using LicenseTracker.Api.Tests.Commands;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Projections.Cards;

namespace LicenseTracker.Api.Tests.Importing;

/// <summary>A contradiction is open from its finding until the same source no longer says it, as known at any instant, and again when it is said again.</summary>
public sealed class ContradictionTests : IAsyncLifetime
{
    private static readonly string Agreeing = Roster.Row("C-1", "529-31-5501", expires: "2027-06-30");
    private static readonly string Shortened = Roster.Row("C-1", "529-31-5501", expires: "2026-12-31");

    private readonly Store store = new();
    private readonly Roster roster;
    private Guid therapist;

    public ContradictionTests() => roster = new(store);

    public async ValueTask InitializeAsync()
    {
        await store.InitializeAsync();
        therapist = (await WeekAsync(1, Agreeing)).Rows[0].Therapist!.Value;
    }

    public async ValueTask DisposeAsync()
    {
        roster.Dispose();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task It_is_open_until_the_source_agrees_again_and_a_new_item_when_it_is_said_after_that()
    {
        await WeekAsync(2, Shortened);
        await WeekAsync(3, Shortened);
        await WeekAsync(4, Agreeing);
        await WeekAsync(5, Shortened);

        (await OpenAsync(After(1))).ShouldBeEmpty();
        var first = (await OpenAsync(After(2))).ShouldHaveSingleItem();
        (first.Code, first.OnRecord, first.InSource, first.Profile, first.Jurisdiction).ShouldBe(("EXPIRY_SHORTENED", "2027-06-30", "2026-12-31", "compactconnect", Jurisdiction.OH));
        (first.Since, first.FoundOn).ShouldBe((DayOf(1).AddDays(1), DayOf(2)));
        (await OpenAsync(After(3))).ShouldBe([first]);
        (await OpenAsync(After(4))).ShouldBeEmpty();
        (await OpenAsync(null)).ShouldHaveSingleItem().FoundOn.ShouldBe(DayOf(5));
        (await roster.ScalarAsync<long>("SELECT count(*) FROM {s}.roster_review")).ShouldBe(2);
    }

    [Fact]
    public async Task Words_that_tell_nothing_of_the_rest_leave_the_rest_open_and_another_contradiction_takes_its_place()
    {
        async Task<Guid> SayAsync(int week, string status, string expires)
        {
            store.Clock.Set = At(week);
            var imported = await roster.ImportAsync(
                "il-idfpr", Jurisdiction.IL,
                $"license_number,license_status,original_issue_date,effective_date,expiration_date,ever_disciplined\nC-3,{status},01/01/2020,01/01/2025,{expires},N");
            return imported.Rows[0].Therapist!.Value;
        }

        var whose = await SayAsync(1, "ACTIVE", "06/30/2027");
        await SayAsync(2, "ACTIVE", "12/31/2026");
        await SayAsync(3, "NULL AND VOID", "06/30/2027");
        var codes = (await OpenAsync(null, whose)).Select(c => c.Code).ToArray();
        await SayAsync(4, "ACTIVE", "11/30/2026");

        codes.ShouldBe(["EXPIRY_SHORTENED", "STATUS_UNKNOWN"]);
        (await OpenAsync(null, whose)).ShouldHaveSingleItem().InSource.ShouldBe("2026-11-30");
    }

    [Fact]
    public async Task A_roster_that_says_nothing_new_about_when_settles_nothing()
    {
        await WeekAsync(3, Shortened);
        await WeekAsync(4, [Agreeing], file: 1);
        (await OpenAsync(null)).ShouldHaveSingleItem("the file of the first week, imported again");

        store.Clock.Set = At(5);
        await roster.ImportAsync("compactconnect", Jurisdiction.OH, string.Join('\n', Roster.Columns, Agreeing, Last(9)), dryRun: true);
        (await OpenAsync(null)).ShouldHaveSingleItem("a dry run");
    }

    [Fact]
    public async Task A_file_older_than_one_that_agrees_contradicts_nothing_any_more_and_is_listed_once()
    {
        await WeekAsync(3, Agreeing);
        for (var file = 0; file < 2; file++)
        {
            store.Clock.Set = At(4).AddHours(file);
            await roster.ImportAsync("compactconnect", Jurisdiction.OH, string.Join('\n', Roster.Columns, Shortened, Last(20 + file)), retrievedOn: DayOf(2));
        }

        (await OpenAsync(null)).ShouldBeEmpty();
        (await roster.ScalarAsync<long>("SELECT count(*) FROM {s}.roster_review WHERE resolved_at IS NULL")).ShouldBe(1);
    }

    [Fact]
    public async Task Where_it_is_not_certain_who_is_meant_it_is_open_for_all_who_may_be()
    {
        var other = (await WeekAsync(2, Agreeing, Roster.Row("C-2", "529-31-5502"))).Rows[1].Therapist!.Value;
        await WeekAsync(3, Roster.Row("C-1", "529-31-5502", status: "inactive", statusName: "REVOKED"));

        (await OpenAsync(null)).ShouldHaveSingleItem().License.ShouldNotBeNull();
        var theirs = (await OpenAsync(null, other)).ShouldHaveSingleItem();
        (theirs.Code, theirs.License, theirs.InSource).ShouldBe(("IDENTITY_CONFLICT", null, "inactive / REVOKED, expires 2027-06-30"));
        await WeekAsync(4, Roster.Row("C-1", "529-31-5502"));
        (await OpenAsync(null)).Select(c => c.InSource).ShouldBe(["inactive / REVOKED, expires 2027-06-30", "active / ACTIVE, expires 2027-06-30"]);
        await WeekAsync(5, Agreeing);
        (await OpenAsync(null)).ShouldBeEmpty();
        (await OpenAsync(null, other)).ShouldBeEmpty();
    }

    private static DateTimeOffset At(int week) => new DateTimeOffset(2026, 3, 1, 15, 0, 0, TimeSpan.Zero).AddDays(7 * (week - 1));

    private static DateTimeOffset After(int week) => At(week).AddDays(1);

    private static DateOnly DayOf(int week) => DateOnly.FromDateTime(At(week).UtcDateTime);

    /// <summary>A row that is refused and makes each week's file another one.</summary>
    private static string Last(int file) => Roster.Row($"C-week-{file}", "529-31-5599", expires: "never");

    private Task<Imported> WeekAsync(int week, params string[] rows) => WeekAsync(week, rows, week);

    private async Task<Imported> WeekAsync(int week, string[] rows, int file)
    {
        store.Clock.Set = At(week);
        return await roster.CompactAsync([.. rows, Last(file)]);
    }

    private async Task<IReadOnlyList<RosterContradiction>> OpenAsync(DateTimeOffset? knownAt, Guid? whose = null)
    {
        var key = (whose ?? therapist, knownAt);
        return (await DecisionReader.ReadAsync(store.Database, [key], [], [], TestContext.Current.CancellationToken)).Cards[key].Contradictions;
    }
}
