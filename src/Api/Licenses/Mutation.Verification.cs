using GraphQL;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Licenses;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Api;

public sealed partial class Mutation
{
    /// <summary>Records that a registrar looked at the board's own source and found there what the record says. What differs is recorded as the fact it is.</summary>
    public static Task<VerifyLicensePayload> VerifyLicenseAsync(
        VerifyLicenseInput input, Caller caller, [FromServices] LicenseMutations licenses, [FromServices] TimeProvider clock, CancellationToken cancellation) =>
        licenses.ChangeAsync(
            caller, input, id => new VerifyLicense(id, input.VerifiedOn, input.Source, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), input.Version),
            new VerifyLicensePayload(), cancellation);
}

/// <summary>What is given to verifyLicense.</summary>
/// <param name="VerifiedOn">The day on which the source was looked at.</param>
/// <param name="Source">Where: the board's web site, a letter.</param>
public sealed record VerifyLicenseInput(string IdempotencyKey, RelayId LicenseId, long Version, DateOnly VerifiedOn, string Source) : ILicenseInput;

/// <summary>What came of verifyLicense.</summary>
public sealed record VerifyLicensePayload : LicensePayload;
