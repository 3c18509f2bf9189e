using GraphQL;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.CeAudits;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain.CeAudits;

namespace LicenseTracker.Api;

public sealed partial class Mutation
{
    /// <summary>Records that a board audits the continuing education behind a license.</summary>
    public static Task<OpenCeAuditPayload> OpenCeAuditAsync(
        OpenCeAuditInput input, Caller caller, [FromServices] CeAuditMutations audits, CancellationToken cancellation) =>
        audits.OpenAsync(caller, input, cancellation);

    /// <summary>Records that a board closed an audit of continuing education, and what it found.</summary>
    public static Task<CloseCeAuditPayload> CloseCeAuditAsync(
        CloseCeAuditInput input, Caller caller, [FromServices] CeAuditMutations audits, CancellationToken cancellation) =>
        audits.CloseAsync(caller, input, cancellation);
}

/// <summary>What is given to openCeAudit.</summary>
/// <param name="LicenseId">The license whose education is audited.</param>
/// <param name="OpenedOn">The day it was opened.</param>
/// <param name="PeriodFrom">First day of the time that is audited.</param>
/// <param name="PeriodTo">Last day of it.</param>
/// <param name="Note">A note; kept sealed.</param>
public sealed record OpenCeAuditInput(
    string IdempotencyKey, RelayId LicenseId, DateOnly OpenedOn, DateOnly PeriodFrom, DateOnly PeriodTo, string? Note) : IInput;

/// <summary>What came of openCeAudit.</summary>
public sealed record OpenCeAuditPayload : CeAuditPayload;

/// <summary>What is given to closeCeAudit.</summary>
/// <param name="CeAuditId">The audit.</param>
/// <param name="Version">The audit's version that the change was decided on.</param>
/// <param name="ClosedOn">The day it was closed.</param>
/// <param name="Outcome">What the board found.</param>
/// <param name="Note">A note; kept sealed.</param>
public sealed record CloseCeAuditInput(string IdempotencyKey, RelayId CeAuditId, long Version, DateOnly ClosedOn, CeAuditOutcome Outcome, string? Note) : IInput;

/// <summary>What came of closeCeAudit.</summary>
public sealed record CloseCeAuditPayload : CeAuditPayload;
