using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LicenseTracker.Api.Importing;

/// <summary>What is wrong with one cell. It never repeats the cell: that may be personal, or be the SSN in the wrong column.</summary>
public sealed record CellProblem(string Code, string Column, string Message);

/// <summary>Reads the cells of one column: trims, checks the form, maps values and dates.</summary>
public sealed class CellReader
{
    private readonly Regex? pattern;
    private readonly string[] dates;
    private readonly FrozenDictionary<string, string>? values;

    public CellReader(ProfileColumn column)
    {
        Column = column;
        pattern = column.Pattern is { } p ? new Regex($"\\A(?:{p})\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant) : null;
        dates = [.. column.Dates ?? []];
        values = column.Values?.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    public ProfileColumn Column { get; }

    /// <summary>The cell's meaning: trimmed, mapped, dates as yyyy-MM-dd (a year alone as yyyy); null when absent or wrong.</summary>
    public string? Read(string cell, List<CellProblem> problems)
    {
        var text = cell.Trim();
        if (text.Length == 0)
        {
            if (Column.Required)
                Add(problems, "CELL_MISSING", "is empty, but required");
            return null;
        }

        var before = problems.Count;
        if (text.Contains('\0'))
            Add(problems, "CELL_UNPRINTABLE", "holds a NUL byte");
        else if (text.Contains('\uFFFD'))
            Add(problems, "CELL_ENCODING", "is not UTF-8, or was damaged before it was saved as UTF-8");
        else if (text.Any(char.IsControl))
            Add(problems, "CELL_UNPRINTABLE", "holds a line break or another control character");
        else if (text.Length > Column.Longest)
            Add(problems, "CELL_TOO_LONG", $"is longer than {Column.Longest} characters");
        else if (text.Length < Column.Shortest)
            Add(problems, "CELL_TOO_SHORT", $"is shorter than {Column.Shortest} characters");
        else if (pattern?.IsMatch(text) == false)
            Add(problems, "CELL_MALFORMED", $"is not of the form {Column.Form}");
        else if (dates.Length > 0)
            text = ReadDate(text, problems);
        else if (values is not null && !values.TryGetValue(text, out text!))
            Add(problems, "CELL_UNKNOWN", $"is none of: {string.Join(", ", Column.Values!.Keys.Order(StringComparer.Ordinal))}");
        return problems.Count == before ? text : null;
    }

    private string ReadDate(string text, List<CellProblem> problems)
    {
        foreach (var form in dates)
        {
            if (DateTime.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return date.ToString(form == "yyyy" ? "yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        var isForm = dates.Any(form => form.Replace("'", "", StringComparison.Ordinal) is var plain && plain.Length == text.Length
            && plain.Zip(text).All(p => char.IsAsciiLetterLower(p.First) || p.First == 'M' ? char.IsAsciiDigit(p.Second) : p.First == p.Second));
        Add(problems, "CELL_DATE", isForm ? "is a day that no calendar has" : $"is no date of the form {string.Join(" or ", dates.Select(Shown))}");
        return text;
    }

    private static string Shown(string form) => form.Replace("'", "", StringComparison.Ordinal).ToUpperInvariant();

    private void Add(List<CellProblem> problems, string code, string message) => problems.Add(new(code, Column.Name, $"{Column.Name} {message}."));
}
