using System.Text.Json;
using Json.Schema;
using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Domain.Tests.Rules;

public sealed class BookSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(Books.Text("rule-book.schema.json"));

    public static TheoryData<Jurisdiction> All => new(Enum.GetValues<Jurisdiction>());

    [Theory]
    [MemberData(nameof(All))]
    public void Every_book_keeps_the_schema(Jurisdiction jurisdiction) => Mistakes(Books.Text($"{jurisdiction}.json")).ShouldBeEmpty();

    /// <summary>Both guards stand alone: a mistake of form that the reader refuses, the schema refuses too.</summary>
    [Theory]
    [MemberData(nameof(BrokenBooksTests.OfForm), MemberType = typeof(BrokenBooksTests))]
    public void The_schema_refuses_a_mistake_of_form(string right, string wrong) => Mistakes(Books.Broken(right, wrong)).ShouldNotBeEmpty();

    [Fact]
    public void The_sound_sample_keeps_the_schema() => Mistakes(Books.Sample).ShouldBeEmpty();

    private static List<string> Mistakes(string json)
    {
        using var document = JsonDocument.Parse(json);
        var result = Schema.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid
            ? []
            : [.. (result.Details ?? []).Where(d => d.Errors is { Count: > 0 }).Select(d => $"{d.InstanceLocation}: {string.Join("; ", d.Errors!.Values)}"), "invalid"];
    }
}
