using System.Collections.Immutable;

namespace LicenseTracker.Domain.Exemptions;

/// <summary>Sends a fact of an exemption to the rules of its own command: the same for a new fact and for a correction's replacement.</summary>
public static class ExemptionRules
{
    public static readonly Refusal RequestVoided = new(
        "EXEMPTION_REQUEST_VOIDED", "The request for this exemption was voided. Void that void, or record the request anew.");

    public static readonly Refusal Decided = new(
        "EXEMPTION_DECIDED", "This exemption is already decided. If the decision on record is wrong, correct or void it; if there is a new request, record it.");

    public static readonly Refusal NotApproved = new(
        "EXEMPTION_NOT_APPROVED", "This exemption was not approved by this date, so there is nothing to revoke.", "revokedOn");

    public static readonly Refusal AfterItsEvents = new(
        "EXEMPTION_AFTER_ITS_EVENTS", "It was revoked before this date. Correct that revocation first.", "approvedOn");

    internal static Decision<ExemptionFact> Decide(Exemption? exemption, ExemptionFact fact)
    {
        if (exemption is null)
            return Refusals.UnknownId;
        var held = exemption.Log.Held();
        return held.Any(h => h.Fact is ExemptionRequested) ? Judge(fact, [.. held.Select(h => h.Fact)]).Record(fact) : RequestVoided;
    }

    internal static Check Judge(ExemptionFact fact, ImmutableArray<ExemptionFact> others) => fact switch
    {
        ExemptionRequested f => RequestExemption.Judge(f),
        ExemptionApproved f => ApproveExemption.Judge(f, others),
        ExemptionDenied f => DenyExemption.Judge(f, others),
        ExemptionRevoked f => RevokeExemption.Judge(f, others),
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.GetType().Name, "This fact has no rules."),
    };

    internal static Check Reason(Personal reason) => Check.Begin.Refuse(reason.IsNone, Inputs.TextMissing.At("reason")).Note(reason, "reason");
}
