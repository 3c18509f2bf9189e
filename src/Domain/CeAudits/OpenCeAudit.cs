using System.Collections.Immutable;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Domain.CeAudits;

/// <summary>Records that a board audits the continuing education behind a license.</summary>
public sealed record OpenCeAudit(
    CeAuditId CeAuditId, TherapistId TherapistId, LicenseId LicenseId, DateOnly OpenedOn, DateOnly PeriodFrom, DateOnly PeriodTo, Personal Note) : IStart
{
    public static readonly Refusal PeriodEndBeforeStart =
        new("CE_AUDIT_PERIOD_END_BEFORE_START", "The last day of the audited time lies before the first. Correct one of them.", "periodTo");

    public static readonly Refusal OtherTherapist =
        new("CE_AUDIT_OTHER_THERAPIST", "This license belongs to another therapist. Check both ids.", "licenseId");

    public static readonly Refusal AfterItsEnd =
        new("CE_AUDIT_AFTER_ITS_END", "The audit was closed before this date. Correct that date first.", "openedOn");

    public Guid StreamId => CeAuditId.Value;

    public static Decision<CeAuditFact> Decide(OpenCeAudit c, License? license)
    {
        if (license is null)
            return Refusals.UnknownId.At("licenseId");
        if (license.KnownAt(null) is not { } timeline)
            return LicenseRules.GrantVoided.At("licenseId");
        var fact = new CeAuditOpened(c.TherapistId, c.LicenseId, c.OpenedOn, c.PeriodFrom, c.PeriodTo, c.Note);
        return Judge(fact, []).Refuse(timeline.TherapistId != c.TherapistId, OtherTherapist).Record<CeAuditFact>(fact);
    }

    internal static Check Judge(CeAuditOpened f, ImmutableArray<CeAuditFact> others) => Check.Begin
        .Date(f.OpenedOn, "openedOn")
        .Date(f.PeriodFrom, "periodFrom")
        .Date(f.PeriodTo, "periodTo")
        .Note(f.Note, "note")
        .Refuse(f.PeriodTo < f.PeriodFrom, PeriodEndBeforeStart)
        .Refuse(others.Any(o => o.EffectiveOn < f.OpenedOn), AfterItsEnd);
}
