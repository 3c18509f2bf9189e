using System.Text.Json;
using CsCheck;
using LicenseTracker.Domain;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.History;
using LicenseTracker.Projections.Rebuilding;
using LicenseTracker.Projections.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace LicenseTracker.Projections.Tests.Rebuilding;

/// <summary>Views hold nothing of their own: filled anew from the facts they come to the same, row by row.</summary>
public sealed class RebuildTests(Api.Tests.Commands.Store store) : IClassFixture<Api.Tests.Commands.Store>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rebuilt_views_equal_the_live_ones_and_the_fold_of_the_facts()
    {
        var salt = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await Gen.Int[0, Histories.History.Kinds * 5000].Array[60, 120].SampleAsync(async numbers =>
        {
            var history = new Histories.History(store, Interlocked.Increment(ref salt));
            await history.WriteAsync(numbers);
            history.Accepted.ShouldBeGreaterThan(15);
            await LiveCardsShouldBeFoldsAsync(history.Therapists);
            var live = await ViewsAsync();
            await RebuildAsync();
            (await ViewsAsync()).ShouldBe(live);
            seen.UnionWith(live.Select(row => row.Split(' ')[0]));
        }, iter: 5, threads: 1, seed: "0N0XIzNsQ0O2");
        seen.ShouldBe(Tables.Rebuilt, ignoreOrder: true, "a view without a row proves nothing");
    }

    [Fact]
    public async Task A_damaged_or_emptied_view_is_mended()
    {
        await new Histories.History(store, -1).WriteAsync(Enumerable.Range(1, 80).Select(n => n * 37));
        var live = await ViewsAsync();
        await ExecuteAsync($"UPDATE {Tables.Schema}.license_standing SET standing = 'ACTIVE'; DELETE FROM {Tables.Schema}.eligibility_card; INSERT INTO {Tables.Schema}.clinic_view VALUES (gen_random_uuid(), 'Ghost')");
        (await ViewsAsync()).ShouldNotBe(live);
        await RebuildAsync();
        (await ViewsAsync()).ShouldBe(live);
    }

    [Fact]
    public async Task A_fact_that_cannot_be_read_stops_the_rebuild_and_leaves_the_views_as_they_were()
    {
        await new Histories.History(store, -3).WriteAsync(Enumerable.Range(1, 40).Select(n => n * 41));
        var live = await ViewsAsync();
        var newest = await ScalarAsync($"SELECT max(seq_id) FROM {Tables.Schema}.mt_events");
        await ExecuteAsync($"UPDATE {Tables.Schema}.mt_events SET type = 'license_eaten' WHERE seq_id = {newest}");
        var name = (await Should.ThrowAsync<JsonException>(RebuildAsync)).Message;
        name.ShouldContain("license_eaten");
        (await ViewsAsync()).ShouldBe(live);
        await ExecuteAsync($"DELETE FROM {Tables.Schema}.mt_events WHERE seq_id = {newest}");
        await RebuildAsync();
    }

    [Fact]
    public async Task Readers_never_see_an_empty_view_and_a_writer_waits_and_is_not_lost()
    {
        var history = new Histories.History(store, -2);
        await history.WriteAsync(Enumerable.Range(1, 200).Select(n => n * 31));
        var reads = new List<long>();
        using var done = new CancellationTokenSource();
        var reader = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
                reads.Add((long)(await ScalarAsync($"SELECT count(*) FROM {Tables.Schema}.eligibility_card"))!);
        }, Cancellation);
        var writer = Task.Run(() => history.WriteAsync(Enumerable.Range(1, 60).Select(n => n * 29)), Cancellation);
        for (var i = 0; i < 5; i++)
            await RebuildAsync();
        await writer;
        await done.CancelAsync();
        await reader;
        reads.Count.ShouldBeGreaterThan(5);
        reads.ShouldBeInOrder(SortDirection.Ascending);
        reads[0].ShouldBeGreaterThan(0);
        var live = await ViewsAsync();
        await RebuildAsync();
        (await ViewsAsync()).ShouldBe(live);
    }

    private async Task LiveCardsShouldBeFoldsAsync(IEnumerable<Guid> therapists)
    {
        foreach (var (therapist, card) in await Card.ReadAsync(store.Database, therapists, Cancellation))
        {
            var facts = await FactReader.OfStreamsAsync(store.Database, card.Lines.Keys, Cancellation);
            facts.ShouldAllBe(f => f.Beside.Therapist == therapist);
            var fold = facts.GroupBy(f => f.Stream).ToDictionary(
                g => g.Key, g => string.Join('\n', g.OrderBy(f => f.Version).Select(f => Line(new(f.Id), f.Version, f.RecordedAt, f.Fact()))));
            card.Lines.ToDictionary(l => l.Key, l => string.Join('\n', l.Value.Select(f => Line(f.Id, f.Version, f.RecordedAt, f.Fact))))
                .OrderBy(l => l.Key).ShouldBe(fold.OrderBy(l => l.Key));
            (card.Version, card.Sequence).ShouldBe((facts.Count, facts.Max(f => f.Sequence)));
        }
    }

    private static string Line(FactId id, long version, DateTimeOffset at, IFact fact) =>
        $"{id.Value} {version} {at:O} {FactNames.Of(fact)} {JsonSerializer.Serialize(fact, fact.GetType(), FactJson.Options)}";

    private Task<RebuildReport> RebuildAsync() => Rebuild.RunAsync(store.Database, store.Services.GetRequiredService<IPersonalReader>(), null, Cancellation);

    /// <summary>Every row of every view as canonical JSON, ordered.</summary>
    private async Task<string[]> ViewsAsync()
    {
        var rows = new List<string>();
        foreach (var table in Tables.Rebuilt)
        {
            await using var command = store.Database.CreateCommand($"SELECT to_jsonb(t)::text FROM {Tables.Schema}.{table} t");
            await using var reader = await command.ExecuteReaderAsync(Cancellation);
            while (await reader.ReadAsync(Cancellation))
                rows.Add($"{table} {System.Text.Encoding.UTF8.GetString(CanonicalJson.Bytes(JsonSerializer.Deserialize<JsonElement>(reader.GetString(0))))}");
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var command = store.Database.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancellation);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = store.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
