namespace LicenseTracker.Domain.Therapists;

/// <summary>One person: everything ever recorded about who she is and how to reach her.</summary>
public sealed record Therapist(TherapistId Id, FactLog<TherapistFact> Log)
{
    public long Version => Log.Version;

    public static Therapist Empty(TherapistId id) => new(id, FactLog<TherapistFact>.Empty);

    public Therapist Evolve(Recorded<TherapistFact> fact) => this with { Log = Log.Add(fact) };

    /// <summary>The person as known at an instant (null: as known now); null when no registration was known or it is voided.</summary>
    public TherapistTimeline? KnownAt(DateTimeOffset? instant) => TherapistTimeline.Of(Id, Log.KnownAt(instant));

    /// <summary>The person as on record at a stream version (null: the newest).</summary>
    public TherapistTimeline? AtVersion(long? version) => TherapistTimeline.Of(Id, Log.AtVersion(version));
}
