using System.Text;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Importing;
using LicenseTracker.Api.Sealing;
using LicenseTracker.Api.Tests.Commands;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Projections.Schema;
using LicenseTracker.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace LicenseTracker.Api.Tests.Importing;

/// <summary>Imports files written by a test into a store of its own, and keeps what was said about them.</summary>
public sealed class Roster(Store store) : IDisposable
{
    public const string Columns =
        "ssn,previousSSN,npi,licenseNumber,licenseType,licenseStatus,licenseStatusName,compactEligibility,givenName,familyName,dateOfBirth,dateOfIssuance,dateOfRenewal,dateOfExpiration,"
        + "homeAddressStreet1,homeAddressCity,homeAddressState,homeAddressPostalCode";

    private readonly ScratchFolder folder = new();

    public static IReadOnlyList<Profile> Profiles { get; } = ProfileReader.Shipped();

    public string Folder => folder.Root;

    /// <summary>One row in the columns above; what is not named is as a plain active audiologist has it.</summary>
    public static string Row(
        string number, string ssn, string given = "Ann", string family = "Lee", string status = "active", string statusName = "ACTIVE", string expires = "2027-06-30",
        string npi = "", string previousSsn = "", string birth = "1980-02-29", string issued = "2020-07-01", string renewed = "", string type = "audiologist", string street = "1 Main St.") =>
        $"{ssn},{previousSsn},{npi},{number},{type},{status},{statusName},{(status == "active" ? "eligible" : "ineligible")},{given},{family},{birth},{issued},{renewed},{expires},"
        + $"\"{street}\",Springfield,oh,35004";

    public Task<Imported> CompactAsync(params IEnumerable<string> rows) => ImportAsync("compactconnect", Jurisdiction.OH, string.Join('\n', rows.Prepend(Columns)));

    public Task<Imported> ImportAsync(
        string profile, Jurisdiction jurisdiction, string text, bool dryRun = false, bool stopAfterOneBatch = false, DateOnly? retrievedOn = null) =>
        ImportAsync(profile, jurisdiction, Encoding.UTF8.GetBytes(text), dryRun, stopAfterOneBatch, retrievedOn);

    public async Task<Imported> ImportAsync(
        string profile, Jurisdiction jurisdiction, byte[] content, bool dryRun = false, bool stopAfterOneBatch = false, DateOnly? retrievedOn = null)
    {
        var file = Path.Combine(folder.Root, $"{Guid.NewGuid():N}.csv");
        await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var follower = new Follower(stopAfterOneBatch ? stop.Cancel : null);
        var order = new ImportOrder(Profiles.Single(p => p.Name == profile), jurisdiction, file, retrievedOn, dryRun, "tester");
        var summary = await Import().RunAsync(order, follower, stop.Token);
        return new(summary, follower.Verdicts);
    }

    public RosterImport Import() => new(
        store.Services.GetRequiredService<Recorder>(), store.Services.GetRequiredService<Keyring>(), store.Database, store.Clock, store.Services.GetRequiredService<Ids>(),
        new SsnHasher(new byte[32]));

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = store.Database.CreateCommand(sql.Replace("{s}", Tables.Schema, StringComparison.Ordinal));
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public Task<long> FactsAsync() => ScalarAsync<long>("SELECT count(*) FROM {s}.mt_events");

    public void Dispose() => folder.Dispose();

    private sealed class Follower(Action? afterBatch) : IImportFollower
    {
        public List<RowVerdict> Verdicts { get; } = [];

        public void Waits(string forWhat)
        {
        }

        public void Decided(IReadOnlyList<RowVerdict> verdicts, long bytesRead, long bytes)
        {
            Verdicts.AddRange(verdicts);
            afterBatch?.Invoke();
        }
    }
}

/// <summary>What an import said.</summary>
public sealed record Imported(ImportSummary Summary, IReadOnlyList<RowVerdict> Rows)
{
    public Verdict[] Verdicts => [.. Rows.Select(r => r.Verdict)];

    public string[] Codes => [.. Rows.SelectMany(r => r.Reasons).Select(r => r.Code)];

    public string Reasons => string.Join('\n', Rows.SelectMany(r => r.Reasons).Select(r => $"{r.Column}: {r.Message}"));
}
