using System.CommandLine;

namespace LicenseTracker.Api.Hosting;

/// <summary>`postgres`: the embedded database on its own, for scripts and for the tests.</summary>
public static class PostgresVerb
{
    public static Command Create()
    {
        var verb = new Command("postgres", "The embedded database on its own.");
        verb.Subcommands.Add(FindVerb());
        verb.Subcommands.Add(RunVerb());
        return verb;
    }

    private static Command FindVerb()
    {
        var data = CommandLine.Data();
        return CommandLine.Verb("find", "Says which PostgreSQL programs a data folder would be served with.", async (parsed, stop) =>
        {
            var folder = DataFolder.Find(parsed.GetValue(data));
            var user = await ServerUser.ChooseAsync(folder, stop);
            var found = await PostgresBinaries.FindAsync(user, Cluster.MajorVersion(folder), stop);
            await Console.Out.WriteLineAsync($"{found.Folder} (PostgreSQL {found.Version})");
            return ExitCodes.Done;
        }, data);
    }

    private static Command RunVerb()
    {
        var data = CommandLine.Data();
        var fast = new Option<bool>("--not-durable") { Description = "Faster, but a power cut loses data: for tests only" };
        return CommandLine.Verb("run", "Runs the database until told to stop; prints its connection string.", async (parsed, stop) =>
        {
            var options = new EmbeddedPostgresOptions(DataFolder.Find(parsed.GetValue(data))) { Durable = !parsed.GetValue(fast) };
            await using var server = await EmbeddedPostgres.StartAsync(options, stop);
            await Console.Out.WriteLineAsync(server.ConnectionString);
            await Task.Delay(Timeout.Infinite, stop).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return ExitCodes.Done;
        }, data, fast);
    }
}
