using System.Text;

namespace LicenseTracker.Api.Hosting;

/// <summary>A secret kept in a file that only its owner may read (mode 0600), written once and never replaced.</summary>
public static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes the secret unless one is already there, and returns the one that is kept. A crash leaves the whole file or none.</summary>
    public static string GetOrCreate(string path, Func<string> create)
    {
        if (!File.Exists(path))
        {
            var half = $"{path}.{Guid.NewGuid():N}";
            using (var file = new FileStream(half, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
            {
                file.Write(Encoding.UTF8.GetBytes(create() + "\n"));
                file.Flush(flushToDisk: true);
            }

            try
            {
                File.Move(half, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(half);
            }
        }

        return Read(path);
    }

    /// <summary>Reads the secret, and refuses one that others could have read.</summary>
    public static string Read(string path)
    {
        try
        {
            var mode = File.GetUnixFileMode(path);
            return (mode & ~OwnerOnly) == UnixFileMode.None
                ? File.ReadAllText(path).Trim()
                : throw new CommandFailedException($"The secret {path} is open to other users (mode {Convert.ToString((int)mode, 8)}).",
                    $"Close it with: chmod 600 '{path}'", ExitCodes.CannotStart);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new CommandFailedException($"The secret {path} cannot be read: {e.Message}",
                "Start as the user who owns the data folder, or restore the file from a backup.", ExitCodes.CannotStart, e);
        }
    }
}
