using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Domain.Rosters;

/// <summary>The record as it becomes while a row is worked through: each fact passes the rules of its own command and is then counted in.</summary>
internal sealed class RosterDraft(KnownPerson? person, KnownLicense? license)
{
    private readonly List<TherapistFact> therapistFacts = [];
    private readonly List<LicenseFact> licenseFacts = [];
    private readonly List<ReviewItem> reviews = [];
    private readonly List<Refusal> refusals = [];
    private readonly List<Refusal> warnings = [];

    public KnownPerson? Person { get; private set; } = person;

    public KnownLicense? License { get; private set; } = license;

    public bool IsRefused => refusals.Count > 0;

    /// <summary>Whether anything of the license was recorded so far.</summary>
    public bool HasRecorded => licenseFacts.Count > 0;

    public LicenseTimeline? Timeline => License?.License.KnownAt(null);

    /// <summary>
    /// The first day on which what a source says without a date may have been so: the day after it last said what the record says, else
    /// the day of the grant. Null: not before the day on which it was read.
    /// </summary>
    public DateOnly? PossiblySince(DateOnly readOn)
    {
        var granted = Timeline!.GrantedOn;
        var since = License!.AgreedOn is { } agreed && agreed < readOn && agreed >= granted ? agreed.AddDays(1) : granted;
        return since < readOn ? since : null;
    }

    public void Refuse(params IEnumerable<Refusal> because) => refusals.AddRange(because);

    public void Review(Refusal why, string? onRecord = null, string? inSource = null) => reviews.Add(new(why, onRecord, inSource));

    public void Register(TherapistId id, Decision<TherapistFact> decision, RosterPerson given) =>
        Take(decision, fact => Person = new(Evolve(Therapist.Empty(id), fact), [given.Name], given.BirthDate, PersonContact.None));

    public void Record(TherapistFact fact, Func<KnownPerson, KnownPerson>? known = null) => Take(
        TherapistRules.Decide(Person!.Therapist, fact),
        f => Person = (known?.Invoke(Person) ?? Person) with { Therapist = Evolve(Person.Therapist, f) });

    public void Grant(LicenseId id, Decision<LicenseFact> decision) => Take(decision, fact => License = new(Evolve(Licenses.License.Empty(id), fact), null));

    public void Record(LicenseFact fact, PersonName? ownName = null)
    {
        var decision = LicenseRules.Decide(License!.License, fact);
        if (decision.Warnings.Any(w => w.Code == LicenseRules.ContradictsSameDate.Code))
            Review(fact is LicenseNumberChanged ? Rosters.Review.NumberSameDay : Rosters.Review.SameDayContradiction, null, fact.EffectiveOn!.Value.Iso());
        else
            Take(decision, f => License = License with { License = Evolve(License.License, f), OwnName = ownName ?? License.OwnName });
    }

    public Reconciliation Result(RosterRow row, bool isNew)
    {
        if (IsRefused)
            return Reconciliation.Refused(refusals);
        var verdict = isNew ? Verdict.Accepted
            : therapistFacts.Count + licenseFacts.Count > 0 ? Verdict.Changed
            : reviews.Count > 0 ? Verdict.Review
            : Verdict.Unchanged;
        return new(verdict, [.. therapistFacts], [.. licenseFacts], [.. reviews.Select(r => r with { Since = DoubtfulSince(row) })], [], [.. warnings], Person, License);
    }

    /// <summary>From which day a contradiction may be so: since the source last said otherwise, and at the latest when it says that the license has ended.</summary>
    private DateOnly DoubtfulSince(RosterRow row)
    {
        var since = PossiblySince(row.RetrievedOn) ?? row.RetrievedOn;
        return row.ExpiresOn < since ? row.ExpiresOn.AddDays(1) : since;
    }

    private void Take(Decision<TherapistFact> decision, Action<TherapistFact> apply) => Take(decision, therapistFacts, apply);

    private void Take(Decision<LicenseFact> decision, Action<LicenseFact> apply) => Take(decision, licenseFacts, apply);

    private void Take<TFact>(Decision<TFact> decision, List<TFact> facts, Action<TFact> apply)
        where TFact : class
    {
        refusals.AddRange(decision.Refusals);
        warnings.AddRange(decision.Warnings);
        facts.AddRange(decision.Facts);
        foreach (var fact in decision.Facts)
            apply(fact);
    }

    private static Therapist Evolve(Therapist therapist, TherapistFact fact) => therapist.Evolve(Next(therapist.Log, fact));

    private static License Evolve(License license, LicenseFact fact) => license.Evolve(Next(license.Log, fact));

    /// <summary>Not yet recorded, so its id and time are placeholders; only its place in the log counts.</summary>
    private static Recorded<TFact> Next<TFact>(FactLog<TFact> log, TFact fact)
        where TFact : class, IFact
    {
        var version = log.Version + 1;
        return new(new(new Guid((int)version, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)), version, log.Facts.IsEmpty ? DateTimeOffset.MinValue : log.Facts[^1].RecordedAt, fact);
    }
}
