using GraphQL;
using GraphQL.DataLoader;
using LicenseTracker.Api.Clinics;
using LicenseTracker.Api.History;
using LicenseTracker.Api.Schema.Loading;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Policies;
using Npgsql;

namespace LicenseTracker.Api.Policies;

/// <summary>A policy in one version, with all that it asks for.</summary>
public sealed class PolicyNode(Policy policy, Adoption? adoption, DateOnly? through)
{
    /// <summary>What it is called.</summary>
    public string Name => policy.Reference.Name;

    /// <summary>The version of the clinic's policy record whose fact says it; of the default policy its own.</summary>
    public string Version => policy.Reference.Version;

    /// <summary>Whose it is; null: the default policy.</summary>
    public IDataLoaderResult<ClinicNode?> Clinic([FromServices] ClinicLoader clinics) => clinics.OfPolicy(policy.Reference);

    /// <summary>From which day it is in force; null: from ever.</summary>
    public DateOnly? EffectiveFrom => adoption?.EffectiveFrom;

    /// <summary>Its last day, the one before the next policy's first; null: no other follows.</summary>
    public DateOnly? EffectiveThrough => through;

    /// <summary>The adoption, a history entry: name it to correct or void it. Null: the default policy.</summary>
    public RelayId? FactId => adoption is { } a ? FactIds.Of(ClinicPolicy.StreamOf(policy.Reference.Clinic!.Value), a.Place) : null;

    /// <summary>All that it asks for.</summary>
    public PolicyContent Content => policy.Content;

    internal static PolicyNode On(PolicyTimeline timeline, DateOnly date) => timeline.AdoptionOn(date) is { } adoption
        ? Of(timeline, adoption)
        : new(timeline.On(date), null, timeline.Breakpoints.Select(b => (DateOnly?)b.AddDays(-1)).FirstOrDefault());

    internal static PolicyNode Of(PolicyTimeline timeline, Adoption adoption) => new(adoption.Policy, adoption, timeline.ThroughOf(adoption));
}

/// <summary>The policy that a decision was made under.</summary>
public sealed class PolicyReferenceNode(PolicyReference reference)
{
    /// <summary>What it is called.</summary>
    public string Name => reference.Name;

    /// <summary>The version of the clinic's policy record whose fact says it; of the default policy its own.</summary>
    public string Version => reference.Version;

    /// <summary>Whose it is; null: the default policy.</summary>
    public IDataLoaderResult<ClinicNode?> Clinic([FromServices] ClinicLoader clinics) => clinics.OfPolicy(reference);
}

/// <summary>Reads many clinics in one statement.</summary>
public sealed class ClinicLoader(NpgsqlDataSource database) : BatchLoader<Guid, ClinicNode>
{
    /// <summary>Whose a policy is; who was answered under it may know.</summary>
    public IDataLoaderResult<ClinicNode?> OfPolicy(PolicyReference policy) =>
        policy.Clinic is { } clinic ? Load(clinic.Value) : LoadedValues.Ready<ClinicNode?>(null);

    protected override async Task<IReadOnlyDictionary<Guid, ClinicNode>> ReadAsync(IReadOnlyCollection<Guid> keys, CancellationToken cancellation) =>
        (await ClinicNodes.ReadAsync(database, keys, cancellation)).ToDictionary(c => c.Key, c => new ClinicNode(c.Key, c.Value.Name, c.Value.Version));
}

/// <summary>Reads the policy records of many clinics in one statement.</summary>
public sealed class PolicyLoader(NpgsqlDataSource database) : BatchLoader<Guid, ClinicPolicy>
{
    protected override async Task<IReadOnlyDictionary<Guid, ClinicPolicy>> ReadAsync(IReadOnlyCollection<Guid> keys, CancellationToken cancellation) =>
        (await PolicyMemory.ReadAsync(database, [.. keys.Select(k => new ClinicId(k))], cancellation)).ToDictionary(r => r.Key.Value, r => r.Value);
}
