using System.Collections.Immutable;

namespace LicenseTracker.Domain.Rules;

/// <summary>A word that all rule books and credits share.</summary>
/// <param name="Code">Snake case; never changes its meaning.</param>
public sealed record RuleWord(string Code, string Name, string Description)
{
    /// <summary>What certificates call it, as the body that approves a provider; none: no certificate tells by a name.</summary>
    public ImmutableArray<string> Names { get; init; } = [];
}

/// <summary>The words that rule books and credits share, so that one credit can be held against the rules of every state.</summary>
/// <param name="Categories">Subjects of courses.</param>
/// <param name="Providers">Kinds of provider, by who approved them.</param>
/// <param name="Activities">What earns hours, beside taking a course.</param>
/// <param name="Units">Units other than an hour that rules convert.</param>
/// <param name="Topics">What a statement of law is about.</param>
public sealed record RuleWords(
    ImmutableArray<RuleWord> Categories,
    ImmutableArray<RuleWord> Providers,
    ImmutableArray<RuleWord> Activities,
    ImmutableArray<RuleWord> Units,
    ImmutableArray<RuleWord> Topics)
{
    private static readonly Lazy<RuleWords> Loaded = new(() => Read("rule-words.json", RuleBookReader.Resource("rule-words.json")));

    public static RuleWords Shipped => Loaded.Value;

    public static RuleWords Read(string file, string json)
    {
        var root = DataNode.Parse(file, json).Only("categories", "providers", "activities", "units", "topics");
        return new(List(root, "categories"), List(root, "providers"), List(root, "activities"), List(root, "units"), List(root, "topics"));
    }

    private static ImmutableArray<RuleWord> List(DataNode root, string name)
    {
        var words = root.Get(name).AsItems()
            .Select(n => new RuleWord(n.Only("code", "name", "description", "names").Text("code"), n.Text("name"), n.Text("description")) { Names = n.Texts("names") })
            .ToImmutableArray();
        return words.GroupBy(w => w.Code, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw root.Get(name).Wrong($"'{twice.Key}' is here twice.")
            : words;
    }
}
