using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Domain.Rosters;

/// <summary>
/// Turns what a row says into facts by difference with the record. Each fact is held to the rules of its own command; what contradicts the
/// record goes to review. A row is taken whole or refused whole.
/// </summary>
public static class RosterReconciliation
{
    /// <param name="person">The therapist the row is about; null: a new one.</param>
    /// <param name="license">The license the row is about; null: a new one.</param>
    public static Reconciliation Decide(RosterRow row, RosterIds ids, KnownPerson? person, KnownLicense? license)
    {
        if (person is { Therapist: var therapist } && therapist.KnownAt(null) is null)
            return Reconciliation.Refused(TherapistRules.RegistrationVoided);
        if (person is not null && PersonDifference.IsSomebodyElse(row, person, license))
            return Reconciliation.ForReview(new(Review.BirthDateAgainstIdentity, null, row.Claim));

        var draft = new RosterDraft(person, license);
        if (row.Status.Status == RosterStatus.Unknown)
            return StatusDifference.Unknown(draft, row, ids);
        if (person is null)
            Register(draft, row.Person, ids.Therapist);
        if (license is null && !draft.IsRefused)
            Grant(draft, row, ids.License);
        if (draft.IsRefused)
            return draft.Result(row, isNew: false);

        if (license is not null)
            TermDifference.Add(draft, row);
        StatusDifference.Add(draft, row, ids, isNew: license is null);
        PersonDifference.Add(draft, row, isNewLicense: license is null, isNewPerson: person is null);
        return draft.Result(row, isNew: license is null);
    }

    private static void Register(RosterDraft draft, RosterPerson p, TherapistId id) => draft.Register(
        id,
        RegisterTherapist.Decide(new(
            id, Personal.Of(p.Name.Given), Personal.Of(p.Name.Middle), Personal.Of(p.Name.Family), Personal.Of(p.Name.Suffix), Personal.Of(p.BirthDate), p.Npi)),
        p);

    /// <summary>
    /// Terms before the one that runs now are not in the source: the record begins with that one, and what was between the grant and it is
    /// unknown. Where the source does not say since when the term runs, it vouches for the day on which it was read and the days after.
    /// </summary>
    private static void Grant(RosterDraft draft, RosterRow row, LicenseId id)
    {
        if (row.Number is null)
        {
            draft.Refuse(RosterIdentity.NumberMissing);
            return;
        }

        var start = row.RenewedOn ?? Earlier(row.RetrievedOn, row.ExpiresOn);
        if (start < row.IssuedOn)
            start = row.IssuedOn;
        var term = new Term(start, row.ExpiresOn);
        var possiblySince = row.IssuedOn < start ? row.IssuedOn : (DateOnly?)null;
        var therapist = draft.Person!.Therapist;
        draft.Grant(id, GrantLicense.Decide(new(id, therapist.Id, row.Jurisdiction, row.Profession, row.Number, row.IssuedOn, term, possiblySince), therapist, numberTaken: false));
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
