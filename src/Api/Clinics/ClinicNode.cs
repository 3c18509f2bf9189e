using GraphQL;
using GraphQL.DataLoader;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.History;
using LicenseTracker.Api.Schema.Loading;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Therapists;

namespace LicenseTracker.Api.Clinics;

/// <summary>A clinic: it engages therapists and pairs them with clients.</summary>
public sealed class ClinicNode(Guid id, string name, long version) : INode
{
    public const string Type = "Clinic";

    /// <summary>The clinic's id.</summary>
    public RelayId Id => new(Type, id);

    /// <summary>What it is called.</summary>
    public string Name => name;

    /// <summary>Version of the clinic's record; a change carries the version it was decided on.</summary>
    public long Version => version;

    /// <summary>The therapists who work for the clinic on a day, as known now, by family name.</summary>
    /// <param name="on">Default: today in UTC, since a clinic has no time zone on record.</param>
    public IDataLoaderResult<Connection<TherapistNode>> Therapists(
        [FromServices] ClinicRosterLoader rosters, [FromServices] Pager pager, [FromServices] TimeProvider clock,
        DateOnly? on, int? first, string? after, int? last, string? before) =>
        rosters.Load(new(id, on ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), pager.Page(first, after, last, before))).Then(page => page!);

    /// <summary>Every fact of the clinic, in the order recorded.</summary>
    /// <param name="filter">Which facts; absent: all.</param>
    public IDataLoaderResult<Connection<HistoryEntryNode>> History(
        [FromServices] HistoryLoader history, Caller caller, HistoryFilter? filter, int? first, string? after, int? last, string? before) =>
        history.OfClinic(new(id), caller, filter, (first, after, last, before));
}
