using System.Globalization;
using System.Text.Json;
using CsvHelper;
using LicenseTracker.Api.Hosting;
using LicenseTracker.Projections.Facts;

namespace LicenseTracker.Api.Importing;

/// <summary>Every row's verdict in a file, as rows are decided. Of a row it names the license number, never the person.</summary>
public abstract class Report : IDisposable
{
    public abstract void Add(IReadOnlyList<RowVerdict> verdicts);

    public abstract void Dispose();

    /// <summary>CSV or JSON, by the file's extension.</summary>
    public static Report Create(string path, string roster)
    {
        if (Path.GetFullPath(path) == Path.GetFullPath(roster))
            throw new CommandFailedException("The report would overwrite the roster.", "Name another file with --report.", ExitCodes.CannotStart);
        Func<Stream, Report> make = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".CSV" => stream => new CsvReport(stream),
            ".JSON" => stream => new JsonReport(stream),
            _ => throw new CommandFailedException($"The report {path} is neither .csv nor .json.", "Name it so that its form is clear.", ExitCodes.CannotStart),
        };
        try
        {
            return make(File.Create(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"The report {path} cannot be written: {e.Message}", "Name another file with --report.", ExitCodes.CannotStart, e);
        }
    }

    /// <summary>One line per reason, at least one per row; cells that a spreadsheet would run as formulas are made text.</summary>
    private sealed class CsvReport : Report
    {
        private readonly CsvWriter csv;

        public CsvReport(Stream stream)
        {
            csv = CsvWriter.Create(stream, CsvWriterOptions.Default with { Injection = CsvInjection.Escape });
            csv.WriteRecord("row", "line", "verdict", "number", "therapist", "license", "facts", "kind", "code", "column", "reason");
        }

        public override void Add(IReadOnlyList<RowVerdict> verdicts)
        {
            foreach (var v in verdicts)
            {
                foreach (var reason in v.Reasons.Cast<RowReason?>().DefaultIfEmpty())
                {
                    csv.WriteRecord(
                        Text(v.Row), Text(v.Line), StoredName.Of(v.Verdict), v.Number ?? "", Text(v.Therapist), Text(v.License), string.Join(' ', v.Facts),
                        reason is null ? "" : StoredName.Of(reason.Kind), reason?.Code ?? "", reason?.Column ?? "", reason?.Message ?? "");
                }
            }

            csv.Flush();
        }

        public override void Dispose() => csv.Dispose();

        private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

        private static string Text(Guid? id) => id?.ToString() ?? "";
    }

    /// <summary>A list with one object per row.</summary>
    private sealed class JsonReport : Report
    {
        private readonly Stream stream;
        private readonly Utf8JsonWriter json;

        public JsonReport(Stream stream)
        {
            this.stream = stream;
            json = new(stream, new JsonWriterOptions { Indented = true });
            json.WriteStartArray();
        }

        public override void Add(IReadOnlyList<RowVerdict> verdicts)
        {
            foreach (var verdict in verdicts)
                JsonSerializer.Serialize(json, verdict, FactJson.Options);
            json.Flush();
        }

        public override void Dispose()
        {
            json.WriteEndArray();
            json.Dispose();
            stream.Dispose();
        }
    }
}
