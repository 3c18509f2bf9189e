namespace LicenseTracker.Domain.Licenses;

/// <summary>One credential of one therapist in one jurisdiction: everything ever recorded about it.</summary>
public sealed record License(LicenseId Id, FactLog<LicenseFact> Log)
{
    public long Version => Log.Version;

    public static License Empty(LicenseId id) => new(id, FactLog<LicenseFact>.Empty);

    public License Evolve(Recorded<LicenseFact> fact) => this with { Log = Log.Add(fact) };

    /// <summary>The license as known at an instant (null: as known now); null when no grant was known or its grant is voided.</summary>
    public LicenseTimeline? KnownAt(DateTimeOffset? instant) => LicenseTimeline.Of(Id, Log.KnownAt(instant).Held());

    /// <summary>The license as it stood at a stream version (null: the newest).</summary>
    public LicenseTimeline? AtVersion(long? version) => LicenseTimeline.Of(Id, Log.AtVersion(version).Held());
}
