namespace LicenseTracker.Testing;

/// <summary>A folder for one test, removed afterwards; passable, because root's database server runs as another user.</summary>
public sealed class ScratchFolder : IDisposable
{
    private const UnixFileMode Passable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public ScratchFolder()
    {
        Root = Path.Combine(Path.GetTempPath(), $"licensetracker-test-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Root, Passable);
    }

    public string Root { get; }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
