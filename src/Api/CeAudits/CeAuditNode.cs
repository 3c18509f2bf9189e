using GraphQL;
using GraphQL.DataLoader;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.History;
using LicenseTracker.Api.Licenses;
using LicenseTracker.Api.Reading;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain;
using LicenseTracker.Domain.CeAudits;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Facts;
using Npgsql;

namespace LicenseTracker.Api.CeAudits;

/// <summary>A board's audit of the continuing education behind a license. It is no discipline.</summary>
/// <param name="card">The therapist's card.</param>
/// <param name="id">The audit.</param>
/// <param name="atVersion">The version it is shown at; null: the newest. A mutation's answer shows the version it made.</param>
public sealed class CeAuditNode(Card card, CeAuditId id, long? atVersion = null) : INode
{
    public const string Type = "CeAudit";

    private readonly FactLog<CeAuditFact> log = card.Log<CeAuditFact>(id.Value)!.AtVersion(atVersion);

    private CeAuditRecord? Known => new CeAudit(id, log).KnownAt(null);

    /// <summary>The opening says what it is, even when it was voided.</summary>
    private CeAuditOpened Opened => Known?.Open ?? log.Facts.Select(f => f.Fact).OfType<CeAuditOpened>().First();

    /// <summary>The audit's id.</summary>
    public RelayId Id => new(Type, id.Value);

    /// <summary>The license whose education is audited.</summary>
    public LicenseNode License => new(card, Opened.LicenseId);

    /// <summary>The day it was opened.</summary>
    public DateOnly OpenedOn => Opened.OpenedOn;

    /// <summary>First day of the time that is audited.</summary>
    public DateOnly PeriodFrom => Opened.PeriodFrom;

    /// <summary>Last day of it.</summary>
    public DateOnly PeriodTo => Opened.PeriodTo;

    /// <summary>The day it was closed; null: no end is known.</summary>
    public DateOnly? ClosedOn => Known?.Close?.ClosedOn;

    /// <summary>What the board found; null: no end is known.</summary>
    public CeAuditOutcome? Outcome => Known?.Close?.Outcome;

    /// <summary>Its opening was voided: there never was such an audit.</summary>
    public bool IsVoided => Known is null;

    /// <summary>The note made when it was opened; null to a caller who may not see personal data.</summary>
    public IDataLoaderResult<string?> Note(Caller caller, [FromServices] IPersonalReader personal, [FromServices] DataKeyLoader keys) =>
        SealedTextLoader.Open(card, id.Value, log, Known?.NoteAt, caller, personal, keys);

    /// <summary>The note made when it was closed; null to a caller who may not see personal data.</summary>
    public IDataLoaderResult<string?> ClosingNote(Caller caller, [FromServices] IPersonalReader personal, [FromServices] DataKeyLoader keys) =>
        SealedTextLoader.Open(card, id.Value, log, Known?.ClosingNoteAt, caller, personal, keys);

    /// <summary>Every fact of the audit, in the order recorded.</summary>
    /// <param name="filter">Which facts; absent: all.</param>
    public IDataLoaderResult<Connection<HistoryEntryNode>> History(
        [FromServices] HistoryLoader history, Caller caller, HistoryFilter? filter, int? first, string? after, int? last, string? before) =>
        history.OfStream(card, id.Value, caller, filter, (first, after, last, before));

    /// <summary>Version of its record; closing it carries the version that was read.</summary>
    public long Version => log.Version;
}

/// <summary>Finds audits by their ids.</summary>
public sealed class CeAuditNodes(NpgsqlDataSource database) : INodeLoader
{
    public string Type => CeAuditNode.Type;

    public async Task<IReadOnlyDictionary<RelayId, INode>> LoadAsync(IReadOnlyCollection<RelayId> ids, Caller caller, CancellationToken cancellation) =>
        (await StreamsOnCards.VisibleAsync<CeAuditFact>(database, ids, caller, cancellation)).ToDictionary(c => c.Key, INode (c) => new CeAuditNode(c.Value, new(c.Key.Value)));
}
