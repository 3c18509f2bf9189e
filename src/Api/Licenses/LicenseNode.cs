using GraphQL;
using GraphQL.DataLoader;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.History;
using LicenseTracker.Api.Investigations;
using LicenseTracker.Api.Reading;
using LicenseTracker.Api.Schema.Errors;
using LicenseTracker.Api.Schema.Loading;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Therapists;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Projections.Cards;

namespace LicenseTracker.Api.Licenses;

/// <summary>One credential of one therapist in one jurisdiction.</summary>
/// <param name="card">The therapist's card.</param>
/// <param name="id">The license.</param>
/// <param name="atVersion">The version it is shown at; null: the newest. A mutation's answer shows the version it made.</param>
public sealed class LicenseNode(Card card, LicenseId id, long? atVersion = null) : INode
{
    public const string Type = "License";

    private readonly License license = new(id, card.Log<LicenseFact>(id.Value)!.AtVersion(atVersion));

    /// <summary>The grant says what the license is, even when it was voided.</summary>
    private LicenseGranted Grant => license.Log.Facts.Select(f => f.Fact).OfType<LicenseGranted>().First();

    private LicenseTimeline? Known => license.KnownAt(null);

    /// <summary>The license's id.</summary>
    public RelayId Id => new(Type, id.Value);

    /// <summary>Its number today, as the board writes it.</summary>
    public string Number([FromServices] TimeProvider clock) => Known?.NumberOn(Today(clock)) ?? Grant.Number;

    /// <summary>Where it authorises practice.</summary>
    public Jurisdiction Jurisdiction => Known?.Jurisdiction ?? Grant.Jurisdiction;

    /// <summary>For what profession.</summary>
    public Profession Profession => Known?.Profession ?? Grant.Profession;

    /// <summary>Whose license it is.</summary>
    public TherapistNode Therapist => new(card);

    /// <summary>What the license is on a date, with all reasons.</summary>
    /// <param name="on">Default: today in the jurisdiction.</param>
    /// <param name="knownAt">Judge by what was known then; default: by everything recorded.</param>
    public StandingOnDateNode Standing([FromServices] TimeProvider clock, DateOnly? on, DateTimeOffset? knownAt) =>
        StandingOnDateNode.Of(card, license.KnownAt(KnownAt.Checked(knownAt, clock)), on ?? Today(clock));

    /// <summary>The intervals in which it authorises practice, by first day.</summary>
    public IReadOnlyList<TermNode> Terms => TermNode.Of(card, Known);

    /// <summary>Every adverse action that was not voided, by effective date.</summary>
    public IReadOnlyList<EncumbranceNode> Encumbrances => EncumbranceNode.Of(card, license, Known);

    /// <summary>The license as it was on a date, as known at an instant or as on record at a version; null when it was not known then.</summary>
    /// <param name="on">Default: today in the jurisdiction.</param>
    /// <param name="knownAt">By what was known then; not together with version.</param>
    /// <param name="version">By the first facts of its record, up to this one; null is answered where it has not come so far.</param>
    public LicenseSnapshot? AsOf([FromServices] TimeProvider clock, DateOnly? on, DateTimeOffset? knownAt, long? version)
    {
        if (knownAt is not null && version is not null)
            throw new InvalidInputError("Give knownAt or version, not both: each says by itself which facts count.");
        if (version > license.Version)
            return null;
        var past = license with { Log = license.Log.KnownAt(KnownAt.Checked(knownAt, clock)).AtVersion(version) };
        return past.KnownAt(null) is { } known ? new(card, past, known, on ?? Today(clock), knownAt) : null;
    }

    /// <summary>The last day on which a source, a roster or a registrar's own look at the board's, said what the record then said; null: none has.</summary>
    /// <param name="knownAt">By what was known then; default: by everything recorded.</param>
    public IDataLoaderResult<DateOnly?> VerifiedOn([FromServices] SightingLoader sightings, [FromServices] TimeProvider clock, DateTimeOffset? knownAt)
    {
        var instant = KnownAt.Checked(knownAt, clock);
        var looked = license.KnownAt(instant)?.CheckedOn;
        return sightings.Load((id.Value, instant)).Then(seen => seen is { Day: var day } && !(looked > day) ? day : looked);
    }

    /// <summary>Every fact of the license, in the order recorded.</summary>
    /// <param name="filter">Which facts; absent: all.</param>
    public IDataLoaderResult<Connection<HistoryEntryNode>> History(
        [FromServices] HistoryLoader history, Caller caller, HistoryFilter? filter, int? first, string? after, int? last, string? before) =>
        history.OfStream(card, id.Value, caller, filter, (first, after, last, before));

    /// <summary>The board's investigations of the license. They never affect a standing or a verdict; who may not see them sees none.</summary>
    public IDataLoaderResult<IReadOnlyList<InvestigationNode>> Investigations(Caller caller, [FromServices] FactsLoader facts) =>
        May.SeeInvestigations(caller)
            ? facts.Load(new(card.Id.Value, Investigations: true)).Then(found => InvestigationNode.Of(found ?? [], id))
            : LoadedValues.Ready<IReadOnlyList<InvestigationNode>>([]);

    /// <summary>Version of the license's record; a change carries the version it was decided on.</summary>
    public long Version => license.Version;

    /// <summary>The encumbrance that a fact of this license is about.</summary>
    internal EncumbranceNode? EncumbranceOf(FactId fact)
    {
        var recorded = license.Log.Facts.First(f => f.Id == fact).Fact;
        return Known?.Encumbrances.FirstOrDefault(e => e.Id == Domain.Licenses.Encumbrances.IdOf(recorded)) is { } found ? new(card, license, found) : null;
    }

    private DateOnly Today(TimeProvider clock) => JurisdictionInfo.Of(Jurisdiction).DateAt(clock.GetUtcNow());
}
