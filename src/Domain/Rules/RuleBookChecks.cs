using System.Collections.Immutable;

namespace LicenseTracker.Domain.Rules;

/// <summary>What a sound book never says though each line is well formed: names that lead nowhere, versions that overlap, impossible sums.</summary>
internal static class RuleBookChecks
{
    public static void Check(RuleBook book, DataNode node)
    {
        var versions = node.Get("versions").AsItems();
        if (versions.IsEmpty)
            throw node.Get("versions").Wrong("is empty.");
        for (var i = 0; i < versions.Length; i++)
        {
            var (version, at) = (book.Versions[i], versions[i]);
            if (!version.Id.StartsWith($"{book.Jurisdiction}-", StringComparison.Ordinal) || book.Versions.Count(v => v.Id == version.Id) > 1)
                throw at.Get("id").Wrong($"'{version.Id}' is not '{book.Jurisdiction}-' and a name of its own.");
            if (i > 0 && version.Effective.From is not { } from)
                throw at.Get("effective").Wrong("has no first day, though an earlier version is there.");
            else if (i > 0 && version.Effective.From <= book.Versions[i - 1].Effective.From)
                throw at.Get("effective").Wrong("begins before the version above it.");
            var before = book.Versions.Take(i).FirstOrDefault(v => v.Selector == version.Selector && v.Effective.Overlaps(version.Effective));
            if (before is not null)
                throw at.Get("effective").Wrong($"overlaps '{before.Id}', which the same date selects.");
            Check(version, at);
        }
    }

    private static void Check(RuleBookVersion version, DataNode node)
    {
        Unique(node.Get("sources"), version.Sources.Select(s => s.Id));
        var list = node.Get("requirements");
        Unique(list, version.Requirements.Select(r => r.Code));
        Known(list, version.Requirements.SelectMany(r => References(r)), version.Requirements);
        Sums(list, version.Requirements);
        Known(node.Get("firstRenewal"), References(version.FirstRenewal), version.Requirements);
        if (version.Overrides.IsEmpty)
            return;
        var overrides = node.Get("overrides").AsItems();
        Unique(node.Get("overrides"), version.Overrides.Select(o => o.Code));
        for (var i = 0; i < overrides.Length; i++)
        {
            var changed = version.Overrides[i];
            Known(overrides[i], changed.Suspends, version.Requirements);
            if (!changed.Effective.Overlaps(version.Effective))
                throw overrides[i].Get("effective").Wrong("lies outside its version.");
            var then = version.With(changed).Requirements;
            Unique(overrides[i], then.Select(r => r.Code));
            Known(overrides[i], then.SelectMany(r => References(r)), then);
            Sums(overrides[i], then);
        }
    }

    private static void Unique(DataNode node, IEnumerable<string> codes)
    {
        if (codes.GroupBy(c => c, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw node.Wrong($"'{twice.Key}' is here twice.");
    }

    private static void Known(DataNode node, IEnumerable<string> codes, ImmutableArray<Requirement> requirements)
    {
        if (codes.FirstOrDefault(c => requirements.All(r => r.Code != c)) is { } unknown)
            throw node.Wrong($"refers to '{unknown}', which is no requirement of this version.");
    }

    private static ImmutableArray<string> References(Requirement requirement) => requirement switch
    {
        TotalHours total => total.Parts,
        AtLeast { Inside: { } inside } => [inside],
        AtMost { Inside: { } inside } => [inside],
        Alternative alternative => alternative.InsteadOf,
        _ => [],
    };

    private static ImmutableArray<string> References(FirstRenewal first) => first switch
    {
        ExemptAtFirst exempt => exempt.Keeps,
        ReducedAtFirst reduced => reduced.Waives,
        ProratedAtFirst prorated => prorated.Waives,
        ChartedAtFirst charted => charted.Waives,
        _ => [],
    };

    /// <summary>The parts of a total make it up, and no minimum within it is larger than it.</summary>
    private static void Sums(DataNode node, ImmutableArray<Requirement> requirements)
    {
        foreach (var total in requirements.OfType<TotalHours>())
        {
            if (!total.Minimum.TryGet(out var hours))
                continue;
            var minimums = requirements.OfType<AtLeast>().ToDictionary(
                a => a.Code, a => a.Amount.TryGet(out var amount) ? amount.In(hours) : (Hours?)null);
            var parts = total.Parts.Select(p => minimums.GetValueOrDefault(p)).ToArray();
            if (parts.Length > 0 && parts.All(p => p is not null) && parts.Aggregate(Hours.Zero, (sum, p) => sum + p!.Value) != hours)
                throw node.Wrong($"the parts of '{total.Code}' do not add up to {hours} hours.");
            var tooLarge = requirements.OfType<AtLeast>()
                .FirstOrDefault(a => a.Counting == Counting.WithinTotal && a.Heading.Applies == total.Heading.Applies && minimums[a.Code] > hours);
            if (tooLarge is not null)
                throw node.Wrong($"'{tooLarge.Code}' asks for more than the {hours} hours within which it counts.");
        }
    }
}
