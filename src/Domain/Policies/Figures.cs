using System.Collections.Immutable;
using System.Globalization;
using LicenseTracker.Domain.Conditions;

namespace LicenseTracker.Domain.Policies;

/// <summary>Puts a clinic's own figures into a rule's predicate, and tells which figures make a rule stricter.</summary>
internal static class Figures
{
    /// <summary>The figure as a number; null: it is none that the fact can be compared with.</summary>
    public static decimal? Read(FigureOverride figure, ClientFactType type) =>
        decimal.TryParse(figure.Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= type.Minimum && number <= type.Maximum && (!type.Ticks || number == decimal.Truncate(number))
            ? number
            : null;

    public static Predicate In(Predicate predicate, ImmutableArray<FigureOverride> figures) => predicate switch
    {
        FactIs one when figures.FirstOrDefault(f => IsOf(f, one)) is { } figure && Read(figure, one.Type) is { } number => one with { Threshold = number },
        AnyOf any => new AnyOf([.. any.Parts.Select(p => In(p, figures))]),
        AllOf all => new AllOf([.. all.Parts.Select(p => In(p, figures))]),
        Not not => new Not(In(not.Part, figures)),
        _ => predicate,
    };

    public static bool IsOf(FigureOverride figure, FactIs comparison) =>
        comparison.Type.Kind == ClientFactKind.Number && comparison.Comparison == figure.Comparison
        && comparison.Type.Id.Equals(figure.Fact, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether the rule then holds wherever it held, and perhaps elsewhere too: under a negation that is the other way round. An equation
    /// has no stricter figure.
    /// </summary>
    public static bool Widens(Predicate predicate, FigureOverride figure, decimal number, bool isNegated = false) => predicate switch
    {
        FactIs one when IsOf(figure, one) => one.Comparison switch
        {
            Comparison.Less or Comparison.LessOrEqual => isNegated ? number <= one.Threshold : number >= one.Threshold,
            Comparison.Greater or Comparison.GreaterOrEqual => isNegated ? number >= one.Threshold : number <= one.Threshold,
            _ => number == one.Threshold,
        },
        AnyOf any => any.Parts.All(p => Widens(p, figure, number, isNegated)),
        AllOf all => all.Parts.All(p => Widens(p, figure, number, isNegated)),
        Not not => Widens(not.Part, figure, number, !isNegated),
        _ => true,
    };
}
