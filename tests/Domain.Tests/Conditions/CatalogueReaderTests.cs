using LicenseTracker.Domain.Conditions;

namespace LicenseTracker.Domain.Tests.Conditions;

public class CatalogueReaderTests
{
    private const string Facts = """{ "version": "1", "facts": [{ "id": "flare", "meaning": "A flare.", "kind": "yesNo" }, { "id": "days", "meaning": "Days.", "kind": "number", "unit": "days", "minimum": 0, "maximum": 9, "ticks": true }] }""";
    private const string Trainings = """{ "version": "1", "trainings": [{ "id": "T", "name": "T", "kind": "clinicDefined", "expires": false, "citation": { "text": "c", "confidence": "policyDefault" } }] }""";

    private static string Conditions(string rule) => $$"""
        { "version": "1", "codeSet": "ICD-10-CM", "codeSetDate": "2021-01-01", "techniques": [], "sources": [{ "id": "s", "text": "S", "confidence": "primary" }],
          "conditions": [{ "id": "c", "name": "C", "icd10": ["A00"], "sources": ["s"], "rules": [{ "id": "c-1", "when": "always", "basis": "guidance", "source": "s", "confidence": "primary", {{rule}} }] }] }
        """;

    private static string MistakeIn(string rule) => Should.Throw<FormatException>(() => ConditionCatalogue.Read(Conditions(rule), Trainings, Facts)).Message;

    [Fact]
    public void A_sound_file_is_read() =>
        ConditionCatalogue.Read(Conditions("""  "disposition": "absolute", "predicate": { "not": { "fact": "flare", "eq": true } } """), Trainings, Facts).Conditions.Length.ShouldBe(1);

    [Theory]
    [InlineData(""" "disposition": "absolut" """, "conditions.json: $.conditions[0].rules[0].disposition: 'absolut' is none of")]
    [InlineData(""" "disposition": "local", "predicat": {} """, "conditions.json: $.conditions[0].rules[0]: knows no 'predicat'.")]
    [InlineData(""" "disposition": "local", "predicate": { "fact": "flair", "eq": true } """, "$.conditions[0].rules[0].predicate: 'flair' is not in the published list")]
    [InlineData(""" "disposition": "local", "predicate": { "fact": "flare", "eq": "maybe" } """, "predicate.eq: 'maybe' is no value of 'flare'.")]
    [InlineData(""" "disposition": "local", "predicate": { "fact": "flare", "lt": 3 } """, "predicate.lt: 'flare' is no number.")]
    [InlineData(""" "disposition": "local", "predicate": { "fact": "days", "lt": 30 } """, "predicate.lt: is outside the bounds of 'days'.")]
    [InlineData(""" "disposition": "local", "predicate": { "fact": "days" } """, "predicate: compares with nothing.")]
    [InlineData(""" "disposition": "local", "predicate": { "any": [] } """, "predicate: needs two parts or more.")]
    [InlineData(""" "disposition": "local", "training": { "anyOf": ["X"], "strength": "required" } """, "training.anyOf[0]: 'X' is not in the training catalogue.")]
    [InlineData(""" "disposition": "local", "obligations": [{ "kind": "prayer", "text": "x" }] """, "obligations[0]: 'prayer' is no kind of obligation.")]
    [InlineData(""" "disposition": "local", "also": "z" """, "rule 'c-1' refers to 'z', which is no condition.")]
    [InlineData(""" "disposition": "local", "excludes": ["juggling"] """, "excludes[0]: 'juggling' is not among the techniques.")]
    [InlineData(""" "disposition": 3 """, "disposition: is no text.")]
    public void A_mistake_names_file_path_and_reason(string rule, string message) => MistakeIn(rule).ShouldContain(message);

    [Fact]
    public void What_is_no_json_is_said_so() =>
        Should.Throw<FormatException>(() => ConditionCatalogue.Read("{", Trainings, Facts)).Message.ShouldStartWith("conditions.json: ");
}
