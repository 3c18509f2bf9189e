using System.Collections.Immutable;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Domain.Rules;

/// <summary>Reads one version of a book.</summary>
internal sealed class VersionReader(string law, ImmutableArray<Credential> credentials, RuleWords words)
{
    public RuleBookVersion Read(DataNode node)
    {
        node.Only(
            "id", "effective", "selector", "regulation", "confidence", "note", "sources", "renewal", "cycle", "firstRenewal", "carryOver", "hour",
            "requirements", "overrides");
        var texts = node.Get("sources").AsItems().Select(Source).ToImmutableArray();
        var sources = new RuleSources(law, texts);
        var requirements = new RequirementReader(sources, credentials, words);
        var cycle = new CycleReader(sources, words);
        return new(
            node.Text("id"),
            RuleBookReader.Effective(node.Get("effective")),
            node.Choice<VersionSelector>("selector"),
            node.Choice<MassageRegulation>("regulation"),
            node.Get("renewal") is { IsNull: false } renewal ? new RenewalReader(sources).Read(renewal) : null,
            cycle.Cycle(node.Get("cycle")),
            cycle.FirstRenewal(node.Get("firstRenewal")),
            cycle.CarryOver(node.Get("carryOver")),
            cycle.Hours(node.Get("hour")),
            [.. node.Get("requirements").AsItems().Select(requirements.Read)],
            [.. node.Items("overrides").Select(n => Override(n, sources, requirements))],
            texts,
            node.Choice<Confidence>("confidence"),
            node.TextOrNull("note"),
            string.Join('\n', Demands.Select(name => node.Optional(name)?.Substance() ?? "")));
    }

    private static readonly ImmutableArray<string> Demands =
        ["regulation", "renewal", "cycle", "firstRenewal", "carryOver", "hour", "requirements", "overrides"];

    private static Source Source(DataNode node)
    {
        node.Only("id", "url", "level", "asOf");
        return Uri.TryCreate(node.Text("url"), UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? new(node.Text("id"), node.Text("url"), node.Choice<Confidence>("level"), node.TextOrNull("asOf"))
            : throw node.Get("url").Wrong("is no address.");
    }

    private static RuleOverride Override(DataNode node, RuleSources sources, RequirementReader requirements)
    {
        node.Only("code", "title", "effective", "selector", "licenseNumber", "suspends", "puts", "confidence", "source", "note");
        return new(
            node.Text("code"),
            node.Text("title"),
            RuleBookReader.Effective(node.Get("effective")),
            node.Choice<VersionSelector>("selector"),
            node.Has("licenseNumber") ? node.Choice<NumberParity>("licenseNumber") : null,
            node.Texts("suspends"),
            [.. node.Items("puts").Select(requirements.Read)],
            sources.Citation(node),
            node.TextOrNull("note"));
    }
}
