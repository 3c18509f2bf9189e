using System.Collections.Immutable;

namespace LicenseTracker.Domain.CeAudits;

/// <summary>One audit of a licensee's continuing education: everything ever recorded about it.</summary>
public sealed record CeAudit(CeAuditId Id, FactLog<CeAuditFact> Log)
{
    public static readonly Refusal OpeningVoided = new(
        "CE_AUDIT_OPENING_VOIDED", "The opening of this audit was voided. Void that void, or record the audit anew.");

    public long Version => Log.Version;

    public static CeAudit Empty(CeAuditId id) => new(id, FactLog<CeAuditFact>.Empty);

    public CeAudit Evolve(Recorded<CeAuditFact> fact) => this with { Log = Log.Add(fact) };

    /// <summary>The audit as known at an instant (null: as known now); null when no opening was known or it is voided.</summary>
    public CeAuditRecord? KnownAt(DateTimeOffset? instant) => CeAuditRecord.Of(Id, Log.KnownAt(instant).Held());

    /// <summary>The audit as on record at a version of its stream (null: the newest).</summary>
    public CeAuditRecord? AtVersion(long? version) => CeAuditRecord.Of(Id, Log.AtVersion(version).Held());

    internal static Check Judge(CeAuditFact fact, ImmutableArray<CeAuditFact> others) => fact switch
    {
        CeAuditOpened f => OpenCeAudit.Judge(f, others),
        CeAuditClosed f => CloseCeAudit.Judge(f, others),
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.GetType().Name, "This fact has no rules."),
    };
}

/// <summary>An audit from the facts known at one instant.</summary>
/// <param name="Close">Null: no end is known.</param>
/// <param name="Evidence">The facts that show it, oldest first.</param>
public sealed record CeAuditRecord(
    CeAuditId Id, CeAuditOpened Open, CeAuditClosed? Close, PersonalAt NoteAt, PersonalAt? ClosingNoteAt, ImmutableArray<FactId> Evidence)
{
    public static CeAuditRecord? Of(CeAuditId id, ImmutableArray<Held<CeAuditFact>> held)
    {
        if (held.FirstOrDefault(h => h.Fact is CeAuditOpened) is not { Fact: CeAuditOpened open } opening)
            return null;
        var closing = held.FirstOrDefault(h => h.Fact is CeAuditClosed);
        var close = closing?.Fact as CeAuditClosed;
        return new(
            id, open, close, PersonalAt.In(opening, "note", open.Note), closing is null ? null : PersonalAt.In(closing, "note", close!.Note),
            [.. held.SelectMany(h => h.Evidence)]);
    }

    /// <summary>It runs from the day it was opened until the day before it was closed.</summary>
    public bool IsOpenOn(DateOnly date) => Open.OpenedOn <= date && !(Close?.ClosedOn <= date);
}
