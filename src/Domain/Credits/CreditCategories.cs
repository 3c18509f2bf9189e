using System.Collections.Immutable;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Credits;

/// <summary>What a course taught, by one code for all jurisdictions.</summary>
/// <param name="Code">Stable code in snake case; facts hold it.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="Description">What belongs to it.</param>
public sealed record CreditCategory(string Code, string Name, string Description);

/// <summary>The list of categories that declared hours may name. A code is never dropped: facts for ever hold it.</summary>
public sealed class CreditCategories(ImmutableArray<CreditCategory> all)
{
    /// <summary>The words of the rule books: one list, so that no credit names what no book could ask for.</summary>
    public static CreditCategories Shipped { get; } =
        new([.. RuleWords.Shipped.Categories.Select(w => new CreditCategory(w.Code, w.Name, w.Description))]);

    public ImmutableArray<CreditCategory> All => all;

    public bool Contains(string code) => all.Any(c => c.Code == code);
}
