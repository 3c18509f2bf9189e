using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Domain.Therapists;

/// <summary>Records that a therapist has another name.</summary>
public sealed record ChangeTherapistName(
    TherapistId TherapistId, Personal GivenName, Personal MiddleName, Personal FamilyName, Personal Suffix, DateOnly? ChangedOn, long Version) : IChange
{
    public Guid StreamId => TherapistId.Value;

    public static Decision<TherapistFact> Decide(ChangeTherapistName c, Therapist? therapist) =>
        TherapistRules.Decide(therapist, new TherapistNameChanged(c.GivenName, c.MiddleName, c.FamilyName, c.Suffix, c.ChangedOn));

    internal static Check Judge(TherapistNameChanged f) => Check.Begin
        .Date(f.ChangedOn, "changedOn")
        .Refuse(f.GivenName.IsNone && f.FamilyName.IsNone, ChangeLicenseeName.NameMissing)
        .Name(f.GivenName, "givenName").Name(f.MiddleName, "middleName").Name(f.FamilyName, "familyName").Name(f.Suffix, "suffix");
}
