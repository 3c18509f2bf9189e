namespace LicenseTracker.Api.Hosting;

/// <summary>The checkout this program was built in, if it was: found by its solution file above the program.</summary>
public static class Checkout
{
    public static string? Root { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LicenseTracker.sln")))
                return folder.FullName;
        }

        return null;
    }
}
