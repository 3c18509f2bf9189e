using System.Collections.Immutable;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Conditions;

/// <summary>Reads the three data files of the catalogue. Any mistake in them stops the program before it judges anything.</summary>
internal static class CatalogueReader
{
    private static readonly ImmutableArray<string> YesNo = ["true", "false"];

    public static ConditionCatalogue Read(string conditionsJson, string trainingsJson, string factsJson)
    {
        var facts = Unique(DataNode.Parse("client-facts.json", factsJson).Only("version", "facts"), "facts", Fact, f => f.Id);
        var trainings = Unique(DataNode.Parse("trainings.json", trainingsJson).Only("version", "trainings"), "trainings", Training, t => t.Id);
        var root = DataNode.Parse("conditions.json", conditionsJson)
            .Only("version", "codeSet", "codeSetDate", "notice", "techniques", "sources", "conditions");
        var techniques = Unique(root, "techniques", n => new Technique(n.Only("id", "name", "aliases").Text("id"), n.Text("name"), n.Texts("aliases")), t => t.Id);
        var sources = Unique(root, "sources", n => (Id: n.Only("id", "text", "url", "confidence", "note").Text("id"), Citation: Citation(n)), s => s.Id);
        var reader = new ConditionReader(
            facts.ToImmutableDictionary(f => f.Id),
            [.. trainings.Select(t => t.Id)],
            techniques.ToImmutableDictionary(t => t.Id, t => t.Name),
            sources.ToImmutableDictionary(s => s.Id, s => s.Citation));
        var conditions = Unique(root, "conditions", reader.Condition, c => c.Id);
        ConditionReader.CheckReferences(root, conditions);
        return new(root.Text("version"), root.Text("codeSet") + " " + root.Text("codeSetDate"), conditions, techniques, facts, trainings);
    }

    public static Citation Citation(DataNode node) => new(node.Text("text"), node.TextOrNull("url"), node.Choice<Confidence>("confidence"));

    private static ImmutableArray<T> Unique<T>(DataNode root, string list, Func<DataNode, T> read, Func<T, string> id)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var items = ImmutableArray.CreateBuilder<T>();
        foreach (var node in root.Get(list).AsItems())
        {
            var item = read(node);
            items.Add(seen.Add(id(item)) ? item : throw node.Wrong($"'{id(item)}' is here twice."));
        }

        return items.ToImmutable();
    }

    private static ClientFactType Fact(DataNode node)
    {
        node.Only("id", "meaning", "kind", "unit", "values", "minimum", "maximum", "ticks", "never");
        var kind = node.Choice<ClientFactKind>("kind");
        var values = kind == ClientFactKind.YesNo ? YesNo : node.Texts("values");
        if (kind is ClientFactKind.OneOf or ClientFactKind.Ordered && values.Length < 2)
            throw node.Wrong("needs two values or more.");
        var isNumber = kind == ClientFactKind.Number;
        var unit = isNumber ? node.Text("unit") : null;
        if (node.Flag("ticks") && unit is not ("days" or "weeks"))
            throw node.Wrong("only days and weeks tick.");
        return new(
            node.Text("id"),
            node.Text("meaning"),
            kind,
            unit,
            values,
            node.Flag("ticks"),
            isNumber ? node.Get("minimum").AsNumber() : 0,
            isNumber ? node.Get("maximum").AsNumber() : 0,
            node.Flag("never"));
    }

    private static Training Training(DataNode node)
    {
        node.Only("id", "name", "kind", "jurisdiction", "minimumHours", "ofWhich", "hoursSeen", "format", "expires", "requirements", "shows", "note", "citation");
        return new(
            node.Text("id"),
            node.Text("name"),
            node.Choice<TrainingKind>("kind"),
            node.Optional("jurisdiction")?.AsChoice<Jurisdiction>(),
            node.Optional("minimumHours")?.AsCount(),
            node.TextOrNull("ofWhich"),
            [.. node.Items("hoursSeen").Select(h => h.AsCount())],
            node.TextOrNull("format"),
            node.Flag("expires"),
            node.Texts("requirements"),
            node.TextOrNull("note"),
            Citation(node.Get("citation").Only("text", "url", "confidence")))
        {
            Shows = node.Choices<HeldCredential>("shows"),
        };
    }
}
