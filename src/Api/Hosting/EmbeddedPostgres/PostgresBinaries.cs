using System.Globalization;
using System.Text.RegularExpressions;

namespace LicenseTracker.Api.Hosting;

/// <summary>One set of PostgreSQL programs that was tried and works.</summary>
public sealed partial record PostgresBinaries(string Folder, string Version)
{
    public const string FolderVariable = "LICENSETRACKER_POSTGRES_BIN";

    private static readonly string[] Needed = ["postgres", "initdb", "pg_ctl"];

    public int Major => int.Parse(Version.Split('.')[0], CultureInfo.InvariantCulture);

    public string Postgres => Path.Combine(Folder, "postgres");

    public string InitDb => Path.Combine(Folder, "initdb");

    /// <summary>The first working programs, in the order of <see cref="PostgresPlaces"/>; existing data needs programs of its own major version.</summary>
    public static async Task<PostgresBinaries> FindAsync(ServerUser user, int? major, CancellationToken ct, PostgresPlaces? places = null)
    {
        places ??= PostgresPlaces.OfThisMachine();
        var others = new List<PostgresBinaries>();
        var broken = new List<string>();
        foreach (var folder in places.Folders())
        {
            var (found, why) = await TryAsync(folder, user, ct);
            if (found is null && folder == places.Configured)
                throw new CommandFailedException($"{FolderVariable} names {folder}, but {why}.",
                    $"Name the folder that holds {string.Join(", ", Needed)}, or unset the variable to search elsewhere.", ExitCodes.NoDatabase);
            if (found is null)
                broken.Add($"{folder}: {why}");
            else if (major is null || found.Major == major)
                return found;
            else
                others.Add(found);
        }

        throw others.Count > 0 ? WrongVersion(major!.Value, others) : Missing(broken);
    }

    private static async Task<(PostgresBinaries? Found, string Why)> TryAsync(string folder, ServerUser user, CancellationToken ct)
    {
        var missing = Needed.Where(name => !File.Exists(Path.Combine(folder, name))).ToList();
        if (missing.Count > 0)
            return (null, $"it has no {string.Join(", ", missing)}");
        var answer = await Programs.RunAsync(user.Command(Path.Combine(folder, "postgres"), "--version"), ct);
        var version = VersionPattern().Match(answer.Output);
        return answer.Succeeded && version.Success
            ? (new PostgresBinaries(folder, version.Groups["version"].Value), "")
            : (null, $"'postgres --version' as {user.Name} failed: {answer.Output}");
    }

    private static CommandFailedException WrongVersion(int major, List<PostgresBinaries> others) => new(
        $"The data folder holds a database of PostgreSQL {major}, but this machine has {string.Join(", ", others.Select(o => $"{o.Version} in {o.Folder}"))}.",
        $"Install PostgreSQL {major} (Debian: apt-get install postgresql-{major}) or point {FolderVariable} at its programs; the data was left as it is. Another --data DIR starts an empty record.",
        ExitCodes.NoDatabase);

    private static CommandFailedException Missing(List<string> broken) => new(
        "No usable PostgreSQL was found on this machine." + string.Concat(broken.Select(b => $"\n  {b}")),
        $"Install it (Debian: apt-get install postgresql; Fedora: dnf install postgresql-server; macOS: brew install postgresql), or with npm: npm install --prefix '{PostgresPlaces.NpmFolder}' {PostgresPlaces.NpmPackage}, or point {FolderVariable} at its programs, or set ConnectionStrings__LicenseTracker to a server of your own.",
        ExitCodes.NoDatabase);

    [GeneratedRegex(@"\(PostgreSQL\) (?<version>\d+(\.\d+)?)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VersionPattern();
}
