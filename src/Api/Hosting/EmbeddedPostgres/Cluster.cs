using System.Globalization;

namespace LicenseTracker.Api.Hosting;

/// <summary>The database's files: made once, whole or not at all, and never handed to programs of another major version.</summary>
internal sealed record Cluster(string Folder)
{
    /// <summary>Where root keeps clusters whose data folder lies behind a folder (such as /root) closed to the server's user.</summary>
    public const string OpenToServer = "/var/lib/licensetracker/clusters";

    public const string Superuser = "licensetracker";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Passable = OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The PostgreSQL major version that wrote the files; null when there are none yet.</summary>
    public static int? MajorVersion(DataFolder data)
    {
        if (!Path.Exists(data.Cluster) && new FileInfo(data.Cluster).LinkTarget is null)
            return null;
        try
        {
            var text = File.ReadAllText(Path.Combine(data.Cluster, "PG_VERSION")).Trim();
            return int.Parse(text.Split('.')[0], CultureInfo.InvariantCulture);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new CommandFailedException($"The database in {data.Cluster} belongs to another user (made by root, it belongs to postgres or nobody).",
                $"Start as the user who made it, or choose another data folder with --data DIR or {DataFolder.Variable}.", ExitCodes.CannotStart, e);
        }
        catch (Exception e) when (e is IOException or FormatException)
        {
            throw new CommandFailedException($"{data.Cluster} exists but is no PostgreSQL database: {e.Message}",
                "Restore it from a backup, or choose another data folder with --data DIR.", ExitCodes.CannotStart, e);
        }
    }

    /// <summary>The existing cluster by its real path, which is how the kernel names a server's working folder.</summary>
    public static async Task<Cluster> OpenAsync(DataFolder data, ServerUser user, CancellationToken ct)
    {
        var real = (await Programs.RunAsync(["realpath", data.Cluster], ct)).Output;
        if (!await user.CanEnterAsync(real, ct))
            throw new CommandFailedException($"The user {user.Name}, who owns the database in {real}, cannot pass through the folders above it.",
                $"Move the data folder back to where it was, or open the folders above it to {user.Name} (chmod o+x).", ExitCodes.CannotStart);
        return new Cluster(real);
    }

    /// <summary>Makes the cluster under another name and renames it when complete: a crash midway leaves nothing that looks like one.</summary>
    public static async Task<Cluster> CreateAsync(DataFolder data, ServerUser user, PostgresBinaries binaries, string password, bool durable, CancellationToken ct)
    {
        var inside = await EnterableAsync(data.Root, user, ct);
        var home = inside ? data.Root : OpenToServer;
        if (!inside)
            Directory.CreateDirectory(OpenToServer, Passable);
        foreach (var abandoned in Directory.EnumerateDirectories(data.Root, "postgres.new-*"))
            Directory.Delete(abandoned, recursive: true);
        var id = Guid.NewGuid().ToString("N");
        var half = Path.Combine(home, $"postgres.new-{id}");
        Directory.CreateDirectory(half, OwnerOnly);
        await user.TakeAsync(half, ct);
        await InitAsync(half, user, binaries, password, durable, ct);
        var whole = inside ? data.Cluster : Path.Combine(OpenToServer, id);
        Directory.Move(half, whole);
        if (!inside)
            Directory.CreateSymbolicLink(data.Cluster, whole);
        return await OpenAsync(data, user, ct);
    }

    private static async Task<bool> EnterableAsync(string root, ServerUser user, CancellationToken ct)
    {
        if (await user.CanEnterAsync(root, ct))
            return true;
        // What is secret in the data folder has closed folders of its own, so letting others pass gives nothing away.
        File.SetUnixFileMode(root, File.GetUnixFileMode(root) | UnixFileMode.OtherExecute);
        return await user.CanEnterAsync(root, ct);
    }

    private static async Task InitAsync(string folder, ServerUser user, PostgresBinaries binaries, string password, bool durable, CancellationToken ct)
    {
        // The password goes through a pipe the server's user owns: never on a command line, never in a file of its own.
        string[] command = ["sh", "-c", "cat | \"$@\" --pwfile=/dev/stdin", "initdb", binaries.InitDb, "-D", folder, "-U", Superuser,
            "--auth=scram-sha-256", "--encoding=UTF8", .. durable ? Array.Empty<string>() : ["--no-sync"]];
        var made = await Programs.RunAsync(user.Command([.. command, "--locale=C.UTF-8"]), ct, password + "\n");
        if (!made.Succeeded && made.Output.Contains("invalid locale name", StringComparison.Ordinal))
            made = await Programs.RunAsync(user.Command([.. command, "--locale=C"]), ct, password + "\n");
        if (made.Succeeded)
            return;
        Directory.Delete(folder, recursive: true);
        throw new CommandFailedException($"PostgreSQL's initdb could not make a database in {folder}:\n{made.Output}",
            "Correct what it names (often a full disk or a folder's permissions) and start again.", ExitCodes.NoDatabase);
    }
}
