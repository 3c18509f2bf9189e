using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Policies;

namespace LicenseTracker.Domain.Eligibility;

/// <summary>Shows discipline that acts on the therapist's other licenses: a warning, unless the clinic's policy lets another state's block.</summary>
internal static class DisciplineJudgement
{
    public static void On(Case @case, DateOnly date, Findings findings)
    {
        foreach (var license in @case.Licenses)
        {
            var isElsewhere = license.Jurisdiction != @case.Question.Jurisdiction;
            if ((!isElsewhere && license.Profession == @case.Question.Profession) || !license.Encumbrances.Any(e => (e.ActionOn(date) ?? e.PossibleActionOn(date)) is not null))
                continue;
            var outcome = isElsewhere && @case.PolicyOn(date).Content.OtherStateDiscipline == PolicyEffect.Block ? ReasonOutcome.Blocking : ReasonOutcome.Warning;
            var name = @case.Jurisdictions(license.Jurisdiction).Name;
            foreach (var reason in license.StandingOn(date).Reasons.Where(r => r.Code.StartsWith("ENCUMBRANCE_", StringComparison.Ordinal)))
            {
                findings.Add(reason with
                {
                    Code = isElsewhere ? "DISCIPLINE_IN_OTHER_STATE" : "DISCIPLINE_IN_OTHER_PROFESSION",
                    Outcome = outcome == ReasonOutcome.Blocking && reason.Code == EncumbranceFindings.StartUnknown ? ReasonOutcome.Unknown : outcome,
                    Message = $"License {license.NumberOn(date)} in {name}: {reason.Message}",
                });
            }
        }
    }
}
