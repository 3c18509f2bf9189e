using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GraphQL;
using GraphQL.DataLoader;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Schema;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Api.Tests.Transport.Sample;

[Description("The person.")]
public sealed class TherapistNode(TherapistRow row) : INode
{
    public RelayId Id => new("Therapist", row.Id);

    public string? Name([Description("Whether to shout.")] bool loud = false) => loud ? row.Name.ToUpperInvariant() : row.Name;

    public long Version => row.Version;

    public DateTimeOffset SeenAt => row.SeenAt;

    public IDataLoaderResult<IReadOnlyList<LicenseNode>> Licenses([FromServices] LicensesOfTherapists licenses) => licenses.Load(row.Id)!;

    public string? Faulty() => throw new InvalidOperationException($"select secret from therapist where name = '{row.Name}'");
}

[SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Fields of the contract.")]
public sealed class LicenseNode(Guid id, string number) : INode
{
    public RelayId Id => new("License", id);

    public string Number => number;

    public Jurisdiction Jurisdiction => Jurisdiction.IN;

    public Profession Profession => Profession.MassageTherapist;

    public ImmutableArray<Term> Terms => [new(new DateOnly(2027, 9, 1), new DateOnly(2029, 8, 31))];

    public EncumbranceType? Worst => null;
}

public sealed record RenewLicenseInput(
    string IdempotencyKey,
    RelayId LicenseId,
    long Version,
    DateOnly? TermStart,
    DateOnly? ExpiresOn,
    [property: DefaultAstValue("[]")] IReadOnlyList<string> Conditions,
    Profession? Profession = Profession.MassageTherapist,
    int? HourMinutes = 60,
    string? Activity = "course");

public sealed record RenewLicensePayload(LicenseNode? License = null) : Payload;

[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "Named after the scalars.")]
public sealed record Echo(
    DateOnly? Date, DateTimeOffset? DateTime, decimal? Hours, long? Long, JsonElement? Json, IReadOnlyList<EncumbranceType> Types);

public sealed record ViewerNode(string Name, Role Role);
