using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Domain.Rosters;

/// <summary>
/// What the source says about the person that the record does not. Each license keeps the name that stands on it, so that two states
/// which write one person differently do not overwrite each other at every import.
/// </summary>
internal static class PersonDifference
{
    /// <summary>
    /// A birth date that contradicts the record says that this is somebody else when only the SSN led to the person, or when the family name is
    /// another one too (a board gave the number out again).
    /// </summary>
    public static bool IsSomebodyElse(RosterRow row, KnownPerson person, KnownLicense? license)
    {
        if (!Contradict(row.Person.BirthDate, person.BirthDate))
            return false;
        var key = row.Number is null ? null : LicenseNumber.Normalise(row.Number);
        var hasNumber = license?.License.KnownAt(null)?.Numbers.Any(n => LicenseNumber.Normalise(n) == key) == true;
        return !hasNumber || (row.Person.Name.Family is { } family && person.Names.All(n => !Same(n.Family, family)) && !Same(license!.OwnName?.Family, family));
    }

    public static void Add(RosterDraft draft, RosterRow row, bool isNewLicense, bool isNewPerson)
    {
        if (!isNewPerson)
        {
            Name(draft, row, isNewLicense);
            BirthDate(draft, row);
            if (row.Person.Npi is { } npi && npi != draft.Person!.Therapist.KnownAt(null)!.Npi)
                draft.Record(new TherapistNpiChanged(npi));
        }

        var known = draft.Person!.Contact;
        var contact = row.Person.Contact.Over(known);
        if (contact != known)
        {
            draft.Record(
                new TherapistContactChanged(Personal.Of(contact.Address), Personal.Of(contact.Email), Personal.Of(contact.Phone)),
                p => p with { Contact = contact });
        }
    }

    private static void Name(RosterDraft draft, RosterRow row, bool isNewLicense)
    {
        var name = row.Person.Name;
        var own = draft.License!.OwnName;
        var person = draft.Person!;
        if (name.IsNone || name == (own ?? person.Name) || (own is null && person.Names.Contains(name)))
            return;
        if (own is null && person.Name.IsNone)
        {
            ChangePerson(draft, name, changedOn: null);
            return;
        }

        draft.Record(
            new LicenseeNameChanged(Personal.Of(name.Given), Personal.Of(name.Middle), Personal.Of(name.Family), Personal.Of(name.Suffix), row.RetrievedOn),
            ownName: name);
        if (!isNewLicense && (own ?? person.Name) == person.Name)
            ChangePerson(draft, name, row.RetrievedOn);
    }

    /// <param name="changedOn">Null: the name did not change, it became known.</param>
    private static void ChangePerson(RosterDraft draft, PersonName name, DateOnly? changedOn) => draft.Record(
        new TherapistNameChanged(Personal.Of(name.Given), Personal.Of(name.Middle), Personal.Of(name.Family), Personal.Of(name.Suffix), changedOn),
        p => p with { Names = p.Names.Add(name) });

    private static void BirthDate(RosterDraft draft, RosterRow row)
    {
        if (row.Person.BirthDate is { } given && (draft.Person!.BirthDate is null || Contradict(given, draft.Person.BirthDate)))
            draft.Review(Review.BirthDateDiffers);
    }

    /// <summary>A year agrees with every date in it.</summary>
    private static bool Contradict(string? one, string? other) =>
        one is not null && other is not null
        && !one.StartsWith(other, StringComparison.Ordinal) && !other.StartsWith(one, StringComparison.Ordinal);

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
