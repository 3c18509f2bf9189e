using System.Collections.Immutable;

namespace LicenseTracker.Domain.Credits;

/// <summary>What became of a credit so far. Only a verified one satisfies a requirement.</summary>
public enum CreditStatus
{
    /// <summary>It waits for review.</summary>
    Submitted,

    /// <summary>A reviewer found what is declared to be so.</summary>
    Verified,

    /// <summary>A reviewer did not accept what is declared; it may be declared anew.</summary>
    Rejected,

    /// <summary>Whoever submitted it took it back.</summary>
    Withdrawn,

    /// <summary>Its verification was taken back for good.</summary>
    Revoked,
}

/// <summary>CE hours of one completed course of one therapist: everything ever recorded about them.</summary>
public sealed record Credit(CreditId Id, FactLog<CreditFact> Log)
{
    public long Version => Log.Version;

    public static Credit Empty(CreditId id) => new(id, FactLog<CreditFact>.Empty);

    public Credit Evolve(Recorded<CreditFact> fact) => this with { Log = Log.Add(fact) };

    /// <summary>The credit as known at an instant (null: as known now); null when no submission was known or it is voided.</summary>
    public CreditRecord? KnownAt(DateTimeOffset? instant) => CreditRecord.Of(Id, Log.KnownAt(instant));

    /// <summary>The credit as on record at a version of its stream (null: the newest).</summary>
    public CreditRecord? AtVersion(long? version) => CreditRecord.Of(Id, Log.AtVersion(version));
}

/// <summary>
/// A credit from the facts known at one instant. Submissions and reviews have no effective date, so their order is the order recorded; a
/// review counts for exactly the values it saw: once these are declared anew or corrected, they wait for another review.
/// </summary>
public sealed class CreditRecord
{
    private CreditRecord(CreditId id, FactLog<CreditFact> log, ImmutableArray<Held<CreditFact>> held, Held<CreditFact> submission, Held<CreditFact> declared)
    {
        Id = id;
        TherapistId = ((CreditSubmitted)submission.Fact).TherapistId;
        Declaration = DeclarationOf(declared.Fact)!;
        DeclaredBy = declared.CorrectedBy ?? declared.Id;
        DeclaredAt = log.Facts.First(f => f.Id == DeclaredBy).RecordedAt;
        Decisive = held.LastOrDefault(h => h.Fact is CreditRevoked) ?? held.LastOrDefault(h => h.Fact is CreditWithdrawn)
            ?? held.LastOrDefault(h => h.Fact is CreditVerified or CreditRejected && Saw(log, h) == DeclaredBy);
        Status = Decisive?.Fact switch
        {
            CreditRevoked => CreditStatus.Revoked,
            CreditWithdrawn => CreditStatus.Withdrawn,
            CreditVerified => CreditStatus.Verified,
            CreditRejected => CreditStatus.Rejected,
            _ => CreditStatus.Submitted,
        };
        Evidence = [.. submission.Evidence, .. declared == submission ? [] : declared.Evidence, .. Decisive?.Evidence ?? []];
    }

    public CreditId Id { get; }

    public TherapistId TherapistId { get; }

    /// <summary>What is declared now: by the submission or the latest resubmission, corrections included.</summary>
    public CreditDeclaration Declaration { get; }

    /// <summary>The fact that the declaration's values stand in.</summary>
    public FactId DeclaredBy { get; }

    /// <summary>Since when these values are on record: a waiting credit waits from here.</summary>
    public DateTimeOffset DeclaredAt { get; }

    public CreditStatus Status { get; }

    /// <summary>The fact that gave it its status; null while it waits for review.</summary>
    public Held<CreditFact>? Decisive { get; }

    /// <summary>The facts that show it.</summary>
    public ImmutableArray<FactId> Evidence { get; }

    /// <summary>Why it is rejected or revoked; none otherwise.</summary>
    public PersonalAt? ReasonAt => Decisive switch
    {
        { Fact: CreditRejected f } => PersonalAt.In(Decisive, "reason", f.Reason),
        { Fact: CreditRevoked f } => PersonalAt.In(Decisive, "reason", f.Reason),
        _ => null,
    };

    /// <summary>How it was checked; none unless it is verified.</summary>
    public PersonalAt? MethodAt => Decisive is { Fact: CreditVerified f } ? PersonalAt.In(Decisive, "method", f.Method) : null;

    public static CreditRecord? Of(CreditId id, FactLog<CreditFact> log)
    {
        var held = log.Held();
        return held.FirstOrDefault(h => h.Fact is CreditSubmitted) is { } submission ? new(id, log, held, submission, Declared(held)!) : null;
    }

    internal static CreditDeclaration? DeclarationOf(CreditFact fact) => fact switch
    {
        CreditSubmitted f => f.Declaration,
        CreditResubmitted f => f.Declaration,
        _ => null,
    };

    private static Held<CreditFact>? Declared(ImmutableArray<Held<CreditFact>> held) => held.LastOrDefault(h => DeclarationOf(h.Fact) is not null);

    /// <summary>The fact whose values lay before a reviewer.</summary>
    private static FactId? Saw(FactLog<CreditFact> log, Held<CreditFact> review) =>
        Declared(log.AtVersion(review.Version - 1).Held()) is { } seen ? seen.CorrectedBy ?? seen.Id : null;
}
