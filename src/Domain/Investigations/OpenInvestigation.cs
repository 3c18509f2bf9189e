using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Domain.Investigations;

/// <summary>Records that the board opened an investigation of a license.</summary>
public sealed record OpenInvestigation(InvestigationId InvestigationId, TherapistId TherapistId, LicenseId LicenseId, DateOnly OpenedOn, Personal Note) : IStart
{
    public static readonly Refusal OtherTherapist =
        new("INVESTIGATION_OTHER_THERAPIST", "This license belongs to another therapist. Check both ids.", "therapistId");

    public Guid StreamId => InvestigationId.Value;

    public static Decision<InvestigationFact> Decide(OpenInvestigation c, License? license) =>
        license is null ? Refusals.UnknownId.At("licenseId")
        : license.KnownAt(null) is not { } timeline ? LicenseRules.GrantVoided.At("licenseId")
        : Check.Begin.Date(c.OpenedOn, "openedOn").Note(c.Note, "note")
            .Refuse(timeline.TherapistId != c.TherapistId, OtherTherapist)
            .Record<InvestigationFact>(new InvestigationOpened(c.TherapistId, c.LicenseId, c.OpenedOn, c.Note));
}
