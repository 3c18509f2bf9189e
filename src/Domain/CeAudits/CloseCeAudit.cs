using System.Collections.Immutable;

namespace LicenseTracker.Domain.CeAudits;

/// <summary>Records that a board closed an audit of continuing education, and what it found.</summary>
public sealed record CloseCeAudit(CeAuditId CeAuditId, DateOnly ClosedOn, CeAuditOutcome Outcome, Personal Note, long Version) : IChange
{
    public static readonly Refusal AlreadyClosed = new(
        "CE_AUDIT_ALREADY_CLOSED", "This audit was already closed. If what it found is wrong, correct that fact.");

    public static readonly Refusal BeforeOpened =
        new("CE_AUDIT_END_BEFORE_START", "The audit was opened after this date. Correct the date.", "closedOn");

    public Guid StreamId => CeAuditId.Value;

    public static Decision<CeAuditFact> Decide(CloseCeAudit c, CeAudit? audit)
    {
        if (audit is null)
            return Refusals.UnknownId;
        var fact = new CeAuditClosed(c.ClosedOn, c.Outcome, c.Note);
        return audit.KnownAt(null) is null ? CeAudit.OpeningVoided : Judge(fact, [.. audit.Log.Held().Select(h => h.Fact)]).Record<CeAuditFact>(fact);
    }

    internal static Check Judge(CeAuditClosed f, ImmutableArray<CeAuditFact> others) => Check.Begin
        .Date(f.ClosedOn, "closedOn")
        .Refuse(!Enum.IsDefined(f.Outcome), Refusals.InvalidInput("This is no outcome of an audit.", "outcome"))
        .Note(f.Note, "note")
        .Refuse(others.Any(o => o is CeAuditClosed), AlreadyClosed)
        .Refuse(others.OfType<CeAuditOpened>().Any(o => f.ClosedOn < o.OpenedOn), BeforeOpened);
}
