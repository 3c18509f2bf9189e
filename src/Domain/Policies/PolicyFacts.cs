namespace LicenseTracker.Domain.Policies;

/// <summary>A fact of one clinic's policy, stored in the clinic's own tenant.</summary>
public abstract record PolicyFact : IFact
{
    public abstract DateOnly? EffectiveOn { get; }

    public IFact MapPersonal(Seal seal) => this;
}

/// <summary>From this day the clinic decides by this policy, whole: nothing of an earlier one remains.</summary>
public sealed record PolicyAdopted(ClinicId ClinicId, string Name, DateOnly EffectiveFrom, PolicyContent Content) : PolicyFact
{
    public override DateOnly? EffectiveOn => EffectiveFrom;
}

public sealed record PolicyFactCorrected(FactId Target, PolicyFact Replacement, string Reason) : PolicyFact, ICorrection<PolicyFact>
{
    public override DateOnly? EffectiveOn => Replacement.EffectiveOn;
}

public sealed record PolicyFactVoided(FactId Target, string Reason) : PolicyFact, IVoid
{
    public override DateOnly? EffectiveOn => null;
}
