using System.Text.Json.Nodes;
using GraphQL;
using GraphQL.Types;
using LicenseTracker.Api.Access;
using LicenseTracker.Api.Schema.Relay;

namespace LicenseTracker.Api.Tests.Journeys;

/// <summary>One of everything on record, so that an input for any mutation can be made from the contract alone.</summary>
public sealed class World
{
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private readonly Server server;

    private World(Server server) => this.server = server;

    public string this[string field] => ids[field];

    /// <summary>Records a world; a test that lists therapists gives its own family name, to find its own worlds only.</summary>
    public static async Task<World> MakeAsync(Server server, string number, string familyName = "Wide")
    {
        var world = new World(server);
        var therapist = world.ids["therapistId"] = await server.RegisterAsync("World", familyName);
        var license = world.ids["licenseId"] = await server.GrantAsync(therapist, "WA", number);
        var imposed = await server.RecordAsync(
            "imposeEncumbrance", new { licenseId = license, version = 1, type = "SUSPENSION", effectiveOn = "2023-01-01" }, "encumbrance { id factId }");
        world.ids["encumbranceId"] = imposed.At("encumbrance").Id();
        world.ids["factId"] = imposed.Text("encumbrance", "factId");
        world.ids["certificationId"] = (await server.RecordAsync(
            "grantCertification", new { therapistId = therapist, certification = "oncology-massage", issuer = "Board", issuedOn = "2020-01-01" }, "certification { id }"))
            .GetProperty("certification").Id();
        world.ids["investigationId"] = (await server.RecordAsync(
            "openInvestigation", new { licenseId = license, openedOn = "2024-01-01", note = "under seal" }, "investigation { id }")).GetProperty("investigation").Id();
        world.ids["creditId"] = (await server.RecordAsync("submitCredit", Course(therapist), "credit { id }")).GetProperty("credit").Id();
        world.ids["exemptionId"] = (await server.RecordAsync(
            "requestExemption", new { therapistId = therapist, jurisdiction = "WA", licenseId = license, from = "2024-01-01", to = "2024-12-31", reason = "illness" },
            "exemption { id }")).GetProperty("exemption").Id();
        world.ids["ceAuditId"] = (await server.RecordAsync(
            "openCeAudit", new { licenseId = license, openedOn = "2024-02-01", periodFrom = "2022-01-01", periodTo = "2023-12-31" }, "ceAudit { id }"))
            .GetProperty("ceAudit").Id();
        world.ids["clinicId"] = await server.OpenClinicAsync($"Clinic of {number}");
        world.ids["reviewId"] = await world.QueueAsync(therapist, license);
        await server.RecordAsync(
            "adoptPolicy", new { clinicId = world["clinicId"], version = 0, name = "World policy", effectiveFrom = "2025-01-01", content = new { } }, "policyVersion", Server.Administrator);
        return world;
    }

    /// <summary>An item of the review queue, as an import leaves one.</summary>
    private async Task<string> QueueAsync(string therapist, string license)
    {
        var id = Guid.CreateVersion7();
        await using var command = server.Database.CreateCommand(
            """
            INSERT INTO license_tracker.roster_review (review_id, fingerprint, import_id, row, jurisdiction, therapist_id, license_id, code, message, field, raw, found_at)
            VALUES ($1, $2, $1, 1, 'WA', $3, $4, 'STATUS_ACTIVE_THOUGH_CLOSED', 'Made for a test.', 'status', 'sealed', now())
            """);
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(id.ToByteArray());
        command.Parameters.AddWithValue(server.Ids.Decode(therapist).Value);
        command.Parameters.AddWithValue(server.Ids.Decode(license).Value);
        await command.ExecuteNonQueryAsync(Server.Cancellation);
        return server.Ids.Encode(new RelayId("RosterReview", id));
    }

    /// <summary>A course that a therapist completed, as one submits it.</summary>
    public static JsonObject Course(string therapist, string title = "Ethics for bodyworkers", string completedOn = "2023-03-14") => new()
    {
        ["therapistId"] = therapist,
        ["courseTitle"] = title,
        ["provider"] = new JsonObject { ["name"] = "Demo School", ["approvalBody"] = "NCBTMB" },
        ["completedOn"] = completedOn,
        ["delivery"] = "LIVE_WEBINAR",
        ["hours"] = new JsonArray(new JsonObject { ["category"] = "ethics", ["hours"] = "2.5" }),
    };

    /// <summary>What a therapist may give about themself.</summary>
    public static bool IsForOneself(string mutation) => mutation is "submitCredit" or "resubmitCredit" or "withdrawCredit" or "requestExemption";

    /// <summary>Who may give a mutation: clinics and reviews are no matter of the registrar.</summary>
    public static Caller GiverOf(Server server, string mutation) =>
        mutation is "verifyCredit" or "rejectCredit" or "revokeCredit" ? Server.Reviewer
        : mutation == "openClinic" || InputOf(server, mutation).Fields.Find("clinicId") is not null ? Server.Administrator : Server.Registrar;

    /// <summary>The version of what a mutation changes, as it stands in this world.</summary>
    private long VersionOf(string mutation) => InputOf(server, mutation).Fields.Any(f => f.Name is "licenseId" or "factId") ? 2 : 1;

    public static IEnumerable<string> Mutations(Server server) => server.Schema.Mutation!.Fields.Select(f => f.Name);

    public static IInputObjectGraphType InputOf(Server server, string mutation) =>
        (IInputObjectGraphType)server.Schema.Mutation!.Fields.Find(mutation)!.Arguments!.Find("input")!.ResolvedType!.GetNamedType();

    /// <summary>An input that has every field, each of a sensible form.</summary>
    public JsonObject Input(string mutation)
    {
        var input = new JsonObject();
        foreach (var field in InputOf(server, mutation).Fields)
            input[field.Name] = Value(mutation, field);
        return input;
    }

    private JsonNode? Value(string mutation, FieldType field) => field.ResolvedType!.GetNamedType() switch
    {
        _ when field.Name == "version" => VersionOf(mutation),
        _ when field.Name == "npi" => "1234567893",
        _ when field.Name == "idempotencyKey" => $"world-{Guid.NewGuid()}",
        EnumerationGraphType words => words.Values.First().Name,
        { Name: "ID" } => ids[field.Name],
        { Name: "Date" } => field.Name is "expiresOn" or "scheduledLiftOn" or "stayEndsOn" ? "2026-12-31" : field.Name == "birthDate" ? "1980-01-01" : "2026-01-15",
        { Name: "JSON" or "PolicyContentInput" } => new JsonObject(),
        { Name: "Hours" } => "1",
        { Name: "Int" } => 60,
        { Name: "ProviderInput" } => new JsonObject { ["name"] = "Some school" },
        { Name: "CategoryHoursInput" } => new JsonArray(new JsonObject { ["category"] = "general", ["hours"] = "2" }),
        _ when field.Name == "activity" => "course",
        _ when field.Name == "certificateSha256" => new string('a', 64),
        { Name: "String" } => "Some text 1",
        var other => throw new InvalidOperationException($"No value for {mutation}.{field.Name}: {other.Name}"),
    };

    /// <summary>Ids that name nothing of the type a field asks for: garbage, another type's, and well-formed ones of nothing.</summary>
    public IEnumerable<string> WrongIds(string field)
    {
        var right = server.Ids.Decode(ids[field]);
        yield return "nonsense";
        yield return "";
        yield return ids[field][..^1] + (ids[field][^1] == 'A' ? 'B' : 'A');
        yield return ids[field == "therapistId" ? "licenseId" : "therapistId"];
        yield return server.Ids.Encode(new RelayId("Therapist" == right.Type ? "License" : "Therapist", right.Value, right.Extra));
        yield return server.Ids.Encode(right with { Value = Guid.NewGuid() });
    }
}
