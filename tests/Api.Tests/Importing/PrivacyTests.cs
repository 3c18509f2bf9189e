using LicenseTracker.Api.Importing;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Api.Tests.Commands;
using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Api.Tests.Importing;

/// <summary>An SSN goes nowhere; a name goes sealed, and into the views alone.</summary>
public sealed class PrivacyTests(Store store) : IClassFixture<Store>, IDisposable
{
    private static readonly RelayIds Ids = new(new byte[32]);

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
        using (var writer = Report.Create(report, Path.Combine(roster.Folder, "other.csv"), Ids))
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
        written.ShouldContain(Ids.Encode(new("Therapist", imported.Rows[0].Therapist!.Value)));
        written.ShouldContain(Ids.Encode(new("License", imported.Rows[0].License!.Value)));
        written.ShouldNotContain(imported.Rows[0].License!.Value.ToString(), Case.Insensitive, "the API shows no such id");
        foreach (var secret in (string[])["529-77", "52977", "Birdsong", "Canaria", "Seed", "1980"])
            written.ShouldNotContain(secret);
    }

    [Theory]
    [InlineData("1 Main St. 529771101")]
    [InlineData("c/o SSN529771101")]
    [InlineData("1 MAIN ST 529771101")]
    [InlineData("c/o 529 77 1101")]
    [InlineData("529.77.1101 Elm St.")]
    [InlineData("1 Main St., 529-77-1101")]
    public async Task Somebody_elses_SSN_in_free_text_refuses_the_row(string street)
    {
        var imported = await roster.CompactAsync(Roster.Row("S-1", "529-77-1199", street: street));

        imported.Codes.ShouldBe(["CELL_HOLDS_SSN"]);
        imported.Rows[0].Reasons[0].Column.ShouldBe("homeAddressStreet1");
    }

    [Theory]
    [InlineData("1 Main St., Seattle WA 981011234", "N-1")] // a ZIP+4 without its dash, behind its state
    [InlineData("1 Main St. 98101-1234", "N-2")]
    [InlineData("PO Box 1234567890", "N-3")]
    [InlineData("Lot 000123456", "N-4")] // never issued
    [InlineData("1 Main St.", "541771102")] // a license number of nine digits
    public async Task Nine_digits_that_belong_where_they_stand_are_kept(string street, string number)
    {
        var imported = await roster.CompactAsync(Roster.Row(number, $"529-78-1{100 + street.Length}", street: street));

        imported.Codes.ShouldBeEmpty();
        imported.Rows[0].Number.ShouldBe(number);
    }

    [Fact]
    public void An_SSN_in_a_column_that_nobody_reads_is_masked_in_the_raw_row()
    {
        var profile = Roster.Profiles.Single(p => p.Name == "il-idfpr");
        var reader = new RowReader(
            profile, Jurisdiction.IL, new(2026, 3, 1), new SsnHasher(new byte[32]),
            ["license_number", "license_status", "original_issue_date", "effective_date", "expiration_date", "ever_disciplined", "notes"]);

        var row = reader.Read(new(1, 2, ["227000001", "ACTIVE", "12/31/2010", "01/01/2025", "12/31/2026", "N", "his 529771103, hers 529-77-1104, phone 5125550100"], null));

        row.Problems.ShouldBeEmpty();
        row.Raw.ShouldNotContain("52977");
        row.Raw.ShouldNotContain("529-77");
        row.Raw.ShouldContain("227000001");
        row.Raw.ShouldContain("phone 5125550100");
    }

    [Fact]
    public async Task A_report_runs_no_formula()
    {
        var imported = await roster.ImportAsync("il-idfpr", Jurisdiction.IL, """
            license_number,license_status,original_issue_date,effective_date,expiration_date,ever_disciplined
            "=HYPERLINK(""x"")",ACTIVE,12/31/2010,01/01/2025,12/31/2026,N
            """);
        var report = Path.Combine(roster.Folder, "formula.csv");
        using (var writer = Report.Create(report, "other.csv", Ids))
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
