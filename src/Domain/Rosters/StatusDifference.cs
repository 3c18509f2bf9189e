using System.Collections.Immutable;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Domain.Rosters;

/// <summary>What the source's status says that the record does not, both on the day the source was read.</summary>
internal static class StatusDifference
{
    private static readonly ImmutableArray<string> Signs =
        ["SUSPEN", "REVO", "DISCIPLIN", "PROBATION", "SURRENDER", "RESTRICT", "CONDITION", "HOLD", "STAYED", "SANCTION", "CEASE"];

    public static void Add(RosterDraft draft, RosterRow row, RosterIds ids, bool isNew)
    {
        var on = row.RetrievedOn;
        var license = draft.Timeline!;
        var acting = license.Encumbrances.Select(e => e.ActionOn(on)).OfType<EncumbranceAction>().ToImmutableArray();
        var isBlocked = acting.Any(a => a.Type?.Authority() == Authority.None);
        switch (row.Status.Status)
        {
            case RosterStatus.Active or RosterStatus.InRenewal:
                Active(draft, row, license, isBlocked);
                break;
            case RosterStatus.Inactive when !IsOn(license.Inactive, on):
                draft.Record(new LicenseInactivated(on));
                break;
            case RosterStatus.NotActive when !IsOn(license.Inactive, on) && !IsExplained(row, license, isBlocked) && !HintsAtDiscipline(row):
                draft.Record(new LicenseInactivated(on));
                break;
            case RosterStatus.Expired when row.ExpiresOn > on && isNew:
                draft.Refuse(Review.ExpiredInTerm);
                break;
            case RosterStatus.Expired when row.ExpiresOn > on:
                draft.Review(Review.ExpiredInTerm, null, row.ExpiresOn.Iso());
                break;
            case RosterStatus.Closed when !IsOn(license.Closed, on):
                draft.Record(new LicenseClosed(on));
                break;
        }

        if (row.Status.Unsure)
            draft.Review(Review.StatusUncertain, null, row.Status.Words);
        Encumbrance(draft, row, ids, acting, isBlocked);
        Discipline(draft, row, ids, acting);
    }

    private static void Active(RosterDraft draft, RosterRow row, LicenseTimeline license, bool isBlocked)
    {
        var on = row.RetrievedOn;
        if (IsOn(license.Inactive, on))
            draft.Record(new LicenseReactivated(on));
        if (IsOn(license.Closed, on))
            draft.Review(Review.ActiveThoughClosed);
        if (isBlocked && row.Status.Encumbrance is null)
            draft.Review(Review.ActiveThoughEncumbered);
        if (row.Status.Status == RosterStatus.InRenewal)
            Filing(draft, row, license);
    }

    /// <summary>The source gives no date of filing, only that it was in time: so the day it was read, at the latest the last day of the term; once per term.</summary>
    private static void Filing(RosterDraft draft, RosterRow row, LicenseTimeline license)
    {
        var term = license.Terms.MaxBy(t => t.Term.ExpiresOn)!.Term;
        var filedOn = row.RetrievedOn < term.ExpiresOn ? row.RetrievedOn : term.ExpiresOn;
        if (!license.Filings.Any(f => term.Contains(f.FiledOn)) && term.Contains(filedOn))
            draft.Record(new LicenseRenewalFiled(filedOn));
    }

    /// <summary>Whether "not active" follows from what is known anyway, so that nobody need have gone inactive.</summary>
    private static bool IsExplained(RosterRow row, LicenseTimeline license, bool isBlocked) =>
        isBlocked || IsOn(license.Closed, row.RetrievedOn) || row.Status.Encumbrance?.Authority() == Authority.None
        || !license.Terms.Any(t => t.Term.Contains(row.RetrievedOn));

    /// <summary>An action named by the status alone acts from the day the source was read, unless one at least as strict is on record.</summary>
    private static void Encumbrance(RosterDraft draft, RosterRow row, RosterIds ids, ImmutableArray<EncumbranceAction> acting, bool isBlocked)
    {
        if (row.Status.Encumbrance is not { } type || type == EncumbranceType.DisciplineReported)
            return;
        if (!acting.Any(a => a.Type == type) && !(isBlocked && type.Authority() != Authority.Unknown))
            draft.Record(new EncumbranceImposed(ids.ByStatus, type, row.RetrievedOn, null, row.Status.Words, Personal.None));
    }

    /// <summary>
    /// "Ever disciplined" is explained by any action on record, even one long lifted; "with conditions" only by one that acts now. Neither
    /// says since when: where nothing is on record it may have been from the day of the grant, and no day since then counts as free of it.
    /// </summary>
    private static void Discipline(RosterDraft draft, RosterRow row, RosterIds ids, ImmutableArray<EncumbranceAction> acting)
    {
        var actsNow = row.Status.Encumbrance == EncumbranceType.DisciplineReported || HintsAtDiscipline(row);
        if ((actsNow && acting.IsEmpty) || (row.Disciplined == true && draft.Timeline!.Encumbrances.IsEmpty))
            draft.Record(new DisciplineReported(ids.Discipline, draft.Timeline!.Encumbrances.IsEmpty ? draft.Timeline.GrantedOn : row.RetrievedOn));
        else if (row.Disciplined == false && !actsNow && acting.Any(a => a.Type == EncumbranceType.DisciplineReported))
            draft.Review(Review.DisciplineWithdrawn);
    }

    /// <summary>A word that no profile knows goes to review; one that sounds like discipline also leaves authority unknown until a person has looked.</summary>
    private static bool HintsAtDiscipline(RosterRow row) =>
        row.Status is { Encumbrance: null, Words: { } words } && Signs.Any(s => words.Contains(s, StringComparison.OrdinalIgnoreCase));

    private static bool IsOn(Dated<bool> state, DateOnly on) => state.On(on) is { IsConflict: false } governing && governing.Readings[0];
}
