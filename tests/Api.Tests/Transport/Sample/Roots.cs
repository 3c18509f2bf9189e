using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GraphQL;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Schema;
using LicenseTracker.Api.Schema.Errors;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Api.Tests.Transport.Sample;

public sealed partial class Query
{
    public static Task<INode?> NodeAsync(RelayId id, Caller caller, [FromServices] NodeLookup nodes, CancellationToken cancellation) =>
        nodes.FindAsync(id, caller, cancellation);

    public static Task<IReadOnlyList<INode?>> NodesAsync(
        IReadOnlyList<RelayId> ids, Caller caller, [FromServices] NodeLookup nodes, CancellationToken cancellation) =>
        nodes.FindAsync(ids, caller, cancellation);

    public static ViewerNode Viewer(Caller caller) => new(caller.Name, caller.Role);
}

public sealed partial class Query
{
    public static Connection<TherapistNode> Therapists(
        [FromServices] Registry registry, [FromServices] Pager pager, int? first, string? after, int? last, string? before)
    {
        var page = pager.Page(first, after, last, before);
        return pager.Slice(page, registry.Read(), t => t.Name, t => new TherapistNode(t)) with { Count = _ => Task.FromResult(registry.Count()) };
    }

    public static LicenseNode? License(Jurisdiction jurisdiction, string number, Profession? profession = Profession.MassageTherapist) =>
        number == "none" ? null : new LicenseNode(new Guid(1, 0, 0, new byte[8]), $"{jurisdiction}-{number}-{profession}");

    public static string Secret(Caller caller) => May.SeeInvestigations(caller) ? "seen" : throw new NotAllowedError();
}

public sealed partial class Query
{
    [SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "Named after the scalars.")]
    public static Echo Echo(
        DateOnly? date, DateTimeOffset? dateTime, decimal? hours, long? @long, JsonElement? json,
        [DefaultAstValue("[]")] IReadOnlyList<EncumbranceType> types) => new(date, dateTime, hours, @long, json, types);

    public static IReadOnlyList<int> Sizes(IReadOnlyList<string> inputs) => [.. inputs.Select(i => i.Length)];
}

public sealed partial class Query
{
    public static int Shared([FromServices] ScopeMark mark) => mark.Number;

    [Scoped]
    public static int Own([FromServices] ScopeMark mark) => mark.Number;

    public static async Task<string> EndlessAsync([FromServices] Registry registry, CancellationToken cancellation)
    {
        registry.Began.TrySetResult();
        try
        {
            await Task.Delay(System.Threading.Timeout.Infinite, cancellation);
        }
        finally
        {
            registry.Ended.TrySetResult();
        }

        return "never";
    }
}

public sealed partial class Mutation
{
    public static RenewLicensePayload RenewLicense(RenewLicenseInput input, Caller caller)
    {
        if (!May.WriteRegistry(caller))
            return new RenewLicensePayload().Refused(Refusals.NotAllowed);
        if (input.LicenseId.As("License") is not { } id)
            return new RenewLicensePayload().Refused(Refusals.UnknownId.At("licenseId"));
        return new RenewLicensePayload(
            new LicenseNode(id, $"{input.Profession}/{input.HourMinutes}/{input.Activity}/{input.Conditions.Count}"));
    }
}
