using LicenseTracker.Api.Access;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Api.Clinics;

/// <summary>Finds clinics by their ids.</summary>
public sealed class ClinicNodes(NpgsqlDataSource database) : INodeLoader
{
    public string Type => ClinicNode.Type;

    public async Task<IReadOnlyDictionary<RelayId, INode>> LoadAsync(IReadOnlyCollection<RelayId> ids, Caller caller, CancellationToken cancellation)
    {
        var visible = ids.Select(i => i.Value).Where(c => May.SeeClinic(caller, new(c)));
        var clinics = await ReadAsync(database, [.. visible], cancellation);
        return clinics.ToDictionary(c => new RelayId(Type, c.Key), INode (c) => new ClinicNode(c.Key, c.Value.Name, c.Value.Version));
    }

    /// <summary>Name and version of clinics; unknown ones are left out.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, (string Name, long Version)>> ReadAsync(
        NpgsqlDataSource database, IReadOnlyCollection<Guid> clinics, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(
            $"""
            SELECT v.clinic_id, v.name, s.version FROM {Tables.Schema}.clinic_view v
            JOIN {Tables.Schema}.mt_streams s ON s.tenant_id = v.clinic_id::text AND s.id = v.clinic_id WHERE v.clinic_id = ANY($1)
            """);
        command.Parameters.AddWithValue(clinics.ToArray());
        var found = new Dictionary<Guid, (string, long)>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            found.Add(reader.GetGuid(0), (reader.GetString(1), reader.GetInt64(2)));
        return found;
    }
}
