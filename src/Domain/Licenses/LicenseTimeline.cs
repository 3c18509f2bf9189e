using System.Collections.Immutable;
using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Domain.Licenses;

/// <summary>One term with the fact that gave it.</summary>
/// <param name="Condition">What a conditional registration depends on; null: an ordinary term.</param>
/// <param name="Before">The days before it on which terms that nobody recorded may have run; null: none did.</param>
public sealed record LicenseTerm(FactId FactId, Term Term, string? Condition, ImmutableArray<FactId> Evidence, UncertainDays? Before);

/// <summary>A renewal filed with the board.</summary>
public sealed record RenewalFiling(FactId FactId, DateOnly FiledOn, ImmutableArray<FactId> Evidence);

/// <summary>A license as intervals on the effective clock, from the facts known at one instant. It has no current status: every answer is for a date.</summary>
public sealed class LicenseTimeline
{
    private readonly LicenseGranted _grant;

    private LicenseTimeline(LicenseId id, Held<LicenseFact> grant, ImmutableArray<Held<LicenseFact>> held)
    {
        Id = id;
        _grant = (LicenseGranted)grant.Fact;
        GrantFactId = grant.Id;
        GrantEvidence = grant.Evidence;
        var terms = held.Select(TermOf).OfType<LicenseTerm>()
            .OrderBy(t => t.Term.StartsOn).ThenBy(t => t.Term.ExpiresOn).ThenBy(t => t.FactId.Value).ToImmutableArray();
        Terms = [.. terms.Where(t => t.Condition is null)];
        ConditionalTerms = [.. terms.Where(t => t.Condition is not null)];
        Filings =
        [
            .. held.Where(h => h.Fact is LicenseRenewalFiled)
                .Select(h => new RenewalFiling(h.Id, ((LicenseRenewalFiled)h.Fact).FiledOn, h.Evidence)).OrderBy(f => f.FiledOn).ThenBy(f => f.FactId.Value),
        ];
        FilingEnds = [.. held.Select(h => h.Fact).OfType<LicenseRenewalFilingEnded>().Select(f => f.EndedOn).Distinct().Order()];
        Encumbrances = Licenses.Encumbrances.Of(held);
        Inactive = Changes<bool>(held, f => f switch { LicenseInactivated => true, LicenseReactivated => false, _ => null });
        Closed = Changes<bool>(held, f => f switch { LicenseClosed => true, LicenseReopened => false, _ => null });
        PossiblyInactive = Uncertain<LicenseInactivated>(held);
        PossiblyClosed = Uncertain<LicenseClosed>(held);
        CompactAuthority = Changes<bool>(held, f => f switch { CompactAuthorityGranted => true, CompactAuthorityEnded => false, _ => null });
        HomeStates = Changes<Jurisdiction>(held, f => (f as LicenseRelocated)?.HomeState);
        NumberChanges = new(held.Where(h => h.Fact is LicenseNumberChanged)
            .Select(h => new Change<string>(((LicenseNumberChanged)h.Fact).ChangedOn, ((LicenseNumberChanged)h.Fact).Number, h.Evidence, h.Version)));
        Numbers = [.. NumberChanges.Periods.SelectMany(p => p.Readings).Prepend(_grant.Number).Distinct(StringComparer.Ordinal)];
        CheckedOn = held.Select(h => h.Fact).OfType<LicenseVerified>().Select(v => (DateOnly?)v.VerifiedOn).Max();
        Breakpoints = LicenseBreakpoints.Of(this, held);
    }

    public LicenseId Id { get; }

    public TherapistId TherapistId => _grant.TherapistId;

    public Jurisdiction Jurisdiction => _grant.Jurisdiction;

    public Profession Profession => _grant.Profession;

    public DateOnly GrantedOn => _grant.GrantedOn;

    public FactId GrantFactId { get; }

    public ImmutableArray<FactId> GrantEvidence { get; }

    /// <summary>The terms granted and renewed, by first day.</summary>
    public ImmutableArray<LicenseTerm> Terms { get; }

    public ImmutableArray<LicenseTerm> ConditionalTerms { get; }

    public ImmutableArray<RenewalFiling> Filings { get; }

    public ImmutableArray<DateOnly> FilingEnds { get; }

    /// <summary>Every encumbrance that was ever imposed and not voided, by effective date.</summary>
    public ImmutableArray<Encumbrance> Encumbrances { get; }

    public Dated<bool> Inactive { get; }

    public Dated<bool> Closed { get; }

    /// <summary>Days on which the licensee may have been inactive already.</summary>
    public ImmutableArray<UncertainDays> PossiblyInactive { get; }

    /// <summary>Days on which the license may have been closed already.</summary>
    public ImmutableArray<UncertainDays> PossiblyClosed { get; }

    public Dated<bool> CompactAuthority { get; }

    public Dated<Jurisdiction> HomeStates { get; }

    public Dated<string> NumberChanges { get; }

    /// <summary>All its numbers, the first one first.</summary>
    public ImmutableArray<string> Numbers { get; }

    /// <summary>The last day on which a registrar found at the source what the record then said; null: nobody looked.</summary>
    public DateOnly? CheckedOn { get; }

    /// <summary>Every date, sorted, on which an answer about this license may differ from that of the day before.</summary>
    public ImmutableArray<DateOnly> Breakpoints { get; }

    /// <summary>The timeline of the facts that hold; null when no grant is among them.</summary>
    public static LicenseTimeline? Of(LicenseId id, ImmutableArray<Held<LicenseFact>> held) =>
        held.FirstOrDefault(h => h.Fact is LicenseGranted) is { } grant ? new(id, grant, held) : null;

    public StandingOnDate StandingOn(DateOnly date) => LicenseStanding.On(this, date);

    /// <summary>The number on a date; where two contradict each other, the first in order (its standing then says so).</summary>
    public string NumberOn(DateOnly date) => NumberChanges.On(date)?.Readings[0] ?? _grant.Number;

    /// <summary>The state whose block blocks a multistate license everywhere.</summary>
    public Jurisdiction HomeStateOn(DateOnly date) => HomeStates.On(date)?.Readings[0] ?? Jurisdiction;

    /// <summary>Whether it carries authority in the other compact states; not while records contradict each other on that.</summary>
    public bool HasCompactAuthorityOn(DateOnly date) => CompactAuthority.On(date) is { IsConflict: false } governing && governing.Readings[0];

    private static LicenseTerm? TermOf(Held<LicenseFact> held) => held.Fact switch
    {
        LicenseGranted f => new(held.Id, f.Term, null, held.Evidence, UncertainDays.Of(held)),
        LicenseRenewed f => new(held.Id, f.Term, null, held.Evidence, UncertainDays.Of(held)),
        LicenseConditionallyRegistered f => new(held.Id, f.Term, f.Condition, held.Evidence, null),
        _ => null,
    };

    private static ImmutableArray<UncertainDays> Uncertain<TFact>(ImmutableArray<Held<LicenseFact>> held)
        where TFact : LicenseFact => [.. held.Where(h => h.Fact is TFact).Select(UncertainDays.Of).OfType<UncertainDays>()];

    private static Dated<T> Changes<T>(ImmutableArray<Held<LicenseFact>> held, Func<LicenseFact, T?> value)
        where T : struct =>
        new(held.Where(h => value(h.Fact) is not null)
            .Select(h => new Change<T>(h.Fact.EffectiveOn!.Value, value(h.Fact)!.Value, h.Evidence, h.Version)));
}
