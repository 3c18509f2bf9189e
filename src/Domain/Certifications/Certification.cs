using System.Collections.Immutable;

namespace LicenseTracker.Domain.Certifications;

/// <summary>One modality credential or training of one therapist: everything ever recorded about it.</summary>
public sealed record Certification(CertificationId Id, FactLog<CertificationFact> Log)
{
    public long Version => Log.Version;

    public static Certification Empty(CertificationId id) => new(id, FactLog<CertificationFact>.Empty);

    public Certification Evolve(Recorded<CertificationFact> fact) => this with { Log = Log.Add(fact) };

    /// <summary>The certification as known at an instant (null: as known now); null when no grant was known or its grant is voided.</summary>
    public CertificationTimeline? KnownAt(DateTimeOffset? instant) => CertificationTimeline.Of(Id, Log.KnownAt(instant).Held());

    /// <summary>The certification as on record at a stream version (null: the newest).</summary>
    public CertificationTimeline? AtVersion(long? version) => CertificationTimeline.Of(Id, Log.AtVersion(version).Held());
}

/// <summary>What a certification is on a date.</summary>
public enum CertificationStatus
{
    /// <summary>Not held yet: the date lies before its issue.</summary>
    Proposed,

    /// <summary>Held, and in force.</summary>
    Held,

    /// <summary>Its last day has passed.</summary>
    Expired,

    /// <summary>The issuer took it away.</summary>
    Revoked,
}

/// <summary>A certification on the effective clock, from the facts known at one instant.</summary>
public sealed class CertificationTimeline
{
    private readonly CertificationGranted _grant;
    private readonly Dated<DateOnly> _expiries;
    private readonly DateOnly? _revokedOn;

    private CertificationTimeline(CertificationId id, Held<CertificationFact> grant, ImmutableArray<Held<CertificationFact>> held)
    {
        Id = id;
        _grant = (CertificationGranted)grant.Fact;
        GrantFactId = grant.Id;
        Evidence = [.. held.SelectMany(h => h.Evidence)];

        // Without an expiry it holds through the last date there is.
        _expiries = new(held.Where(h => h.Fact is CertificationRenewed).Select(h => (CertificationRenewed)h.Fact)
            .Select(r => new Change<DateOnly>(r.RenewedOn, r.ExpiresOn ?? DateOnly.MaxValue, [], 0)));
        _revokedOn = held.Select(h => h.Fact).OfType<CertificationRevoked>().Select(r => (DateOnly?)r.RevokedOn).Min();
        var last = LastDay(DateOnly.MaxValue);
        ExpiresOn = last == DateOnly.MaxValue ? null : last;
        var expiries = _expiries.Periods.Select(p => p.Readings[0]).Append(_grant.ExpiresOn ?? DateOnly.MaxValue);
        Breakpoints =
        [
            .. expiries.Where(e => e < DateOnly.MaxValue).Select(e => e.AddDays(1)).Concat(held.Select(h => h.Fact.EffectiveOn).OfType<DateOnly>()).Distinct().Order(),
        ];
    }

    public CertificationId Id { get; }

    public FactId GrantFactId { get; }

    public TherapistId TherapistId => _grant.TherapistId;

    /// <summary>Id in the training catalogue, or the clinic's own name for one.</summary>
    public string Certification => _grant.Certification;

    public string Issuer => _grant.Issuer;

    public string? Number => _grant.Number;

    public DateOnly IssuedOn => _grant.IssuedOn;

    /// <summary>Its last day by the latest renewal; null: it does not expire.</summary>
    public DateOnly? ExpiresOn { get; }

    /// <summary>The facts that show it, oldest first.</summary>
    public ImmutableArray<FactId> Evidence { get; }

    /// <summary>Every date, sorted, on which its status may differ from that of the day before.</summary>
    public ImmutableArray<DateOnly> Breakpoints { get; }

    public static CertificationTimeline? Of(CertificationId id, ImmutableArray<Held<CertificationFact>> held) =>
        held.FirstOrDefault(h => h.Fact is CertificationGranted) is { } grant ? new(id, grant, held) : null;

    /// <summary>A revocation is final here: an issuer that gives the credential back grants a new one.</summary>
    public CertificationStatus StatusOn(DateOnly date) =>
        date >= _revokedOn ? CertificationStatus.Revoked
        : date < IssuedOn ? CertificationStatus.Proposed
        : date <= LastDay(date) ? CertificationStatus.Held
        : CertificationStatus.Expired;

    /// <summary>The spans in which it was held, by first day; without a last day it does not end.</summary>
    public IEnumerable<(DateOnly From, DateOnly? To)> Held()
    {
        for (var i = 0; i < Breakpoints.Length; i++)
        {
            if (StatusOn(Breakpoints[i]) == CertificationStatus.Held)
                yield return (Breakpoints[i], i + 1 < Breakpoints.Length ? Breakpoints[i + 1].AddDays(-1) : null);
        }
    }

    /// <summary>The last day by what governs on a date; of renewals of one day that contradict each other, the shorter.</summary>
    private DateOnly LastDay(DateOnly date) => _expiries.On(date)?.Readings[0] ?? _grant.ExpiresOn ?? DateOnly.MaxValue;
}
