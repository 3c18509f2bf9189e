namespace LicenseTracker.Domain.Therapists;

/// <summary>A fact of one therapist, the person. Names, birth date and contacts are personal data and are sealed when stored.</summary>
public abstract record TherapistFact : IFact
{
    public virtual DateOnly? EffectiveOn => null;

    public abstract TherapistFact MapPersonal(Seal seal);

    IFact IFact.MapPersonal(Seal seal) => MapPersonal(seal);
}

/// <summary>A therapist came on record. A roster without names gives a nameless one.</summary>
/// <param name="BirthDate">ISO 8601 date, or a year alone where the source has no more.</param>
/// <param name="Npi">National Provider Identifier, ten digits; public data, never an identity by itself.</param>
public sealed record TherapistRegistered(
    Personal GivenName, Personal MiddleName, Personal FamilyName, Personal Suffix, Personal BirthDate, string? Npi) : TherapistFact
{
    public override TherapistFact MapPersonal(Seal seal) => this with
    {
        GivenName = seal("givenName", GivenName),
        MiddleName = seal("middleName", MiddleName),
        FamilyName = seal("familyName", FamilyName),
        Suffix = seal("suffix", Suffix),
        BirthDate = seal("birthDate", BirthDate),
    };
}

public sealed record TherapistNameChanged(Personal GivenName, Personal MiddleName, Personal FamilyName, Personal Suffix, DateOnly? ChangedOn) : TherapistFact
{
    public override DateOnly? EffectiveOn => ChangedOn;

    public override TherapistFact MapPersonal(Seal seal) => this with
    {
        GivenName = seal("givenName", GivenName),
        MiddleName = seal("middleName", MiddleName),
        FamilyName = seal("familyName", FamilyName),
        Suffix = seal("suffix", Suffix),
    };
}

public sealed record TherapistNpiChanged(string? Npi) : TherapistFact
{
    public override TherapistFact MapPersonal(Seal seal) => this;
}

/// <summary>Where the therapist can be reached, as the source writes it.</summary>
public sealed record TherapistContactChanged(Personal Address, Personal Email, Personal Phone) : TherapistFact
{
    public override TherapistFact MapPersonal(Seal seal) => this with
    {
        Address = seal("address", Address),
        Email = seal("email", Email),
        Phone = seal("phone", Phone),
    };
}

public sealed record TherapistFactCorrected(FactId Target, TherapistFact Replacement, Personal Reason) : TherapistFact, ICorrection<TherapistFact>
{
    public override DateOnly? EffectiveOn => Replacement.EffectiveOn;

    public override TherapistFact MapPersonal(Seal seal) => this with
    {
        Replacement = Replacement.MapPersonal((field, text) => seal("replacement." + field, text)),
        Reason = seal("reason", Reason),
    };
}

public sealed record TherapistFactVoided(FactId Target, Personal Reason) : TherapistFact, IVoid
{
    public override TherapistFact MapPersonal(Seal seal) => this with { Reason = seal("reason", Reason) };
}
