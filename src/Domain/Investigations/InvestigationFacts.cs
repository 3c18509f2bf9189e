namespace LicenseTracker.Domain.Investigations;

/// <summary>A fact of one board investigation: a restricted stream that never affects a verdict and is shown to auditors and registrars alone.</summary>
public abstract record InvestigationFact : IFact
{
    public abstract DateOnly? EffectiveOn { get; }

    public abstract InvestigationFact MapPersonal(Seal seal);

    IFact IFact.MapPersonal(Seal seal) => MapPersonal(seal);
}

public sealed record InvestigationOpened(TherapistId TherapistId, LicenseId LicenseId, DateOnly OpenedOn, Personal Note) : InvestigationFact
{
    public override DateOnly? EffectiveOn => OpenedOn;

    public override InvestigationFact MapPersonal(Seal seal) => this with { Note = seal("note", Note) };
}

public sealed record InvestigationClosed(DateOnly ClosedOn, Personal Note) : InvestigationFact
{
    public override DateOnly? EffectiveOn => ClosedOn;

    public override InvestigationFact MapPersonal(Seal seal) => this with { Note = seal("note", Note) };
}
