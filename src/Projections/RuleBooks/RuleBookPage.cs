using System.Text;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Projections.RuleBooks;

/// <summary>A rule book as a page for a person (Markdown): every figure with its source and how well it is known.</summary>
public static class RuleBookPage
{
    /// <summary>The whole book, newest version first.</summary>
    public static string Of(RuleBook book) => Write(book, book.Versions.Reverse());

    /// <summary>The book with one of its versions.</summary>
    public static string Of(RuleBook book, RuleBookVersion version) => Write(book, [version]);

    private static string Write(RuleBook book, IEnumerable<RuleBookVersion> versions)
    {
        var page = new StringBuilder();
        page.Append("# ").Line(JurisdictionInfo.Of(book.Jurisdiction).Name).Line()
            .Line(RuleWording.Sentences($"Regulator: {book.Regulator ?? "none"}", $"Law: {book.Law}")).Line()
            .Line("Researched, not the live law. \"primary\" was read in a law's or regulator's own text, \"secondary\" elsewhere; \"unverified\" was not read.")
            .Line("What is not known is said as \"unknown\"; it never counts as zero.");
        Section(
            page, "Credentials", ("Credential", "What it is", "Known"),
            book.Credentials.Select(c => (c.Abbreviation, RuleWording.Sentences(c.Title, Dates(c), c.ScopeLimit), RuleWording.Of(c.Confidence))));
        Section(page, "Techniques that the law allows on conditions", ("Technique", "Needs", "Known"), book.Gates.Select(g => (g.Title, Needs(g), Known(g.Citation))));
        foreach (var version in versions)
            Write(page, version);
        Section(
            page, "What else the law says", ("About", "Says", "Known"),
            book.Statements.Select(s => (FilterWording.Name(s.Topic, RuleWords.Shipped.Topics), s.Text, Known(s.Citation, book.Law))));
        return page.ToString();
    }

    private static void Write(StringBuilder page, RuleBookVersion version)
    {
        page.Line().Append("## Version ").Line(version.Id).Line()
            .Append(RequirementWording.Capital(RuleWording.Of(version.Effective))).Append(" (").Append(RuleWording.Of(version.Effective.Confidence)).Append("). ")
            .Append(RuleWording.Sentences(
                version.Effective.Note,
                $"It governs a renewal by {RuleWording.Of(version.Selector)}",
                $"Regulation: {RuleWording.Of(version.Regulation)}",
                $"As a whole it is {RuleWording.Of(version.Confidence)}",
                version.Renewal is null ? "Nothing is issued that could be renewed" : null,
                version.Note)).Line();
        foreach (var section in VersionWording.Lines(version).GroupBy(l => l.Section))
        {
            Table(page.Line().Append("### ").Line(section.Key), ("Rule", "Says", "Known"), section.Select(l => (
                section.Key == "Requirements" ? $"{l.Subject} (`{l.Code}`)" : l.Subject, RuleWording.Sentences(RequirementWording.Capital(l.Text), l.Note), Known(l.Citation, l.Citation.Text))));
        }

        page.Line().Line("### Sources").Line();
        foreach (var source in version.Sources)
            page.Append("- <").Append(source.Url).Append("> (").Append(RuleWording.Of(source.Level)).Append(source.AsOf is { } of ? $", as of {of}" : "").Line(")");
        if (version.Sources.IsEmpty)
            page.Line("None was read.");
    }

    private static string? Dates(Credential credential) => (credential.Since, credential.Closed) switch
    {
        (null, null) => null,
        ({ } since, null) => $"Issued since {RuleWording.Day(since)}",
        (null, { } closed) => $"Issued until {RuleWording.Day(closed)}",
        ({ } since, { } closed) => $"Issued from {RuleWording.Day(since)} through {RuleWording.Day(closed)}",
    };

    private static string Needs(TechniqueGate gate) => RuleWording.Sentences(
        gate.Needs.IsEmpty ? null : RequirementWording.Capital(RuleWording.List(gate.Needs, "and")),
        gate.EffectiveFrom is { } from ? $"From {RuleWording.Day(from)} on" : null,
        gate.Note);

    /// <summary>How well it is known, with the law where it is not the book's own, and the text that it was read in.</summary>
    private static string Known(Citation citation, string? bookLaw = null) =>
        RuleWording.Of(citation.Confidence) + (citation.Text == bookLaw ? "" : $": {citation.Text}") + (citation.Url is { } url ? $" (<{url}>)" : "");

    private static void Section(StringBuilder page, string title, (string, string, string) head, IEnumerable<(string, string, string)> rows)
    {
        if (rows.Any())
            Table(page.Line().Append("## ").Line(title), head, rows);
    }

    internal static void Table(StringBuilder page, (string, string, string) head, IEnumerable<(string, string, string)> rows)
    {
        page.Line().Row(head).Line("| --- | --- | --- |");
        foreach (var row in rows)
            page.Row(row);
    }

    private static StringBuilder Row(this StringBuilder page, (string A, string B, string C) row) =>
        page.Append("| ").Append(Cell(row.A)).Append(" | ").Append(Cell(row.B)).Append(" | ").Append(Cell(row.C)).Line(" |");

    internal static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");

    internal static StringBuilder Line(this StringBuilder page, string text = "") => page.Append(text).Append('\n');
}
