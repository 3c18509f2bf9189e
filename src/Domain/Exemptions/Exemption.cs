using System.Collections.Immutable;
using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Domain.Exemptions;

/// <summary>What a board has said of an exemption by a date. Later ones are stronger where two are of one date.</summary>
public enum ExemptionStatus
{
    /// <summary>Requested and not yet decided.</summary>
    Pending,

    /// <summary>Granted for the time asked for.</summary>
    Approved,

    /// <summary>Not granted.</summary>
    Denied,

    /// <summary>Granted and taken back.</summary>
    Revoked,
}

/// <summary>One exemption of a therapist from continuing education: everything ever recorded about it.</summary>
public sealed record Exemption(ExemptionId Id, FactLog<ExemptionFact> Log)
{
    public long Version => Log.Version;

    public static Exemption Empty(ExemptionId id) => new(id, FactLog<ExemptionFact>.Empty);

    public Exemption Evolve(Recorded<ExemptionFact> fact) => this with { Log = Log.Add(fact) };

    /// <summary>The exemption as known at an instant (null: as known now); null when no request was known or it is voided.</summary>
    public ExemptionTimeline? KnownAt(DateTimeOffset? instant) => ExemptionTimeline.Of(Id, Log.KnownAt(instant).Held());

    /// <summary>The exemption as on record at a version of its stream (null: the newest).</summary>
    public ExemptionTimeline? AtVersion(long? version) => ExemptionTimeline.Of(Id, Log.AtVersion(version).Held());
}

/// <summary>An exemption on the effective clock, from the facts known at one instant.</summary>
public sealed class ExemptionTimeline
{
    private readonly ExemptionRequested _request;
    private readonly Dated<ExemptionStatus> _decisions;

    private ExemptionTimeline(ExemptionId id, Held<ExemptionFact> request, ImmutableArray<Held<ExemptionFact>> held)
    {
        Id = id;
        _request = (ExemptionRequested)request.Fact;
        ReasonAt = PersonalAt.In(request, "reason", _request.Reason);
        Evidence = [.. held.SelectMany(h => h.Evidence)];
        _decisions = new(held.Where(h => h.Fact.EffectiveOn is not null).Select(h =>
            new Change<ExemptionStatus>(h.Fact.EffectiveOn!.Value, StatusOf(h.Fact), h.Evidence, h.Version)));
    }

    public ExemptionId Id { get; }

    public TherapistId TherapistId => _request.TherapistId;

    public Jurisdiction Jurisdiction => _request.Jurisdiction;

    /// <summary>The license it is for; null: all of the therapist's in the jurisdiction.</summary>
    public LicenseId? LicenseId => _request.LicenseId;

    /// <summary>The requirement's code in the rule book; null: all of them.</summary>
    public string? Requirement => _request.Requirement;

    public DateOnly From => _request.From;

    public DateOnly To => _request.To;

    public PersonalAt ReasonAt { get; }

    /// <summary>The facts that show it, oldest first.</summary>
    public ImmutableArray<FactId> Evidence { get; }

    /// <summary>Every date, sorted, on which its status may differ from that of the day before.</summary>
    public ImmutableArray<DateOnly> Breakpoints => [.. _decisions.Dates];

    public static ExemptionTimeline? Of(ExemptionId id, ImmutableArray<Held<ExemptionFact>> held) =>
        held.FirstOrDefault(h => h.Fact is ExemptionRequested) is { } request ? new(id, request, held) : null;

    /// <summary>What the board has said by the date. Of decisions of one date that contradict each other, the less favourable.</summary>
    public ExemptionStatus StatusOn(DateOnly date) => _decisions.On(date)?.Readings[^1] ?? ExemptionStatus.Pending;

    private static ExemptionStatus StatusOf(ExemptionFact fact) => fact switch
    {
        ExemptionApproved => ExemptionStatus.Approved,
        ExemptionDenied => ExemptionStatus.Denied,
        _ => ExemptionStatus.Revoked,
    };
}
