using System.Collections.Immutable;

namespace LicenseTracker.Domain.Clinics;

/// <summary>One clinic: its name and whom it engages when.</summary>
public sealed record Clinic(ClinicId Id, FactLog<ClinicFact> Log)
{
    public long Version => Log.Version;

    public string? Name => Log.Held().Select(h => h.Fact).OfType<ClinicOpened>().FirstOrDefault()?.Name;

    public static Clinic Empty(ClinicId id) => new(id, FactLog<ClinicFact>.Empty);

    public Clinic Evolve(Recorded<ClinicFact> fact) => this with { Log = Log.Add(fact) };

    /// <summary>The clinic as known at an instant (null: as known now).</summary>
    public Clinic KnownAt(DateTimeOffset? instant) => this with { Log = Log.KnownAt(instant) };

    /// <summary>The therapists who work for the clinic on a date, in the order of their ids.</summary>
    public ImmutableArray<TherapistId> EngagedOn(DateOnly date) =>
    [
        .. Engagements().GroupBy(e => e.Therapist, e => e.Change)
            .Where(g => new Dated<bool>(g).On(date) is { } governing && IsEngaged(governing)).Select(g => g.Key).OrderBy(t => t.Value),
    ];

    /// <summary>Whether one therapist works for the clinic on a date.</summary>
    public bool Engages(TherapistId therapist, DateOnly date) =>
        new Dated<bool>(Engagements().Where(e => e.Therapist == therapist).Select(e => e.Change)).On(date) is { } governing && IsEngaged(governing);

    /// <summary>The intervals in which therapists work for the clinic: from the first day to the day before the second, null: open.</summary>
    public IEnumerable<(TherapistId Therapist, DateOnly From, DateOnly? Until)> Roster() =>
        from changes in Engagements().GroupBy(e => e.Therapist, e => e.Change)
        let periods = new Dated<bool>(changes).Periods
        from i in Enumerable.Range(0, periods.Length)
        where IsEngaged(periods[i]) && (i == 0 || !IsEngaged(periods[i - 1]))
        select (changes.Key, periods[i].Since, periods.Skip(i + 1).Where(p => !IsEngaged(p)).Select(p => (DateOnly?)p.Since).FirstOrDefault());

    // Engaged and released from one and the same day is not a day of work.
    private static bool IsEngaged(Governing<bool> governing) => !governing.IsConflict && governing.Readings[0];

    private IEnumerable<(TherapistId Therapist, Change<bool> Change)> Engagements()
    {
        foreach (var held in Log.Held())
        {
            if (held.Fact is TherapistEngaged engaged)
                yield return (engaged.TherapistId, new(engaged.EngagedOn, true, held.Evidence, held.Version));
            else if (held.Fact is TherapistReleased released)
                yield return (released.TherapistId, new(released.ReleasedOn, false, held.Evidence, held.Version));
        }
    }
}
