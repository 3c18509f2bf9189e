using System.Collections.Immutable;

namespace LicenseTracker.Domain.Rules;

/// <summary>Whether hours beyond a cycle's requirement serve later cycles.</summary>
/// <param name="Allowed">Unknown: the texts do not say.</param>
/// <param name="AtMost">Hours, or a share of the required total; null: no limit is named.</param>
/// <param name="Cycles">For how many later cycles; null: not named.</param>
/// <param name="Years">For how many years; null: not named.</param>
/// <param name="NotCarried">Codes of categories that stay behind.</param>
/// <param name="From">The first day of the cycles whose excess is carried; null: all.</param>
public sealed record CarryOver(
    Figure<bool> Allowed, ImmutableArray<Amount> AtMost, int? Cycles, int? Years, ImmutableArray<string> NotCarried, DateOnly? From);

/// <summary>How a unit other than an hour is turned into hours.</summary>
/// <param name="Unit">A code of the shared units: of study (<c>semester_hour</c>, <c>ceu</c>) or of an activity (<c>authoring</c>, <c>meeting</c>).</param>
/// <param name="AtMost">The most that counts in one cycle; null: no limit is named.</param>
/// <param name="OncePerYears">It counts once in so many years; null: no such limit.</param>
public sealed record Conversion(string Unit, Figure<Hours> Each, Hours? AtMost, int? OncePerYears, string? Note);

/// <summary>What an hour is in this jurisdiction.</summary>
/// <param name="Minutes">Of instruction that make one hour.</param>
public sealed record HourRules(Figure<int> Minutes, ImmutableArray<Conversion> Conversions);
