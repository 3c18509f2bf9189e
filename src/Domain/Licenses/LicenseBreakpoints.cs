using System.Collections.Immutable;

namespace LicenseTracker.Domain.Licenses;

/// <summary>The dates on which answers about a license may change, so that a search ahead need not ask day by day.</summary>
internal static class LicenseBreakpoints
{
    public static ImmutableArray<DateOnly> Of(LicenseTimeline license, ImmutableArray<Held<LicenseFact>> held)
    {
        // Every fact acts from its effective date; the other dates written inside facts have to be added.
        var effective = held.Select(h => h.Fact.EffectiveOn).OfType<DateOnly>();
        var possible = held.Select(UncertainDays.Of).OfType<UncertainDays>().Select(d => d.PossiblySince);
        var terms = license.Terms.Concat(license.ConditionalTerms).Select(t => t.Term).ToImmutableArray();
        var dayAfter = terms.Where(t => t.ExpiresOn < DateOnly.MaxValue).Select(t => t.ExpiresOn.AddDays(1));
        return [.. effective.Concat(possible).Concat(terms.Select(t => t.StartsOn)).Concat(dayAfter).Concat(license.Encumbrances.SelectMany(e => e.Breakpoints)).Distinct().Order()];
    }
}
