using System.Collections.Immutable;
using LicenseTracker.Domain.Certifications;
using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Policies;
using LicenseTracker.Domain.Rosters;

namespace LicenseTracker.Domain.Eligibility;

/// <summary>A question with everything read once, so that it can be judged on many dates: timelines, client facts, conditions, techniques.</summary>
internal sealed class Case
{
    private readonly PolicyTimeline _policies;
    private readonly ImmutableDictionary<LicenseId, DateOnly> _seenInRosters;

    public Case(
        EligibilityQuestion question, EligibilityCard? card, ConditionCatalogue catalogue, PolicyTimeline policies, Func<Jurisdiction, JurisdictionInfo> jurisdictions)
    {
        (Question, Catalogue, _policies, Jurisdictions) = (question, catalogue, policies, jurisdictions);
        IsTherapistKnown = card?.Therapist?.KnownAt(question.KnownAt) is not null;
        // What hangs on a registration that was voided, or not yet known, is nobody's.
        var known = IsTherapistKnown ? card : null;
        _seenInRosters = known?.SeenInRosters ?? ImmutableDictionary<LicenseId, DateOnly>.Empty;
        Contradictions = known?.Contradictions ?? [];
        Licenses =
        [
            .. (known?.Licenses ?? []).Select(l => l.KnownAt(question.KnownAt)).OfType<LicenseTimeline>().Where(l => l.TherapistId == question.TherapistId)
                .OrderBy(l => l.Jurisdiction).ThenBy(l => l.Profession).ThenBy(l => l.GrantedOn).ThenBy(l => l.Id.Value),
        ];
        Certifications =
        [
            .. (known?.Certifications ?? []).Select(c => c.KnownAt(question.KnownAt)).OfType<CertificationTimeline>()
                .Where(c => c.TherapistId == question.TherapistId).OrderBy(c => c.Certification, StringComparer.Ordinal).ThenBy(c => c.Id.Value),
        ];
        ClientFacts = ClientFacts.Read(question, catalogue);
        Asked = AskedConditions.Read(question, catalogue);
    }

    public EligibilityQuestion Question { get; }

    public ConditionCatalogue Catalogue { get; }

    public Func<Jurisdiction, JurisdictionInfo> Jurisdictions { get; }

    /// <summary>Whether the therapist is on record, as far as the question may know.</summary>
    public bool IsTherapistKnown { get; }

    public ImmutableArray<LicenseTimeline> Licenses { get; }

    public ImmutableArray<CertificationTimeline> Certifications { get; }

    /// <summary>What rosters said against the record, as far as the question may know.</summary>
    public ImmutableArray<RosterContradiction> Contradictions { get; }

    public ClientFacts ClientFacts { get; }

    public AskedConditions Asked { get; }

    /// <summary>The whole judgement on one date.</summary>
    public Findings On(DateOnly date)
    {
        var policy = PolicyOn(date);
        var findings = new Findings(policy.Reference);
        if (!IsTherapistKnown)
            return Without(date, findings);
        LicenseJudgement.On(this, date, findings);
        DisciplineJudgement.On(this, date, findings);
        ConditionJudgement.On(this, date, findings);
        PolicyJudgement.On(this, policy, date, findings);
        return findings;
    }

    /// <summary>Of an unknown therapist nothing can be judged; what the client's conditions ask of anyone can.</summary>
    private Findings Without(DateOnly date, Findings findings)
    {
        var when = Question.KnownAt is null ? "" : " at that time";
        findings.Add("THERAPIST_UNKNOWN", ReasonOutcome.Unknown, $"No therapist with this id was on record{when}.");
        ConditionJudgement.On(this, date, findings);
        return findings;
    }

    /// <summary>Every date on which the judgement may differ from that of the day before.</summary>
    public IEnumerable<DateOnly> Breakpoints()
    {
        var records = Licenses.SelectMany(l => l.Breakpoints).Concat(Certifications.SelectMany(c => c.Breakpoints));
        var compact = Licenses.Select(l => l.Jurisdiction).Concat(Licenses.SelectMany(l => l.HomeStates.Periods).SelectMany(p => p.Readings))
            .Append(Question.Jurisdiction).Distinct().Select(j => Jurisdictions(j).CompactMemberSince).OfType<DateOnly>();
        var ticking = ClientFacts.Values.Where(v => v.Type.Ticks).SelectMany(v => Catalogue.ComparisonsOf(v.Type).SelectMany(c => c.ChangesOf(v)));
        var ownFigures = ClientFacts.Values.Where(v => v.Type.Ticks).SelectMany(v => _policies.Policies.SelectMany(p => p.OwnComparisons(Catalogue))
            .Where(c => c.Type.Id == v.Type.Id).SelectMany(c => c.ChangesOf(v)));
        return records.Concat(compact).Concat(ticking).Concat(ownFigures).Concat(_policies.Breakpoints).Concat(Contradictions.Select(c => c.Since).OfType<DateOnly>());
    }

    /// <summary>The policy in force on a date.</summary>
    public Policy PolicyOn(DateOnly date) => _policies.On(date);

    /// <summary>The last day on which a source, a roster or a registrar's own look, said of a license what the record then said; null: none did.</summary>
    public DateOnly? VerifiedOn(LicenseTimeline license) =>
        _seenInRosters.TryGetValue(license.Id, out var seen) && !(license.CheckedOn > seen) ? seen : license.CheckedOn;

    /// <summary>What rosters say of a license, against the record, that could take authority away on a date.</summary>
    public IEnumerable<RosterContradiction> ContradictionsOf(LicenseTimeline license, DateOnly date) =>
        Contradictions.Where(c => c.IsAbout(license) && c.CouldTakeAuthorityOn(date));

    /// <summary>The authority of a license on a date by the record; unknown where that gives some and a roster contradicts it.</summary>
    public Authority AuthorityOn(LicenseTimeline license, DateOnly date)
    {
        var recorded = license.StandingOn(date).Authority;
        return recorded > Authority.Unknown && ContradictionsOf(license, date).Any() ? Authority.Unknown : recorded;
    }

    /// <summary>The certification with this id that is held on a date, the first by id if there are several; null: none.</summary>
    public CertificationTimeline? Held(string certification, DateOnly date)
    {
        foreach (var one in Certifications)
        {
            if (one.Certification.Equals(certification, StringComparison.OrdinalIgnoreCase) && one.StatusOn(date) == CertificationStatus.Held)
                return one;
        }

        return null;
    }
}
