using GraphQL;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Exemptions;
using LicenseTracker.Api.Licenses;
using LicenseTracker.Api.Mutations;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Therapists;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Exemptions;
using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Api;

public sealed partial class Mutation
{
    /// <summary>Records that a therapist asked a board to be exempt from continuing education for a time: by the therapist themself, or by a registrar for anyone.</summary>
    public static Task<RequestExemptionPayload> RequestExemptionAsync(
        RequestExemptionInput input, Caller caller, [FromServices] ExemptionMutations exemptions, CancellationToken cancellation) =>
        exemptions.SendAsync(caller, input, () => new RequestExemption(
            new(exemptions.NewId()), new(input.TherapistId.Of(TherapistNode.Type, "therapistId")), input.Jurisdiction,
            input.LicenseId is { } license ? new LicenseId(license.Of(LicenseNode.Type, "licenseId")) : null, input.Requirement, input.From, input.To,
            Personal.Of(input.Reason)), new RequestExemptionPayload(), cancellation);

    /// <summary>Records that the board granted an exemption.</summary>
    public static Task<ApproveExemptionPayload> ApproveExemptionAsync(
        ApproveExemptionInput input, Caller caller, [FromServices] ExemptionMutations exemptions, CancellationToken cancellation) =>
        exemptions.ChangeAsync(
            caller, input, id => new ApproveExemption(id, input.ApprovedOn, Personal.Of(input.Note), input.Version), new ApproveExemptionPayload(), cancellation);

    /// <summary>Records that the board did not grant an exemption.</summary>
    public static Task<DenyExemptionPayload> DenyExemptionAsync(
        DenyExemptionInput input, Caller caller, [FromServices] ExemptionMutations exemptions, CancellationToken cancellation) =>
        exemptions.ChangeAsync(
            caller, input, id => new DenyExemption(id, input.DeniedOn, Personal.Of(input.Reason), input.Version), new DenyExemptionPayload(), cancellation);

    /// <summary>Records that the board took an exemption back.</summary>
    public static Task<RevokeExemptionPayload> RevokeExemptionAsync(
        RevokeExemptionInput input, Caller caller, [FromServices] ExemptionMutations exemptions, CancellationToken cancellation) =>
        exemptions.ChangeAsync(
            caller, input, id => new RevokeExemption(id, input.RevokedOn, Personal.Of(input.Reason), input.Version), new RevokeExemptionPayload(), cancellation);
}

/// <summary>What is given to requestExemption.</summary>
/// <param name="TherapistId">Who asked.</param>
/// <param name="Jurisdiction">Whose board was asked.</param>
/// <param name="LicenseId">The license it is for; absent: all of the therapist's in the jurisdiction.</param>
/// <param name="Requirement">The requirement's code in the rule book; absent: all of them.</param>
/// <param name="From">First day of the time it is asked for.</param>
/// <param name="To">Last day of it.</param>
/// <param name="Reason">Why; kept sealed.</param>
public sealed record RequestExemptionInput(
    string IdempotencyKey, RelayId TherapistId, Jurisdiction Jurisdiction, RelayId? LicenseId, string? Requirement, DateOnly From, DateOnly To, string Reason) : IInput
{
    bool IInput.IsPermittedTo(Caller caller) => May.DeclareEducation(caller, new(TherapistId.As(TherapistNode.Type) ?? Guid.Empty));
}

/// <summary>What came of requestExemption.</summary>
public sealed record RequestExemptionPayload : ExemptionPayload;

/// <summary>What is given to approveExemption.</summary>
/// <param name="ApprovedOn">The day of the board's decision.</param>
/// <param name="Note">A note; kept sealed.</param>
public sealed record ApproveExemptionInput(string IdempotencyKey, RelayId ExemptionId, long Version, DateOnly ApprovedOn, string? Note) : IExemptionInput;

/// <summary>What came of approveExemption.</summary>
public sealed record ApproveExemptionPayload : ExemptionPayload;

/// <summary>What is given to denyExemption.</summary>
/// <param name="DeniedOn">The day of the board's decision.</param>
/// <param name="Reason">Why; kept sealed.</param>
public sealed record DenyExemptionInput(string IdempotencyKey, RelayId ExemptionId, long Version, DateOnly DeniedOn, string Reason) : IExemptionInput;

/// <summary>What came of denyExemption.</summary>
public sealed record DenyExemptionPayload : ExemptionPayload;

/// <summary>What is given to revokeExemption.</summary>
/// <param name="RevokedOn">From this day there is no exemption.</param>
/// <param name="Reason">Why; kept sealed.</param>
public sealed record RevokeExemptionInput(string IdempotencyKey, RelayId ExemptionId, long Version, DateOnly RevokedOn, string Reason) : IExemptionInput;

/// <summary>What came of revokeExemption.</summary>
public sealed record RevokeExemptionPayload : ExemptionPayload;
