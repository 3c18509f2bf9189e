namespace LicenseTracker.Domain.Credits;

/// <summary>A fact of one credit. Submissions and reviews hold in law from no date: only the completion of the course has one.</summary>
public abstract record CreditFact : IFact
{
    public virtual DateOnly? EffectiveOn => null;

    public virtual CreditFact MapPersonal(Seal seal) => this;

    IFact IFact.MapPersonal(Seal seal) => MapPersonal(seal);
}

public sealed record CreditSubmitted(TherapistId TherapistId, CreditDeclaration Declaration) : CreditFact
{
    public override DateOnly? EffectiveOn => Declaration.CompletedOn;
}

/// <summary>A reviewer found what was declared to be so. It says nothing of other values, declared or corrected later.</summary>
/// <param name="Method">How it was checked.</param>
public sealed record CreditVerified(Personal Method) : CreditFact
{
    public override CreditFact MapPersonal(Seal seal) => this with { Method = seal("method", Method) };
}

public sealed record CreditRejected(Personal Reason) : CreditFact
{
    public override CreditFact MapPersonal(Seal seal) => this with { Reason = seal("reason", Reason) };
}

/// <summary>Declared anew, in full, after a rejection.</summary>
public sealed record CreditResubmitted(CreditDeclaration Declaration) : CreditFact
{
    public override DateOnly? EffectiveOn => Declaration.CompletedOn;
}

/// <summary>Taken back by whoever may submit it.</summary>
public sealed record CreditWithdrawn : CreditFact;

/// <summary>A verified credit proved to be none, as of a forged certificate: it counts for nothing.</summary>
public sealed record CreditRevoked(Personal Reason) : CreditFact
{
    public override CreditFact MapPersonal(Seal seal) => this with { Reason = seal("reason", Reason) };
}

public sealed record CreditFactCorrected(FactId Target, CreditFact Replacement, Personal Reason) : CreditFact, ICorrection<CreditFact>
{
    public override DateOnly? EffectiveOn => Replacement.EffectiveOn;

    public override CreditFact MapPersonal(Seal seal) => this with
    {
        Replacement = Replacement.MapPersonal((field, text) => seal("replacement." + field, text)),
        Reason = seal("reason", Reason),
    };
}

public sealed record CreditFactVoided(FactId Target, Personal Reason) : CreditFact, IVoid
{
    public override CreditFact MapPersonal(Seal seal) => this with { Reason = seal("reason", Reason) };
}
