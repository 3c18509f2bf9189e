using LicenseTracker.Api.Access;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Eligibility;

namespace LicenseTracker.Api.Conditions;

/// <summary>A medical condition of a client, by catalogue id and ICD-10-CM codes.</summary>
public sealed class ConditionNode(Condition condition) : INode
{
    public const string Type = "Condition";

    /// <summary>The condition's id in the contract.</summary>
    public RelayId Id => new(Type, Guid.Empty, condition.Id);

    /// <summary>Its id in the catalogue: give it as a condition of a question.</summary>
    public string Code => condition.Id;

    /// <summary>What it is called.</summary>
    public string Name => condition.Name;

    /// <summary>Prefixes of the ICD-10-CM codes that mean it.</summary>
    public IReadOnlyList<string> Icd10 => condition.Icd10;

    /// <summary>The source of its rules.</summary>
    public Citation? Citation => condition.Citation;
}

/// <summary>Something about a client that no code holds: one entry of the published list.</summary>
public sealed class ClientFactTypeNode(ClientFactType type)
{
    /// <summary>The name to give it by.</summary>
    public string Id => type.Id;

    /// <summary>What it means.</summary>
    public string Meaning => type.Meaning;

    /// <summary>The unit of a number; null for the others.</summary>
    public string? Unit => type.Unit;

    /// <summary>The values it may take; null for numbers.</summary>
    public IReadOnlyList<string>? Values => type.Values.IsEmpty ? null : type.Values;

    /// <summary>It counts days or weeks and goes on from the day it was observed.</summary>
    public bool Ticks => type.Ticks;
}

/// <summary>Finds conditions by their ids.</summary>
public sealed class ConditionNodes(ConditionCatalogue catalogue) : INodeLoader
{
    public string Type => ConditionNode.Type;

    public Task<IReadOnlyDictionary<RelayId, INode>> LoadAsync(IReadOnlyCollection<RelayId> ids, Caller caller, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<RelayId, INode>>(ids.Select(id => (Id: id, Condition: catalogue.ConditionById(id.Extra)))
            .Where(c => c.Condition is not null).ToDictionary(c => c.Id, INode (c) => new ConditionNode(c.Condition!)));
}
