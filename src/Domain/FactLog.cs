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

    /// <summary>The facts that hold: voided ones are gone, corrected ones carry their latest replacement.</summary>
    public ImmutableArray<Held<TFact>> Held()
    {
        var voided = Voided();
        var replaced = new Dictionary<FactId, Recorded<TFact>>();
        foreach (var recorded in Facts)
        {
            if (recorded.Fact is ICorrection<TFact> c && !voided.Contains(recorded.Id))
                replaced[c.Target] = recorded;
        }

        return
        [
            .. Facts.Where(f => f.Fact is not (IVoid or ICorrection<TFact>) && !voided.Contains(f.Id)).Select(f =>
                replaced.TryGetValue(f.Id, out var by)
                    ? new Held<TFact>(f.Id, ((ICorrection<TFact>)by.Fact).Replacement, by.Id, f.Version)
                    : new Held<TFact>(f.Id, f.Fact, null, f.Version)),
        ];
    }

    /// <summary>
    /// The facts that never held. Corrections and voids can be voided themselves, so the log is read from its newest fact back.
    /// </summary>
    public IReadOnlySet<FactId> Voided()
    {
        var voided = new HashSet<FactId>();
        for (var i = Facts.Length - 1; i >= 0; i--)
        {
            if (Facts[i].Fact is IVoid v && !voided.Contains(Facts[i].Id))
                voided.Add(v.Target);
        }

        return voided;
    }
}
