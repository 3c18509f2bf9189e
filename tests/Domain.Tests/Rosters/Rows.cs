using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Rosters;

namespace LicenseTracker.Domain.Tests.Rosters;

/// <summary>A roster's row that agrees with <see cref="Samples.Granted"/> and <see cref="Samples.Registered"/>; specs change what they are about.</summary>
internal static class Rows
{
    public static readonly PersonName AdaByrne = new("Ada", null, "Byrne", null);

    public static readonly RosterIds Ids = new(
        Samples.Ada, Samples.AdasLicense, Samples.Encumbrance(901), Samples.Encumbrance(902));

    public static RosterRow Row(string retrieved = "2026-03-01") => new(
        Jurisdiction.FL, Profession.MassageTherapist, "MA-12345", Samples.Day("2025-09-01"), null, Samples.Day("2027-08-31"), Active, null,
        new(AdaByrne, "1980-02-29", null, PersonContact.None), Samples.Day(retrieved));

    public static StatusClaim Active => new(RosterStatus.Active, null, false, "ACTIVE");

    public static RosterRow Saying(this RosterRow row, RosterStatus status, EncumbranceType? encumbrance = null, bool unsure = false) =>
        row with { Status = new(status, encumbrance, unsure, "WORDS") };

    public static RosterRow Named(this RosterRow row, string? given, string? family) => row with { Person = row.Person with { Name = new(given, null, family, null) } };

    public static KnownPerson Ada(params PersonName[] names) =>
        new(Samples.Therapist(Samples.Registered()), names.Length == 0 ? [AdaByrne] : [.. names], "1980-02-29", PersonContact.None);

    /// <summary>What the row comes to where Ada's license has these facts after its grant.</summary>
    public static Reconciliation On(this RosterRow row, params IEnumerable<LicenseFact> facts) =>
        RosterReconciliation.Decide(row, Ids, Ada(), new(Samples.License(facts.Prepend(Samples.Granted)), null));

    /// <summary>The same, where the source last agreed with the record on a day.</summary>
    public static Reconciliation AgreedOn(this RosterRow row, string? day, params IEnumerable<LicenseFact> facts) => RosterReconciliation.Decide(
        row, Ids, Ada(), new(Samples.License(facts.Prepend(Samples.Granted)), null, day is null ? null : Samples.Day(day)));

    public static void ShouldBe(this Reconciliation result, Verdict verdict, params LicenseFact[] facts)
    {
        result.Refusals.ShouldBeEmpty();
        result.LicenseFacts.ShouldBe(facts);
        result.Verdict.ShouldBe(verdict);
    }

    public static string[] ReviewCodes(this Reconciliation result) => [.. result.Reviews.Select(r => r.Why.Code)];
}
