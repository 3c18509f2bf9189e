using System.Collections.Immutable;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Domain.Rules;

/// <summary>Reads a rule book. Anything missing, unknown, malformed or contradictory stops it, naming file, path and reason.</summary>
public static class RuleBookReader
{
    public static RuleBook ReadShipped(Jurisdiction jurisdiction) =>
        Read($"{jurisdiction}.json", Resource($"{jurisdiction}.json"), RuleWords.Shipped);

    public static RuleBook Read(string file, string json, RuleWords words)
    {
        var node = DataNode.Parse(file, json)
            .Only("jurisdiction", "profession", "law", "regulator", "credentials", "gates", "statements", "versions");
        var jurisdiction = node.Choice<Jurisdiction>("jurisdiction");
        if (file != $"{jurisdiction}.json")
            throw node.Get("jurisdiction").Wrong($"is {jurisdiction}, which another file is named for.");
        var law = node.Text("law");
        var credentials = node.Get("credentials").AsItems().Select(Credential).ToImmutableArray();
        var book = new RuleBook(
            jurisdiction,
            node.Choice<Profession>("profession"),
            law,
            node.TextOrNull("regulator"),
            credentials,
            [.. node.Items("gates").Select(Gate)],
            [.. node.Items("statements").Select(n => Statement(n, law, words))],
            [.. node.Get("versions").AsItems().Select(n => new VersionReader(law, credentials, words).Read(n))]);
        RuleBookChecks.Check(book, node);
        return book;
    }

    internal static Effective Effective(DataNode node)
    {
        node.Only("from", "to", "confidence", "note");
        var effective = new Effective(Day(node.Get("from")), Day(node.Get("to")), node.Choice<Confidence>("confidence"), node.TextOrNull("note"));
        return effective.To < effective.From ? throw node.Wrong("ends before it begins.") : effective;

        static DateOnly? Day(DataNode day) => day.IsNull ? null : day.AsDate();
    }

    internal static string Resource(string name)
    {
        using var stream = typeof(RuleBookReader).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"{name}: the resource is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static Credential Credential(DataNode node)
    {
        node.Only("title", "abbreviation", "scopeLimit", "since", "closed", "confidence");
        return new(
            node.Text("title"),
            node.Text("abbreviation"),
            node.TextOrNull("scopeLimit"),
            node.DateOrNull("since"),
            node.DateOrNull("closed"),
            node.Choice<Confidence>("confidence"));
    }

    private static TechniqueGate Gate(DataNode node)
    {
        node.Only("code", "title", "needs", "effectiveFrom", "citation", "note");
        return new(
            node.Text("code"),
            node.Text("title"),
            node.Texts("needs"),
            node.DateOrNull("effectiveFrom"),
            Citation(node.Get("citation")),
            node.TextOrNull("note"));
    }

    private static Statement Statement(DataNode node, string law, RuleWords words)
    {
        node.Only("topic", "text", "confidence", "citation");
        var citation = new Citation(node.TextOrNull("citation") ?? law, null, node.Choice<Confidence>("confidence"));
        return new(RequirementReader.Word(node.Get("topic"), words.Topics), node.Text("text"), citation);
    }

    internal static Citation Citation(DataNode node)
    {
        node.Only("text", "url", "confidence");
        return new(node.Text("text"), node.TextOrNull("url"), node.Choice<Confidence>("confidence"));
    }
}
