using System.Text.RegularExpressions;
using LicenseTracker.Api.Demo;
using LicenseTracker.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace LicenseTracker.Api.Tests.Demo;

/// <summary>How the demonstration comes on record: once, the same every time, and only where nothing else is.</summary>
[Collection(nameof(DemoServer))]
public sealed partial class DemoLoadTests(DemoServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_load_that_was_cut_short_is_taken_up_on_a_later_day_and_ends_the_same()
    {
        using var folder = new ScratchFolder();
        var connection = await TestDatabase.CreateAsync(nameof(DemoLoadTests));
        (await FindAsync(connection, DemoServer.Day)).ShouldBe(new DemoDay(DemoServer.Day, false));
        await using (var first = DemoServer.Build(connection, folder))
            await DemoServer.LoadAsync(first, batches: 9);
        (await FindAsync(connection, DemoServer.Day.AddDays(3))).ShouldBe(new DemoDay(DemoServer.Day, false));

        await using var second = DemoServer.Build(connection, folder);
        await DemoServer.LoadAsync(second, batches: null);

        (await FindAsync(connection, DemoServer.Day.AddDays(3))).ShouldBe(new DemoDay(DemoServer.Day, true));
        var facts = await CanonicalAsync(second.Services.GetRequiredService<NpgsqlDataSource>());
        facts.ShouldBe(await CanonicalAsync(server.Database));

        await DemoServer.LoadAsync(second, batches: null);
        (await CanonicalAsync(second.Services.GetRequiredService<NpgsqlDataSource>())).Count.ShouldBe(facts.Count);
    }

    [Fact]
    public async Task A_record_of_ones_own_never_becomes_a_demonstration()
    {
        var store = new Commands.Store();
        await store.InitializeAsync();
        await store.GiveAsync(new Domain.Therapists.RegisterTherapist(
            new(Guid.CreateVersion7()), Domain.Personal.Of("Ann"), Domain.Personal.None, Domain.Personal.Of("Own"), Domain.Personal.None, Domain.Personal.None, null));

        (await FindAsync(store.ConnectionString, DemoServer.Day)).ShouldBeNull();
        await store.DisposeAsync();
    }

    private static Task<DemoDay?> FindAsync(string connection, DateOnly today) =>
        DemoDay.FindAsync(connection, new FakeTimeProvider(new(today, new TimeOnly(13, 0), TimeSpan.Zero)), Cancellation);

    /// <summary>Every fact in the order of the store, whole but for what is drawn by lot: the envelopes' keys and nonces.</summary>
    private static async Task<List<string>> CanonicalAsync(NpgsqlDataSource database) =>
        [.. (await DemoServer.FactsAsync(database)).Select(f => SealedText().Replace(System.Text.Encoding.UTF8.GetString(f.CanonicalForm()), "sealed"))];

    [GeneratedRegex(@"1\.A256GCM\.[\w\-.]+")]
    private static partial Regex SealedText();
}
