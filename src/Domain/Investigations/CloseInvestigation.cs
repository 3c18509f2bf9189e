namespace LicenseTracker.Domain.Investigations;

/// <summary>Records that the board closed an investigation.</summary>
public sealed record CloseInvestigation(InvestigationId InvestigationId, DateOnly ClosedOn, Personal Note, long Version) : IChange
{
    public static readonly Refusal AlreadyClosed = new("INVESTIGATION_ALREADY_CLOSED", "This investigation was already closed.");

    public static readonly Refusal BeforeOpened =
        new("INVESTIGATION_END_BEFORE_START", "The investigation was opened after this date. Correct the date.", "closedOn");

    public Guid StreamId => InvestigationId.Value;

    public static Decision<InvestigationFact> Decide(CloseInvestigation c, Investigation? investigation) => investigation is null
        ? Refusals.UnknownId
        : Check.Begin.Date(c.ClosedOn, "closedOn").Note(c.Note, "note")
            .Refuse(investigation.Closed is not null, AlreadyClosed)
            .Refuse(c.ClosedOn < investigation.Opened?.OpenedOn, BeforeOpened)
            .Record<InvestigationFact>(new InvestigationClosed(c.ClosedOn, c.Note));
}
