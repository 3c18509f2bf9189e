using GraphQL;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Certifications;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Mutations;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Therapists;
using LicenseTracker.Domain.Certifications;

namespace LicenseTracker.Api;

public sealed partial class Mutation
{
    /// <summary>Records that an issuer granted a modality credential or training.</summary>
    public static Task<GrantCertificationPayload> GrantCertificationAsync(
        GrantCertificationInput input, Caller caller, [FromServices] CertificationMutations certifications, CancellationToken cancellation) =>
        certifications.SendAsync(caller, input, () => new GrantCertification(
            new(certifications.NewId()), new(input.TherapistId.Of(TherapistNode.Type, "therapistId")), input.Certification, input.Issuer, input.Number,
            input.IssuedOn, input.ExpiresOn), new GrantCertificationPayload(), cancellation);

    /// <summary>Records that the issuer extended a certification.</summary>
    public static Task<RenewCertificationPayload> RenewCertificationAsync(
        RenewCertificationInput input, Caller caller, [FromServices] CertificationMutations certifications, CancellationToken cancellation) =>
        certifications.ChangeAsync(
            caller, input, id => new RenewCertification(id, input.RenewedOn, input.ExpiresOn, input.Version), new RenewCertificationPayload(), cancellation);

    /// <summary>Records that the issuer took a certification away.</summary>
    public static Task<RevokeCertificationPayload> RevokeCertificationAsync(
        RevokeCertificationInput input, Caller caller, [FromServices] CertificationMutations certifications, CancellationToken cancellation) =>
        certifications.ChangeAsync(caller, input, id => new RevokeCertification(id, input.RevokedOn, input.Version), new RevokeCertificationPayload(), cancellation);
}

/// <summary>What is given to grantCertification.</summary>
/// <param name="TherapistId">Who holds it.</param>
/// <param name="Certification">Its id in the training catalogue, or the clinic's own name for it.</param>
/// <param name="Issuer">Who granted it.</param>
/// <param name="Number">The issuer's number for it.</param>
/// <param name="IssuedOn">Its first day.</param>
/// <param name="ExpiresOn">Its last day; absent: it does not expire.</param>
public sealed record GrantCertificationInput(
    string IdempotencyKey, RelayId TherapistId, string Certification, string Issuer, string? Number, DateOnly IssuedOn, DateOnly? ExpiresOn) : IInput;

/// <summary>What came of grantCertification.</summary>
public sealed record GrantCertificationPayload : CertificationPayload;

/// <summary>What is given to renewCertification.</summary>
/// <param name="RenewedOn">From when.</param>
/// <param name="ExpiresOn">Its new last day; absent: it does not expire.</param>
public sealed record RenewCertificationInput(string IdempotencyKey, RelayId CertificationId, long Version, DateOnly RenewedOn, DateOnly? ExpiresOn)
    : ICertificationInput;

/// <summary>What came of renewCertification.</summary>
public sealed record RenewCertificationPayload : CertificationPayload;

/// <summary>What is given to revokeCertification.</summary>
/// <param name="RevokedOn">It is not held from the start of this date.</param>
public sealed record RevokeCertificationInput(string IdempotencyKey, RelayId CertificationId, long Version, DateOnly RevokedOn) : ICertificationInput;

/// <summary>What came of revokeCertification.</summary>
public sealed record RevokeCertificationPayload : CertificationPayload;
