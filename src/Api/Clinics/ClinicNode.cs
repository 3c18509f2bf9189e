using LicenseTracker.Api.Access;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Projections.Schema;
using Npgsql;

namespace LicenseTracker.Api.Clinics;

/// <summary>A clinic.</summary>
public sealed class ClinicNode(Guid id, string name) : INode
{
    public const string Type = "Clinic";

    /// <summary>The clinic's id.</summary>
    public RelayId Id => new(Type, id);

    /// <summary>What it is called.</summary>
    public string Name => name;
}

/// <summary>Finds clinics by their ids.</summary>
public sealed class ClinicNodes(NpgsqlDataSource database) : INodeLoader
{
    public string Type => ClinicNode.Type;

    public async Task<IReadOnlyDictionary<RelayId, INode>> LoadAsync(IReadOnlyCollection<RelayId> ids, Caller caller, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"SELECT clinic_id, name FROM {Tables.Schema}.clinic_view WHERE clinic_id = ANY($1)");
        command.Parameters.AddWithValue(ids.Select(i => i.Value).Where(c => May.SeeClinic(caller, new(c))).ToArray());
        var clinics = new Dictionary<RelayId, INode>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            clinics.Add(new(Type, reader.GetGuid(0)), new ClinicNode(reader.GetGuid(0), reader.GetString(1)));
        return clinics;
    }
}
