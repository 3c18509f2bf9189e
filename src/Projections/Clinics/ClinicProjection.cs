using JasperFx.Events;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Clinics;
using LicenseTracker.Projections.Schema;
using Marten;
using Marten.Events.Projections;

namespace LicenseTracker.Projections.Clinics;

/// <summary>The clinics and whom they engage when, written whole in the transaction of the fact.</summary>
public sealed class ClinicProjection : IProjection
{
    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        foreach (var stream in events.Where(e => e.Data is ClinicFact).GroupBy(e => (e.StreamId, e.TenantId)))
        {
            var known = await operations.ForTenant(stream.Key.TenantId).Events.FetchStreamAsync(stream.Key.StreamId, token: cancellation);
            var log = known.Concat(stream).Select(e => new Recorded<ClinicFact>(new(e.Id), e.Version, e.Timestamp, (ClinicFact)e.Data));
            Queue(operations, new Clinic(new(stream.Key.StreamId), new([.. log])));
        }
    }

    private static void Queue(IDocumentOperations operations, Clinic clinic)
    {
        operations.QueueSqlCommand(
            $"INSERT INTO {Tables.Schema}.clinic_view (clinic_id, name) VALUES (?, ?) ON CONFLICT (clinic_id) DO UPDATE SET name = excluded.name",
            clinic.Id.Value, clinic.Name ?? "");
        operations.QueueSqlCommand($"DELETE FROM {Tables.Schema}.clinic_roster WHERE clinic_id = ?", clinic.Id.Value);
        var roster = clinic.Roster().ToList();
        operations.QueueSqlCommand(
            $"INSERT INTO {Tables.Schema}.clinic_roster (clinic_id, therapist_id, engaged_on, released_on) SELECT ?, * FROM unnest(?, ?, ?)",
            clinic.Id.Value, roster.Select(r => r.Therapist.Value).ToArray(), roster.Select(r => r.From).ToArray(), roster.Select(r => r.Until).ToArray());
    }
}
