using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Domain.Exemptions;

/// <summary>A fact of one exemption from continuing education.</summary>
public abstract record ExemptionFact : IFact
{
    public abstract DateOnly? EffectiveOn { get; }

    public abstract ExemptionFact MapPersonal(Seal seal);

    IFact IFact.MapPersonal(Seal seal) => MapPersonal(seal);
}

/// <param name="LicenseId">The license it is for; null: all of the therapist's in the jurisdiction.</param>
/// <param name="Requirement">The requirement's code in the rule book; null: all of them.</param>
/// <param name="From">First day of the time it is asked for.</param>
/// <param name="To">Last day of it.</param>
public sealed record ExemptionRequested(
    TherapistId TherapistId, Jurisdiction Jurisdiction, LicenseId? LicenseId, string? Requirement, DateOnly From, DateOnly To, Personal Reason) : ExemptionFact
{
    /// <summary>A request holds nothing in law.</summary>
    public override DateOnly? EffectiveOn => null;

    public override ExemptionFact MapPersonal(Seal seal) => this with { Reason = seal("reason", Reason) };
}

public sealed record ExemptionApproved(DateOnly ApprovedOn, Personal Note) : ExemptionFact
{
    public override DateOnly? EffectiveOn => ApprovedOn;

    public override ExemptionFact MapPersonal(Seal seal) => this with { Note = seal("note", Note) };
}

public sealed record ExemptionDenied(DateOnly DeniedOn, Personal Reason) : ExemptionFact
{
    public override DateOnly? EffectiveOn => DeniedOn;

    public override ExemptionFact MapPersonal(Seal seal) => this with { Reason = seal("reason", Reason) };
}

/// <summary>The board took its approval back: from this day there is no exemption, for none of the time asked for.</summary>
public sealed record ExemptionRevoked(DateOnly RevokedOn, Personal Reason) : ExemptionFact
{
    public override DateOnly? EffectiveOn => RevokedOn;

    public override ExemptionFact MapPersonal(Seal seal) => this with { Reason = seal("reason", Reason) };
}

public sealed record ExemptionFactCorrected(FactId Target, ExemptionFact Replacement, Personal Reason) : ExemptionFact, ICorrection<ExemptionFact>
{
    public override DateOnly? EffectiveOn => Replacement.EffectiveOn;

    public override ExemptionFact MapPersonal(Seal seal) => this with
    {
        Replacement = Replacement.MapPersonal((field, text) => seal("replacement." + field, text)),
        Reason = seal("reason", Reason),
    };
}

public sealed record ExemptionFactVoided(FactId Target, Personal Reason) : ExemptionFact, IVoid
{
    public override DateOnly? EffectiveOn => null;

    public override ExemptionFact MapPersonal(Seal seal) => this with { Reason = seal("reason", Reason) };
}
