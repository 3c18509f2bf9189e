using GraphQL;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Licenses;
using LicenseTracker.Api.Mutations;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Therapists;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Api;

public sealed partial class Mutation
{
    /// <summary>Records that a board granted a license with its first term.</summary>
    public static Task<GrantLicensePayload> GrantLicenseAsync(
        GrantLicenseInput input, Caller caller, [FromServices] LicenseMutations licenses, CancellationToken cancellation) =>
        licenses.SendAsync(caller, input, () => new GrantLicense(
            new(licenses.NewId()), new(input.TherapistId.Of(TherapistNode.Type, "therapistId")), input.Jurisdiction,
            input.Profession ?? Profession.MassageTherapist, input.Number, input.GrantedOn, new(input.TermStart, input.ExpiresOn)),
            new GrantLicensePayload(), cancellation);

    /// <summary>Records that the board extended a license by one term.</summary>
    public static Task<RenewLicensePayload> RenewLicenseAsync(
        RenewLicenseInput input, Caller caller, [FromServices] LicenseMutations licenses, CancellationToken cancellation) =>
        licenses.ChangeAsync(caller, input, id => new RenewLicense(id, new(input.TermStart, input.ExpiresOn), input.Version), new RenewLicensePayload(), cancellation);

    /// <summary>Records that a renewal was filed in time.</summary>
    public static Task<FileLicenseRenewalPayload> FileLicenseRenewalAsync(
        FileLicenseRenewalInput input, Caller caller, [FromServices] LicenseMutations licenses, CancellationToken cancellation) =>
        licenses.ChangeAsync(caller, input, id => new FileLicenseRenewal(id, input.FiledOn, input.Version), new FileLicenseRenewalPayload(), cancellation);

    /// <summary>Records that a filed renewal ended without being granted.</summary>
    public static Task<EndLicenseRenewalFilingPayload> EndLicenseRenewalFilingAsync(
        EndLicenseRenewalFilingInput input, Caller caller, [FromServices] LicenseMutations licenses, CancellationToken cancellation) =>
        licenses.ChangeAsync(caller, input, id => new EndLicenseRenewalFiling(id, input.EndedOn, input.Version), new EndLicenseRenewalFilingPayload(), cancellation);

    /// <summary>Records that the board gave the license another number.</summary>
    public static Task<ChangeLicenseNumberPayload> ChangeLicenseNumberAsync(
        ChangeLicenseNumberInput input, Caller caller, [FromServices] LicenseMutations licenses, CancellationToken cancellation) =>
        licenses.ChangeAsync(caller, input, id => new ChangeLicenseNumber(id, input.Number, input.ChangedOn, input.Version), new ChangeLicenseNumberPayload(), cancellation);

    /// <summary>Records that the name on the license changed.</summary>
    public static Task<ChangeLicenseeNamePayload> ChangeLicenseeNameAsync(
        ChangeLicenseeNameInput input, Caller caller, [FromServices] LicenseMutations licenses, CancellationToken cancellation) =>
        licenses.ChangeAsync(caller, input, id => new ChangeLicenseeName(id, Personal.Of(input.GivenName), Personal.Of(input.MiddleName), Personal.Of(input.FamilyName), Personal.Of(input.Suffix), input.ChangedOn, input.Version), new ChangeLicenseeNamePayload(), cancellation);

    /// <summary>Records that the board registered the licensee on a condition, for a time.</summary>
    public static Task<RegisterConditionallyPayload> RegisterConditionallyAsync(
        RegisterConditionallyInput input, Caller caller, [FromServices] LicenseMutations licenses, CancellationToken cancellation) =>
        licenses.ChangeAsync(caller, input, id => new RegisterConditionally(id, new(input.StartsOn, input.ExpiresOn), input.Condition, input.Version), new RegisterConditionallyPayload(), cancellation);
}

/// <summary>What is given to grantLicense.</summary>
/// <param name="TherapistId">Whose license it is.</param>
/// <param name="Jurisdiction">Whose board granted it.</param>
/// <param name="Number">As the board writes it.</param>
/// <param name="GrantedOn">The day of the grant.</param>
/// <param name="Profession">For what profession.</param>
/// <param name="TermStart">First day of the first term; default: the day of the grant.</param>
/// <param name="ExpiresOn">Last day of the first term; absent: as the rule book gives it. Where it does not, the refusal says so and it must be given.</param>
public sealed record GrantLicenseInput(
    string IdempotencyKey, RelayId TherapistId, Jurisdiction Jurisdiction, string Number, DateOnly GrantedOn, DateOnly? TermStart, DateOnly? ExpiresOn,
    Profession? Profession = Profession.MassageTherapist) : IInput;

/// <summary>What came of grantLicense.</summary>
public sealed record GrantLicensePayload : LicensePayload;

/// <summary>What is given to renewLicense.</summary>
/// <param name="TermStart">First day of the new term; absent: the day after the last term, where it still runs or a renewal was filed in time. Otherwise it must be given.</param>
/// <param name="ExpiresOn">Last day of the new term; absent: as the rule book gives it. Where it does not, the refusal says so and it must be given.</param>
public sealed record RenewLicenseInput(string IdempotencyKey, RelayId LicenseId, long Version, DateOnly? TermStart, DateOnly? ExpiresOn) : ILicenseInput;

/// <summary>What came of renewLicense.</summary>
public sealed record RenewLicensePayload : LicensePayload;

/// <summary>What is given to fileLicenseRenewal.</summary>
/// <param name="FiledOn">When it was filed.</param>
public sealed record FileLicenseRenewalInput(string IdempotencyKey, RelayId LicenseId, long Version, DateOnly FiledOn) : ILicenseInput;

/// <summary>What came of fileLicenseRenewal.</summary>
public sealed record FileLicenseRenewalPayload : LicensePayload;

/// <summary>What is given to endLicenseRenewalFiling.</summary>
/// <param name="EndedOn">When it ended.</param>
public sealed record EndLicenseRenewalFilingInput(string IdempotencyKey, RelayId LicenseId, long Version, DateOnly EndedOn) : ILicenseInput;

/// <summary>What came of endLicenseRenewalFiling.</summary>
public sealed record EndLicenseRenewalFilingPayload : LicensePayload;

/// <summary>What is given to changeLicenseNumber.</summary>
/// <param name="Number">The new number, as the board writes it.</param>
/// <param name="ChangedOn">From when.</param>
public sealed record ChangeLicenseNumberInput(string IdempotencyKey, RelayId LicenseId, long Version, string Number, DateOnly ChangedOn) : ILicenseInput;

/// <summary>What came of changeLicenseNumber.</summary>
public sealed record ChangeLicenseNumberPayload : LicensePayload;

/// <summary>What is given to changeLicenseeName.</summary>
/// <param name="GivenName">Personal; kept sealed.</param>
/// <param name="MiddleName">Personal; kept sealed.</param>
/// <param name="FamilyName">Personal; kept sealed.</param>
/// <param name="Suffix">As Jr. or III.</param>
/// <param name="ChangedOn">From when.</param>
public sealed record ChangeLicenseeNameInput(string IdempotencyKey, RelayId LicenseId, long Version, string? GivenName, string? MiddleName, string? FamilyName, string? Suffix, DateOnly ChangedOn) : ILicenseInput;

/// <summary>What came of changeLicenseeName.</summary>
public sealed record ChangeLicenseeNamePayload : LicensePayload;

/// <summary>What is given to registerConditionally.</summary>
/// <param name="StartsOn">First day.</param>
/// <param name="ExpiresOn">Last day.</param>
/// <param name="Condition">What it depends on.</param>
public sealed record RegisterConditionallyInput(string IdempotencyKey, RelayId LicenseId, long Version, DateOnly StartsOn, DateOnly ExpiresOn, string Condition) : ILicenseInput;

/// <summary>What came of registerConditionally.</summary>
public sealed record RegisterConditionallyPayload : LicensePayload;
