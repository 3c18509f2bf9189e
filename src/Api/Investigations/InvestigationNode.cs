using GraphQL;
using GraphQL.DataLoader;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.History;
using LicenseTracker.Api.Licenses;
using LicenseTracker.Api.Reading;
using LicenseTracker.Api.Schema.Loading;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Investigations;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.History;
using Npgsql;

namespace LicenseTracker.Api.Investigations;

/// <summary>A board's investigation of a license: shown to registrars and auditors alone, and never a reason of a verdict.</summary>
public sealed class InvestigationNode : INode
{
    public const string Type = "Investigation";

    private readonly IReadOnlyList<StoredFact> facts;
    private readonly Investigation investigation;

    private InvestigationNode(IReadOnlyList<StoredFact> facts)
    {
        this.facts = facts;
        investigation = new(
            new(facts[0].Stream), new([.. facts.Select(f => new Recorded<InvestigationFact>(new(f.Id), f.Version, f.RecordedAt, (InvestigationFact)f.Fact()))]));
    }

    private InvestigationOpened Opened => investigation.Opened!;

    /// <summary>The investigation's id.</summary>
    public RelayId Id => new(Type, investigation.Id.Value);

    /// <summary>The license that is investigated.</summary>
    public IDataLoaderResult<LicenseNode> License([FromServices] CardLoader cards) =>
        cards.Load(Opened.TherapistId.Value).Then(card => new LicenseNode(card!, Opened.LicenseId));

    /// <summary>The day it was opened.</summary>
    public DateOnly OpenedOn => Opened.OpenedOn;

    /// <summary>The day it was closed; null: it is open.</summary>
    public DateOnly? ClosedOn => investigation.Closed?.ClosedOn;

    /// <summary>The note made when it was opened.</summary>
    public IDataLoaderResult<string?> Note([FromServices] IPersonalReader personal, [FromServices] DataKeyLoader keys) => Text(personal, keys, 0, Opened.Note);

    /// <summary>The note made when it was closed.</summary>
    public IDataLoaderResult<string?> ClosingNote([FromServices] IPersonalReader personal, [FromServices] DataKeyLoader keys) =>
        Text(personal, keys, facts.Count - 1, investigation.Closed?.Note ?? Personal.None);

    /// <summary>Version of its record; closing it carries the version that was read.</summary>
    public long Version => investigation.Version;

    /// <summary>The investigations among these facts, oldest first; of one license where one is given.</summary>
    internal static IReadOnlyList<InvestigationNode> Of(IEnumerable<StoredFact> facts, LicenseId? license = null) =>
        [.. facts.GroupBy(f => f.Stream).Select(g => new InvestigationNode([.. g])).Where(n => license is null || n.Opened.LicenseId == license)];

    private IDataLoaderResult<string?> Text(IPersonalReader personal, DataKeyLoader keys, int at, Personal note) => note.IsNone
        ? LoadedValues.Ready<string?>(null)
        : keys.Load(Opened.TherapistId.Value).Then(async (_, cancellation) => await personal.OpenAsync(
            Opened.TherapistId, new(facts[at].Name, facts[at].Stream, facts[at].Id, "note"), note, cancellation));
}

/// <summary>Finds investigations by their ids, for those who may see them.</summary>
public sealed class InvestigationNodes(NpgsqlDataSource database) : INodeLoader
{
    public string Type => InvestigationNode.Type;

    public async Task<IReadOnlyDictionary<RelayId, INode>> LoadAsync(IReadOnlyCollection<RelayId> ids, Caller caller, CancellationToken cancellation) =>
        May.SeeInvestigations(caller)
            ? InvestigationNode.Of(await FactReader.OfStreamsAsync(database, ids.Select(id => id.Value), cancellation)).ToDictionary(n => n.Id, INode (n) => n)
            : new Dictionary<RelayId, INode>();
}
