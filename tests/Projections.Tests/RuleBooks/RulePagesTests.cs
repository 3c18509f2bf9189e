using System.Runtime.CompilerServices;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;
using LicenseTracker.Projections.RuleBooks;

namespace LicenseTracker.Projections.Tests.RuleBooks;

/// <summary>The pages in docs/rules are those of the shipped books. UPDATE_APPROVED=1 writes them anew.</summary>
public sealed class RulePagesTests
{
    public static TheoryData<Jurisdiction> All => new(Enum.GetValues<Jurisdiction>());

    [Theory]
    [MemberData(nameof(All))]
    public void Every_jurisdiction_has_a_page_that_says_what_its_book_says(Jurisdiction jurisdiction) =>
        ShouldBeCurrent($"{jurisdiction}.md", RuleBookPage.Of(RuleBook.Shipped[(int)jurisdiction]));

    [Fact]
    public void The_overview_is_of_all_books() => ShouldBeCurrent("README.md", RuleBookOverview.Of(RuleBook.Shipped));

    [Fact]
    public void No_page_is_of_no_jurisdiction() =>
        Directory.EnumerateFiles(Folder()).Select(Path.GetFileName)
            .Except(Enum.GetNames<Jurisdiction>().Select(j => $"{j}.md").Append("README.md")).ShouldBeEmpty();

    [Fact]
    public void What_is_unknown_is_said_as_unknown_and_never_as_a_number()
    {
        var book = RuleBook.Shipped[(int)Jurisdiction.ID];
        var total = VersionWording.Lines(book.Versions[^1]).Single(l => l is { Section: "Requirements", Code: "total" });
        total.Text.ShouldStartWith("An unknown number of hours in all");
        VersionWording.Lines(RuleBook.Shipped[(int)Jurisdiction.WA].Versions[^1]).Single(l => l.Code == "minutes").Text.ShouldBe("unknown");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_two_lines_of_a_version_share_a_name_so_that_versions_can_be_compared(Jurisdiction jurisdiction)
    {
        foreach (var version in RuleBook.Shipped[(int)jurisdiction].Versions)
            VersionWording.Lines(version).Select(l => (l.Section, l.Code)).ShouldBeUnique(version.Id);
    }

    private static void ShouldBeCurrent(string name, string page)
    {
        var file = Path.Combine(Folder(), name);
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
        {
            Directory.CreateDirectory(Folder());
            File.WriteAllText(file, page);
        }

        File.Exists(file).ShouldBeTrue($"{name} is missing; run this test with UPDATE_APPROVED=1.");
        File.ReadAllText(file).ShouldBe(page, $"docs/rules/{name} differs from the book. Run this test with UPDATE_APPROVED=1 and review the difference.");
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/rules");
}
