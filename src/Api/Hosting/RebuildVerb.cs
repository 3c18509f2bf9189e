using System.CommandLine;
using System.Globalization;
using LicenseTracker.Api.Composition;
using LicenseTracker.Api.Sealing;
using LicenseTracker.Projections.Rebuilding;
using Npgsql;

namespace LicenseTracker.Api.Hosting;

/// <summary>`rebuild`: fills every view anew from the facts. A running server goes on answering; what it is told to record waits.</summary>
public static class RebuildVerb
{
    public static Command Create()
    {
        var data = CommandLine.Data();
        return CommandLine.Verb("rebuild", "Fills every view anew from the facts; a running server keeps answering.",
            (parsed, stop) => RunAsync(DataFolder.Find(parsed.GetValue(data)), stop), data);
    }

    private static async Task<int> RunAsync(DataFolder data, CancellationToken stop)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var key = MasterKey.Load(data, configuration);
        await using var database = await Database.OpenAsync(data, configuration, WhenServed.Attach, stop);
        await using var connections = NpgsqlDataSource.Create(database.ConnectionString);
        await using var keys = StoreServices.KeyConnections(database.ConnectionString);
        using var keyring = new Keyring(keys, key.Derive(StoreServices.KeyWrapping), TimeProvider.System);
        try
        {
            var report = await Rebuild.RunAsync(connections, keyring, Progress(), stop);
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"Rebuilt every view from {report.Facts:N0} facts about {report.Therapists:N0} therapists and {report.Clinics:N0} clinics in {report.Elapsed.TotalSeconds:N1} s."));
            return ExitCodes.Done;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            throw new CommandFailedException("This database holds no record yet, so there is nothing to rebuild.", "Start the server once: it creates the tables.", ExitCodes.CannotStart, e);
        }
    }

    /// <summary>A counter on a terminal; nothing in a script's log.</summary>
    private static Progress<long>? Progress() =>
        Console.IsErrorRedirected ? null : new(facts => Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{facts:N0} facts")));
}
