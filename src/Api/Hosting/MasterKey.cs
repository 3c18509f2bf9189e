using System.Security.Cryptography;
using System.Text;

namespace LicenseTracker.Api.Hosting;

/// <summary>The one key kept outside the database: whoever holds only the database, or only a backup of it, reads no personal data.</summary>
public sealed class MasterKey
{
    public const string Variable = "LICENSETRACKER_MASTER_KEY";
    public const string FileVariable = "LICENSETRACKER_MASTER_KEY_FILE";
    public const int Bytes = 32;

    private readonly byte[] _key;

    private MasterKey(byte[] key) => _key = key;

    /// <summary>The key from the environment, else from the named file, else (embedded database only) the data folder's own, made on first run.</summary>
    public static MasterKey Load(DataFolder data, IConfiguration configuration)
    {
        var (value, file) = (configuration[Variable], configuration[FileVariable]);
        return (string.IsNullOrWhiteSpace(value), string.IsNullOrWhiteSpace(file)) switch
        {
            (false, false) => throw Refused($"Both {Variable} and {FileVariable} are set.", "Set only one of them."),
            (false, true) => Parse(value!, Variable),
            (true, false) => Parse(ReadNamed(file!), file!),
            _ when Database.IsExternal(configuration) => throw Refused(
                "A database of your own is configured, but no master key.",
                $"Set {FileVariable} to a file that holds {Bytes} random bytes in base64 (make one with: openssl rand -base64 {Bytes}), or {Variable} to the value. Keep it outside the database and its backups."),
            _ => OwnOf(data),
        };
    }

    /// <summary>A 32-byte key for one purpose (HKDF-SHA256): keys of two purposes tell nothing about each other or the master.</summary>
    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, Bytes, info: Encoding.UTF8.GetBytes($"LicenseTracker/1/{purpose}"));

    private static MasterKey OwnOf(DataFolder data)
    {
        // A new key beside old data would leave every sealed name unreadable for ever.
        if (!File.Exists(data.MasterKey) && Path.Exists(data.Cluster))
            throw Refused($"The master key {data.MasterKey} is missing, but the data folder already holds a database sealed with it.",
                "Restore the key from where you keep it; without it the personal data in this database cannot be read.");
        data.Prepare();
        var kept = PrivateFile.GetOrCreate(data.MasterKey, () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)));
        return Parse(kept, data.MasterKey);
    }

    private static string ReadNamed(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw Refused($"The master key file {path} ({FileVariable}) cannot be read: {e.Message}", "Name a file this user may read.");
        }
    }

    private static MasterKey Parse(string text, string where)
    {
        var bytes = new byte[Bytes + 1];
        if (Convert.TryFromBase64String(text.Trim(), bytes, out var length) && length == Bytes)
            return new MasterKey(bytes[..Bytes]);
        throw Refused($"The master key in {where} is not {Bytes} bytes in base64.",
            $"Use the key this database was sealed with. For a new database, make one with: openssl rand -base64 {Bytes}");
    }

    private static CommandFailedException Refused(string what, string whatToDo) => new(what, whatToDo, ExitCodes.CannotStart);
}
