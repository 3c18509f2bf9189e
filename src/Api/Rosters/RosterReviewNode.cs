using GraphQL;
using GraphQL.DataLoader;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.History;
using LicenseTracker.Api.Importing;
using LicenseTracker.Api.Licenses;
using LicenseTracker.Api.Reading;
using LicenseTracker.Api.Schema.Loading;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Therapists;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Rosters;
using Npgsql;

namespace LicenseTracker.Api.Rosters;

/// <summary>
/// Something a roster says that no fact may follow from without a person. Where it could take authority away, verdicts on the license are
/// undetermined from its finding until it is resolved or settled.
/// </summary>
public sealed class RosterReviewNode(RosterReviewRow row) : INode
{
    public const string Type = "RosterReview";

    /// <summary>The item's id.</summary>
    public RelayId Id => new(Type, row.Id);

    /// <summary>Stable code of what contradicts what, SUBJECT_REASON.</summary>
    public string Code => row.Code;

    /// <summary>What contradicts what, and what to do.</summary>
    public string Message => row.Message;

    /// <summary>The field of the record that it is about.</summary>
    public IReadOnlyList<string> Path => row.Field.Length == 0 ? [] : row.Field.Split('.');

    /// <summary>What the record says; null where that is personal or nothing.</summary>
    public string? OnRecord => row.OnRecord;

    /// <summary>What the source says; null where that is personal or nothing.</summary>
    public string? InSource => row.InSource;

    /// <summary>Whose roster it was.</summary>
    public Jurisdiction Jurisdiction => Enum.Parse<Jurisdiction>(row.Jurisdiction);

    /// <summary>The license it is about; null: about the therapist alone.</summary>
    public IDataLoaderResult<LicenseNode?> License([FromServices] CardLoader cards) => row.License is { } license
        ? cards.Load(row.Therapist).Then(card => card?.Lines.ContainsKey(license) == true ? new LicenseNode(card, new(license)) : null)
        : LoadedValues.Ready<LicenseNode?>(null);

    /// <summary>The therapist it is about.</summary>
    public IDataLoaderResult<TherapistNode?> Therapist([FromServices] CardLoader cards) =>
        cards.Load(row.Therapist).Then(card => card is null ? null : new TherapistNode(card));

    /// <summary>The other therapists on record who may be meant.</summary>
    public IDataLoaderResult<IReadOnlyList<TherapistNode>> OtherTherapists([FromServices] CardLoader cards) =>
        row.Others.Select(cards.Load).Together().Then(found => (IReadOnlyList<TherapistNode>)[.. found.Where(c => c is not null).Select(c => new TherapistNode(c!))]);

    /// <summary>The data row of the file, from 1.</summary>
    public long Row => row.Row;

    /// <summary>The row as it stands in the file, a JSON object of its columns, for those who may see personal data, else null; null after erasure.</summary>
    public IDataLoaderResult<string?> RawRow(Caller caller, [FromServices] IPersonalReader personal, [FromServices] DataKeyLoader keys)
    {
        var therapist = new TherapistId(row.Therapist);
        return !May.SeePersonalData(caller, therapist)
            ? LoadedValues.Ready<string?>(null)
            : keys.Load(row.Therapist).Then(async (_, cancellation) => await personal.OpenAsync(
                therapist, ReviewQueue.RawRowOf(row.Id), Personal.Sealed(row.Raw), cancellation));
    }

    /// <summary>The import that found it first; null where imports can no longer be listed.</summary>
    public IDataLoaderResult<RosterImportNode?> Import([FromServices] RosterImportLoader imports) => imports.Load(row.Import);

    /// <summary>When it was found first.</summary>
    public DateTimeOffset FoundAt => row.FoundAt;

    /// <summary>When a later roster of the same source no longer said it; null: none did. Said again after that, it is a new item.</summary>
    public DateTimeOffset? SettledAt => row.SettledAt;

    /// <summary>What a person decided; null: nobody has.</summary>
    public IDataLoaderResult<RosterReviewResolutionNode?> Resolution([FromServices] EvidenceLoader facts) => row.ResolvedAt is null
        ? LoadedValues.Ready<RosterReviewResolutionNode?>(null)
        : facts.Load((row.Id, 1)).Then(entry => entry is null ? null : new RosterReviewResolutionNode(entry));
}

/// <summary>What a person decided about a review item.</summary>
public sealed class RosterReviewResolutionNode(HistoryEntryNode fact)
{
    /// <summary>When it was decided.</summary>
    public DateTimeOffset ResolvedAt => fact.RecordedAt;

    /// <summary>Who decided it.</summary>
    public IDataLoaderResult<Actor> ResolvedBy([FromServices] ActorLoader actors) => fact.RecordedBy(actors);

    /// <summary>What was decided, and why; null after erasure.</summary>
    public IDataLoaderResult<string?> Note([FromServices] IPersonalReader personal, [FromServices] DataKeyLoader keys)
    {
        var (stored, resolved) = (fact.Stored, (RosterReviewResolved)fact.Fact);
        return keys.Load(resolved.TherapistId.Value).Then(async (_, cancellation) => await personal.OpenAsync(
            resolved.TherapistId, new(stored.Name, stored.Stream, stored.Id, "note"), resolved.Note, cancellation));
    }

    /// <summary>The fact itself, as it stands in history.</summary>
    public HistoryEntryNode Fact => fact;
}

/// <summary>Finds review items by their ids, for those who may see them.</summary>
public sealed class RosterReviewNodes(NpgsqlDataSource database) : INodeLoader
{
    public string Type => RosterReviewNode.Type;

    public async Task<IReadOnlyDictionary<RelayId, INode>> LoadAsync(IReadOnlyCollection<RelayId> ids, Caller caller, CancellationToken cancellation) =>
        May.SeeRosterReviews(caller)
            ? (await RosterRows.ReviewsAsync(database, ids.Select(id => id.Value), cancellation)).Select(r => new RosterReviewNode(r)).ToDictionary(n => n.Id, INode (n) => n)
            : new Dictionary<RelayId, INode>();
}
