using JasperFx.Events;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Clinics;
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
            foreach (var (sql, values) in ClinicRows.Write(new(new(stream.Key.StreamId), new([.. log]))))
                operations.QueueSqlCommand(sql, values);
        }
    }
}
