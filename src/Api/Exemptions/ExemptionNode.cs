using GraphQL;
using GraphQL.DataLoader;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.History;
using LicenseTracker.Api.Licenses;
using LicenseTracker.Api.Reading;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Therapists;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Exemptions;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Facts;
using Npgsql;

namespace LicenseTracker.Api.Exemptions;

/// <summary>An exemption from continuing education that a therapist asked a board for, with what the board said.</summary>
/// <param name="card">The therapist's card.</param>
/// <param name="id">The exemption.</param>
/// <param name="atVersion">The version it is shown at; null: the newest. A mutation's answer shows the version it made.</param>
public sealed class ExemptionNode(Card card, ExemptionId id, long? atVersion = null) : INode
{
    public const string Type = "Exemption";

    private readonly FactLog<ExemptionFact> log = card.Log<ExemptionFact>(id.Value)!.AtVersion(atVersion);

    private ExemptionTimeline? Known => new Exemption(id, log).KnownAt(null);

    /// <summary>The request says what it is, even when it was voided.</summary>
    private ExemptionRequested Request => log.Facts.Select(f => f.Fact).OfType<ExemptionRequested>().First();

    /// <summary>The exemption's id.</summary>
    public RelayId Id => new(Type, id.Value);

    /// <summary>Who asked.</summary>
    public TherapistNode Therapist => new(card);

    /// <summary>Whose board was asked.</summary>
    public Jurisdiction Jurisdiction => Request.Jurisdiction;

    /// <summary>The license it is for; null: all of the therapist's in the jurisdiction.</summary>
    public LicenseNode? License => Request.LicenseId is { } license ? new(card, license) : null;

    /// <summary>The requirement's code in the rule book; null: all of them.</summary>
    public string? Requirement => Known is { } known ? known.Requirement : Request.Requirement;

    /// <summary>First day of the time it was asked for.</summary>
    public DateOnly From => Known?.From ?? Request.From;

    /// <summary>Last day of it.</summary>
    public DateOnly To => Known?.To ?? Request.To;

    /// <summary>What the board has said by a date. An exemption whose request was voided counts as revoked.</summary>
    /// <param name="on">Default: today in the jurisdiction.</param>
    /// <param name="knownAt">By what was known then; default: by everything recorded. Null is answered where it was not known then.</param>
    public ExemptionStatus? Status([FromServices] TimeProvider clock, DateOnly? on, DateTimeOffset? knownAt)
    {
        var known = new Exemption(id, log).KnownAt(KnownAt.Checked(knownAt, clock));
        return known?.StatusOn(on ?? JurisdictionInfo.Of(Jurisdiction).DateAt(clock.GetUtcNow())) ?? (knownAt is null ? ExemptionStatus.Revoked : null);
    }

    /// <summary>Why it was asked for; null to a caller who may not see personal data.</summary>
    public IDataLoaderResult<string?> Reason(Caller caller, [FromServices] IPersonalReader personal, [FromServices] DataKeyLoader keys) =>
        SealedTextLoader.Open(card, id.Value, log, Known?.ReasonAt, caller, personal, keys);

    /// <summary>Every fact of the exemption, in the order recorded.</summary>
    /// <param name="filter">Which facts; absent: all.</param>
    public IDataLoaderResult<Connection<HistoryEntryNode>> History(
        [FromServices] HistoryLoader history, Caller caller, HistoryFilter? filter, int? first, string? after, int? last, string? before) =>
        history.OfStream(card, id.Value, caller, filter, (first, after, last, before));

    /// <summary>Version of its record; a change carries the version it was decided on.</summary>
    public long Version => log.Version;
}

/// <summary>Finds exemptions by their ids.</summary>
public sealed class ExemptionNodes(NpgsqlDataSource database) : INodeLoader
{
    public string Type => ExemptionNode.Type;

    public async Task<IReadOnlyDictionary<RelayId, INode>> LoadAsync(IReadOnlyCollection<RelayId> ids, Caller caller, CancellationToken cancellation) =>
        (await StreamsOnCards.VisibleAsync<ExemptionFact>(database, ids, caller, cancellation)).ToDictionary(c => c.Key, INode (c) => new ExemptionNode(c.Value, new(c.Key.Value)));
}
