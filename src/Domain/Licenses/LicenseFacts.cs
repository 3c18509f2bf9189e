using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Domain.Licenses;

/// <summary>A fact of one license. Every date is a calendar date in the license's jurisdiction.</summary>
public abstract record LicenseFact : IFact
{
    public abstract DateOnly? EffectiveOn { get; }

    public virtual LicenseFact MapPersonal(Seal seal) => this;

    IFact IFact.MapPersonal(Seal seal) => MapPersonal(seal);
}

/// <summary>The board granted the license with its first term.</summary>
/// <param name="PossiblySince">The day from which, before this term, it may have been in force in terms that nobody recorded; null: it was not.</param>
/// <param name="ExpiryByRuleBook">The version of the rule book that gave the last day of the term; null: a source stated it. A correction states its dates itself.</param>
public sealed record LicenseGranted(
    TherapistId TherapistId, Jurisdiction Jurisdiction, Profession Profession, string Number, DateOnly GrantedOn, Term Term, DateOnly? PossiblySince = null,
    string? ExpiryByRuleBook = null)
    : LicenseFact, IUncertainStart
{
    public override DateOnly? EffectiveOn => GrantedOn;

    DateOnly IUncertainStart.CertainFrom => Term.StartsOn;
}

/// <summary>The board extended the license by a further term.</summary>
/// <param name="PossiblySince">The day from which, before this term, the license may have been in force already; null: it was not.</param>
/// <param name="ExpiryByRuleBook">The version of the rule book that gave the last day of the term; null: a source stated it. A correction states its dates itself.</param>
public sealed record LicenseRenewed(Term Term, DateOnly? PossiblySince = null, string? ExpiryByRuleBook = null) : LicenseFact, IUncertainStart
{
    public override DateOnly? EffectiveOn => Term.StartsOn;

    DateOnly IUncertainStart.CertainFrom => Term.StartsOn;
}

/// <summary>A renewal was filed in time: authority continues past expiry while it is pending, where the state's book says so.</summary>
public sealed record LicenseRenewalFiled(DateOnly FiledOn) : LicenseFact
{
    public override DateOnly? EffectiveOn => FiledOn;
}

/// <summary>The board closed a filed renewal without granting it (denied, withdrawn or abandoned).</summary>
public sealed record LicenseRenewalFilingEnded(DateOnly EndedOn) : LicenseFact
{
    public override DateOnly? EffectiveOn => EndedOn;
}

/// <summary>The board gave the license another number.</summary>
public sealed record LicenseNumberChanged(string Number, DateOnly ChangedOn) : LicenseFact
{
    public override DateOnly? EffectiveOn => ChangedOn;
}

/// <summary>The name on the license changed.</summary>
public sealed record LicenseeNameChanged(Personal GivenName, Personal MiddleName, Personal FamilyName, Personal Suffix, DateOnly ChangedOn) : LicenseFact
{
    public override DateOnly? EffectiveOn => ChangedOn;

    public override LicenseFact MapPersonal(Seal seal) => this with
    {
        GivenName = seal("givenName", GivenName),
        MiddleName = seal("middleName", MiddleName),
        FamilyName = seal("familyName", FamilyName),
        Suffix = seal("suffix", Suffix),
    };
}

/// <summary>The licensee went inactive by choice.</summary>
/// <param name="PossiblySince">The day from which they may have been inactive already; null: they were not.</param>
public sealed record LicenseInactivated(DateOnly InactivatedOn, DateOnly? PossiblySince = null) : LicenseFact, IUncertainStart
{
    public override DateOnly? EffectiveOn => InactivatedOn;

    DateOnly IUncertainStart.CertainFrom => InactivatedOn;
}

public sealed record LicenseReactivated(DateOnly ReactivatedOn) : LicenseFact
{
    public override DateOnly? EffectiveOn => ReactivatedOn;
}

/// <summary>The board closed the license for a reason that is no discipline (death, duplicate, moved). Never shown as discipline.</summary>
/// <param name="PossiblySince">The day from which it may have been closed already; null: it was not.</param>
public sealed record LicenseClosed(DateOnly ClosedOn, DateOnly? PossiblySince = null) : LicenseFact, IUncertainStart
{
    public override DateOnly? EffectiveOn => ClosedOn;

    DateOnly IUncertainStart.CertainFrom => ClosedOn;
}

public sealed record LicenseReopened(DateOnly ReopenedOn) : LicenseFact
{
    public override DateOnly? EffectiveOn => ReopenedOn;
}

/// <summary>An adverse action; a scheduled lift date ends it by itself.</summary>
/// <param name="PossiblySince">The day from which it may have acted already; null: it did not.</param>
public sealed record EncumbranceImposed(
    EncumbranceId EncumbranceId, EncumbranceType Type, DateOnly ImposedOn, DateOnly? ScheduledLiftOn, string? Category, Personal Note,
    DateOnly? PossiblySince = null) : LicenseFact, IUncertainStart
{
    public override DateOnly? EffectiveOn => ImposedOn;

    DateOnly IUncertainStart.CertainFrom => ImposedOn;

    public override LicenseFact MapPersonal(Seal seal) => this with { Note = seal("note", Note) };
}

/// <summary>A later order changed the action from its date on: type and scheduled lift are those of the new order.</summary>
public sealed record EncumbranceRevised(
    EncumbranceId EncumbranceId, EncumbranceType Type, DateOnly RevisedOn, DateOnly? ScheduledLiftOn, string? Category, Personal Note) : LicenseFact
{
    public override DateOnly? EffectiveOn => RevisedOn;

    public override LicenseFact MapPersonal(Seal seal) => this with { Note = seal("note", Note) };
}

/// <summary>The action was stayed: it acts as a stayed suspension from its first day to the day before its last.</summary>
/// <param name="StayEndsOn">The day on which the action is in force again; null: until it is lifted.</param>
public sealed record EncumbranceStayed(EncumbranceId EncumbranceId, DateOnly StayedOn, DateOnly? StayEndsOn) : LicenseFact
{
    public override DateOnly? EffectiveOn => StayedOn;
}

/// <summary>The action ended at the start of this day.</summary>
public sealed record EncumbranceLifted(EncumbranceId EncumbranceId, DateOnly LiftedOn) : LicenseFact
{
    public override DateOnly? EffectiveOn => LiftedOn;
}

/// <summary>A roster says that there was discipline and no more: authority is unknown until it is lifted, voided or replaced.</summary>
/// <param name="ReportedOn">The first day on which it may have acted.</param>
public sealed record DisciplineReported(EncumbranceId EncumbranceId, DateOnly ReportedOn) : LicenseFact
{
    public override DateOnly? EffectiveOn => ReportedOn;
}

/// <summary>The board gave a revoked or surrendered license back: ends every revocation and surrender in force on that day.</summary>
public sealed record LicenseReinstated(DateOnly ReinstatedOn) : LicenseFact
{
    public override DateOnly? EffectiveOn => ReinstatedOn;
}

/// <summary>The licensee moved: the home state of a multistate license.</summary>
public sealed record LicenseRelocated(Jurisdiction HomeState, DateOnly RelocatedOn) : LicenseFact
{
    public override DateOnly? EffectiveOn => RelocatedOn;
}

/// <summary>The license carries authority in the other member states of the Interstate Massage Compact (IMpact).</summary>
public sealed record CompactAuthorityGranted(DateOnly AuthorityGrantedOn) : LicenseFact
{
    public override DateOnly? EffectiveOn => AuthorityGrantedOn;
}

public sealed record CompactAuthorityEnded(DateOnly AuthorityEndedOn) : LicenseFact
{
    public override DateOnly? EffectiveOn => AuthorityEndedOn;
}

/// <summary>The board registered the licensee on a condition, for a time (New York): authority is limited through the last day.</summary>
public sealed record LicenseConditionallyRegistered(Term Term, string Condition) : LicenseFact
{
    public override DateOnly? EffectiveOn => Term.StartsOn;
}

/// <summary>A registrar looked at the board's own source and found there what the record then said. It changes no standing.</summary>
/// <param name="Source">Where they looked.</param>
public sealed record LicenseVerified(DateOnly VerifiedOn, string Source) : LicenseFact
{
    public override DateOnly? EffectiveOn => null;
}

public sealed record LicenseFactCorrected(FactId Target, LicenseFact Replacement, Personal Reason) : LicenseFact, ICorrection<LicenseFact>
{
    public override DateOnly? EffectiveOn => Replacement.EffectiveOn;

    public override LicenseFact MapPersonal(Seal seal) => this with
    {
        Replacement = Replacement.MapPersonal((field, text) => seal("replacement." + field, text)),
        Reason = seal("reason", Reason),
    };
}

public sealed record LicenseFactVoided(FactId Target, Personal Reason) : LicenseFact, IVoid
{
    public override DateOnly? EffectiveOn => null;

    public override LicenseFact MapPersonal(Seal seal) => this with { Reason = seal("reason", Reason) };
}
