using System.Globalization;
using System.Runtime.InteropServices;

namespace LicenseTracker.Api.Hosting;

/// <summary>Where PostgreSQL's programs may lie, in the order they are tried: configured, PATH, the distribution's newest, the npm package.</summary>
public sealed record PostgresPlaces(string? Configured, string SearchPath, IReadOnlyList<string> VersionPatterns, IReadOnlyList<string> NpmFolders)
{
    /// <summary>Where `start` and `test` put the npm package; root's lies where the server's user can pass.</summary>
    public static string NpmFolder => Environment.IsPrivilegedProcess
        ? "/var/cache/licensetracker/postgres"
        : Path.Combine(Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
            ? cache
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".cache"), "licensetracker", "postgres");

    /// <summary>The package's name ends in the machine: linux-x64, darwin-arm64.</summary>
    public static string NpmPackage =>
        $"@embedded-postgres/{(OperatingSystem.IsMacOS() ? "darwin" : "linux")}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";

    public static PostgresPlaces OfThisMachine() => new(
        Environment.GetEnvironmentVariable(PostgresBinaries.FolderVariable) is { Length: > 0 } configured ? Path.GetFullPath(configured) : null,
        Environment.GetEnvironmentVariable("PATH") ?? "",
        ["/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin", "/usr/local/opt/postgresql@*/bin"],
        Checkout.Root is { } checkout ? [NpmFolder, checkout] : [NpmFolder]);

    public IEnumerable<string> Folders()
    {
        var all = (Configured is null ? [] : new[] { Configured })
            .Concat(SearchPath.Split(':', StringSplitOptions.RemoveEmptyEntries).SelectMany(Resolved))
            .Concat(VersionPatterns.SelectMany(Versions))
            .Concat(NpmFolders.Select(f => Path.Combine(f, "node_modules", NpmPackage, "native", "bin")).Where(Directory.Exists));
        return all.Distinct();
    }

    /// <summary>A link on the PATH stands for the folder it points into, where initdb and the libraries lie; a wrapper stands for itself.</summary>
    private static IEnumerable<string> Resolved(string folder)
    {
        var program = new FileInfo(Path.Combine(folder, "postgres"));
        if (!program.Exists)
            yield break;
        if (program.ResolveLinkTarget(returnFinalTarget: true) is { } target)
            yield return Path.GetDirectoryName(target.FullName)!;
        yield return folder;
    }

    /// <summary>The folders a pattern with one * names, newest version first.</summary>
    private static IEnumerable<string> Versions(string pattern)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        var parent = pattern[..pattern.LastIndexOf('/', star)];
        var (name, rest) = (pattern[(parent.Length + 1)..].Split('/')[0], pattern[(pattern.IndexOf('/', star) + 1)..]);
        if (!Directory.Exists(parent))
            return [];
        return Directory.EnumerateDirectories(parent, name)
            .Select(folder => (Folder: Path.Combine(folder, rest), Number: Number(folder)))
            .Where(f => Directory.Exists(f.Folder))
            .OrderByDescending(f => f.Number)
            .Select(f => f.Folder);
    }

    private static decimal Number(string folder)
    {
        var digits = Path.GetFileName(folder).TrimStart([.. "postgresql-@"]);
        return decimal.TryParse(digits, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
