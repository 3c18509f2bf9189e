using System.Text;

namespace LicenseTracker.Api.Importing;

/// <summary>One row of a file: its cells, or why it could not be told apart into cells.</summary>
/// <param name="Line">The line of the file it begins on, from 1.</param>
public sealed record CsvRow(long Line, string[] Cells, string? Broken);

/// <summary>
/// Reads rows as RFC 4180 writes them, one at a time. A row that cannot be right costs itself alone: after a quote that is never closed,
/// reading goes on with the very next line, so that no good row is swallowed.
/// </summary>
public sealed class CsvRows(TextReader reader, char delimiter)
{
    public const int LongestRow = 100_000;
    public const int MostLines = 50;

    private readonly LineReader lines = new(reader, LongestRow);
    private readonly List<Line> waiting = [];

    public IEnumerable<CsvRow> Read()
    {
        while (Next() is { } first)
        {
            if (first.TooLong)
                yield return new(first.Number, [], $"is longer than {LongestRow} characters");
            else if (first.Text.Trim().Length > 0)
                yield return ReadRow(first);
        }
    }

    private CsvRow ReadRow(Line first)
    {
        var text = first.Text;
        List<Line> more = [];
        string? firstProblem = null;
        while (true)
        {
            var (cells, problem, isOpen) = Split(text);
            if (problem is null)
                return new(first.Number, cells, null);
            firstProblem ??= problem;
            var next = isOpen && more.Count < MostLines && text.Length < LongestRow ? Next() : null;
            if (next is null || next.Value.TooLong)
            {
                if (next is { } skipped)
                    more.Add(skipped);
                waiting.InsertRange(0, more);
                return new(first.Number, [], firstProblem);
            }

            more.Add(next.Value);
            text = text + '\n' + next.Value.Text;
        }
    }

    private (string[] Cells, string? Problem, bool IsOpen) Split(string text)
    {
        var cells = new List<string>();
        for (var at = 0; ;)
        {
            if (at < text.Length && text[at] == '"')
            {
                var cell = new StringBuilder();
                var end = ReadQuoted(text, at + 1, cell);
                if (end < 0)
                    return ([], $"opens a quote in cell {cells.Count + 1} that is never closed", true);
                if (end < text.Length && text[end] != delimiter)
                    return ([], $"has text after a closing quote in cell {cells.Count + 1}", false);
                cells.Add(cell.ToString());
                at = end;
            }
            else
            {
                var end = text.IndexOf(delimiter, at);
                end = end < 0 ? text.Length : end;
                cells.Add(text[at..end]);
                at = end;
            }

            if (at >= text.Length)
                return ([.. cells], null, false);
            at++;
        }
    }

    /// <summary>Reads to the closing quote; a doubled quote stands for one.</summary>
    /// <returns>The place after the closing quote; -1: there is none.</returns>
    private static int ReadQuoted(string text, int at, StringBuilder cell)
    {
        while (true)
        {
            var quote = text.IndexOf('"', at);
            if (quote < 0)
                return -1;
            cell.Append(text, at, quote - at);
            if (quote + 1 >= text.Length || text[quote + 1] != '"')
                return quote + 1;
            cell.Append('"');
            at = quote + 2;
        }
    }

    private Line? Next()
    {
        if (waiting.Count == 0)
            return lines.Read();
        var line = waiting[0];
        waiting.RemoveAt(0);
        return line;
    }
}
