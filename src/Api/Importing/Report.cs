using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CsvHelper;
using LicenseTracker.Api.Hosting;
using LicenseTracker.Api.Licenses;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Therapists;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Projections.Facts;

namespace LicenseTracker.Api.Importing;

/// <summary>Every row's verdict in a file, as rows are decided, with ids as the API shows them. Of a row it names the license number, never the person.</summary>
public abstract class Report : IDisposable
{
    public abstract void Add(IReadOnlyList<RowVerdict> verdicts);

    public abstract void Dispose();

    /// <summary>CSV or JSON, by the file's extension.</summary>
    public static Report Create(string path, string roster, RelayIds ids)
    {
        if (Path.GetFullPath(path) == Path.GetFullPath(roster))
            throw new CommandFailedException("The report would overwrite the roster.", "Name another file with --report.", ExitCodes.CannotStart);
        Func<Stream, Report> make = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".CSV" => stream => new CsvReport(stream, ids),
            ".JSON" => stream => new JsonReport(stream, ids),
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

    private static string? Therapist(RowVerdict verdict, RelayIds ids) => verdict.Therapist is { } id ? ids.Encode(new(TherapistNode.Type, id)) : null;

    private static string? License(RowVerdict verdict, RelayIds ids) => verdict.License is { } id ? ids.Encode(new(LicenseNode.Type, id)) : null;

    /// <summary>One line per reason, at least one per row; cells that a spreadsheet would run as formulas are made text.</summary>
    private sealed class CsvReport : Report
    {
        private readonly CsvWriter csv;
        private readonly RelayIds ids;

        public CsvReport(Stream stream, RelayIds ids)
        {
            this.ids = ids;
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
                        Text(v.Row), Text(v.Line), StoredName.Of(v.Verdict), v.Number ?? "", Therapist(v, ids) ?? "", License(v, ids) ?? "", string.Join(' ', v.Facts),
                        reason is null ? "" : StoredName.Of(reason.Kind), reason?.Code ?? "", reason?.Column ?? "", reason?.Message ?? "");
                }
            }

            csv.Flush();
        }

        public override void Dispose() => csv.Dispose();

        private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A list with one object per row.</summary>
    private sealed class JsonReport : Report
    {
        private readonly Stream stream;
        private readonly Utf8JsonWriter json;
        private readonly RelayIds ids;

        public JsonReport(Stream stream, RelayIds ids)
        {
            (this.stream, this.ids) = (stream, ids);
            json = new(stream, new JsonWriterOptions { Indented = true });
            json.WriteStartArray();
        }

        public override void Add(IReadOnlyList<RowVerdict> verdicts)
        {
            foreach (var v in verdicts)
                JsonSerializer.Serialize(json, new JsonRow(v.Row, v.Line, v.Verdict, v.Number, Therapist(v, ids), License(v, ids), v.Facts, v.Reasons), FactJson.Options);
            json.Flush();
        }

        public override void Dispose()
        {
            json.WriteEndArray();
            json.Dispose();
            stream.Dispose();
        }

        private sealed record JsonRow(
            long Row, long Line, Verdict Verdict, string? Number, string? Therapist, string? License, ImmutableArray<string> Facts, ImmutableArray<RowReason> Reasons);
    }
}
