using JasperFx.Events;
using LicenseTracker.Domain.Clinics;
using LicenseTracker.Projections.Schema;
using Marten;
using Marten.Events.Projections;

namespace LicenseTracker.Projections.Clinics;

/// <summary>The clinics and who is engaged by them, written in the transaction of the fact.</summary>
public sealed class ClinicProjection : IProjection
{
    public Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        foreach (var e in events)
        {
            switch (e.Data)
            {
                case ClinicOpened opened:
                    operations.QueueSqlCommand($"INSERT INTO {Tables.Schema}.clinic_view (clinic_id, name) VALUES (?, ?)", e.StreamId, opened.Name);
                    break;
                case TherapistEngaged engaged:
                    operations.QueueSqlCommand(
                        $"INSERT INTO {Tables.Schema}.clinic_roster (clinic_id, therapist_id, engaged_on) VALUES (?, ?, ?)",
                        e.StreamId, engaged.TherapistId.Value, engaged.EngagedOn);
                    break;
                case TherapistReleased released:
                    operations.QueueSqlCommand(
                        $"UPDATE {Tables.Schema}.clinic_roster SET released_on = ? WHERE clinic_id = ? AND therapist_id = ? AND released_on IS NULL",
                        released.ReleasedOn, e.StreamId, released.TherapistId.Value);
                    break;
            }
        }

        return Task.CompletedTask;
    }
}
