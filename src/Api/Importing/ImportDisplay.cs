using System.Diagnostics;
using System.Globalization;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Therapists;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Therapists;
using Spectre.Console;

namespace LicenseTracker.Api.Importing;

/// <summary>Shows an import to a person: a bar on a terminal, plain lines elsewhere; then the rows that want attention, and the counts.</summary>
public sealed class ImportDisplay(IAnsiConsole console, Report? report, RelayIds ids) : IImportFollower
{
    /// <summary>Of each verdict, so that many changes do not hide the refusals.</summary>
    public const int MostRowsShown = 20;

    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    private readonly List<RowVerdict> shown = [];
    private readonly SortedDictionary<string, (long Count, string Message)> warnings = new(StringComparer.Ordinal);
    private readonly Stopwatch sinceLine = Stopwatch.StartNew();
    private long notable;
    private long rows;
    private long reviews;
    private ProgressTask? bar;

    private bool IsTerminal => console.Profile.Out.IsTerminal;

    /// <summary>Runs the import with the bar, if there is a terminal to show it on.</summary>
    public Task<ImportSummary> FollowAsync(Func<IImportFollower, Task<ImportSummary>> import) => !IsTerminal
        ? import(this)
        : console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
            .StartAsync(async progress =>
            {
                bar = progress.AddTask("Reading");
                return await import(this);
            });

    public void Waits(string forWhat) => console.WriteLine(forWhat);

    public void Decided(IReadOnlyList<RowVerdict> verdicts, long bytesRead, long bytes)
    {
        report?.Add(verdicts);
        rows += verdicts.Count;
        reviews += verdicts.Sum(v => v.Reasons.Count(r => r.Kind == ReasonKind.Review));
        foreach (var verdict in verdicts.Where(v => v.IsNotable))
        {
            notable++;
            if (shown.Count(s => s.Verdict == verdict.Verdict) < MostRowsShown)
                shown.Add(verdict);
        }

        foreach (var warning in verdicts.SelectMany(v => v.Reasons).Where(r => r.Kind == ReasonKind.Warning))
            warnings[warning.Code] = (warnings.GetValueOrDefault(warning.Code).Count + 1, warning.Message);

        if (bar is not null)
        {
            bar.Description = $"{Text(rows)} rows";
            bar.MaxValue(Math.Max(bytes, 1)).Value(bytesRead);
        }
        else if (sinceLine.Elapsed > BetweenLines)
        {
            WriteLine($"{Text(rows)} rows, {100 * bytesRead / Math.Max(bytes, 1)} % of the file read");
            sinceLine.Restart();
        }
    }

    public void Conclude(ImportSummary summary)
    {
        ShowRows();
        foreach (var (code, (count, message)) in warnings)
            WriteLine($"Warning on {Text(count)} rows, {code}: {message}");
        var c = summary.Counts;
        var would = summary.DryRun ? "Dry run, nothing was recorded. It would have been: " : "";
        WriteLine(
            $"{would}{Text(c.Rows)} rows: {Text(c.Accepted)} accepted, {Text(c.Changed)} changed, {Text(c.Unchanged)} unchanged, "
            + $"{Text(c.Review)} for review, {Text(c.Refused)} refused; {Text(c.Facts)} facts.");
        WriteLine($"{(summary.DryRun ? "Read" : $"Import {summary.Entry.Id} of")} {summary.Entry.File} (SHA-256 {summary.Entry.Sha256}).");
    }

    /// <summary>Tells the registrar how to list what waits for them.</summary>
    public void ShowReviews(ImportSummary summary)
    {
        if (reviews > 0)
            WriteLine($"{Text(reviews)} for a person to look at. Ask the API: rosterReviews(filter: {{importId: \"{summary.Entry.Id}\"}}), or {{open: true, jurisdiction: {summary.Entry.Jurisdiction}}} for all that is open.");
    }

    /// <summary>The therapists on record who may be one person, whoever brought them there.</summary>
    public void ShowDuplicates(long count, IReadOnlyList<PossibleDuplicate> first)
    {
        if (count == 0)
            return;
        WriteLine($"{Text(count)} pairs of therapists on record may be one person each; {(count > first.Count ? $"the first {first.Count}" : "they are")}:");
        foreach (var pair in first)
            WriteLine($"  {IdOf(pair.First)} and {IdOf(pair.Second)}: same {string.Join(", ", pair.Reasons.Select(r => r == DuplicateReason.NameAndBirth ? "name and birth date" : "NPI and family name"))}");
    }

    /// <summary>A therapist's id as the API shows it.</summary>
    private string IdOf(Guid therapist) => ids.Encode(new(TherapistNode.Type, therapist));

    private void ShowRows()
    {
        if (shown.Count == 0)
            return;
        if (IsTerminal)
            ShowTable();
        else
            ShowLines();
        if (notable > shown.Count)
            WriteLine($"… and {Text(notable - shown.Count)} more; --report FILE writes them all.");
    }

    private void ShowTable()
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Row", "Verdict", "Number", "Column", "What");
        foreach (var v in shown)
        {
            var color = v.Verdict switch { Verdict.Refused => "red", Verdict.Review => "yellow", Verdict.Changed => "blue", _ => "green" };
            table.AddRow(
                new Text(Text(v.Row)), new Markup($"[{color}]{Word(v.Verdict)}[/]"), new Text(v.Number ?? ""),
                new Text(string.Join('\n', v.Reasons.Select(r => r.Column).Where(c => c.Length > 0).Distinct())), new Text(What(v, "\n")));
        }

        console.Write(table);
    }

    private void ShowLines()
    {
        foreach (var v in shown)
            WriteLine($"row {Text(v.Row)} {Word(v.Verdict)} {v.Number ?? "(no number)"}: {What(v, "; ")}");
    }

    /// <summary>Past the console, which would break lines at a width that nobody has where there is no terminal.</summary>
    private void WriteLine(string line) => console.Profile.Out.Writer.WriteLine(line);

    private static string What(RowVerdict v, string separator) => string.Join(
        separator, v.Reasons.Select(r => r.Message.StartsWith(r.Column, StringComparison.Ordinal) ? r.Message : $"{r.Column}: {r.Message}").Prepend(v.Facts.IsEmpty ? "" : string.Join(", ", v.Facts)).Where(t => t.Length > 0));

    private static string Word(Verdict verdict) => StoredName.Of(verdict).ToLowerInvariant();

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
