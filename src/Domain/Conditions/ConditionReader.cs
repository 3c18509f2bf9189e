using System.Collections.Immutable;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Domain.Conditions;

/// <summary>Reads conditions and their rules against the lists they refer to.</summary>
internal sealed class ConditionReader(
    ImmutableDictionary<string, ClientFactType> facts,
    ImmutableHashSet<string> trainings,
    ImmutableDictionary<string, string> techniques,
    ImmutableDictionary<string, Citation> sources)
{
    private static readonly ImmutableDictionary<string, string> ObligationCodes = new Dictionary<string, string>
    {
        ["prescription"] = "PRESCRIPTION_NEEDED",
        ["consent"] = "CONSENT_NEEDED",
        ["timing"] = "TIMING_KEPT",
        ["laboratory"] = "LABORATORY_NEEDED",
        ["action"] = "ACTION_NEEDED",
        ["emergencyPlan"] = "EMERGENCY_PLAN_NEEDED",
        ["access"] = "ACCESS_NEEDED",
        ["homeVisit"] = "HOME_VISIT_PREPARED",
        ["limit"] = "METHOD_LIMITED",
        ["positioning"] = "POSITION_LIMITED",
        ["environment"] = "ENVIRONMENT_NEEDED",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    public Condition Condition(DataNode node)
    {
        node.Only(
            "id", "name", "icd10", "icd10Note", "exampleCodes", "technique", "joinsClearance", "exhaustive", "scopeLimits", "claimToAvoid", "trap",
            "certainty", "sources", "rules");
        var cited = node.Items("sources").Select(Source).ToImmutableArray();
        if (cited.IsEmpty)
            throw node.Wrong("names no source.");
        var rules = node.Get("rules").AsItems();
        if (rules.IsEmpty)
            throw node.Wrong("has no rule.");
        ImmutableArray<ConditionRule> read = [.. rules.Select(Rule)];
        if (node.Flag("joinsClearance") && read.Any(r => r.Predicate is null))
            throw node.Wrong("joins a clearance by its client facts, so each of its rules needs a predicate.");
        return new(
            node.Text("id"),
            node.Text("name"),
            Prefixes(node, "icd10"),
            node.Texts("exampleCodes"),
            node.TextOrNull("icd10Note"),
            node.Optional("technique") is { } technique ? Technique(technique) : null,
            node.Flag("joinsClearance"),
            node.Flag("exhaustive"),
            [.. node.Texts("scopeLimits").Select(s => new Obligation("SCOPE_KEPT", s, cited[0]))],
            cited[0],
            read);
    }

    /// <summary>Rules may bring in the rules of another condition: it must be there, and no rule id may be used twice.</summary>
    public static void CheckReferences(DataNode root, ImmutableArray<Condition> conditions)
    {
        var rules = conditions.SelectMany(c => c.Rules).ToImmutableArray();
        if (rules.FirstOrDefault(r => r.Also is not null && !conditions.Any(c => c.Id == r.Also)) is { } lost)
            throw root.Wrong($"rule '{lost.Id}' refers to '{lost.Also}', which is no condition.");
        if (rules.CountBy(r => r.Id).FirstOrDefault(g => g.Value > 1) is { Key: { } twice })
            throw root.Wrong($"rule '{twice}' is here twice.");
    }

    private ConditionRule Rule(DataNode node)
    {
        node.Only(
            "id", "when", "jurisdictions", "jurisdictionsExcept", "techniques", "icd10Only", "icd10Except", "impliedBy", "predicate", "disposition", "also",
            "training", "obligations", "excludes", "basis", "source", "confidence", "note");
        var basis = node.Choice<RuleBasis>("basis");
        var source = Source(node.Get("source"));
        var citation = source with
        {
            Text = basis == RuleBasis.Law ? source.Text : "Professional guidance, a clinic policy default: " + source.Text,
            Confidence = node.Choice<Confidence>("confidence"),
        };
        var excludes = node.Items("excludes").Select(Technique).ToImmutableArray();
        return new(
            node.Text("id"),
            node.Text("when"),
            [.. node.Items("jurisdictions").Select(j => j.AsChoice<Jurisdiction>())],
            [.. node.Items("jurisdictionsExcept").Select(j => j.AsChoice<Jurisdiction>())],
            [.. node.Items("techniques").Select(Technique)],
            Prefixes(node, "icd10Only"),
            Prefixes(node, "icd10Except"),
            Prefixes(node, "impliedBy"),
            node.Optional("predicate") is { } predicate ? PredicateReader.Read(predicate, facts) : null,
            node.Choice<Disposition>("disposition"),
            node.TextOrNull("also"),
            node.Optional("training") is { } training ? Training(training) : null,
            [
                .. node.Items("obligations").Select(o => Obligation(o, citation)),
                .. excludes.Select(t => new Obligation("TECHNIQUE_EXCLUDED", $"Do not use {techniques[t]}.", citation)),
            ],
            excludes,
            basis,
            citation,
            node.TextOrNull("note"));
    }

    private TrainingRequirement Training(DataNode node)
    {
        if (node.TextOrNull("unspecified") is { } words)
        {
            node.Only("unspecified");
            return new([], true, words);
        }

        var anyOf = node.Only("anyOf", "strength").Get("anyOf").AsItems();
        foreach (var id in anyOf)
        {
            if (!trainings.Contains(id.AsText()))
                throw id.Wrong($"'{id.AsText()}' is not in the training catalogue.");
        }

        var strength = node.Text("strength");
        return strength is "required" or "recommended" && !anyOf.IsEmpty
            ? new([.. anyOf.Select(a => a.AsText())], strength == "required", null)
            : throw node.Wrong("needs one training or more, and is either required or recommended.");
    }

    private static Obligation Obligation(DataNode node, Citation citation)
    {
        var kind = node.Only("kind", "text", "from", "form").Text("kind");
        return kind switch
        {
            "clearance" => new("CLEARANCE_NEEDED", $"Obtain {node.Text("form")} clearance from {node.Text("from")} before treating.", citation),
            "area" => new("AREA_EXCLUDED", $"Do not work on {node.Text("text")}.", citation),
            _ => ObligationCodes.TryGetValue(kind, out var code)
                ? new(code, node.Text("text"), citation)
                : throw node.Wrong($"'{kind}' is no kind of obligation."),
        };
    }

    private Citation Source(DataNode node) =>
        sources.GetValueOrDefault(node.AsText()) ?? throw node.Wrong($"'{node.AsText()}' is not among the sources.");

    private string Technique(DataNode node) =>
        techniques.ContainsKey(node.AsText()) ? node.AsText() : throw node.Wrong($"'{node.AsText()}' is not among the techniques.");

    private static ImmutableArray<string> Prefixes(DataNode node, string name) =>
        [.. node.Items(name).Select(p => p.AsText().Replace(".", "", StringComparison.Ordinal).ToUpperInvariant())];
}
