using System.Globalization;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Importing;
using LicenseTracker.Api.Sealing;
using LicenseTracker.Domain.Jurisdictions;
using Marten;
using Npgsql;

namespace LicenseTracker.Api.Demo;

/// <summary>
/// A roster of Illinois that was imported a week before the first run. It brings no fact: of one license it says what the record says, of the other
/// a word that no profile knows, which waits for a person and leaves verdicts undetermined.
/// </summary>
internal sealed class DemoRoster(IDocumentStore store, Keyring keyring, NpgsqlDataSource database, SsnHasher hasher)
{
    public const string Number = "DEMO-IL-1002";

    private const string Operator = "demo";

    /// <summary>The therapist whose license is called cancelled.</summary>
    public static void Write(DemoScript script) => Cast.Veteran(script, "Perrindale Slowstroke", Jurisdiction.IL, Number);

    /// <summary>Imports it. Done again, after a load that was killed, it ends the same.</summary>
    public async Task ImportAsync(DateOnly day, CancellationToken cancellation)
    {
        var clock = new DemoClock(DemoScript.AtNine(day.AddDays(-7)));
        var ids = new DemoIds($"{day:O}/roster");
        var import = new RosterImport(new Recorder(store, keyring, new CommandLimits(), clock, ids), keyring, database, clock, ids, hasher);
        var folder = Directory.CreateTempSubdirectory("licensetracker-demo");
        try
        {
            var file = Path.Combine(folder.FullName, "il-demo.csv");
            await File.WriteAllTextAsync(file, Text(day), cancellation);
            var profile = ProfileReader.Shipped().Single(p => p.Name == "il-idfpr");
            await import.RunAsync(new(profile, Jurisdiction.IL, file, RetrievedOn: null, DryRun: false, Operator), new Nobody(), cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Text(DateOnly day)
    {
        var granted = day.AddYears(-Cast.YearsOnRecord).AddDays(-110);
        var term = Terms.At(Jurisdiction.IL, granted, day);
        return $"""
            license_number,license_status,original_issue_date,effective_date,expiration_date,ever_disciplined
            DEMO-IL-1001,ACTIVE,{Written(granted)},{Written(term.StartsOn)},{Written(term.ExpiresOn)},Y
            {Number},CANCELLED,{Written(granted)},{Written(term.StartsOn)},{Written(term.ExpiresOn)},N

            """;
    }

    private static string Written(DateOnly date) => date.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture);

    /// <summary>Nobody watches.</summary>
    private sealed class Nobody : IImportFollower
    {
        public void Waits(string forWhat)
        {
        }

        public void Decided(IReadOnlyList<RowVerdict> verdicts, long bytesRead, long bytes)
        {
        }
    }
}
