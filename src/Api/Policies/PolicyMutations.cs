using LicenseTracker.Api.Access;
using LicenseTracker.Api.Clinics;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Mutations;
using LicenseTracker.Api.Schema;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Policies;
using Npgsql;

namespace LicenseTracker.Api.Policies;

/// <summary>What is given to adoptPolicy.</summary>
/// <param name="ClinicId">Whose policy.</param>
/// <param name="Version">The clinic's policyVersion that it was decided on; 0: it has never adopted one.</param>
/// <param name="Name">What to call it.</param>
/// <param name="EffectiveFrom">From which day it is in force; past and future days are both possible.</param>
/// <param name="Content">All that it asks for: nothing of an earlier policy remains.</param>
public sealed record AdoptPolicyInput(
    string IdempotencyKey, RelayId ClinicId, long Version, string Name, DateOnly EffectiveFrom, PolicyContentInput Content) : IInput
{
    bool IInput.IsPermittedTo(Caller caller) => May.AdoptPolicy(caller, new(ClinicId.As(ClinicNode.Type) ?? Guid.Empty));
}

/// <summary>What came of adoptPolicy.</summary>
/// <param name="Policy">The policy as adopted; null when it was refused.</param>
/// <param name="PolicyVersion">The version of the clinic's policy record right after it; null when it was refused.</param>
public sealed record AdoptPolicyPayload(PolicyNode? Policy = null, long? PolicyVersion = null) : Payload;

/// <summary>Sends the commands on policies and shows what came of them.</summary>
public sealed class PolicyMutations(Orders orders, NpgsqlDataSource database, ConditionCatalogue catalogue) : CommandsOn<AdoptPolicyPayload>(orders)
{
    public Task<AdoptPolicyPayload> AdoptAsync(Caller caller, AdoptPolicyInput input, CancellationToken cancellation) => SendAsync(
        caller, input,
        () => new AdoptPolicy(new(input.ClinicId.Of(ClinicNode.Type, "clinicId")), input.Name, input.EffectiveFrom, input.Content.ToContent(), input.Version),
        new AdoptPolicyPayload(), cancellation);

    protected override async Task<AdoptPolicyPayload> ShowAsync(AdoptPolicyPayload answer, Outcome outcome, CancellationToken cancellation)
    {
        var facts = PolicyMemory.LogOf(await Projections.History.FactReader.OfStreamsAsync(database, [outcome.Stream], cancellation)).AtVersion(outcome.Version);
        var adopted = (PolicyAdopted)facts.Facts.First(f => f.Id == new FactId(outcome.Facts[0])).Fact;
        var timeline = new ClinicPolicy(adopted.ClinicId, facts).KnownAt(null, catalogue);
        return answer with { Policy = PolicyNode.On(timeline, adopted.EffectiveFrom), PolicyVersion = outcome.Version };
    }
}
