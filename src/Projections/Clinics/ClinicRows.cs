using LicenseTracker.Domain.Clinics;
using LicenseTracker.Projections.Schema;

namespace LicenseTracker.Projections.Clinics;

/// <summary>The readable rows of one clinic, replaced whole.</summary>
public static class ClinicRows
{
    public static IEnumerable<(string Sql, object[] Values)> Write(Clinic clinic)
    {
        yield return (
            $"INSERT INTO {Tables.Schema}.clinic_view (clinic_id, name) VALUES (?, ?) ON CONFLICT (clinic_id) DO UPDATE SET name = excluded.name",
            [clinic.Id.Value, clinic.Name ?? ""]);
        yield return ($"DELETE FROM {Tables.Schema}.clinic_roster WHERE clinic_id = ?", [clinic.Id.Value]);
        var roster = clinic.Roster().ToList();
        yield return (
            $"INSERT INTO {Tables.Schema}.clinic_roster (clinic_id, therapist_id, engaged_on, released_on) SELECT ?, * FROM unnest(?, ?, ?)",
            [clinic.Id.Value, roster.Select(r => r.Therapist.Value).ToArray(), roster.Select(r => r.From).ToArray(), roster.Select(r => r.Until).ToArray()]);
    }
}
