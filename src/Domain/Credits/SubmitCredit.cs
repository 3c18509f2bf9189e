using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Domain.Credits;

/// <summary>Brings a completed course on record, to be reviewed.</summary>
public sealed record SubmitCredit(CreditId CreditId, TherapistId TherapistId, CreditDeclaration Declaration) : IStart
{
    public static readonly Refusal PossibleDuplicate = new(
        "CREDIT_POSSIBLE_DUPLICATE", "The therapist already has a credit for what seems to be this course: see its possibleDuplicates. One certificate counts once.");

    public Guid StreamId => CreditId.Value;

    /// <param name="others">All credits of the therapist.</param>
    public static Decision<CreditFact> Decide(SubmitCredit c, Therapist? therapist, IEnumerable<Credit> others, DeclarationLimits limits)
    {
        if (therapist is null)
            return Refusals.UnknownId.At("therapistId");
        if (therapist.KnownAt(null) is null)
            return TherapistRules.RegistrationVoided.At("therapistId");
        var declared = DeclarationRules.Trim(c.Declaration);
        var check = DeclarationRules.Judge(declared, limits);
        if (check.Refusals.IsEmpty)
            check = check.Warn(Duplicates.Of(declared, others.Select(o => o.KnownAt(null)).OfType<CreditRecord>()).Any(), PossibleDuplicate);
        return check.Record<CreditFact>(new CreditSubmitted(c.TherapistId, declared));
    }
}
