using GraphQL;
using GraphQL.DataLoader;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Conditions;
using LicenseTracker.Api.History;
using LicenseTracker.Api.Policies;
using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Projections.Cards;

namespace LicenseTracker.Api.Eligibility;

/// <summary>One step of a judgement, satisfied ones too.</summary>
public sealed class ReasonNode(Card? card, Reason reason)
{
    /// <summary>Stable code, SUBJECT_REASON.</summary>
    public string Code => reason.Code;

    /// <summary>What it does to the verdict.</summary>
    public ReasonOutcome Outcome => reason.Outcome;

    /// <summary>One sentence for a person.</summary>
    public string Message => reason.Message;

    /// <summary>Where it stands; null where it follows from the record alone.</summary>
    public Citation? Citation => reason.Citation;

    /// <summary>The facts it rests on, oldest first; none to a caller who may not read the history.</summary>
    public IDataLoaderResult<IReadOnlyList<HistoryEntryNode>> Evidence(Caller caller, [FromServices] EvidenceLoader facts) =>
        facts.LoadMany(card is null || !May.SeeHistory(caller, card.Id) ? [] : [.. reason.Evidence.Select(f => FactIds.FindPlaceOf(card, f)).OfType<(Guid, long)>()]);

    /// <summary>The policy under which it was judged so; null: no decision, but what a license is by itself.</summary>
    public PolicyReferenceNode? Policy => reason.Policy is { } policy ? new(policy) : null;

    /// <summary>The client facts that were not given and would settle it.</summary>
    public IReadOnlyList<ClientFactTypeNode> Needs([FromServices] ConditionCatalogue catalogue) =>
        [.. reason.Needs.Select(catalogue.ClientFactType).OfType<ClientFactType>().Select(t => new ClientFactTypeNode(t))];

    internal static IReadOnlyList<ReasonNode> Of(Card? card, IEnumerable<Reason> reasons) => [.. reasons.Select(r => new ReasonNode(card, r))];
}
