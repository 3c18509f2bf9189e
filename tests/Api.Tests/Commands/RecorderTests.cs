using LicenseTracker.Domain;
using LicenseTracker.Domain.Therapists;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.History;

namespace LicenseTracker.Api.Tests.Commands;

public sealed class RecorderTests(Store store) : IClassFixture<Store>
{
    [Fact]
    public async Task A_registered_therapist_lies_sealed_in_the_store()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var id = Guid.CreateVersion7();

        var outcome = await store.Recorder.RegisterAsync<TherapistFact>(Store.By("k1"), id, new TherapistRegistered(
            Personal.Of("Björk"), Personal.None, Personal.Of("Guðmundsdóttir"), Personal.None, Personal.Of("1965-11-21"), "1234567893"), cancellation);

        outcome.Accepted.ShouldBeTrue();
        var card = (await Card.ReadAsync(store.Database, [id], cancellation))[id];
        card.Version.ShouldBe(1);
        card.Log<TherapistFact>(id)!.Facts.Single().Id.Value.ShouldBe(outcome.Facts[0]);
        var stored = (await FactReader.OfStreamsAsync(store.Database, [id], cancellation)).Single();
        stored.Data.GetRawText().ShouldNotContain("Björk");
        stored.Beside.Role.ShouldBe("REGISTRAR");
        stored.Actor.ShouldBe("registrar-1");
        stored.Sequence.ShouldBe(card.Sequence);
        Console.WriteLine(System.Text.Encoding.UTF8.GetString(stored.CanonicalForm()));
    }

    [Fact]
    public async Task Twenty_parallel_duplicates_have_one_effect_and_one_answer()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => store.Recorder.RegisterAsync<TherapistFact>(
            Store.By("parallel"), Guid.CreateVersion7(), new TherapistRegistered(default, default, default, default, default, null), cancellation)));

        outcomes.Select(o => o.Stream).Distinct().Count().ShouldBe(1);
        outcomes.ShouldAllBe(o => o.Accepted && o.Version == 1);
    }
}
