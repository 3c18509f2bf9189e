using System.CommandLine;
using System.Globalization;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Composition;
using LicenseTracker.Api.Hosting;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Sealing;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Projections.Therapists;
using Npgsql;
using Spectre.Console;

namespace LicenseTracker.Api.Importing;

/// <summary>`import`: brings a regulator's roster on record, beside a running server or without one.</summary>
public static class ImportVerb
{
    private const int DuplicatesShown = 10;

    public static Command Create()
    {
        var profiles = ProfileReader.Shipped();
        var file = new Argument<string>("FILE") { Description = "The roster: CSV in UTF-8" };
        var profile = new Option<string>("--profile") { Description = "How to read it: one of the profiles above", HelpName = "NAME", Required = true };
        var jurisdiction = new Option<string>("--jurisdiction") { Description = "Whose licenses these are, by postal code", HelpName = "XX", Required = true };
        var retrieved = new Option<string?>("--retrieved") { Description = "Day on which the file was fetched from its source (else today)", HelpName = "YYYY-MM-DD" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would happen, record nothing" };
        var report = new Option<string?>("--report") { Description = "Write every row's verdict to a .csv or .json file", HelpName = "FILE" };
        var data = CommandLine.Data();
        return CommandLine.Verb("import", Describe(profiles), async (parsed, stop) =>
        {
            var order = new ImportOrder(
                ProfileNamed(profiles, parsed.GetValue(profile)!), JurisdictionNamed(parsed.GetValue(jurisdiction)!), parsed.GetValue(file)!,
                DayNamed(parsed.GetValue(retrieved)), parsed.GetValue(dryRun), Environment.UserName);
            if (order.Profile.Jurisdiction is { } only && only != order.Jurisdiction)
                throw Refused($"The profile {order.Profile.Name} reads rosters of {only} alone, not of {order.Jurisdiction}.", $"Use --jurisdiction {only}, or another profile.");
            return await RunAsync(order, parsed.GetValue(report), DataFolder.Find(parsed.GetValue(data)), stop);
        }, file, profile, jurisdiction, retrieved, dryRun, report, data);
    }

    private static async Task<int> RunAsync(ImportOrder order, string? reportFile, DataFolder data, CancellationToken stop)
    {
        if (!File.Exists(order.File))
            throw Refused($"There is no file {order.File}.", "Name the roster's file.");
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var key = MasterKey.Load(data, configuration);
        var ids = new RelayIds(key.Derive(RelayIds.KeyPurpose));
        using var report = reportFile is null ? null : Report.Create(reportFile, order.File, ids);
        await using var database = await Database.OpenAsync(data, configuration, WhenServed.Attach, stop);
        using var host = await StartAsync(database.ConnectionString, key, stop);
        var import = host.Services.GetRequiredService<RosterImport>();
        var display = new ImportDisplay(AnsiConsole.Console, report, ids);
        var summary = await display.FollowAsync(follower => import.RunAsync(order, follower, stop));
        display.Conclude(summary);
        if (!summary.DryRun)
        {
            var pool = host.Services.GetRequiredService<NpgsqlDataSource>();
            display.ShowDuplicates(await PossibleDuplicates.CountAsync(pool, stop), await PossibleDuplicates.ListAsync(pool, null, null, false, DuplicatesShown, stop));
            display.ShowReviews(summary);
        }

        await host.StopAsync(CancellationToken.None);
        return summary.Counts.Refused > 0 ? ExitCodes.RowsRefused : ExitCodes.Done;
    }

    private static async Task<IHost> StartAsync(string connectionString, MasterKey key, CancellationToken stop)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStore(connectionString, key.Derive);
        builder.Services.AddRosterImport(key.Derive);
        var host = builder.Build();
        await host.StartAsync(stop);
        return host;
    }

    /// <summary>Adds the import to a host that has the store.</summary>
    public static IServiceCollection AddRosterImport(this IServiceCollection services, Func<string, byte[]> deriveKey) => services.AddSingleton(p => new RosterImport(
        p.GetRequiredService<Commands.Recorder>(), p.GetRequiredService<Keyring>(), p.GetRequiredService<NpgsqlDataSource>(), p.GetRequiredService<TimeProvider>(),
        p.GetRequiredService<Ids>(), new SsnHasher(deriveKey(SsnHasher.KeyPurpose))));

    private static string Describe(IReadOnlyList<Profile> profiles) =>
        "Brings a regulator's roster on record: new licenses, and what changed in known ones.\n\nProfiles:\n"
        + string.Concat(profiles.Select(p => $"  {p.Name,-15} {p.Title}\n{"",-18}{p.About}\n"))
        + "\nExample:\n  import --profile wa-doh --jurisdiction WA --dry-run --report verdicts.csv massage.csv\n";

    private static Profile ProfileNamed(IReadOnlyList<Profile> profiles, string name) => profiles.FirstOrDefault(p => p.Name == name)
        ?? throw Refused($"There is no profile '{name}'.", $"Use one of: {string.Join(", ", profiles.Select(p => p.Name))}.");

    private static Jurisdiction JurisdictionNamed(string code) =>
        Enum.GetNames<Jurisdiction>().FirstOrDefault(n => string.Equals(n, code, StringComparison.OrdinalIgnoreCase)) is { } known
            ? Enum.Parse<Jurisdiction>(known)
            : throw Refused($"'{code}' is no jurisdiction.", "Use the postal code of a state, or DC.");

    private static DateOnly? DayNamed(string? text) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day <= DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime) ? day
        : throw Refused($"--retrieved '{text}' is no past day.", "Write it as YYYY-MM-DD.");

    private static CommandFailedException Refused(string what, string whatToDo) => new(what, whatToDo, ExitCodes.CannotStart);
}
