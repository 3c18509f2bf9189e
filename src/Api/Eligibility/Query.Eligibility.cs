using GraphQL;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Eligibility;
using LicenseTracker.Api.Schema.Errors;

namespace LicenseTracker.Api;

public sealed partial class Query
{
    private const int MostInputs = 1_000;

    /// <summary>May this therapist treat this client, here, on this day?</summary>
    /// <param name="input">The question.</param>
    public static async Task<EligibilityDecisionNode> EligibilityAsync(
        EligibilityInput input, Caller caller, [FromServices] Deciding deciding, CancellationToken cancellation) =>
        (await deciding.DecideAsync([input], caller, cancellation))[0];

    /// <summary>Many questions in one round trip, answered in their order.</summary>
    /// <param name="inputs">At most 1,000.</param>
    public static Task<IReadOnlyList<EligibilityDecisionNode>> EligibilitiesAsync(
        IReadOnlyList<EligibilityInput> inputs, Caller caller, [FromServices] Deciding deciding, CancellationToken cancellation) =>
        inputs.Count <= MostInputs
            ? deciding.DecideAsync(inputs, caller, cancellation)
            : throw new InvalidInputError($"{inputs.Count} questions are too many: ask at most {MostInputs} at once.");
}
