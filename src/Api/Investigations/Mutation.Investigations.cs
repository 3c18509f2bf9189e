using GraphQL;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Investigations;
using LicenseTracker.Api.Schema.Relay;

namespace LicenseTracker.Api;

public sealed partial class Mutation
{
    /// <summary>Records that the board opened an investigation of a license. Registrars and auditors alone see it; no verdict depends on it.</summary>
    public static Task<OpenInvestigationPayload> OpenInvestigationAsync(
        OpenInvestigationInput input, Caller caller, [FromServices] InvestigationMutations investigations, CancellationToken cancellation) =>
        investigations.OpenAsync(caller, input, cancellation);

    /// <summary>Records that the board closed an investigation.</summary>
    public static Task<CloseInvestigationPayload> CloseInvestigationAsync(
        CloseInvestigationInput input, Caller caller, [FromServices] InvestigationMutations investigations, CancellationToken cancellation) =>
        investigations.CloseAsync(caller, input, cancellation);
}

/// <summary>An investigation that the board opened.</summary>
/// <param name="LicenseId">The license that is investigated.</param>
/// <param name="OpenedOn">The day it was opened.</param>
/// <param name="Note">A note; kept sealed.</param>
public sealed record OpenInvestigationInput(string IdempotencyKey, RelayId LicenseId, DateOnly OpenedOn, string? Note) : IInput;

/// <summary>What came of opening an investigation.</summary>
public sealed record OpenInvestigationPayload : InvestigationPayload;

/// <summary>The end of an investigation.</summary>
/// <param name="InvestigationId">The investigation.</param>
/// <param name="Version">The investigation's version that the change was decided on.</param>
/// <param name="ClosedOn">The day it was closed.</param>
/// <param name="Note">A note; kept sealed.</param>
public sealed record CloseInvestigationInput(string IdempotencyKey, RelayId InvestigationId, long Version, DateOnly ClosedOn, string? Note) : IInput;

/// <summary>What came of closing an investigation.</summary>
public sealed record CloseInvestigationPayload : InvestigationPayload;
