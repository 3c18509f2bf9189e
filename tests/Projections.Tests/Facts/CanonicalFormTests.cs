using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LicenseTracker.Domain;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.History;
using LicenseTracker.Projections.Schema;

namespace LicenseTracker.Projections.Tests.Facts;

/// <summary>The bytes that stand for a fact for ever are the same before the database has it and after, whatever it makes of the JSON.</summary>
public sealed class CanonicalFormTests(Api.Tests.Commands.Store store) : IClassFixture<Api.Tests.Commands.Store>
{
    private static readonly DateTimeOffset At = new DateTimeOffset(2024, 2, 29, 23, 59, 59, TimeSpan.Zero).AddTicks(9_999_990);

    private static readonly FactSource Source = new("compactconnect", "roster ü.csv", new string('a', 64), 9_007_199_254_740_991, At, FactSamples.Id(9), "1.A256GCM.row");

    [Fact]
    public void The_bytes_of_one_fact_are_pinned()
    {
        var form = Stored(FactSamples.All.First(f => FactNames.Of(f) == "license_fact_corrected")).CanonicalForm();
        Encoding.UTF8.GetString(form).Split('\n').ShouldBeApproved("canonical-form.txt");
        Convert.ToHexStringLower(SHA256.HashData(form)).ShouldBe("63570e49a1f7c8d288f84dc14af1fbd04f01478f9e024fae3ce4f7c9ea0cfdbe");
    }

    [Fact]
    public async Task Every_fact_comes_out_of_the_database_with_the_bytes_it_had_before()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using (var table = store.Database.CreateCommand($"CREATE TABLE fact AS SELECT * FROM {Tables.Schema}.mt_events WITH NO DATA"))
            await table.ExecuteNonQueryAsync(cancellation);
        foreach (var fact in FactSamples.All)
        {
            var before = Stored(fact);
            await using var insert = store.Database.CreateCommand("INSERT INTO fact (id, headers, data, timestamp) VALUES ($1, $2::jsonb, $3::jsonb, $4) RETURNING headers::text, data::text, timestamp");
            insert.Parameters.AddWithValue(before.Id);
            insert.Parameters.AddWithValue(before.Headers.GetRawText());
            insert.Parameters.AddWithValue(before.Data.GetRawText());
            insert.Parameters.AddWithValue(before.RecordedAt);
            await using var row = await insert.ExecuteReaderAsync(cancellation);
            (await row.ReadAsync(cancellation)).ShouldBeTrue();
            var after = before with { Headers = Json(row.GetString(0)), Data = Json(row.GetString(1)), RecordedAt = row.GetFieldValue<DateTimeOffset>(2) };

            after.CanonicalForm().ShouldBe(before.CanonicalForm(), FactNames.Of(fact));
            after.Fact().ShouldBe(fact);
            after.Beside.ShouldBe(before.Beside);
        }
    }

    [Fact]
    public async Task A_recorded_fact_read_twice_has_the_same_bytes_and_names_all_that_is_kept()
    {
        var therapist = FactSamples.Id(77);
        (await store.GiveAsync(new Domain.Therapists.RegisterTherapist(
            new(therapist), Personal.Of("Ada"), Personal.None, Personal.Of("Byrne"), Personal.None, Personal.Of("1980-02-29"), null))).Refusals.ShouldBeEmpty();
        var cancellation = TestContext.Current.CancellationToken;
        var once = (await FactReader.OfStreamsAsync(store.Database, [therapist], cancellation)).Single();
        var again = (await FactReader.OneByOneAsync(store.Database, [(therapist, 1)], cancellation)).Single();
        again.CanonicalForm().ShouldBe(once.CanonicalForm());
        var form = JsonDocument.Parse(once.CanonicalForm()).RootElement;
        form.EnumerateObject().Select(m => m.Name).ShouldBe(
            ["actor", "causation", "correlation", "data", "form", "headers", "id", "name", "recordedAt", "stream", "tenant", "version"]);
        (form.GetProperty("actor").GetString(), form.GetProperty("causation").GetString(), form.GetProperty("correlation").GetString())
            .ShouldBe(("registrar-1", "RegisterTherapist", "request-1"));
    }

    [Fact]
    public void Any_change_changes_the_bytes()
    {
        var fact = Stored(FactSamples.All[0]);
        StoredFact[] changed =
        [
            fact with { Id = FactSamples.Id(98) }, fact with { Stream = FactSamples.Id(98) }, fact with { Version = 8 }, fact with { Name = "x" }, fact with { Tenant = "x" },
            fact with { RecordedAt = At.AddMicroseconds(1) }, fact with { Actor = "x" }, fact with { Correlation = null }, fact with { Causation = "x" },
            fact with { Headers = Json("""{"role":"AUDITOR"}""") }, fact with { Data = Json("{}") },
        ];
        changed.Append(fact).Select(f => Convert.ToHexString(f.CanonicalForm())).ShouldBeUnique();
        (fact with { Sequence = 99 }).CanonicalForm().ShouldBe(fact.CanonicalForm());
    }

    private static StoredFact Stored(IFact fact) => new(
        7, FactSamples.Id(5), FactSamples.Id(6), 3, FactNames.Of(fact), "*DEFAULT*", At, "registrar-1", "request-1", "correctFact",
        JsonSerializer.SerializeToElement(new FactHeaders("REGISTRAR", FactSamples.Therapist.Value, Source).ToDictionary(), FactJson.Options),
        JsonSerializer.SerializeToElement(fact, fact.GetType(), FactJson.Options));

    private static JsonElement Json(string json) => JsonSerializer.Deserialize<JsonElement>(json);
}
