using GraphQL;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Policies;

namespace LicenseTracker.Api;

public sealed partial class Mutation
{
    /// <summary>Records that a clinic decides by this policy from a day on; for the clinic's managers and administrators. Correct or void it as any fact.</summary>
    public static Task<AdoptPolicyPayload> AdoptPolicyAsync(
        AdoptPolicyInput input, Caller caller, [FromServices] PolicyMutations policies, CancellationToken cancellation) =>
        policies.AdoptAsync(caller, input, cancellation);
}
