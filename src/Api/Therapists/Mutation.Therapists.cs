using GraphQL;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Therapists;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Api;

public sealed partial class Mutation
{
    /// <summary>Brings a therapist on record.</summary>
    public static Task<RegisterTherapistPayload> RegisterTherapistAsync(
        RegisterTherapistInput input, Caller caller, [FromServices] TherapistMutations therapists, CancellationToken cancellation) =>
        therapists.SendAsync(caller, input, () => new RegisterTherapist(
            new(therapists.NewId()), Personal.Of(input.GivenName), Personal.Of(input.MiddleName), Personal.Of(input.FamilyName), Personal.Of(input.Suffix),
            Personal.Of(input.BirthDate is { } born ? $"{born:yyyy-MM-dd}" : null), input.Npi), new RegisterTherapistPayload(), cancellation);

    /// <summary>Records that the therapist's name changed.</summary>
    public static Task<ChangeTherapistNamePayload> ChangeTherapistNameAsync(
        ChangeTherapistNameInput input, Caller caller, [FromServices] TherapistMutations therapists, CancellationToken cancellation) =>
        therapists.ChangeAsync(caller, input, id => new ChangeTherapistName(
            id, Personal.Of(input.GivenName), Personal.Of(input.MiddleName), Personal.Of(input.FamilyName), Personal.Of(input.Suffix), input.ChangedOn, input.Version),
            new ChangeTherapistNamePayload(), cancellation);

    /// <summary>Records the therapist's National Provider Identifier, or that there is none.</summary>
    public static Task<ChangeTherapistNpiPayload> ChangeTherapistNpiAsync(
        ChangeTherapistNpiInput input, Caller caller, [FromServices] TherapistMutations therapists, CancellationToken cancellation) =>
        therapists.ChangeAsync(caller, input, id => new ChangeTherapistNpi(id, input.Npi, input.Version), new ChangeTherapistNpiPayload(), cancellation);

    /// <summary>Records where the therapist can be reached.</summary>
    public static Task<ChangeTherapistContactPayload> ChangeTherapistContactAsync(
        ChangeTherapistContactInput input, Caller caller, [FromServices] TherapistMutations therapists, CancellationToken cancellation) =>
        therapists.ChangeAsync(caller, input, id => new ChangeTherapistContact(
            id, Personal.Of(input.Address), Personal.Of(input.Email), Personal.Of(input.Phone), input.Version), new ChangeTherapistContactPayload(), cancellation);
}

/// <summary>What is given to registerTherapist.</summary>
/// <param name="GivenName">Personal; kept sealed.</param>
/// <param name="MiddleName">Personal; kept sealed.</param>
/// <param name="FamilyName">Personal; kept sealed.</param>
/// <param name="Suffix">As Jr. or III.</param>
/// <param name="Npi">National Provider Identifier, ten digits; a wrong check digit is a warning.</param>
/// <param name="BirthDate">Personal; kept sealed.</param>
public sealed record RegisterTherapistInput(
    string IdempotencyKey, string? GivenName, string? MiddleName, string? FamilyName, string? Suffix, string? Npi, DateOnly? BirthDate) : IInput;

/// <summary>What came of registerTherapist.</summary>
public sealed record RegisterTherapistPayload : TherapistPayload;

/// <summary>What is given to changeTherapistName.</summary>
/// <param name="GivenName">Personal; kept sealed.</param>
/// <param name="MiddleName">Personal; kept sealed.</param>
/// <param name="FamilyName">Personal; kept sealed.</param>
/// <param name="Suffix">As Jr. or III.</param>
/// <param name="ChangedOn">From when; absent: not known.</param>
public sealed record ChangeTherapistNameInput(
    string IdempotencyKey, RelayId TherapistId, long Version, string? GivenName, string? MiddleName, string? FamilyName, string? Suffix, DateOnly? ChangedOn)
    : ITherapistInput;

/// <summary>What came of changeTherapistName.</summary>
public sealed record ChangeTherapistNamePayload : TherapistPayload;

/// <summary>What is given to changeTherapistNpi.</summary>
/// <param name="Npi">Ten digits; absent: the therapist has none.</param>
public sealed record ChangeTherapistNpiInput(string IdempotencyKey, RelayId TherapistId, long Version, string? Npi) : ITherapistInput;

/// <summary>What came of changeTherapistNpi.</summary>
public sealed record ChangeTherapistNpiPayload : TherapistPayload;

/// <summary>What is given to changeTherapistContact: the whole contact, it replaces the one before.</summary>
/// <param name="Address">Postal address, as one writes it; kept sealed.</param>
/// <param name="Email">Kept sealed.</param>
/// <param name="Phone">Kept sealed.</param>
public sealed record ChangeTherapistContactInput(
    string IdempotencyKey, RelayId TherapistId, long Version, string? Address, string? Email, string? Phone) : ITherapistInput;

/// <summary>What came of changeTherapistContact.</summary>
public sealed record ChangeTherapistContactPayload : TherapistPayload;
