using System.Collections.Immutable;

namespace LicenseTracker.Domain.Rules;

/// <summary>What is known of a cycle by which its version is chosen; null: not known.</summary>
/// <param name="JudgedOn">The day of the renewal, or before it the day on which the question is asked.</param>
public sealed record CycleDates(
    DateOnly? LicenseExpiry, DateOnly? PeriodStart, DateOnly? PeriodEnd, DateOnly? ApplicationReceipt, DateOnly? JudgedOn)
{
    internal ImmutableArray<DateOnly?> By(VersionSelector selector) => selector switch
    {
        VersionSelector.LicenseExpiry => [LicenseExpiry],
        VersionSelector.PeriodStart => [PeriodStart],
        VersionSelector.PeriodEnd => [PeriodEnd],
        VersionSelector.ApplicationReceipt => [ApplicationReceipt],
        VersionSelector.RuleDate => [JudgedOn],
        _ => [LicenseExpiry, PeriodStart, PeriodEnd, ApplicationReceipt, JudgedOn],
    };
}

/// <summary>Which version governs a cycle. The set is closed: match on all.</summary>
public abstract record VersionChoice;

/// <summary>One version governs; its overrides that act are already applied.</summary>
public sealed record Chosen(RuleBookVersion Version) : VersionChoice;

/// <summary>What is known of the cycle allows several versions that demand different things.</summary>
public sealed record Undetermined(ImmutableArray<RuleBookVersion> Candidates) : VersionChoice;

/// <summary>The book has no version for these dates.</summary>
public sealed record NoVersion : VersionChoice;

/// <summary>Chooses the version of a book that governs a cycle, each version by its own selector.</summary>
public static class VersionSelection
{
    public static VersionChoice Select(RuleBook book, CycleDates dates, string? licenseNumber)
    {
        var candidates = book.Versions
            .Where(v => Governs(v.Effective, v.Selector, dates) != false)
            .SelectMany(v => WithOverrides(v, dates, licenseNumber))
            .ToImmutableArray();
        return candidates switch
        {
            [] => new NoVersion(),
            [.., var last] when candidates.All(c => c.Substance == last.Substance) => new Chosen(last),
            _ => new Undetermined(candidates),
        };
    }

    /// <summary>
    /// The versions that may govern a cycle, newest last: one, unless what is known of the cycle allows several that demand different things.
    /// Their overrides are left for whoever judges.
    /// </summary>
    /// <param name="datesUnder">What is known of the cycle, whose window each version reckons by its own rule.</param>
    public static ImmutableArray<RuleBookVersion> Governing(RuleBook book, Func<RuleBookVersion, CycleDates> datesUnder)
    {
        ImmutableArray<RuleBookVersion> may = [.. book.Versions.Where(v => Governs(v.Effective, v.Selector, datesUnder(v)) != false)];
        return may is [.., var newest] && may.All(v => v.Substance == newest.Substance) ? [newest] : may;
    }

    /// <summary>
    /// Whether a span governs; null: it may. An unknown selector is one of the dates, so a span that holds none of them does not govern
    /// and one that holds them all does.
    /// </summary>
    private static bool? Governs(Effective effective, VersionSelector selector, CycleDates dates)
    {
        if (effective is { From: null, To: null })
            return true;
        var all = dates.By(selector);
        var known = all.Where(d => d is not null).Select(d => effective.Contains(d!.Value)).ToImmutableArray();
        if (known.IsEmpty)
            return null;
        return known.All(held => held) ? true : known.Any(held => held) ? null : false;
    }

    /// <summary>A version as its overrides leave it: once without and once with each that may act.</summary>
    private static ImmutableArray<RuleBookVersion> WithOverrides(RuleBookVersion version, CycleDates dates, string? licenseNumber)
    {
        ImmutableArray<RuleBookVersion> ways = [version];
        foreach (var change in version.Overrides)
        {
            var acts = Both(Governs(change.Effective, change.Selector, dates), Fits(change.LicenseNumber, licenseNumber));
            ways = acts switch
            {
                true => [.. ways.Select(w => w.With(change))],
                false => ways,
                null => [.. ways, .. ways.Select(w => w.With(change))],
            };
        }

        return ways;
    }

    private static bool? Fits(NumberParity? wanted, string? licenseNumber) =>
        wanted is null ? true : Parity.Of(licenseNumber) is { } parity ? parity == wanted : null;

    private static bool? Both(bool? a, bool? b) => a == false || b == false ? false : a == true && b == true ? true : null;
}
