namespace LicenseTracker.Domain;

/// <summary>Something that became known. It is for ever: no derived totals, no recorded-at time (the store stamps it).</summary>
public interface IFact
{
    /// <summary>The date from which it holds in law, in the jurisdiction's own zone; null for facts without one.</summary>
    DateOnly? EffectiveOn { get; }

    /// <summary>The same fact with every personal field passed through <paramref name="seal"/>.</summary>
    IFact MapPersonal(Seal seal);
}

/// <summary>A full replacement of an earlier fact of the same stream and type.</summary>
public interface ICorrection<out TFact>
    where TFact : class, IFact
{
    FactId Target { get; }

    TFact Replacement { get; }
}

/// <summary>Says that an earlier fact of the same stream never held.</summary>
public interface IVoid
{
    FactId Target { get; }
}

/// <summary>A fact as the store holds it.</summary>
/// <param name="Version">Its place in its stream, from 1.</param>
/// <param name="RecordedAt">When we learnt it (UTC, microseconds).</param>
public sealed record Recorded<TFact>(FactId Id, long Version, DateTimeOffset RecordedAt, TFact Fact)
    where TFact : class, IFact;
