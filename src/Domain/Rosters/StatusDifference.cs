using System.Collections.Immutable;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Domain.Rosters;

/// <summary>
/// What the source's status says that the record does not, both on the day the source was read. It gives no dates: what takes authority
/// away may have done so since the source last said otherwise.
/// </summary>
internal static class StatusDifference
{
    private static readonly ImmutableArray<string> Signs =
        ["SUSPEN", "REVO", "DISCIPLIN", "PROBATION", "SURRENDER", "RESTRICT", "CONDITION", "HOLD", "STAYED", "SANCTION", "CEASE"];

    public static void Add(RosterDraft draft, RosterRow row, RosterIds ids, bool isNew)
    {
        var on = row.RetrievedOn;
        var license = draft.Timeline!;
        var acting = Acting(license, on);
        var isBlocked = acting.Any(a => a.Type?.Authority() == Authority.None);
        switch (row.Status.Status)
        {
            case RosterStatus.Active or RosterStatus.InRenewal:
                Active(draft, row, license, acting);
                break;
            case RosterStatus.Inactive when !IsOn(license.Inactive, on):
                draft.Record(new LicenseInactivated(on, draft.PossiblySince(on)));
                break;
            case RosterStatus.NotActive when !IsOn(license.Inactive, on) && !IsExplained(row, license, isBlocked) && !HintsAtDiscipline(row):
                draft.Record(new LicenseInactivated(on, draft.PossiblySince(on)));
                break;
            case RosterStatus.Expired when row.ExpiresOn > on && isNew:
                draft.Refuse(Review.ExpiredInTerm);
                break;
            case RosterStatus.Expired when row.ExpiresOn > on:
                draft.Review(Review.ExpiredInTerm, license.Terms.Max(t => t.Term.ExpiresOn).Iso(), row.Status.Words);
                break;
            case RosterStatus.Closed when !IsOn(license.Closed, on):
                draft.Record(new LicenseClosed(on, draft.PossiblySince(on)));
                break;
        }

        if (row.Status.Unsure)
            draft.Review(Review.StatusUncertain, null, row.Status.Words);
        Encumbrance(draft, row, ids, acting, isBlocked);
        Discipline(draft, row, ids, acting);
    }

    /// <summary>
    /// Words that the profile does not know bring no license on record. Of one that is on record a person is asked at once, and verdicts are
    /// undetermined until then; words that sound like discipline are recorded as such besides.
    /// </summary>
    public static Reconciliation Unknown(RosterDraft draft, RosterRow row, RosterIds ids)
    {
        if (draft.Timeline is not { } license)
            return Reconciliation.Refused(Review.StatusUnknown);
        Discipline(draft, row, ids, Acting(license, row.RetrievedOn));
        draft.Review(
            draft.HasRecorded ? Review.StatusUnknownDiscipline : Review.StatusUnknown, license.StandingOn(row.RetrievedOn).Standing.ToString().ToUpperInvariant(), row.Status.Words);
        return draft.Result(row, isNew: false);
    }

    private static ImmutableArray<EncumbranceAction> Acting(LicenseTimeline license, DateOnly on) =>
        [.. license.Encumbrances.Select(e => e.ActionOn(on)).OfType<EncumbranceAction>()];

    private static void Active(RosterDraft draft, RosterRow row, LicenseTimeline license, ImmutableArray<EncumbranceAction> acting)
    {
        var on = row.RetrievedOn;
        var blocking = acting.Where(a => a.Type?.Authority() == Authority.None).ToImmutableArray();
        if (IsOn(license.Inactive, on))
            draft.Record(new LicenseReactivated(on));
        if (IsOn(license.Closed, on))
            draft.Review(Review.ActiveThoughClosed, Since(license.Closed.On(on)!.Since));
        if (!blocking.IsEmpty && row.Status.Encumbrance is null)
            draft.Review(Review.ActiveThoughEncumbered, string.Join(", ", blocking.Select(a => $"{EncumbranceFindings.Code(a.Type!.Value)} {Since(a.Since)}")));
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

    /// <summary>An action named by the status alone acts for certain from the day the source was read, unless one at least as strict is on record.</summary>
    private static void Encumbrance(RosterDraft draft, RosterRow row, RosterIds ids, ImmutableArray<EncumbranceAction> acting, bool isBlocked)
    {
        if (row.Status.Encumbrance is not { } type || type == EncumbranceType.DisciplineReported)
            return;
        if (!acting.Any(a => a.Type == type) && !(isBlocked && type.Authority() != Authority.Unknown))
            draft.Record(new EncumbranceImposed(ids.ByStatus, type, row.RetrievedOn, null, row.Status.Words, Personal.None, draft.PossiblySince(row.RetrievedOn)));
    }

    /// <summary>
    /// "Ever disciplined" is explained by any action on record, even one long lifted; "with conditions" only by one that acts now. Neither
    /// says since when, and no day on which it may have acted counts as free of it.
    /// </summary>
    private static void Discipline(RosterDraft draft, RosterRow row, RosterIds ids, ImmutableArray<EncumbranceAction> acting)
    {
        var license = draft.Timeline!;
        var actsNow = row.Status.Encumbrance == EncumbranceType.DisciplineReported || HintsAtDiscipline(row);
        var since = draft.PossiblySince(row.RetrievedOn) ?? row.RetrievedOn;
        if (actsNow && acting.IsEmpty)
            draft.Record(new DisciplineReported(ids.Discipline, since));
        else if (row.Disciplined == true && license.Encumbrances.IsEmpty)
            draft.Record(new DisciplineReported(ids.Discipline, WasEverOnRecord(draft) ? license.GrantedOn : since));
        else if (row.Disciplined == false && !actsNow && acting.Any(a => a.Type == EncumbranceType.DisciplineReported))
            draft.Review(Review.DisciplineWithdrawn, Since(acting.First(a => a.Type == EncumbranceType.DisciplineReported).Since));
    }

    /// <summary>Whether an action explained "ever disciplined" before it was voided: then the source may have meant it all the time.</summary>
    private static bool WasEverOnRecord(RosterDraft draft) => draft.License!.License.Log.Facts.Any(f => Encumbrances.IdOf(f.Fact) is not null);

    /// <summary>A word that no profile knows goes to review; one that sounds like discipline also leaves authority unknown until a person has looked.</summary>
    private static bool HintsAtDiscipline(RosterRow row) =>
        row.Status is { Encumbrance: null, Words: { } words } && Signs.Any(s => words.Contains(s, StringComparison.OrdinalIgnoreCase));

    /// <summary>What the record says, told so that the same contradiction with a later record is another one.</summary>
    private static string Since(DateOnly date) => $"since {date.Iso()}";

    private static bool IsOn(Dated<bool> state, DateOnly on) => state.On(on) is { IsConflict: false } governing && governing.Readings[0];
}
