using System.Text.Json;

namespace LicenseTracker.Api.Hosting;

/// <summary>What the owner of a data folder leaves for commands that come later: who it is, and where its database and API answer.</summary>
internal sealed record ServerNote(int OwnerPid, int DatabasePid, int Port, string? Url)
{
    public void Write(string path)
    {
        var half = $"{path}.new";
        File.WriteAllText(half, JsonSerializer.Serialize(this));
        File.Move(half, path, overwrite: true);
    }

    public static ServerNote? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ServerNote>(File.ReadAllText(path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }
}
