using System.Text;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Projections.RuleBooks;

/// <summary>All rule books in one table, each by its newest version.</summary>
public static class RuleBookOverview
{
    public static string Of(IEnumerable<RuleBook> books)
    {
        var page = new StringBuilder();
        page.Line("# Rule books").Line()
            .Line("The newest version of each jurisdiction's rules for massage therapists; the pages give every version with sources. Researched, not the live law.")
            .Line("\"unknown\" is not zero. \"Known\" is how well the version is known as a whole; each figure on a page says its own.").Line()
            .Line("| Jurisdiction | Regulation | Version | Hours in all | Term | Ends | Carried over | Known |")
            .Line("| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var book in books)
        {
            var version = book.Versions[^1];
            string[] cells =
            [
                $"[{JurisdictionInfo.Of(book.Jurisdiction).Name}]({book.Jurisdiction}.md)",
                RuleWording.Of(version.Regulation),
                version.Id,
                Total(version),
                version.Renewal is { } renewal ? RuleWording.Figure(renewal.PeriodMonths, m => RuleWording.Count(m, "month")) : "none",
                version.Renewal is { } ends ? RenewalWording.Of(ends.Expiry) : "none",
                RuleWording.Figure(version.CarryOver.Allowed, allowed => allowed ? "yes" : "no"),
                RuleWording.Of(version.Confidence),
            ];
            page.Append("| ").AppendJoin(" | ", cells.Select(RuleBookPage.Cell)).Line(" |");
        }

        return page.ToString();
    }

    /// <summary>The totals by whom they bind; none where the book asks for no hours.</summary>
    private static string Total(RuleBookVersion version)
    {
        var totals = version.Requirements.OfType<TotalHours>().Select(t =>
            RuleWording.Figure(t.Minimum) + (RequirementWording.Applies(t.Heading.Applies) is { Length: > 0 } whom ? $" ({whom.TrimEnd('.')})" : "")).Distinct().ToList();
        return totals.Count == 0 ? "none stated" : string.Join("; ", totals);
    }
}
