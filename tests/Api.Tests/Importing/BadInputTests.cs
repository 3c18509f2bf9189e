using System.Text;
using LicenseTracker.Api.Hosting;
using LicenseTracker.Api.Importing;
using LicenseTracker.Api.Tests.Commands;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rosters;

namespace LicenseTracker.Api.Tests.Importing;

/// <summary>What cannot be right is said clearly, costs its own row alone, and is never repeated where a person's data could stand.</summary>
public sealed class BadInputTests(Store store) : IClassFixture<Store>, IDisposable
{
    private static readonly byte[] InvalidUtf8 = [0xC3, 0x28];
    private readonly Roster roster = new(store);
    private static int made;

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("\n\n  \n", "is empty")]
    [InlineData("ssn,givenName\n", "it lacks licenseType, licenseStatus")]
    [InlineData("{columns},favouriteColour\n", "it has unknown columns favouriteColour")]
    [InlineData("{columns},SSN\n", "more than one column is called ssn")]
    [InlineData("529-31-5401,Ann,Lee\n", "is the first line no header?")]
    [InlineData("ssn;givenName;familyName\n", "not separated by commas")]
    [InlineData("ssn\tgivenName\n", "not separated by commas")]
    [InlineData("ss\0n,givenName\n", "is not UTF-8 text")]
    [InlineData("\"ssn,givenName\n", "opens a quote in cell 1 that is never closed")]
    public async Task A_wrong_header_stops_the_import(string text, string says)
    {
        var failure = await Should.ThrowAsync<CommandFailedException>(
            () => roster.ImportAsync("compactconnect", Jurisdiction.OH, text.Replace("{columns}", Roster.Columns, StringComparison.Ordinal)));

        failure.Message.ShouldContain(says);
        failure.Message.ShouldNotContain("529");
        failure.Message.ShouldNotContain("Ann");
        failure.ExitCode.ShouldBe(ExitCodes.CannotStart);
    }

    [Fact]
    public async Task UTF_16_is_named() =>
        (await Should.ThrowAsync<CommandFailedException>(
            () => roster.ImportAsync("compactconnect", Jurisdiction.OH, [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Roster.Columns)])))
            .Message.ShouldContain("is UTF-16");

    [Fact]
    public async Task A_header_alone_is_no_row_and_no_failure() => (await roster.CompactAsync()).Summary.Counts.Rows.ShouldBe(0);

    [Fact]
    public async Task A_byte_order_mark_other_order_other_line_ends_and_padding_do_no_harm()
    {
        var columns = Roster.Columns.Split(',');
        var row = Good().Split(',');
        var text = $"\uFEFF {string.Join(" , ", columns.Reverse())}\r\n{string.Join(" , ", row.Reverse()).Replace("\"", "", StringComparison.Ordinal)}\r\n\r\n";

        (await roster.ImportAsync("compactconnect", Jurisdiction.OH, text)).Verdicts.ShouldBe([Verdict.Accepted]);
    }

    [Theory]
    [InlineData("1980-02-29", "1981-02-29", "dateOfBirth", "is a day that no calendar has")]
    [InlineData("1980-02-29", "29.02.1980", "dateOfBirth", "is no date of the form YYYY-MM-DD")]
    [InlineData("2027-06-30", "", "dateOfExpiration", "is empty, but required")]
    [InlineData("2027-06-30", "2019-06-30", "dateOfExpiration", "lies before the first")]
    [InlineData("2020-07-01", "1820-07-01", "dateOfIssuance", "1900-01-01")]
    [InlineData("audiologist", "massage therapist", "licenseType", "is none of: audiologist")]
    [InlineData("Ann", "A\0nn", "givenName", "holds a NUL byte")]
    [InlineData("Ann", "\"A\nnn\"", "givenName", "holds a line break")]
    [InlineData("eligible", "", "compactEligibility", "is empty, but required")]
    [InlineData("active,ACTIVE", "inactive,EXPIRED", "compactEligibility", "never eligible")]
    [InlineData("35004", "3", "homeAddressPostalCode", "shorter than 5")]
    [InlineData("35004", "35004-1234", "homeAddressPostalCode", "longer than 7")]
    public async Task A_bad_cell_refuses_its_row_alone_and_names_its_column(string good, string bad, string column, string says)
    {
        var row = Good();
        var at = row.IndexOf(good, StringComparison.Ordinal);

        var imported = await roster.CompactAsync(Good(), row[..at] + bad + row[(at + good.Length)..], Good());

        imported.Verdicts.ShouldBe([Verdict.Accepted, Verdict.Refused, Verdict.Accepted], imported.Reasons);
        imported.Rows[1].Reasons.ShouldAllBe(r => r.Kind == ReasonKind.Refused);
        imported.Rows[1].Reasons.ShouldContain(r => r.Column == column && r.Message.Contains(says), imported.Reasons);
        imported.Reasons.ShouldNotContain("Lee");
    }

    [Theory]
    [InlineData("a,b,c", "has 3 cells where the header has 18")]
    [InlineData("\"never closed,x", "opens a quote in cell 1 that is never closed")]
    [InlineData("x,\"closed\" late", "has text after a closing quote in cell 2")]
    public async Task A_broken_row_swallows_no_other(string broken, string says)
    {
        var imported = await roster.CompactAsync(Good(), broken, Good(), Good());

        imported.Verdicts.ShouldBe([Verdict.Accepted, Verdict.Refused, Verdict.Accepted, Verdict.Accepted], imported.Reasons);
        imported.Rows[1].Reasons.Single().Message.ShouldContain(says);
        imported.Rows[1].Line.ShouldBe(3);
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_does_not_swallow_a_long_file()
    {
        var imported = await roster.CompactAsync(Enumerable.Range(0, 120).Select(_ => Good().Replace("\"", "", StringComparison.Ordinal)).Prepend("\"open"));

        imported.Summary.Counts.Refused.ShouldBe(1);
        imported.Summary.Counts.Accepted.ShouldBe(120);
    }

    [Fact]
    public async Task A_huge_row_is_refused_and_the_next_one_read()
    {
        var imported = await roster.CompactAsync(new string('x', 5_000_000), Good());

        imported.Verdicts.ShouldBe([Verdict.Refused, Verdict.Accepted]);
        imported.Rows[0].Reasons.Single().Message.ShouldContain("longer than 100000 characters");
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_refuse_their_row_alone()
    {
        var (before, after) = (Good(), Good());
        var bad = Encoding.UTF8.GetBytes(Good());
        var at = Encoding.UTF8.GetString(bad).IndexOf("Lee", StringComparison.Ordinal);
        byte[] content = [.. Encoding.UTF8.GetBytes($"{Roster.Columns}\n{before}\n"), .. bad[..at], .. InvalidUtf8, .. bad[at..], .. Encoding.UTF8.GetBytes("\n" + after)];

        var imported = await roster.ImportAsync("compactconnect", Jurisdiction.OH, content);

        imported.Verdicts.ShouldBe([Verdict.Accepted, Verdict.Refused, Verdict.Accepted]);
        imported.Rows[1].Reasons.Single().ShouldBe(
            new RowReason(ReasonKind.Refused, "CELL_ENCODING", "familyName", "familyName is not UTF-8, or was damaged before it was saved as UTF-8."));
    }

    [Fact]
    public void A_cell_over_several_lines_is_read_where_lines_are_allowed_to_be()
    {
        var rows = new CsvRows(new StringReader("a,\"b\r\nc\",\"d \"\"e\"\"\"\nf"), ',').Read().ToList();

        rows.Select(r => r.Cells).ShouldBe([["a", "b\nc", "d \"e\""], ["f"]]);
        rows.Select(r => r.Line).ShouldBe([1, 3]);
    }

    [Fact]
    public async Task An_SSN_in_a_wrong_column_refuses_the_row_before_anything_is_kept()
    {
        var imported = await roster.CompactAsync(
            Good("529-31-7501").Replace("1 Main St.", "529-31-7501", StringComparison.Ordinal), Roster.Row("529317502", "529-31-7502"), Roster.Row("529-31-7503", "529-31-7599"));

        imported.Verdicts.ShouldAllBe(v => v == Verdict.Refused);
        imported.Codes.ShouldAllBe(c => c == "CELL_HOLDS_SSN");
        imported.Reasons.ShouldNotContain("529");
    }

    public void Dispose() => roster.Dispose();

    /// <summary>A row about somebody whom no other test has brought on record.</summary>
    private static string Good()
    {
        var n = Interlocked.Increment(ref made);
        return Good($"531-{10 + (n / 1000)}-{1000 + (n % 1000)}");
    }

    private static string Good(string ssn) => Roster.Row($"B-{Interlocked.Increment(ref made)}", ssn);
}
