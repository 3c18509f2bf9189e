using GraphQL;
using GraphQL.DataLoader;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.History;
using LicenseTracker.Api.Schema.Loading;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Projections.Rosters;
using Npgsql;

namespace LicenseTracker.Api.Rosters;

/// <summary>One import of a regulator's roster.</summary>
public sealed class RosterImportNode(RosterImportRow row) : INode
{
    public const string Type = "RosterImport";

    /// <summary>The import's id.</summary>
    public RelayId Id => new(Type, row.Id);

    /// <summary>The id that the import printed, and that its facts carry as their correlation.</summary>
    public string ImportId => row.Id.ToString();

    /// <summary>How the file was read.</summary>
    public string Profile => row.Profile;

    /// <summary>Whose roster it is.</summary>
    public Jurisdiction Jurisdiction => Enum.Parse<Jurisdiction>(row.Jurisdiction);

    /// <summary>The file's name.</summary>
    public string File => row.File;

    /// <summary>Hash of the whole file, lower-case hexadecimal.</summary>
    public string Sha256 => row.Sha256;

    /// <summary>When the source said what the file says.</summary>
    public DateTimeOffset RetrievedAt => row.RetrievedAt;

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt => row.StartedAt;

    /// <summary>When it ended; null: it runs, or was interrupted.</summary>
    public DateTimeOffset? FinishedAt => row.FinishedAt;

    /// <summary>Who gave the order.</summary>
    public IDataLoaderResult<Actor> OrderedBy([FromServices] ActorLoader actors) =>
        actors.Load(row.Actor).Then(name => new Actor(name ?? row.Actor, Role.Registrar));

    /// <summary>How many rows it has read.</summary>
    public long Rows => row.Accepted + row.Changed + row.Unchanged + row.Review + row.Refused;

    /// <summary>Rows that brought a new license on record.</summary>
    public long Accepted => row.Accepted;

    /// <summary>Rows that brought facts by difference.</summary>
    public long Changed => row.Changed;

    /// <summary>Rows that say what the record says.</summary>
    public long Unchanged => row.Unchanged;

    /// <summary>Rows of which nothing was recorded, because a person must look.</summary>
    public long Review => row.Review;

    /// <summary>Rows of which nothing was recorded, because they cannot be right.</summary>
    public long Refused => row.Refused;

    /// <summary>The facts recorded.</summary>
    public long Facts => row.Facts;
}

/// <summary>Reads imports in one statement.</summary>
public sealed class RosterImportLoader(NpgsqlDataSource database) : BatchLoader<Guid, RosterImportNode>
{
    protected override async Task<IReadOnlyDictionary<Guid, RosterImportNode>> ReadAsync(IReadOnlyCollection<Guid> keys, CancellationToken cancellation) =>
        (await RosterRows.ImportsAsync(database, keys, cancellation)).ToDictionary(r => r.Id, r => new RosterImportNode(r));
}

/// <summary>Finds imports by their ids, for those who may see them.</summary>
public sealed class RosterImportNodes(NpgsqlDataSource database) : INodeLoader
{
    public string Type => RosterImportNode.Type;

    public async Task<IReadOnlyDictionary<RelayId, INode>> LoadAsync(IReadOnlyCollection<RelayId> ids, Caller caller, CancellationToken cancellation) =>
        May.SeeRosterImports(caller)
            ? (await RosterRows.ImportsAsync(database, ids.Select(id => id.Value), cancellation)).Select(r => new RosterImportNode(r)).ToDictionary(n => n.Id, INode (n) => n)
            : new Dictionary<RelayId, INode>();
}
