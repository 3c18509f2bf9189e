using System.Collections.Immutable;
using LicenseTracker.Domain.Certifications;
using LicenseTracker.Domain.Compliance;
using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Policies;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Eligibility;

/// <summary>A question with everything read once, so that it can be judged on many dates: timelines, client facts, conditions, techniques.</summary>
internal sealed class Case
{
    private readonly PolicyTimeline _policies;
    private readonly Dictionary<LicenseId, CycleJudge?> _education = [];
    private readonly ImmutableDictionary<LicenseId, DateOnly> _seenInRosters;

    public Case(
        EligibilityQuestion question, EligibilityCard? card, ConditionCatalogue catalogue, PolicyTimeline policies, Func<Jurisdiction, KnownRuleBook> books,
        Func<Jurisdiction, JurisdictionInfo> jurisdictions)
    {
        (Question, Catalogue, _policies, Books, Jurisdictions) = (question, catalogue, policies, books, jurisdictions);
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
        Education = CeRecord.KnownAt(question.TherapistId, known?.Credits ?? [], known?.Exemptions ?? [], Certifications, catalogue, question.KnownAt);
        ClientFacts = ClientFacts.Read(question, catalogue);
        Asked = AskedConditions.Read(question, catalogue);
    }

    public EligibilityQuestion Question { get; }

    public ConditionCatalogue Catalogue { get; }

    /// <summary>The rule book of a state, for massage therapists only.</summary>
    public Func<Jurisdiction, KnownRuleBook> Books { get; }

    public Func<Jurisdiction, JurisdictionInfo> Jurisdictions { get; }

    /// <summary>Whether the therapist is on record, as far as the question may know.</summary>
    public bool IsTherapistKnown { get; }

    public ImmutableArray<LicenseTimeline> Licenses { get; }

    public ImmutableArray<CertificationTimeline> Certifications { get; }

    /// <summary>What continuing education rests on.</summary>
    public CeRecord Education { get; }

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

        // On other dates only what may change the verdict is asked for.
        if (date == Question.On || policy.Content.CeNotOnTrack == PolicyEffect.Block)
            ContinuingEducationJudgement.On(this, policy, date, findings);
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
        var education = _policies.Policies.Any(p => p.Content.CeNotOnTrack == PolicyEffect.Block) ? ContinuingEducationJudgement.Breakpoints(this) : [];
        var regulation = BookFor(Question.Jurisdiction) is { } known
            ? known.Book.Versions.SelectMany(v => v.Effective.Edges)
                .Concat(Licenses.Where(l => l.Jurisdiction == Question.Jurisdiction).SelectMany(l => AfterExpiry.Breakpoints(known.Book, l)))
            : [];
        return records.Concat(education).Concat(regulation).Concat(compact).Concat(ticking).Concat(ownFigures).Concat(_policies.Breakpoints).Concat(Contradictions.Select(c => c.Since).OfType<DateOnly>());
    }

    /// <summary>The book of the state asked about, in the version whose days hold a date; null: it has none for this profession on that day.</summary>
    public RuleBookReference? RuleBookOn(DateOnly date) =>
        BookFor(Question.Jurisdiction) is { } known && known.Book.VersionOn(date) is { } version
            ? new(Question.Jurisdiction, version.Id, known.AdoptedLater)
            : null;

    /// <summary>The book of a state; null: it is for another profession.</summary>
    public KnownRuleBook? BookFor(Jurisdiction jurisdiction) => Books(jurisdiction) is var known && known.Book.Profession == Question.Profession ? known : null;

    /// <summary>
    /// What a license is on a date. Of the state asked about its rule book says what it is once it has expired; what another state makes of that is
    /// not known.
    /// </summary>
    public StandingOnDate StandingOf(LicenseTimeline license, DateOnly date) =>
        license.Jurisdiction == Question.Jurisdiction && license.Profession == Question.Profession && BookFor(license.Jurisdiction) is { } known
            ? AfterExpiry.By(known.Book, license, license.StandingOn(date))
            : license.StandingOn(date);

    /// <summary>The continuing education of a license's cycle; null: there are no rules for its profession.</summary>
    public LicenseCompliance? ComplianceOn(LicenseTimeline license, DateOnly date)
    {
        if (!_education.TryGetValue(license.Id, out var judge))
            _education.Add(license.Id, judge = BookFor(license.Jurisdiction) is { } book ? new(license, Education, book) : null);
        return judge?.On(date);
    }

    /// <summary>All policies that are in force at some time.</summary>
    public IEnumerable<Policy> Policies => _policies.Policies;

    /// <summary>The policy in force on a date.</summary>
    public Policy PolicyOn(DateOnly date) => _policies.On(date);

    /// <summary>The last day on which a source, a roster or a registrar's own look, said of a license what the record then said; null: none did.</summary>
    public DateOnly? VerifiedOn(LicenseTimeline license) =>
        _seenInRosters.TryGetValue(license.Id, out var seen) && !(license.CheckedOn > seen) ? seen : license.CheckedOn;

    /// <summary>What rosters say of a license, against the record, that could take authority away on a date.</summary>
    public IEnumerable<RosterContradiction> ContradictionsOf(LicenseTimeline license, DateOnly date) =>
        Contradictions.Where(c => c.IsAbout(license) && c.CouldTakeAuthorityOn(date));

    /// <summary>The authority of a license on a date by the record and the state's book; unknown where they give some and a roster contradicts it.</summary>
    public Authority AuthorityOn(LicenseTimeline license, DateOnly date)
    {
        var recorded = StandingOf(license, date).Authority;
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
