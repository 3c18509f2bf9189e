using GraphQL;
using GraphQL.DataLoader;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.History;
using LicenseTracker.Api.Policies;
using LicenseTracker.Api.Reading;
using LicenseTracker.Api.Schema.Errors;
using LicenseTracker.Api.Schema.Loading;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Therapists;
using LicenseTracker.Domain.Conditions;
using LicenseTracker.Domain.Policies;

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

    /// <summary>The policy in force on a day: before the first adoption the default policy.</summary>
    /// <param name="on">Default: today in UTC.</param>
    /// <param name="knownAt">By what was known then; default: by everything recorded.</param>
    public IDataLoaderResult<PolicyNode> Policy(
        [FromServices] PolicyLoader policies, [FromServices] ConditionCatalogue catalogue, [FromServices] TimeProvider clock, Caller caller, DateOnly? on, DateTimeOffset? knownAt)
    {
        var date = on ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return PoliciesKnownAt(policies, catalogue, clock, caller, knownAt).Then(timeline => PolicyNode.On(timeline, date));
    }

    /// <summary>Every policy that the clinic adopted and did not void, each as corrected, by the day from which it is in force.</summary>
    /// <param name="knownAt">By what was known then; default: by everything recorded.</param>
    public IDataLoaderResult<IReadOnlyList<PolicyNode>> Policies(
        [FromServices] PolicyLoader policies, [FromServices] ConditionCatalogue catalogue, [FromServices] TimeProvider clock, Caller caller, DateTimeOffset? knownAt) =>
        PoliciesKnownAt(policies, catalogue, clock, caller, knownAt)
            .Then(timeline => (IReadOnlyList<PolicyNode>)[.. timeline.Adoptions.Select(a => PolicyNode.Of(timeline, a))]);

    /// <summary>Version of the clinic's policy record; adoptPolicy carries the version it was decided on. 0: none was ever adopted.</summary>
    public IDataLoaderResult<long> PolicyVersion([FromServices] PolicyLoader policies, Caller caller) =>
        May.SeeClinic(caller, new(id)) ? policies.Load(id).Then(record => record?.Version ?? 0) : throw new NotAllowedError();

    /// <summary>Every fact of the clinic and its policy, in the order recorded.</summary>
    /// <param name="filter">Which facts; absent: all.</param>
    public IDataLoaderResult<Connection<HistoryEntryNode>> History(
        [FromServices] HistoryLoader history, Caller caller, HistoryFilter? filter, int? first, string? after, int? last, string? before) =>
        history.OfClinic(new(id), caller, filter, (first, after, last, before));

    private IDataLoaderResult<PolicyTimeline> PoliciesKnownAt(
        PolicyLoader policies, ConditionCatalogue catalogue, TimeProvider clock, Caller caller, DateTimeOffset? knownAt)
    {
        if (!May.SeeClinic(caller, new(id)))
            throw new NotAllowedError();
        var instant = KnownAt.Checked(knownAt, clock);
        return policies.Load(id).Then(record => (record ?? ClinicPolicy.Empty(new(id))).KnownAt(instant, catalogue));
    }
}
