using System.Globalization;

namespace LicenseTracker.Api.Hosting;

/// <summary>The server processes that really work in a cluster now, as the kernel knows them: a pid file may name a dead or a foreign process.</summary>
internal static class LiveServers
{
    /// <summary>The living server and its port; null when there is none, even if a pid file says otherwise.</summary>
    public static (int Pid, int Port)? Postmaster(Cluster cluster)
    {
        var (pid, port) = PidFile(cluster);
        return pid is not null && port is not null && In(cluster).Contains(pid.Value) ? (pid.Value, port.Value) : null;
    }

    /// <summary>Clears what a killed server left: waits for its orphaned workers, ends those that stay, removes the stale pid file.</summary>
    public static async Task ClearRemainsAsync(Cluster cluster, CancellationToken ct)
    {
        foreach (var (signal, patience) in new[] { ("QUIT", 20), ("KILL", 100) })
        {
            for (var i = 0; i < patience && In(cluster).Count > 0; i++)
                await Task.Delay(100, ct);
            foreach (var orphan in In(cluster))
                await SignalAsync(orphan, signal, ct);
        }

        for (var i = 0; i < 50 && In(cluster).Count > 0; i++)
            await Task.Delay(100, ct);
        if (In(cluster) is { Count: > 0 } left)
            throw new CommandFailedException($"Processes {string.Join(", ", left)} of a killed database server still work in {cluster.Folder}.",
                "Wait for them to end or restart the machine; starting over them could damage the data.", ExitCodes.NoDatabase);
        var file = Path.Combine(cluster.Folder, "postmaster.pid");
        if (File.Exists(file))
            File.Delete(file);
    }

    public static async Task SignalAsync(int pid, string signal, CancellationToken ct) =>
        await Programs.RunAsync(["sh", "-c", "kill -$0 $1", signal, pid.ToString(CultureInfo.InvariantCulture)], ct);

    /// <summary>A zombie has no working folder any more, so it is not counted; neither is a shell that merely stands in the folder.</summary>
    private static List<int> In(Cluster cluster)
    {
        var live = new List<int>();
        foreach (var process in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(process), CultureInfo.InvariantCulture, out var pid)
                && Target(Path.Combine(process, "cwd")) == cluster.Folder
                && Path.GetFileName(Target(Path.Combine(process, "exe"))?.Replace(" (deleted)", "", StringComparison.Ordinal)) == "postgres")
                live.Add(pid);
        }

        return live;
    }

    private static string? Target(string link)
    {
        try
        {
            return new FileInfo(link).LinkTarget;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return null; // it ended meanwhile, or it is another user's and so cannot be this cluster's server
        }
    }

    private static (int? Pid, int? Port) PidFile(Cluster cluster)
    {
        try
        {
            var lines = File.ReadAllLines(Path.Combine(cluster.Folder, "postmaster.pid"));
            return (Number(lines, 0), Number(lines, 3));
        }
        catch (FileNotFoundException)
        {
            return (null, null);
        }
    }

    private static int? Number(string[] lines, int line) =>
        lines.Length > line && int.TryParse(lines[line], CultureInfo.InvariantCulture, out var number) ? number : null;
}
