using GraphQL;
using GraphQL.DataLoader;
using LicenseTracker.Api.Reading;
using LicenseTracker.Api.Schema.Loading;
using LicenseTracker.Api.Therapists;
using LicenseTracker.Projections.Therapists;

namespace LicenseTracker.Api.Rosters;

/// <summary>Two therapists on record who may be one person.</summary>
public sealed class PossibleDuplicateNode(PossibleDuplicate pair)
{
    /// <summary>Why they may be one.</summary>
    public IReadOnlyList<DuplicateReason> Reasons => pair.Reasons;

    /// <summary>The one that came on record first.</summary>
    public IDataLoaderResult<TherapistNode> First([FromServices] CardLoader cards) => cards.Load(pair.First).Then(card => new TherapistNode(card!));

    /// <summary>The other one.</summary>
    public IDataLoaderResult<TherapistNode> Second([FromServices] CardLoader cards) => cards.Load(pair.Second).Then(card => new TherapistNode(card!));
}
