namespace LicenseTracker.Domain.Investigations;

/// <summary>One board investigation of one license. It never touches standing, authority or a verdict.</summary>
public sealed record Investigation(InvestigationId Id, FactLog<InvestigationFact> Log)
{
    public long Version => Log.Version;

    public InvestigationOpened? Opened => Log.Facts.Select(f => f.Fact).OfType<InvestigationOpened>().FirstOrDefault();

    public InvestigationClosed? Closed => Log.Facts.Select(f => f.Fact).OfType<InvestigationClosed>().FirstOrDefault();

    public static Investigation Empty(InvestigationId id) => new(id, FactLog<InvestigationFact>.Empty);

    public Investigation Evolve(Recorded<InvestigationFact> fact) => this with { Log = Log.Add(fact) };

    /// <summary>The investigation as known at an instant (null: as known now).</summary>
    public Investigation KnownAt(DateTimeOffset? instant) => this with { Log = Log.KnownAt(instant) };

    public bool IsOpenOn(DateOnly date) => Opened is { } opened && opened.OpenedOn <= date && !(Closed?.ClosedOn <= date);
}
