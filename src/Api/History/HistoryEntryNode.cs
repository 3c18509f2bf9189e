using System.Text.Json;
using GraphQL;
using GraphQL.DataLoader;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Schema.Loading;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Schema.Types;
using LicenseTracker.Domain;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.History;

namespace LicenseTracker.Api.History;

/// <summary>One recorded fact.</summary>
[ListedAs("History")]
public sealed class HistoryEntryNode(StoredFact stored) : INode
{
    public const string TypeName = "HistoryEntry";

    private readonly IFact fact = stored.Fact();

    internal StoredFact Stored => stored;

    internal IFact Fact => fact;

    /// <summary>The fact's id: name it to void or correct the fact.</summary>
    public RelayId Id => FactIds.Of(stored);

    /// <summary>The fact's stored name, pinned for ever.</summary>
    public string Type => stored.Name;

    /// <summary>One sentence for a person.</summary>
    public string Summary => FactSentence.Of(fact);

    /// <summary>The date from which it holds in law; null for facts without one.</summary>
    public DateOnly? EffectiveOn => fact.EffectiveOn;

    /// <summary>When it became known.</summary>
    public DateTimeOffset RecordedAt => stored.RecordedAt;

    /// <summary>Who recorded it.</summary>
    public IDataLoaderResult<Actor> RecordedBy([FromServices] ActorLoader actors)
    {
        var role = RoleOf(stored.Beside.Role);
        return actors.Load(stored.Actor).Then(name => new Actor(name ?? stored.Actor, role));
    }

    /// <summary>The file and row it came from; null when entered by hand.</summary>
    public Source? Source => stored.Beside.Source is { } s ? new(s.Name, s.File, s.Sha256, s.Row, s.RetrievedAt) : null;

    /// <summary>Its place among all facts of the store; not gapless.</summary>
    public long Sequence => stored.Sequence;

    /// <summary>Its place in its own record, from 1.</summary>
    public long StreamVersion => stored.Version;

    /// <summary>Everything it says; correctFact takes it back in this form. Personal texts are in clear for those who may see them, else null; erased ones are null for everybody.</summary>
    public IDataLoaderResult<JsonElement> Data(Caller caller, [FromServices] FactDataLoader data) =>
        data.Load(stored, fact, open: stored.Beside.Therapist is { } therapist && May.SeePersonalData(caller, new(therapist)));

    /// <summary>The corrections and voids that name this fact, in the order recorded.</summary>
    public IDataLoaderResult<IReadOnlyList<HistoryEntryNode>> CorrectedBy([FromServices] CorrectionLoader corrections) =>
        corrections.Load(stored.Stream).Then(found =>
            (IReadOnlyList<HistoryEntryNode>)[.. (found ?? []).Where(c => TargetOf(c.fact)?.Value == stored.Id)]);

    /// <summary>A role as it is stored beside a fact.</summary>
    internal static Role RoleOf(string stored) => Enum.Parse<Role>(stored.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    /// <summary>The fact that a correction or void names; null for any other fact.</summary>
    internal static FactId? TargetOf(IFact fact) => fact switch
    {
        IVoid v => v.Target,
        ICorrection<IFact> c => c.Target,
        _ => null,
    };
}

/// <summary>Who did something.</summary>
/// <param name="Name">What they are called; their id where no name is known any more.</param>
/// <param name="Role">Their role when they did it.</param>
public sealed record Actor(string Name, Role Role);

/// <summary>Where an imported fact came from.</summary>
/// <param name="Name">The import profile.</param>
/// <param name="File">The file's name.</param>
/// <param name="Sha256">Hash of the whole file, hexadecimal.</param>
/// <param name="Row">Data row, from 1.</param>
/// <param name="RetrievedAt">When the file was read.</param>
public sealed record Source(string Name, string? File, string? Sha256, long? Row, DateTimeOffset? RetrievedAt);
