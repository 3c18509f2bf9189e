using GraphQL;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Clinics;
using LicenseTracker.Api.Schema.Errors;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Therapists;
using LicenseTracker.Api.WhatIf;
using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Api.Eligibility;

/// <summary>May this therapist treat a client with these conditions, here, on this day? No client is named.</summary>
/// <param name="TherapistId">Who would treat; an unknown one gives UNDETERMINED.</param>
/// <param name="Jurisdiction">Where the session is held.</param>
/// <param name="Profession">In which profession.</param>
/// <param name="Conditions">ICD-10-CM codes, with or without the dot, or catalogue ids.</param>
/// <param name="Techniques">What would be done, where it matters: intraoral work, breast massage, lymphatic drainage …</param>
/// <param name="ClientFacts">What no code holds; see clientFactTypes.</param>
/// <param name="ClinicId">Whose policy; default: the viewer's only clinic, else the default policy.</param>
/// <param name="On">Default: today in the jurisdiction.</param>
/// <param name="KnownAt">Judge by what was known then; default: by everything recorded.</param>
/// <param name="WhatIf">Suppose this first, in this order. Nothing is recorded.</param>
public sealed record EligibilityInput(
    RelayId TherapistId,
    Jurisdiction Jurisdiction,
    [property: DefaultAstValue("[]")] IReadOnlyList<string> Conditions,
    [property: DefaultAstValue("[]")] IReadOnlyList<string> Techniques,
    [property: DefaultAstValue("[]")] IReadOnlyList<ClientFactInput> ClientFacts,
    RelayId? ClinicId,
    DateOnly? On,
    DateTimeOffset? KnownAt,
    IReadOnlyList<HypotheticalInput>? WhatIf,
    Profession? Profession = Profession.MassageTherapist)
{
    /// <summary>More than any client has: beyond it a list is a mistake or an attack.</summary>
    private const int MostParts = 200;

    private const string NoSuchClinic = "clinicId names no clinic that you may decide for. Leave it out, or name one that you manage.";

    /// <summary>The question in the Domain's terms.</summary>
    internal EligibilityQuestion ToQuestion(Caller caller, TimeProvider clock)
    {
        if (ClinicId is { } clinic)
            CheckClinic(clinic, caller);
        if (Conditions.Count > MostParts || Techniques.Count > MostParts || ClientFacts.Count > MostParts)
            throw new InvalidInputError($"Give at most {MostParts} conditions, techniques and client facts in one question.");
        return new(
            new(TherapistId.As(TherapistNode.Type) ?? Guid.Empty),
            Jurisdiction,
            Profession ?? Domain.Licenses.Profession.MassageTherapist,
            [.. Conditions],
            [.. Techniques],
            [.. ClientFacts.Select(f => new ClientFact(f.Fact, f.Value, f.Condition, f.ObservedOn))],
            On ?? JurisdictionInfo.Of(Jurisdiction).DateAt(clock.GetUtcNow()),
            Reading.KnownAt.Checked(KnownAt, clock));
    }

    /// <summary>Whose policy answers; null: the default policy.</summary>
    internal Domain.ClinicId? ClinicOf(Caller caller) =>
        ClinicId is { } named ? new(named.As(ClinicNode.Type)!.Value) : caller.Clinics is [var only] ? only : null;

    /// <summary>A named clinic that is neither on record nor vouched for by the caller's token is a mistake: the default policy must not answer for it.</summary>
    internal void CheckClinicIsKnown(IReadOnlyDictionary<Domain.ClinicId, long> onRecord, Caller caller)
    {
        if (ClinicOf(caller) is { } clinic && !onRecord.ContainsKey(clinic) && !caller.Clinics.Contains(clinic))
            throw new NotAllowedError(NoSuchClinic);
    }

    private static void CheckClinic(RelayId clinic, Caller caller)
    {
        if (!May.SeeClinics(caller))
            throw new NotAllowedError("Your role decides for no clinic: leave clinicId out.");
        if (clinic.As(ClinicNode.Type) is not { } id || !May.SeeClinic(caller, new(id)))
            throw new NotAllowedError(NoSuchClinic);
    }
}

/// <summary>Something about the client that no code holds.</summary>
/// <param name="Fact">Its id in clientFactTypes.</param>
/// <param name="Value">Written as its type says.</param>
/// <param name="Condition">The condition it is about, by code or catalogue id; default: the client as a whole.</param>
/// <param name="ObservedOn">The day on which it held; counters go on from it. Default: the day judged.</param>
public sealed record ClientFactInput(string Fact, string Value, string? Condition, DateOnly? ObservedOn);
