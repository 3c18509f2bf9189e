using System.Collections.Immutable;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Projections.RuleBooks;

/// <summary>Which hours a rule speaks of, in words.</summary>
internal static class FilterWording
{
    /// <summary>Empty for all hours.</summary>
    public static string Of(CreditFilter filter)
    {
        var words = RuleWords.Shipped;
        string?[] parts =
        [
            filter.HandsOn ? "hands-on" : null,
            filter.Categories.IsEmpty ? null : "on " + Names(filter.Categories, words.Categories),
            filter.LawOf is { } law ? $"about the law of {JurisdictionInfo.Of(law).Name}" : null,
            filter.Deliveries.IsEmpty ? null : RuleWording.List(filter.Deliveries.Select(RuleWording.Of), "or"),
            filter.UnsettledDeliveries.IsEmpty
                ? null
                : $"(whether hours {RuleWording.List(filter.UnsettledDeliveries.Select(RuleWording.Of), "or")} belong here is unknown)",
            filter.Providers.IsEmpty ? null : "from providers: " + Names(filter.Providers, words.Providers),
            filter.OtherProvidersThan.IsEmpty ? null : "from providers other than: " + Names(filter.OtherProvidersThan, words.Providers),
            filter.Activities.IsEmpty ? null : "by " + Names(filter.Activities, words.Activities),
            filter.OtherActivitiesThan.IsEmpty ? null : "by anything but " + Names(filter.OtherActivitiesThan, words.Activities),
        ];
        return string.Join(' ', parts.Where(p => p is not null));
    }

    /// <summary>"hours on ethics"; "hours" for all of them.</summary>
    public static string Hours(CreditFilter filter) => $"hours {Of(filter)}".TrimEnd();

    public static string Name(string code, ImmutableArray<RuleWord> words) => words.First(w => w.Code == code).Name;

    private static string Names(ImmutableArray<string> codes, ImmutableArray<RuleWord> words) =>
        RuleWording.List(codes.Select(c => Lower(Name(c, words))), "or");

    /// <summary>A name inside a sentence; one that begins with an abbreviation keeps its capitals.</summary>
    private static string Lower(string name) => name.Length > 1 && char.IsUpper(name[1]) ? name : char.ToLowerInvariant(name[0]) + name[1..];
}
