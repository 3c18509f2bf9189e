namespace LicenseTracker.Api.Hosting;

/// <summary>What a command's exit code tells the script that called it; shown by every <c>--help</c>.</summary>
public static class ExitCodes
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int CannotStart = 2;
    public const int NoDatabase = 3;
    public const int RowsRefused = 4;

    public const string Explained = """
        Exit codes:
          0  done (a server: stopped as asked)
          1  failed in a way nobody foresaw; the message says where
          2  cannot start as asked: wrong option, address in use, data folder in use, bad key
          3  no usable PostgreSQL, or its data cannot be opened
          4  done, but rows of the input were refused
        """;
}
