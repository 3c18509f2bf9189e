using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LicenseTracker.Api.Hosting;

/// <summary>One running server process: started by us, or found alive after the program that started it was killed.</summary>
internal sealed class Postmaster : IDisposable
{
    private readonly Process _process;

    private Postmaster(Process process, int port)
    {
        (_process, Port) = (process, port);
        Ended = process.WaitForExitAsync();
    }

    public int Port { get; }

    public int Pid => _process.Id;

    public Task Ended { get; }

    public static Postmaster? Adopt(Cluster cluster)
    {
        if (LiveServers.Postmaster(cluster) is not { } live)
            return null;
        try
        {
            return new Postmaster(Process.GetProcessById(live.Pid), live.Port);
        }
        catch (ArgumentException)
        {
            return null; // it ended between the two looks
        }
    }

    /// <summary>Starts the server in a session of its own, so that Ctrl-C in our terminal reaches it only through us.</summary>
    public static Postmaster Launch(Cluster cluster, ServerUser user, PostgresBinaries binaries, string log, bool durable, int port)
    {
        var settings = new List<string>
        {
            "listen_addresses=127.0.0.1", $"port={port.ToString(CultureInfo.InvariantCulture)}", "unix_socket_directories=", "max_connections=200",
            "timezone=UTC", "log_timezone=UTC", "lc_messages=C",
            // Statements and row values stay out of the log: they hold personal data.
            "log_error_verbosity=terse", "log_min_error_statement=panic",
        };
        // A killed process still loses nothing then; only the machine itself must not fail.
        if (!durable)
            settings.AddRange(["fsync=off", "full_page_writes=off"]);
        // Every program here replaces itself by the next, so this process id becomes the server's.
        var server = user.Command([binaries.Postgres, "-D", cluster.Folder, .. settings.SelectMany(s => new[] { "-c", s })]);
        var process = Programs.Start(["sh", "-c", "umask 077; exec \"$@\" >>\"$0\" 2>&1 </dev/null", log, "setsid", .. server], quiet: false);
        process.StandardInput.Close();
        return new Postmaster(process, port);
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>SIGINT rolls back what is open and stops at once; SIGTERM would wait for every client to leave.</summary>
    public async Task StopAsync()
    {
        foreach (var (signal, patience) in new[] { ("INT", 30), ("QUIT", 10) })
        {
            if (Ended.IsCompleted)
                return;
            await LiveServers.SignalAsync(Pid, signal, CancellationToken.None);
            await Task.WhenAny(Ended, Task.Delay(TimeSpan.FromSeconds(patience)));
        }
    }

    public void Dispose() => _process.Dispose();
}
