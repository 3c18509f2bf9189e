namespace LicenseTracker.Domain.Certifications;

/// <summary>A fact of one modality credential or training held by a therapist.</summary>
public abstract record CertificationFact : IFact
{
    public abstract DateOnly? EffectiveOn { get; }

    public virtual CertificationFact MapPersonal(Seal seal) => this;

    IFact IFact.MapPersonal(Seal seal) => MapPersonal(seal);
}

/// <param name="Certification">Id in the training catalogue (ONC-FOUND, CLT-LANA …), or the clinic's own name for one.</param>
/// <param name="ExpiresOn">Last day on which it holds; null: it does not expire.</param>
public sealed record CertificationGranted(
    TherapistId TherapistId, string Certification, string Issuer, string? Number, DateOnly IssuedOn, DateOnly? ExpiresOn) : CertificationFact
{
    public override DateOnly? EffectiveOn => IssuedOn;
}

/// <summary>The issuer extended it: it holds through the new last day.</summary>
public sealed record CertificationRenewed(DateOnly RenewedOn, DateOnly? ExpiresOn) : CertificationFact
{
    public override DateOnly? EffectiveOn => RenewedOn;
}

/// <summary>The issuer took it away from the start of this day.</summary>
public sealed record CertificationRevoked(DateOnly RevokedOn) : CertificationFact
{
    public override DateOnly? EffectiveOn => RevokedOn;
}

public sealed record CertificationFactCorrected(FactId Target, CertificationFact Replacement, Personal Reason)
    : CertificationFact, ICorrection<CertificationFact>
{
    public override DateOnly? EffectiveOn => Replacement.EffectiveOn;

    public override CertificationFact MapPersonal(Seal seal) => this with
    {
        Replacement = Replacement.MapPersonal((field, text) => seal("replacement." + field, text)),
        Reason = seal("reason", Reason),
    };
}

public sealed record CertificationFactVoided(FactId Target, Personal Reason) : CertificationFact, IVoid
{
    public override DateOnly? EffectiveOn => null;

    public override CertificationFact MapPersonal(Seal seal) => this with { Reason = seal("reason", Reason) };
}
