using LicenseTracker.Api.Importing;
using LicenseTracker.Api.Tests.Commands;
using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Api.Tests.Importing;

/// <summary>An SSN goes nowhere; a name goes sealed, and into the views alone.</summary>
public sealed class PrivacyTests(Store store) : IClassFixture<Store>, IDisposable
{
    private readonly Roster roster = new(store);

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task SSNs_are_in_no_table_and_no_report_and_names_in_the_views_alone(string form)
    {
        string[] rows =
        [
            Roster.Row($"P-1-{form}", "529-77-1001", "Canaria", "Birdsong", street: "77 Seed Road"), Roster.Row($"P-2-{form}", "529-77-1002", "Canaria", "Birdsong", previousSsn: "529-77-1003"),
            Roster.Row($"P-1-{form}", "529-77-1001", "Canaria", "Birdsong", expires: "2025-01-01"), Roster.Row("bad", "529-77-1004", "Canaria", "Birdsong", expires: "2025-02-30"),
            "529-77-1005,Canaria,Birdsong",
        ];
        var imported = await roster.CompactAsync(rows);
        var report = Path.Combine(roster.Folder, $"report.{form}");
        using (var writer = Report.Create(report, Path.Combine(roster.Folder, "other.csv")))
            writer.Add(imported.Rows);

        var everything = await EverythingAsync();
        everything.Count.ShouldBeGreaterThan(20);
        foreach (var (table, text) in everything)
        {
            foreach (var ssn in (string[])["529-77-1", "529771"])
                text.Contains(ssn, StringComparison.Ordinal).ShouldBeFalse($"{table} holds an SSN");
            if (!table.EndsWith("_view", StringComparison.Ordinal))
                text.Contains("Birdsong", StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"{table} holds a name");
        }

        everything["therapist_view"].ShouldContain("Birdsong");
        everything["identity_hash"].Length.ShouldBeGreaterThan(100);
        var written = await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken);
        written.ShouldContain($"P-1-{form}");
        written.ShouldContain("dateOfExpiration");
        foreach (var secret in (string[])["529-77", "52977", "Birdsong", "Canaria", "Seed", "1980"])
            written.ShouldNotContain(secret);
    }

    [Fact]
    public async Task A_report_runs_no_formula()
    {
        var imported = await roster.ImportAsync("il-idfpr", Jurisdiction.IL, """
            license_number,license_status,original_issue_date,effective_date,expiration_date,ever_disciplined
            "=HYPERLINK(""x"")",ACTIVE,12/31/2010,01/01/2025,12/31/2026,N
            """);
        var report = Path.Combine(roster.Folder, "formula.csv");
        using (var writer = Report.Create(report, "other.csv"))
            writer.Add(imported.Rows);

        (await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken)).ShouldContain("\"'=HYPERLINK(");
    }

    public void Dispose() => roster.Dispose();

    /// <summary>Every column of every row of every table, as text.</summary>
    private async Task<Dictionary<string, string>> EverythingAsync()
    {
        var tables = await roster.ScalarAsync<string[]>("SELECT array_agg(tablename::text) FROM pg_tables WHERE schemaname = '{s}'");
        var everything = new Dictionary<string, string>();
        foreach (var table in tables)
            everything[table] = await roster.ScalarAsync<string>($"SELECT coalesce(string_agg(t::text, E'\\n'), '') FROM {{s}}.{table} t");
        return everything;
    }
}
