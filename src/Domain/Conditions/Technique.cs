using System.Collections.Immutable;

namespace LicenseTracker.Domain.Conditions;

/// <summary>A technique that a session may use, from the published list.</summary>
public sealed record Technique(string Id, string Name, ImmutableArray<string> Aliases)
{
    /// <summary>The one way in which a technique's name is written: "Intra-oral" and "intra oral" are "intra_oral".</summary>
    public static string Normal(string text) => text.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
}
