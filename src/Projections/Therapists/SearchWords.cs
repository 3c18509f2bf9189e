using System.Globalization;
using System.Text;

namespace LicenseTracker.Projections.Therapists;

/// <summary>
/// The words by which a name is found. The database folds them (see <c>fold</c> in the schema), so that diacritics and their spelling do
/// not matter; here they are only cut and made small.
/// </summary>
public static class SearchWords
{
    /// <summary>The words of a name: <c>O'Brien-Smith</c> is found as obriensmith, o, brien and smith.</summary>
    public static string Of(params IEnumerable<string?> parts) => string.Join(
        ' ', parts.OfType<string>().SelectMany(Spaced).SelectMany(p => Runs(p).Prepend(Joined(p))).Where(w => w.Length > 0).Distinct(StringComparer.Ordinal));

    /// <summary>A full-text query for the beginnings of these words, all of them; null when the text holds no letter or digit.</summary>
    public static string? Query(string text) =>
        Spaced(text).Select(Joined).Where(w => w.Length > 0).Select(w => $"'{w}':*").ToList() is { Count: > 0 } words ? string.Join(" & ", words) : null;

    private static string[] Spaced(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Joined(string part) => string.Concat(Runs(part));

    /// <summary>The unbroken runs of letters, digits and the marks on them.</summary>
    private static List<string> Runs(string part)
    {
        var (runs, run) = (new List<string>(), new StringBuilder());
        foreach (var rune in part.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                run.Append(Rune.ToLowerInvariant(rune));
                continue;
            }

            if (run.Length > 0)
                runs.Add(run.ToString());
            run.Clear();
        }

        if (run.Length > 0)
            runs.Add(run.ToString());
        return runs;
    }
}
