using LicenseTracker.Domain.Certifications;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Schema;

namespace LicenseTracker.Projections.Therapists;

/// <summary>The readable rows of therapists, computed whole from their cards and written for many therapists at once.</summary>
public sealed class TherapistViews(IPersonalReader personal)
{
    private readonly List<Guid> touched = [];
    private readonly List<TherapistRow> therapists = [];
    private readonly List<LicenseRow> licenses = [];
    private readonly List<CertificationTimeline> certifications = [];
    private readonly List<CreditRecord> credits = [];

    public async Task AddAsync(Card card, CancellationToken cancellation)
    {
        touched.Add(card.Id.Value);
        if (await TherapistRow.OfAsync(card, personal, cancellation) is { } row)
            therapists.Add(row);
        licenses.AddRange(card.Logs<LicenseFact>().Select(l => new License(new(l.Stream), l.Log).KnownAt(null)).OfType<LicenseTimeline>().Select(l => new LicenseRow(l)));
        certifications.AddRange(card.Logs<CertificationFact>().Select(c => new Certification(new(c.Stream), c.Log).KnownAt(null)).OfType<CertificationTimeline>());
        credits.AddRange(card.Credits().Select(c => c.KnownAt(null)).OfType<CreditRecord>());
    }

    /// <summary>Takes the added therapists' rows away, as they stood before.</summary>
    public IEnumerable<(string Sql, object[] Values)> Deletes()
    {
        yield return ($"DELETE FROM {Tables.Schema}.therapist_view WHERE therapist_id = ANY(?)", [touched.ToArray()]);
        foreach (var table in (string[])["license_number", "license_standing"])
        {
            yield return (
                $"DELETE FROM {Tables.Schema}.{table} WHERE license_id IN (SELECT license_id FROM {Tables.Schema}.license_view WHERE therapist_id = ANY(?))",
                [touched.ToArray()]);
        }

        yield return ($"DELETE FROM {Tables.Schema}.license_view WHERE therapist_id = ANY(?)", [touched.ToArray()]);
        yield return ($"DELETE FROM {Tables.Schema}.certification_view WHERE therapist_id = ANY(?)", [touched.ToArray()]);
        yield return ($"DELETE FROM {Tables.Schema}.credit_view WHERE therapist_id = ANY(?)", [touched.ToArray()]);
    }

    /// <summary>Writes the added therapists' rows.</summary>
    public IEnumerable<(string Sql, object[] Values)> Inserts() =>
        [InsertTherapists(), InsertLicenses(), InsertNumbers(), InsertStandings(), InsertCertifications(), InsertCredits()];

    private (string Sql, object[] Values) InsertTherapists() => (
        $"""
        INSERT INTO {Tables.Schema}.therapist_view (therapist_id, given_name, middle_name, family_name, suffix, birth_date, npi, sort_name, words, twin_key)
        SELECT id, given, middle, family, suffix, birth, npi, left({Tables.Schema}.fold(sort), {TherapistRow.LongestSortName}),
            array_to_tsvector(string_to_array({Tables.Schema}.fold(words), ' ')),
            {Tables.Schema}.fold(lower(left(family, 200) || chr(31) || left(given, 200))) || chr(31) || left(birth, 4)
        FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) AS t(id, given, middle, family, suffix, birth, npi, sort, words)
        """,
        [
            Column(therapists, t => t.Therapist), Column(therapists, t => t.GivenName), Column(therapists, t => t.MiddleName), Column(therapists, t => t.FamilyName),
            Column(therapists, t => t.Suffix), Column(therapists, t => t.BirthDate), Column(therapists, t => t.Npi), Column(therapists, t => t.SortName),
            Column(therapists, t => t.Words),
        ]);

    private (string Sql, object[] Values) InsertLicenses() => (
        $"INSERT INTO {Tables.Schema}.license_view (license_id, therapist_id, jurisdiction, profession, number, expires_on) SELECT * FROM unnest(?, ?, ?, ?, ?, ?)",
        [
            Column(licenses, l => l.License.Id.Value), Column(licenses, l => l.License.TherapistId.Value), Column(licenses, l => StoredName.Of(l.License.Jurisdiction)),
            Column(licenses, l => StoredName.Of(l.License.Profession)), Column(licenses, l => l.Number), Column(licenses, l => l.ExpiresOn),
        ]);

    private (string Sql, object[] Values) InsertNumbers()
    {
        var numbers = licenses.SelectMany(l => l.NumberKeys.Select(key => (l.License, Key: key))).ToList();
        return (
            $"INSERT INTO {Tables.Schema}.license_number (jurisdiction, profession, number, license_id) SELECT * FROM unnest(?, ?, ?, ?)",
            [
                Column(numbers, n => StoredName.Of(n.License.Jurisdiction)), Column(numbers, n => StoredName.Of(n.License.Profession)), Column(numbers, n => n.Key),
                Column(numbers, n => n.License.Id.Value),
            ]);
    }

    private (string Sql, object[] Values) InsertStandings()
    {
        var standings = licenses.SelectMany(l => l.Standings().Select(s => (l.License.Id, Row: s))).ToList();
        return (
            $"INSERT INTO {Tables.Schema}.license_standing (license_id, from_on, until_on, standing, authority) SELECT * FROM unnest(?, ?, ?, ?, ?)",
            [
                Column(standings, s => s.Id.Value), Column(standings, s => s.Row.From), Column(standings, s => s.Row.Until),
                Column(standings, s => StoredName.Of(s.Row.Standing)), Column(standings, s => StoredName.Of(s.Row.Authority)),
            ]);
    }

    private (string Sql, object[] Values) InsertCertifications() => (
        $"INSERT INTO {Tables.Schema}.certification_view (certification_id, therapist_id, certification, from_on, until_on) SELECT * FROM unnest(?, ?, ?, ?, ?)",
        [
            Column(certifications, c => c.Id.Value), Column(certifications, c => c.TherapistId.Value), Column(certifications, c => c.Certification.ToLowerInvariant()),
            Column(certifications, c => c.IssuedOn), Column(certifications, HeldUntil),
        ]);

    private (string Sql, object[] Values) InsertCredits() => (
        $"INSERT INTO {Tables.Schema}.credit_view (credit_id, therapist_id, status, declared_at) SELECT * FROM unnest(?, ?, ?, ?)",
        [
            Column(credits, c => c.Id.Value), Column(credits, c => c.TherapistId.Value), Column(credits, c => StoredName.Of(c.Status)), Column(credits, c => c.DeclaredAt),
        ]);

    /// <summary>The last day before it is no longer held for good.</summary>
    private static DateOnly HeldUntil(CertificationTimeline c) =>
        c.Breakpoints.Where(d => d > c.IssuedOn && c.StatusOn(d) is CertificationStatus.Revoked).Select(d => d.AddDays(-1)).Append(c.ExpiresOn ?? DateOnly.MaxValue).Min();

    private static TValue[] Column<TRow, TValue>(IEnumerable<TRow> rows, Func<TRow, TValue> value) => [.. rows.Select(value)];
}
