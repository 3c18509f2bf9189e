using System.Globalization;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Therapists;

namespace LicenseTracker.Domain.Tests;

/// <summary>Fixed ids, dates and facts that the specs are written in.</summary>
internal static class Samples
{
    public static readonly TherapistId Ada = new(Guid.Parse("00000000-0000-7000-8000-0000000000a1"));
    public static readonly LicenseId AdasLicense = new(Guid.Parse("00000000-0000-7000-8000-0000000000b1"));
    public static readonly Personal Reason = Personal.Of("Typing error at entry");
    public static readonly EncumbranceId A = Encumbrance(1);
    public static readonly EncumbranceId B = Encumbrance(2);

    /// <summary>Granted for 2025-09-01 through 2027-08-31.</summary>
    public static readonly LicenseGranted Granted = new(
        Ada, Jurisdiction.FL, Profession.MassageTherapist, "MA-12345", Day("2025-09-01"), Term("2025-09-01", "2027-08-31"));

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Term Term(string start, string end) => new(Day(start), Day(end));

    public static EncumbranceId Encumbrance(int n) => new(Guid.Parse($"00000000-0000-7000-8000-0000000c{n:x4}"));

    /// <summary>The id of the n-th recorded fact, from 1.</summary>
    public static FactId Fact(int n) => new(Guid.Parse($"00000000-0000-7000-8000-0000000d{n:x4}"));

    /// <summary>The n-th fact is recorded at noon of the n-th day of 2026.</summary>
    public static DateTimeOffset RecordedAt(int n) => new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero).AddDays(n - 1);

    public static FactLog<TFact> Log<TFact>(params IEnumerable<TFact> facts)
        where TFact : class, IFact => new([.. facts.Select((f, i) => new Recorded<TFact>(Fact(i + 1), i + 1, RecordedAt(i + 1), f))]);

    public static License License(params IEnumerable<LicenseFact> facts) => new(AdasLicense, Log(facts));

    public static LicenseTimeline Timeline(params IEnumerable<LicenseFact> facts) => License(facts).KnownAt(null).ShouldNotBeNull();

    public static Therapist Therapist(params IEnumerable<TherapistFact> facts) => new(Ada, Log(facts));

    public static TherapistRegistered Registered(string? npi = null) =>
        new(Personal.Of("Ada"), Personal.None, Personal.Of("Byrne"), Personal.None, Personal.Of("1980-02-29"), npi);

    public static EncumbranceImposed Imposed(EncumbranceId id, EncumbranceType type, string on, string? scheduledLift = null) =>
        new(id, type, Day(on), scheduledLift is null ? null : Day(scheduledLift), null, Personal.None);

    public static EncumbranceRevised Revised(EncumbranceId id, EncumbranceType type, string on, string? scheduledLift = null) =>
        new(id, type, Day(on), scheduledLift is null ? null : Day(scheduledLift), null, Personal.None);

    public static EncumbranceLifted Lifted(EncumbranceId id, string on) => new(id, Day(on));

    public static LicenseFactVoided Voided(int fact) => new(Fact(fact), Reason);

    public static LicenseFactCorrected Corrected(int fact, LicenseFact replacement) => new(Fact(fact), replacement, Reason);

    public static string Codes(this StandingOnDate standing) => string.Join(' ', standing.Reasons.Select(r => r.Code));

    /// <summary>Everything that a standing says except its date, independent of the order in which its facts came.</summary>
    public static string Text(this StandingOnDate standing) =>
        $"{standing.Standing}/{standing.Authority}: " + string.Join("; ", standing.Reasons.Select(r =>
            $"{r.Outcome} {r.Code} '{r.Message}' [{string.Join(',', r.Evidence.Select(e => e.Value).Order())}]"));

    public static IEnumerable<DateOnly> Days(string from, string through)
    {
        for (var day = Day(from); day <= Day(through); day = day.AddDays(1))
            yield return day;
    }
}
