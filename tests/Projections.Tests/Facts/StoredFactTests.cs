using System.Text.Json;
using System.Text.Json.Nodes;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Therapists;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.History;

namespace LicenseTracker.Projections.Tests.Facts;

/// <summary>Facts are for ever: how each is stored is approved, and whatever was stored is read back as it was.</summary>
public sealed class StoredFactTests
{
    public static TheoryData<int> Samples => [.. Enumerable.Range(0, FactSamples.All.Count)];

    [Fact]
    public void Stored_names_are_pinned() => FactNames.All.Select(n => n.Name).ShouldBeApproved("fact-names.txt");

    [Fact]
    public void Stored_shapes_are_pinned() => FactSamples.All.Select(f => $"{FactNames.Of(f)} {Write(f)}").ShouldBeApproved("fact-shapes.txt");

    [Fact]
    public void Every_type_of_fact_has_a_sample() => FactSamples.All.Select(f => f.GetType()).Distinct().ShouldBe(FactNames.All.Select(n => n.Type), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_fact_is_read_back_as_it_was(int sample)
    {
        var fact = FactSamples.All[sample];
        JsonSerializer.Deserialize(Write(fact), FactNames.TypeOf(FactNames.Of(fact))!, FactJson.Options).ShouldBe(fact);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void What_history_shows_of_a_fact_is_accepted_as_its_replacement(int sample)
    {
        var fact = FactSamples.All[sample];
        if (fact is IVoid or ICorrection<IFact>)
            return;
        var back = (IFact)JsonSerializer.Deserialize(Write(fact), fact.GetType(), FactJson.FromCallers)!;
        back.MapPersonal((_, text) => text.Clear is { } clear ? Personal.Sealed(clear) : text).ShouldBe(fact);
    }

    [Theory]
    [InlineData("""{"termm":{"startsOn":"2024-01-01","expiresOn":"2024-12-31"}}""")]
    [InlineData("""{"term":{"startsOn":"2024-01-01"}}""")]
    [InlineData("""{"term":null}""")]
    [InlineData("{}")]
    [InlineData("""{"term":{"startsOn":"2023-02-29","expiresOn":"2024-12-31"}}""")]
    [InlineData("""{"term":{"startsOn":"2024-01-01","expiresOn":"2024-12-31"},"extra":1}""")]
    public void A_callers_malformed_fact_is_refused(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<LicenseRenewed>(json, FactJson.FromCallers));

    [Theory]
    [InlineData("[null]")]
    [InlineData("null")]
    [InlineData("[{}]")]
    [InlineData("""[{"category":null,"hours":1}]""")]
    [InlineData("""[{"category":"ethics"}]""")]
    [InlineData("""[{"category":"ethics","hours":1.5}]""")]
    [InlineData("""[{"category":"ethics","hours":"1"}]""")]
    [InlineData("""[{"category":"ethics","hours":99999999999}]""")]
    public void A_callers_malformed_hours_are_refused(string hours) => Should.Throw<JsonException>(() => JsonSerializer.Deserialize<CreditResubmitted>(
        $$$"""{"declaration":{"courseTitle":"E","provider":{"name":"S"},"completedOn":"2024-02-29","delivery":"IN_PERSON","activity":"course","hours":{{{hours}}},"hourMinutes":60}}""",
        FactJson.FromCallers));

    [Fact]
    public void An_unknown_stored_name_fails_loudly()
    {
        FactNames.TypeOf("license_eaten").ShouldBeNull();
        Should.Throw<JsonException>(() => Stored("license_eaten", "{}").Fact()).Message.ShouldContain("license_eaten");
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<LicenseFactCorrected>(
            """{"target":"00000000-0000-7000-8000-000000000004","replacement":{"type":"license_eaten","fact":{}},"reason":"x"}""", FactJson.Options));
    }

    [Fact]
    public void An_unknown_enumeration_value_fails_loudly() =>
        Should.Throw<JsonException>(() => Stored("license_relocated", """{"homeState":"ZZ","relocatedOn":"2024-02-29"}""").Fact());

    [Fact]
    public void Personal_text_in_clear_is_never_written()
    {
        foreach (var fact in FactSamples.All)
        {
            var personal = 0;
            var clear = fact.MapPersonal((_, _) =>
            {
                personal++;
                return Personal.Of("Ada");
            });
            if (personal > 0)
                Should.Throw<InvalidOperationException>(() => Write(clear), fact.GetType().Name);
        }
    }

    [Fact]
    public void Every_personal_field_of_a_fact_is_sealed_under_a_name_of_its_own()
    {
        foreach (var fact in FactSamples.All)
        {
            var fields = new List<string>();
            fact.MapPersonal((field, text) =>
            {
                fields.Add(field);
                return text;
            });
            fields.ShouldBeUnique();
            fields.Count.ShouldBe(CountPersonal(fact), fact.GetType().Name);
        }
    }

    [Fact]
    public void No_sentence_tells_personal_data()
    {
        foreach (var fact in FactSamples.All)
            FactSentence.Of(fact.MapPersonal((_, _) => Personal.Of("Canary"))).ShouldNotContain("Canary");
    }

    [Fact]
    public void Personal_texts_never_print_themselves()
    {
        new TherapistRegistered(Personal.Of("Ada"), Personal.None, Personal.Of("Byrne"), Personal.None, Personal.None, null).ToString()!.ShouldNotContain("Ada");
        $"{Personal.Of("Ada")}".ShouldBe("(personal)");
    }

    private static int CountPersonal(object fact) => fact.GetType().GetProperties().Sum(p =>
        p.PropertyType == typeof(Personal) ? 1 : p.Name == "Replacement" ? CountPersonal(p.GetValue(fact)!) : 0);

    private static string Write(IFact fact) => JsonSerializer.Serialize(fact, fact.GetType(), FactJson.Options);

    private static StoredFact Stored(string name, string data) => new(
        1, Guid.Empty, Guid.Empty, 1, name, "t", DateTimeOffset.UnixEpoch, "a", null, null,
        JsonSerializer.SerializeToElement(new JsonObject { ["role"] = "REGISTRAR" }), JsonSerializer.Deserialize<JsonElement>(data));
}
