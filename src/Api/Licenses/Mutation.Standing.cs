using GraphQL;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Licenses;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Api;

public sealed partial class Mutation
{
    /// <summary>Records that the licensee went inactive by choice.</summary>
    public static Task<InactivateLicensePayload> InactivateLicenseAsync(
        InactivateLicenseInput input, Caller caller, [FromServices] LicenseMutations licenses, CancellationToken cancellation) =>
        licenses.ChangeAsync(caller, input, id => new InactivateLicense(id, input.InactivatedOn, input.Version), new InactivateLicensePayload(), cancellation);

    /// <summary>Records that an inactive license is active again.</summary>
    public static Task<ReactivateLicensePayload> ReactivateLicenseAsync(
        ReactivateLicenseInput input, Caller caller, [FromServices] LicenseMutations licenses, CancellationToken cancellation) =>
        licenses.ChangeAsync(caller, input, id => new ReactivateLicense(id, input.ReactivatedOn, input.Version), new ReactivateLicensePayload(), cancellation);

    /// <summary>Records that the board closed the license, an administrative step and no discipline.</summary>
    public static Task<CloseLicensePayload> CloseLicenseAsync(
        CloseLicenseInput input, Caller caller, [FromServices] LicenseMutations licenses, CancellationToken cancellation) =>
        licenses.ChangeAsync(caller, input, id => new CloseLicense(id, input.ClosedOn, input.Version), new CloseLicensePayload(), cancellation);

    /// <summary>Records that a closed license was reopened.</summary>
    public static Task<ReopenLicensePayload> ReopenLicenseAsync(
        ReopenLicenseInput input, Caller caller, [FromServices] LicenseMutations licenses, CancellationToken cancellation) =>
        licenses.ChangeAsync(caller, input, id => new ReopenLicense(id, input.ReopenedOn, input.Version), new ReopenLicensePayload(), cancellation);

    /// <summary>Records that the board gave a revoked or surrendered license back.</summary>
    public static Task<ReinstateLicensePayload> ReinstateLicenseAsync(
        ReinstateLicenseInput input, Caller caller, [FromServices] LicenseMutations licenses, CancellationToken cancellation) =>
        licenses.ChangeAsync(caller, input, id => new ReinstateLicense(id, input.ReinstatedOn, input.Version), new ReinstateLicensePayload(), cancellation);

    /// <summary>Records the home state of a multistate license.</summary>
    public static Task<RelocateLicensePayload> RelocateLicenseAsync(
        RelocateLicenseInput input, Caller caller, [FromServices] LicenseMutations licenses, CancellationToken cancellation) =>
        licenses.ChangeAsync(caller, input, id => new RelocateLicense(id, input.HomeState, input.RelocatedOn, input.Version), new RelocateLicensePayload(), cancellation);

    /// <summary>Records that the license carries authority in the other compact states.</summary>
    public static Task<GrantCompactAuthorityPayload> GrantCompactAuthorityAsync(
        GrantCompactAuthorityInput input, Caller caller, [FromServices] LicenseMutations licenses, CancellationToken cancellation) =>
        licenses.ChangeAsync(caller, input, id => new GrantCompactAuthority(id, input.GrantedOn, input.Version), new GrantCompactAuthorityPayload(), cancellation);

    /// <summary>Records that compact authority ended.</summary>
    public static Task<EndCompactAuthorityPayload> EndCompactAuthorityAsync(
        EndCompactAuthorityInput input, Caller caller, [FromServices] LicenseMutations licenses, CancellationToken cancellation) =>
        licenses.ChangeAsync(caller, input, id => new EndCompactAuthority(id, input.EndedOn, input.Version), new EndCompactAuthorityPayload(), cancellation);
}

/// <summary>What is given to inactivateLicense.</summary>
/// <param name="InactivatedOn">From when.</param>
public sealed record InactivateLicenseInput(string IdempotencyKey, RelayId LicenseId, long Version, DateOnly InactivatedOn) : ILicenseInput;

/// <summary>What came of inactivateLicense.</summary>
public sealed record InactivateLicensePayload : LicensePayload;

/// <summary>What is given to reactivateLicense.</summary>
/// <param name="ReactivatedOn">From when.</param>
public sealed record ReactivateLicenseInput(string IdempotencyKey, RelayId LicenseId, long Version, DateOnly ReactivatedOn) : ILicenseInput;

/// <summary>What came of reactivateLicense.</summary>
public sealed record ReactivateLicensePayload : LicensePayload;

/// <summary>What is given to closeLicense.</summary>
/// <param name="ClosedOn">From when.</param>
public sealed record CloseLicenseInput(string IdempotencyKey, RelayId LicenseId, long Version, DateOnly ClosedOn) : ILicenseInput;

/// <summary>What came of closeLicense.</summary>
public sealed record CloseLicensePayload : LicensePayload;

/// <summary>What is given to reopenLicense.</summary>
/// <param name="ReopenedOn">From when.</param>
public sealed record ReopenLicenseInput(string IdempotencyKey, RelayId LicenseId, long Version, DateOnly ReopenedOn) : ILicenseInput;

/// <summary>What came of reopenLicense.</summary>
public sealed record ReopenLicensePayload : LicensePayload;

/// <summary>What is given to reinstateLicense.</summary>
/// <param name="ReinstatedOn">From when.</param>
public sealed record ReinstateLicenseInput(string IdempotencyKey, RelayId LicenseId, long Version, DateOnly ReinstatedOn) : ILicenseInput;

/// <summary>What came of reinstateLicense.</summary>
public sealed record ReinstateLicensePayload : LicensePayload;

/// <summary>What is given to relocateLicense.</summary>
/// <param name="HomeState">The new home state.</param>
/// <param name="RelocatedOn">From when.</param>
public sealed record RelocateLicenseInput(string IdempotencyKey, RelayId LicenseId, long Version, Jurisdiction HomeState, DateOnly RelocatedOn) : ILicenseInput;

/// <summary>What came of relocateLicense.</summary>
public sealed record RelocateLicensePayload : LicensePayload;

/// <summary>What is given to grantCompactAuthority.</summary>
/// <param name="GrantedOn">From when.</param>
public sealed record GrantCompactAuthorityInput(string IdempotencyKey, RelayId LicenseId, long Version, DateOnly GrantedOn) : ILicenseInput;

/// <summary>What came of grantCompactAuthority.</summary>
public sealed record GrantCompactAuthorityPayload : LicensePayload;

/// <summary>What is given to endCompactAuthority.</summary>
/// <param name="EndedOn">From when.</param>
public sealed record EndCompactAuthorityInput(string IdempotencyKey, RelayId LicenseId, long Version, DateOnly EndedOn) : ILicenseInput;

/// <summary>What came of endCompactAuthority.</summary>
public sealed record EndCompactAuthorityPayload : LicensePayload;
