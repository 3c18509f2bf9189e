using System.Collections.Immutable;

namespace LicenseTracker.Domain;

/// <summary>A fact that holds once corrections and voids are applied.</summary>
/// <param name="Id">The original fact.</param>
/// <param name="Fact">Its content: the latest correction's replacement, else as first recorded.</param>
/// <param name="CorrectedBy">The correction whose content this is, if any.</param>
/// <param name="Version">The original's place in its stream.</param>
public sealed record Held<TFact>(FactId Id, TFact Fact, FactId? CorrectedBy, long Version)
    where TFact : class, IFact
{
    /// <summary>The facts that show it.</summary>
    public ImmutableArray<FactId> Evidence => CorrectedBy is { } correction ? [Id, correction] : [Id];
}

/// <summary>All facts of one stream in the order recorded; the one place where the recorded clock is applied.</summary>
public sealed record FactLog<TFact>(ImmutableArray<Recorded<TFact>> Facts)
    where TFact : class, IFact
{
    public static readonly FactLog<TFact> Empty = new([]);

    public long Version => Facts.IsEmpty ? 0 : Facts[^1].Version;

    public FactLog<TFact> Add(Recorded<TFact> fact) => new(Facts.Add(fact));

    /// <summary>What was known at an instant, inclusive; null filters nothing.</summary>
    public FactLog<TFact> KnownAt(DateTimeOffset? instant) =>
        instant is { } at ? new([.. Facts.Where(f => f.RecordedAt <= at)]) : this;

    /// <summary>What stood at a stream version, inclusive; null filters nothing.</summary>
    public FactLog<TFact> AtVersion(long? version) =>
        version is { } at ? new([.. Facts.Where(f => f.Version <= at)]) : this;

    /// <summary>
    /// The facts that hold: voided ones are gone, corrected ones carry their latest replacement. Corrections and voids can be voided
    /// themselves, so the log is read from its newest fact back.
    /// </summary>
    public ImmutableArray<Held<TFact>> Held()
    {
        var voided = new HashSet<FactId>();
        var replaced = new Dictionary<FactId, Recorded<TFact>>();
        var held = new Stack<Held<TFact>>();
        for (var i = Facts.Length - 1; i >= 0; i--)
        {
            var recorded = Facts[i];
            if (voided.Contains(recorded.Id))
                continue;
            switch (recorded.Fact)
            {
                case IVoid v:
                    voided.Add(v.Target);
                    break;
                case ICorrection<TFact> c:
                    replaced.TryAdd(c.Target, recorded);
                    break;
                default:
                    held.Push(replaced.TryGetValue(recorded.Id, out var by)
                        ? new(recorded.Id, ((ICorrection<TFact>)by.Fact).Replacement, by.Id, recorded.Version)
                        : new(recorded.Id, recorded.Fact, null, recorded.Version));
                    break;
            }
        }

        return [.. held];
    }
}
