using System.Collections.Immutable;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Projections.RuleBooks;

/// <summary>A version as lines that a person reads and that two versions are compared by.</summary>
public static class VersionWording
{
    private const string Governing = "Version";
    private const string Requirements = "Requirements";
    private const string Exceptions = "Exceptions for a time";

    /// <summary>Every rule of the version, section by section in the order in which it is read.</summary>
    public static ImmutableArray<RuleLine> Lines(RuleBookVersion version) =>
    [
        .. version.Renewal is { } renewal ? RenewalWording.Lines(renewal) : [],
        .. CycleWording.Lines(version),
        .. version.Requirements.Select(r => Line(Requirements, r)),
        .. version.Overrides.Select(Line),
    ];

    /// <summary>When the version governs and how massage is regulated under it.</summary>
    internal static ImmutableArray<RuleLine> Heading(RuleBookVersion version) =>
    [
        new(Governing, "effective", "In force", RuleWording.Of(version.Effective), new(version.Id, null, version.Effective.Confidence), version.Effective.Note),
        new(Governing, "selector", "A renewal is governed by", RuleWording.Of(version.Selector), new(version.Id, null, version.Confidence), null),
        new(Governing, "regulation", "Regulation", Regulation(version), new(version.Id, null, version.Confidence), null),
    ];

    /// <summary>How massage is regulated under a version, in words.</summary>
    public static string Regulation(RuleBookVersion version) => RuleWording.Of(version.Regulation);

    private static RuleLine Line(string section, Requirement requirement) => new(
        section, requirement.Code, requirement.Heading.Title, RequirementWording.Of(requirement), requirement.Heading.Citation, requirement.Heading.Note);

    private static RuleLine Line(RuleOverride change) => new(
        Exceptions,
        change.Code,
        change.Title,
        RuleWording.Sentences(
            $"{RequirementWording.Capital(RuleWording.Of(change.Effective))}, by {RuleWording.Of(change.Selector)}",
            change.LicenseNumber is { } parity ? $"Only for {RuleWording.Of(parity)} license numbers" : null,
            change.Suspends.IsEmpty ? null : $"Not asked for: {RuleWording.List(change.Suspends.Select(c => $"`{c}`"), "and")}",
            change.Puts.IsEmpty ? null : "In their place: " + string.Join(' ', change.Puts.Select(RequirementWording.Of))),
        change.Citation,
        change.Note);
}
