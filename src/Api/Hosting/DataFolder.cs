namespace LicenseTracker.Api.Hosting;

/// <summary>The folder that holds everything of one installation: the private database, its password, and the keys outside it.</summary>
public sealed record DataFolder(string Root)
{
    public const string Variable = "LICENSETRACKER_DATA";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The database cluster; a link when root's own folders are closed to the user the server runs as.</summary>
    public string Cluster => Path.Combine(Root, "postgres");

    /// <summary>Where the cluster's files really lie.</summary>
    public string ClusterFiles => new FileInfo(Cluster).LinkTarget ?? Cluster;

    public string PostgresPassword => Path.Combine(Root, "secrets", "postgres.password");

    public string MasterKey => Path.Combine(Root, "keys", "master.key");

    public string PostgresLog => Path.Combine(Root, "postgres.log");

    public string Lock => Path.Combine(Root, "owner.lock");

    public string ServerNote => Path.Combine(Root, "server.json");

    /// <summary>The folder named by <c>--data</c>, else by LICENSETRACKER_DATA, else the default.</summary>
    public static DataFolder Find(string? option)
    {
        var named = option ?? Environment.GetEnvironmentVariable(Variable);
        return new DataFolder(Path.GetFullPath(string.IsNullOrWhiteSpace(named) ? Default() : named));
    }

    /// <summary>Creates the folder when it is missing. Root's is left passable, because its database server runs as another user.</summary>
    public DataFolder Prepare()
    {
        try
        {
            if (!Directory.Exists(Root))
            {
                var passable = Environment.IsPrivilegedProcess ? UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : UnixFileMode.None;
                Directory.CreateDirectory(Path.GetDirectoryName(Root) ?? "/");
                Directory.CreateDirectory(Root, OwnerOnly | passable);
            }

            foreach (var file in new[] { PostgresPassword, MasterKey })
                Directory.CreateDirectory(Path.GetDirectoryName(file)!, OwnerOnly);
            return this;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new CommandFailedException($"The data folder {Root} cannot be written: {e.Message}",
                $"Choose another with --data DIR or {Variable}, or start as the user who owns it.", ExitCodes.CannotStart, e);
        }
    }

    /// <summary>The checkout's own <c>.data</c> where it can be written, else the user's data folder (root: under /var/lib).</summary>
    private static string Default()
    {
        if (Checkout.Root is { } checkout && IsWritable(Path.Combine(checkout, ".data"), checkout))
            return Path.Combine(checkout, ".data");
        if (Environment.IsPrivilegedProcess)
            return "/var/lib/licensetracker";
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return home.Length > 0
            ? Path.Combine(home, "licensetracker")
            : throw new CommandFailedException("There is no default data folder: this user has no home folder.",
                $"Name one with --data DIR or {Variable}.", ExitCodes.CannotStart);
    }

    private static bool IsWritable(string folder, string parent)
    {
        var probe = Path.Combine(Directory.Exists(folder) ? folder : parent, $".probe-{Guid.NewGuid():N}");
        try
        {
            using var file = new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }
}
