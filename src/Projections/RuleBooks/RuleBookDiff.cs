using System.Collections.Immutable;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Projections.RuleBooks;

/// <summary>What became of a rule from one version to the other.</summary>
public enum RuleChangeKind
{
    /// <summary>Only the second version has it.</summary>
    Added,

    /// <summary>Only the first version has it.</summary>
    Removed,

    /// <summary>Both have it and say different things.</summary>
    Changed,
}

/// <summary>One rule that two versions state differently.</summary>
/// <param name="Section">The heading under which it is read.</param>
/// <param name="Code">Its name inside the section.</param>
/// <param name="Subject">What the rule is about.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">What the first version says; null: nothing.</param>
/// <param name="After">What the second version says; null: nothing.</param>
public sealed record RuleChange(string Section, string Code, string Subject, RuleChangeKind Kind, string? Before, string? After)
{
    /// <summary>One sentence for a person.</summary>
    public string Sentence => Kind switch
    {
        RuleChangeKind.Added => $"{Section}, {Subject}: new. {After}",
        RuleChangeKind.Removed => $"{Section}, {Subject}: no longer there. It was: {Before}",
        _ => $"{Section}, {Subject}: was: {Before} Now: {After}",
    };
}

/// <summary>Compares two versions by what they say, not by how well it is known.</summary>
public static class RuleBookDiff
{
    public static ImmutableArray<RuleChange> Between(RuleBookVersion from, RuleBookVersion to)
    {
        var before = Lines(from).ToDictionary(l => (l.Section, l.Code));
        var after = Lines(to).ToDictionary(l => (l.Section, l.Code));
        return
        [
            .. after.Values.Where(l => before.GetValueOrDefault((l.Section, l.Code))?.Text != l.Text).Select(l =>
                before.TryGetValue((l.Section, l.Code), out var old)
                    ? new RuleChange(l.Section, l.Code, l.Subject, RuleChangeKind.Changed, Said(old), Said(l))
                    : new RuleChange(l.Section, l.Code, l.Subject, RuleChangeKind.Added, null, Said(l))),
            .. before.Values.Where(l => !after.ContainsKey((l.Section, l.Code)))
                .Select(l => new RuleChange(l.Section, l.Code, l.Subject, RuleChangeKind.Removed, Said(l), null)),
        ];
    }

    /// <summary>The differences in words; a sentence that says so where there are none.</summary>
    public static string Text(RuleBookVersion from, RuleBookVersion to) =>
        Between(from, to) is { IsEmpty: false } changes
            ? string.Join('\n', changes.Select(c => $"- {c.Sentence}"))
            : $"{from.Id} and {to.Id} say the same.";

    private static IEnumerable<RuleLine> Lines(RuleBookVersion version) => [.. VersionWording.Heading(version), .. VersionWording.Lines(version)];

    private static string Said(RuleLine line) => RuleWording.Sentences(line.Text);
}
