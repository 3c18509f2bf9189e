using GraphQL;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Reading;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Certifications;
using LicenseTracker.Domain.Conditions;
using LicenseTracker.Projections.Cards;
using Npgsql;

namespace LicenseTracker.Api.Certifications;

/// <summary>A modality credential or training with its issuer and dates.</summary>
public sealed class CertificationNode(Card card, CertificationId id, long? atVersion = null) : INode
{
    public const string Type = "Certification";

    private readonly FactLog<CertificationFact> log = card.Log<CertificationFact>(id.Value)!.AtVersion(atVersion);

    private CertificationTimeline? Known => new Certification(id, log).KnownAt(null);

    /// <summary>The grant says what it is, even when it was voided.</summary>
    private CertificationGranted Grant => log.Facts.Select(f => f.Fact).OfType<CertificationGranted>().First();

    /// <summary>The certification's id.</summary>
    public RelayId Id => new(Type, id.Value);

    /// <summary>Its id in the training catalogue, or the clinic's own name for it.</summary>
    public string Certification => Known?.Certification ?? Grant.Certification;

    /// <summary>What it is called.</summary>
    public string Name([FromServices] ConditionCatalogue catalogue) => catalogue.Training(Certification)?.Name ?? Certification;

    /// <summary>Who granted it.</summary>
    public string Issuer => Known?.Issuer ?? Grant.Issuer;

    /// <summary>The issuer's number for it.</summary>
    public string? Number => Known is { } known ? known.Number : Grant.Number;

    /// <summary>Its first day.</summary>
    public DateOnly IssuedOn => Known?.IssuedOn ?? Grant.IssuedOn;

    /// <summary>Its last day; null: it does not expire.</summary>
    public DateOnly? ExpiresOn => Known is { } known ? known.ExpiresOn : Grant.ExpiresOn;

    /// <summary>What it is today. A voided grant counts as revoked.</summary>
    public CertificationStatus Status([FromServices] TimeProvider clock) =>
        Known?.StatusOn(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)) ?? CertificationStatus.Revoked;

    /// <summary>Version of its record; a change carries the version it was decided on.</summary>
    public long Version => log.Version;
}

/// <summary>Finds certifications by their ids.</summary>
public sealed class CertificationNodes(NpgsqlDataSource database) : INodeLoader
{
    public string Type => CertificationNode.Type;

    public async Task<IReadOnlyDictionary<RelayId, INode>> LoadAsync(IReadOnlyCollection<RelayId> ids, Caller caller, CancellationToken cancellation)
    {
        var cards = await StreamsOnCards.CardsOfAsync(database, [.. ids.Select(id => id.Value)], cancellation);
        return ids
            .Where(id => cards.TryGetValue(id.Value, out var card) && card.Log<CertificationFact>(id.Value) is not null && May.SeeTherapist(caller, card.Id))
            .ToDictionary(id => id, INode (id) => new CertificationNode(cards[id.Value], new(id.Value)));
    }
}
