namespace LicenseTracker.Domain.CeAudits;

/// <summary>What a board found when it audited continuing education.</summary>
public enum CeAuditOutcome
{
    /// <summary>The education was shown.</summary>
    Satisfied,

    /// <summary>Some of it was not shown.</summary>
    Deficient,

    /// <summary>The board ended it without a finding.</summary>
    Discontinued,
}

/// <summary>A fact of one audit of a licensee's continuing education. An audit is no discipline and no investigation.</summary>
public abstract record CeAuditFact : IFact
{
    public abstract DateOnly? EffectiveOn { get; }

    public abstract CeAuditFact MapPersonal(Seal seal);

    IFact IFact.MapPersonal(Seal seal) => MapPersonal(seal);
}

/// <param name="PeriodFrom">First day of the time that is audited.</param>
/// <param name="PeriodTo">Last day of it.</param>
public sealed record CeAuditOpened(
    TherapistId TherapistId, LicenseId LicenseId, DateOnly OpenedOn, DateOnly PeriodFrom, DateOnly PeriodTo, Personal Note) : CeAuditFact
{
    public override DateOnly? EffectiveOn => OpenedOn;

    public override CeAuditFact MapPersonal(Seal seal) => this with { Note = seal("note", Note) };
}

public sealed record CeAuditClosed(DateOnly ClosedOn, CeAuditOutcome Outcome, Personal Note) : CeAuditFact
{
    public override DateOnly? EffectiveOn => ClosedOn;

    public override CeAuditFact MapPersonal(Seal seal) => this with { Note = seal("note", Note) };
}

public sealed record CeAuditFactCorrected(FactId Target, CeAuditFact Replacement, Personal Reason) : CeAuditFact, ICorrection<CeAuditFact>
{
    public override DateOnly? EffectiveOn => Replacement.EffectiveOn;

    public override CeAuditFact MapPersonal(Seal seal) => this with
    {
        Replacement = Replacement.MapPersonal((field, text) => seal("replacement." + field, text)),
        Reason = seal("reason", Reason),
    };
}

public sealed record CeAuditFactVoided(FactId Target, Personal Reason) : CeAuditFact, IVoid
{
    public override DateOnly? EffectiveOn => null;

    public override CeAuditFact MapPersonal(Seal seal) => this with { Reason = seal("reason", Reason) };
}
