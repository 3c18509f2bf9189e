using System.Globalization;

namespace LicenseTracker.Api.Hosting;

/// <summary>The user the database server runs as: ourselves, or another when we are root, which PostgreSQL refuses.</summary>
public sealed record ServerUser(string Name, int? Uid, int? Gid)
{
    private static readonly string[] Candidates = ["postgres", "nobody"];

    /// <summary>True when the server must run as somebody else than this process.</summary>
    public bool IsOther => Uid is not null;

    /// <summary>The cluster's owner when there is a cluster; else, for root, `postgres` or `nobody`; else ourselves.</summary>
    public static async Task<ServerUser> ChooseAsync(DataFolder data, CancellationToken ct)
    {
        if (!Environment.IsPrivilegedProcess)
            return new ServerUser(Environment.UserName, null, null);
        if (Directory.Exists(data.Cluster))
            return await OwnerAsync(data.Cluster, ct);
        var known = Known();
        return Candidates.Select(name => known.FirstOrDefault(u => u.Name == name)).FirstOrDefault(u => u is not null)
            ?? throw new CommandFailedException("PostgreSQL does not run as root, and there is neither a user postgres nor nobody to run it as.",
                "Create one (useradd --system postgres), or start as an ordinary user.", ExitCodes.NoDatabase);
    }

    /// <summary>The command as this user would run it; setpriv replaces itself, so the process keeps its id.</summary>
    public IReadOnlyList<string> Command(params IEnumerable<string> command) =>
        IsOther ? ["setpriv", $"--reuid={Uid}", $"--regid={Gid}", "--clear-groups", "--", .. command] : [.. command];

    /// <summary>Whether this user can pass into the folder, all its parents included.</summary>
    public async Task<bool> CanEnterAsync(string folder, CancellationToken ct) =>
        !IsOther || (await Programs.RunAsync(Command("test", "-x", folder), ct)).Succeeded;

    public async Task TakeAsync(string folder, CancellationToken ct)
    {
        if (!IsOther)
            return;
        var taken = await Programs.RunAsync(["chown", $"{Uid}:{Gid}", folder], ct);
        if (!taken.Succeeded)
            throw new CommandFailedException($"The folder {folder} cannot be given to the user {Name}: {taken.Output}",
                "Choose a data folder on a file system with owners, or start as an ordinary user.", ExitCodes.CannotStart);
    }

    private static async Task<ServerUser> OwnerAsync(string cluster, CancellationToken ct)
    {
        var stat = await Programs.RunAsync(["stat", "-L", "-c", "%u:%g", cluster], ct);
        var ids = stat.Output.Split(':');
        if (!stat.Succeeded || ids.Length != 2)
            throw new CommandFailedException($"The owner of {cluster} cannot be read: {stat.Output}", "Check the folder's permissions.", ExitCodes.CannotStart);
        var (uid, gid) = (int.Parse(ids[0], CultureInfo.InvariantCulture), int.Parse(ids[1], CultureInfo.InvariantCulture));
        if (uid == 0)
            throw new CommandFailedException($"The database in {cluster} belongs to root, and PostgreSQL does not run as root.",
                $"Give it to the user who made it, for example: chown -R postgres: '{cluster}'", ExitCodes.CannotStart);
        return new ServerUser(Known().FirstOrDefault(u => u.Uid == uid)?.Name ?? ids[0], uid, gid);
    }

    private static List<ServerUser> Known() =>
    [
        .. from line in File.ReadLines("/etc/passwd")
           let fields = line.Split(':')
           where fields.Length >= 4 && int.TryParse(fields[2], out _) && int.TryParse(fields[3], out _)
           select new ServerUser(fields[0], int.Parse(fields[2], CultureInfo.InvariantCulture), int.Parse(fields[3], CultureInfo.InvariantCulture)),
    ];
}
