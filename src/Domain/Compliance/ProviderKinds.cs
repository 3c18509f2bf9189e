using System.Collections.Immutable;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Compliance;

/// <summary>Of which kinds, in the words of one rule book, a provider is.</summary>
/// <param name="Known">Codes of kinds that it is of.</param>
/// <param name="Possible">Codes of kinds that it may be of: what was declared does not tell.</param>
public sealed record ProviderKinds(ImmutableArray<string> Known, ImmutableArray<string> Possible)
{
    /// <summary>The code of a provider that the book's own regulator approved.</summary>
    private const string ByRegulator = "board_approved";

    public static readonly ProviderKinds None = new([], []);

    /// <summary>The kinds that the names on certificates tell, by key.</summary>
    private static readonly ILookup<string, string> ByName =
        RuleWords.Shipped.Providers.SelectMany(w => w.Names.Select(n => (Key: TextKey.Of(n), w.Code))).ToLookup(n => n.Key, n => n.Code, StringComparer.Ordinal);

    /// <summary>
    /// By who approved the provider: none named, none approved. A body that no word here and no regulator goes by may be on a list that the
    /// rule names, or be another name of the regulator.
    /// </summary>
    public static ProviderKinds Of(Provider provider, RuleBook book)
    {
        if (provider.ApprovalBody is not { } body || TextKey.Of(body) is not { Length: > 0 } key)
            return None;
        ImmutableArray<string> known = [.. ByName[key].Distinct()];
        if (book.Regulator is { } regulator && TextKey.Of(regulator) == key)
            known = known.Add(ByRegulator);
        return new(known, [.. RuleWords.Shipped.Providers.Where(w => !known.Contains(w.Code) && w.Names.IsEmpty && (known.IsEmpty || w.Code != ByRegulator)).Select(w => w.Code)]);
    }
}
