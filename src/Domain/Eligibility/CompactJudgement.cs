using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Domain.Eligibility;

/// <summary>Judges whether a multistate license of another member state of the Interstate Massage Compact gives authority here.</summary>
/// <remarks>
/// Both states must be members on the date, and a block in the home state blocks it everywhere. What a limited license gives beyond its own
/// state is not known, so it leaves the answer undetermined.
/// </remarks>
internal static class CompactJudgement
{
    /// <summary>Adds its reasons; false when the compact gives nothing to judge by.</summary>
    public static bool On(Case @case, JurisdictionInfo here, DateOnly date, Findings findings)
    {
        if (@case.Question.Profession != Profession.MassageTherapist || !IsMember(here, date))
            return false;
        var candidates = @case.Licenses
            .Where(l => l.Profession == Profession.MassageTherapist && IsCarriedHere(@case, l, date))
            .Select(l => (License: l, Authority: AuthorityAbroad(@case, l, date))).ToArray();
        if (candidates.Length == 0)
            return false;
        var (license, authority) = candidates.MaxBy(c => c.Authority);
        var (code, outcome, what) = authority switch
        {
            Authority.Full => ("COMPACT_AUTHORITY", ReasonOutcome.Satisfied, "carries authority here under the Interstate Massage Compact"),
            Authority.None => ("COMPACT_HOME_STATE_BLOCK", ReasonOutcome.Blocking, "carries no authority here: its home state blocks it, or it is not in force"),
            _ => ("COMPACT_AUTHORITY_UNKNOWN", ReasonOutcome.Unknown, "may carry no authority here: it is limited or its standing is not known"),
        };
        var name = @case.Jurisdictions(license.Jurisdiction).Name;
        findings.Add(code, outcome, $"License {license.NumberOn(date)} in {name} {what}.", here.Citation, license.GrantEvidence);
        foreach (var reason in license.StandingOn(date).Reasons)
        {
            // Only the sentence on the compact decides; what the license itself says is shown beside it.
            findings.Add(reason with
            {
                Outcome = reason.Outcome < outcome ? ReasonOutcome.Warning : reason.Outcome,
                Message = $"License {license.NumberOn(date)} in {name}: {reason.Message}",
            });
        }

        foreach (var atHome in AtHome(@case, license, date).Prepend(license))
            SourceJudgement.Add(@case, atHome, date, decides: true, findings);
        return true;
    }

    /// <summary>Whether the compact can carry a license of another state here on any day.</summary>
    public static bool MayCarryHere(Case @case) => @case.Jurisdictions(@case.Question.Jurisdiction).CompactMemberSince is not null;

    /// <summary>Whether the compact carries a license of another state here, whatever authority is left in it.</summary>
    public static bool IsCarriedHere(Case @case, LicenseTimeline license, DateOnly date) =>
        license.Jurisdiction != @case.Question.Jurisdiction && license.HasCompactAuthorityOn(date) && IsMember(@case.Jurisdictions(@case.Question.Jurisdiction), date)
        && IsMember(@case.Jurisdictions(license.HomeStateOn(date)), date);

    private static Authority AuthorityAbroad(Case @case, LicenseTimeline license, DateOnly date)
    {
        var authority = @case.AuthorityOn(license, date);
        foreach (var other in AtHome(@case, license, date))
        {
            // Only what the home state holds against the therapist counts; an old license that merely expired there does not.
            var there = @case.AuthorityOn(other, date);
            var isHeldAgainst = LicenseJudgement.IsDiscipline(other.StandingOn(date).Standing) || there == Authority.Unknown;
            if (isHeldAgainst && there < authority)
                authority = there;
        }

        return authority;
    }

    /// <summary>The other licenses of this profession in its home state.</summary>
    private static IEnumerable<LicenseTimeline> AtHome(Case @case, LicenseTimeline license, DateOnly date) =>
        @case.Licenses.Where(l => l.Jurisdiction == license.HomeStateOn(date) && l.Profession == license.Profession && l.Id != license.Id);

    private static bool IsMember(JurisdictionInfo state, DateOnly date) => state.CompactMemberSince <= date;
}
