using LicenseTracker.Api.Schema.Loading;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Therapists;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.Clinics;
using Npgsql;

namespace LicenseTracker.Api.Clinics;

/// <summary>A page of one clinic's roster on a day.</summary>
public sealed record RosterPage(Guid Clinic, DateOnly On, Page Page);

/// <summary>Reads pages of the rosters of many clinics: who is on them in one statement, the therapists of the pages in another.</summary>
public sealed class ClinicRosterLoader(NpgsqlDataSource database, Pager pager) : BatchLoader<RosterPage, Connection<TherapistNode>>
{
    protected override async Task<IReadOnlyDictionary<RosterPage, Connection<TherapistNode>>> ReadAsync(
        IReadOnlyCollection<RosterPage> keys, CancellationToken cancellation)
    {
        var rosters = await ClinicRoster.OnAsync(database, [.. keys.Select(k => (k.Clinic, k.On)).Distinct()], cancellation);
        var pages = keys.ToDictionary(k => k, k => pager.Slice(k.Page, [.. rosters[(k.Clinic, k.On)]], t => t.Key, t => t));
        var cards = await Card.ReadAsync(database, pages.Values.SelectMany(p => p.Nodes).Select(t => t.Id).Distinct(), cancellation);
        return pages.ToDictionary(p => p.Key, p => new Connection<TherapistNode>(
            [.. p.Value.Edges.Select(e => new Edge<TherapistNode>(e.Cursor, new(cards[e.Node.Id])))], p.Value.PageInfo, p.Value.Count));
    }
}
