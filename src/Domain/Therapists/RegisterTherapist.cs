using System.Globalization;

namespace LicenseTracker.Domain.Therapists;

/// <summary>Brings a therapist on record. A source without names gives a nameless one.</summary>
public sealed record RegisterTherapist(
    TherapistId TherapistId, Personal GivenName, Personal MiddleName, Personal FamilyName, Personal Suffix, Personal BirthDate, string? Npi) : IStart
{
    public static readonly Refusal BirthDateMalformed =
        new("BIRTH_DATE_MALFORMED", "A birth date is written yyyy-MM-dd, or yyyy where only the year is known.", "birthDate");

    public Guid StreamId => TherapistId.Value;

    public static Decision<TherapistFact> Decide(RegisterTherapist c)
    {
        var fact = new TherapistRegistered(c.GivenName, c.MiddleName, c.FamilyName, c.Suffix, c.BirthDate, c.Npi);
        return Judge(fact).Record<TherapistFact>(fact);
    }

    internal static Check Judge(TherapistRegistered f) => Check.Begin
        .Name(f.GivenName, "givenName").Name(f.MiddleName, "middleName").Name(f.FamilyName, "familyName").Name(f.Suffix, "suffix")
        .Refuse(f.BirthDate.Clear is { } text && !IsBirthDate(text), BirthDateMalformed)
        .NationalId(f.Npi);

    private static bool IsBirthDate(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && Inputs.FirstDate <= date && date <= Inputs.LastDate;
}
