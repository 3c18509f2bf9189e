using System.Security.Cryptography;
using System.Text;
using LicenseTracker.Api.Hosting;

namespace LicenseTracker.Api.Importing;

/// <summary>One data row as it stands in the file.</summary>
/// <param name="Number">From 1; the header is not counted.</param>
/// <param name="Cells">By column of the header, in its order; untrimmed.</param>
public sealed record SourceRow(long Number, long Line, string[] Cells, string? Broken);

/// <summary>A roster on disk: hashed whole before its first row is believed, then read row by row.</summary>
public sealed class RosterFile : IDisposable
{
    private readonly Profile profile;
    private readonly FileStream file;
    private readonly SHA256 hash = SHA256.Create();
    private readonly IEnumerator<CsvRow> rows;

    private RosterFile(Profile profile, FileStream file, string sha256)
    {
        this.profile = profile;
        this.file = file;
        Sha256 = sha256;
        // Bytes that are no UTF-8 become U+FFFD, so that they cost their own row alone.
        var text = new StreamReader(new CryptoStream(file, hash, CryptoStreamMode.Read), new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false, 65_536);
        rows = new CsvRows(text, ',').Read().GetEnumerator();
        Header = ReadHeader();
    }

    /// <summary>The columns that the file has, as the profile or the file names them.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>Hash of the whole file, lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    public string Name => Path.GetFileName(file.Name);

    public long Length => file.Length;

    public long Position => file.Position;

    public static async Task<RosterFile> OpenAsync(string path, Profile profile, CancellationToken cancellation)
    {
        FileStream? stream = null;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 65_536, FileOptions.SequentialScan);
            if (!stream.CanSeek)
                throw Refused($"{path} is no file that can be read twice.", "Save it to disk first.");
            RefuseOtherEncodings(stream);
            var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
            stream.Position = 0;
            return new(profile, stream, sha256);
        }
        catch (Exception e)
        {
            if (stream is not null)
                await stream.DisposeAsync();
            if (e is IOException or UnauthorizedAccessException)
                throw new CommandFailedException($"{path} cannot be read: {e.Message}", "Name a file that this user may read.", ExitCodes.CannotStart, e);
            throw;
        }
    }

    /// <exception cref="CommandFailedException">The file changed while it was read.</exception>
    public IEnumerable<SourceRow> Rows()
    {
        for (var number = 1L; rows.MoveNext(); number++)
        {
            var row = rows.Current;
            var broken = row.Broken
                ?? (row.Cells.Length != Header.Count ? $"has {row.Cells.Length} cells where the header has {Header.Count}" : null);
            yield return new(number, row.Line, row.Cells, broken);
        }

        if (Convert.ToHexStringLower(hash.Hash!) != Sha256)
            throw Refused($"{Name} changed while it was read.", "Import it again once it is complete; rows already recorded are not recorded twice.");
    }

    public void Dispose()
    {
        rows.Dispose();
        hash.Dispose();
        file.Dispose();
    }

    private List<string> ReadHeader()
    {
        if (!rows.MoveNext())
            throw Refused($"{Name} is empty.", Expected());
        if (rows.Current.Broken is { } broken)
            throw Refused($"The header of {Name} {broken}.", Expected());
        var cells = rows.Current.Cells.Select(c => c.Trim().Trim('\uFEFF').Trim()).ToList();
        if (cells.Any(c => c.Contains('\0') || c.Contains('\uFFFD')))
            throw Refused($"The header of {Name} is not UTF-8 text.", "Save the file as CSV in UTF-8.");
        if (cells.Count == 1 && cells[0].IndexOfAny([';', '\t', '|']) >= 0)
            throw Refused($"The columns of {Name} are not separated by commas.", "Save the file as comma-separated values (CSV).");

        List<string> header = [.. cells.Select(c => profile.Columns.FirstOrDefault(p => string.Equals(p.Name, c, StringComparison.OrdinalIgnoreCase))?.Name ?? c)];
        var problems = Problems(header).ToList();
        return problems.Count == 0 ? header : throw Refused($"The header of {Name} does not fit the profile {profile.Name}: {string.Join("; ", problems)}.", Expected());
    }

    private IEnumerable<string> Problems(List<string> header)
    {
        var known = profile.Columns.Select(c => c.Name).ToHashSet();
        var missing = profile.Columns.Where(c => c.Required && !header.Contains(c.Name)).Select(c => c.Name).ToList();
        var twice = header.GroupBy(h => h, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key).ToList();
        var unknown = profile.UnknownColumns == UnknownColumns.Refused ? header.Where(h => !known.Contains(h)).ToList() : [];
        if (missing.Count > 0)
            yield return $"it lacks {string.Join(", ", missing)}";
        if (twice.Count > 0)
            yield return $"more than one column is called {string.Join(", ", twice.Select(Named))}";
        if (unknown.Count == 0)
            yield break;
        // A file without a header has its first person here: nothing that may be data is repeated.
        yield return header.Count(known.Contains) * 2 < header.Count
            ? $"{unknown.Count} of its {header.Count} columns are unknown (is the first line no header?)"
            : $"it has unknown columns {string.Join(", ", unknown.Select(Named))}";
    }

    private static string Named(string column) =>
        column.Length == 0 ? "(empty)" : column.Length <= 40 && !column.Any(char.IsAsciiDigit) ? column : "(not shown: it looks like data)";

    private string Expected() =>
        $"Its first line must name the columns, required: {string.Join(", ", profile.Columns.Where(c => c.Required).Select(c => c.Name))}; "
        + $"optional: {string.Join(", ", profile.Columns.Where(c => !c.Required).Select(c => c.Name))}.";

    private static void RefuseOtherEncodings(FileStream stream)
    {
        var start = new byte[2];
        var count = stream.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        stream.Position = 0;
        if (count == 2 && start is [0xFF, 0xFE] or [0xFE, 0xFF])
            throw Refused($"{Path.GetFileName(stream.Name)} is UTF-16.", "Save it as CSV in UTF-8.");
        if (count == 2 && start is [(byte)'P', (byte)'K'])
            throw Refused($"{Path.GetFileName(stream.Name)} is a workbook or an archive, not text.", "Save it as CSV in UTF-8.");
    }

    private static CommandFailedException Refused(string what, string whatToDo) => new(what, whatToDo, ExitCodes.CannotStart);
}
