using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Tests.Rules;

public sealed class TermArithmeticTests
{
    private static Figure<DateOnly> Next(string version, string granted, string? before, string? born, string? number = null) =>
        TermArithmetic.NextExpiry(
            Books.Version(version).Renewal!,
            new(DateOnly.Parse(granted), before is null ? null : DateOnly.Parse(before), born is null ? null : DateOnly.Parse(born), number));

    [Theory]
    [InlineData("FL-2025", "64B7-28", "2024-07-15", null, null, null, "2025-08-31")] // a short first term
    [InlineData("FL-2025", "64B7-28", "2025-08-31", null, null, null, "2027-08-31")] // issued on the last day of a term
    [InlineData("FL-2025", "64B7-28", "2024-07-15", "2025-08-31", null, null, "2027-08-31")]
    [InlineData("IL-2024", "225 ILCS 57", "2023-03-01", null, null, null, "2024-12-31")]
    [InlineData("LA-2022", "LAC 46:XLIV.1701", "2024-02-01", null, null, null, "2024-03-31")]
    [InlineData("SD-2007", "SDCL 36-35", "2024-05-01", null, null, null, "2024-09-30")] // perhaps the same year
    [InlineData("IN-2022", "IC 25-21.8", "2022-08-01", null, null, null, "2025-05-15")] // every fourth year
    [InlineData("IN-2022", "IC 25-21.8", "2022-08-01", "2025-05-15", null, null, "2029-05-15")]
    [InlineData("MO-2020", "20 CSR 2197", "2024-02-01", null, null, null, "2025-01-31")]
    [InlineData("WI-2015", "MTBT", "2024-02-01", null, null, null, "2025-03-01")]
    [InlineData("MS-2014", "30 Miss. Code", "2024-08-10", null, null, null, "2026-05-31")] // the second year after issue
    [InlineData("MS-2014", "30 Miss. Code", "2024-08-10", "2026-05-31", null, null, "2028-05-31")]
    [InlineData("NC-2024", "21 NCAC 30", "2022-02-01", "2023-12-31", null, null, "2025-12-31")] // its own years
    [InlineData("MI-2021", "R 338", "2019-01-10", "2022-10-31", null, null, "2025-10-31")]
    [InlineData("WA-2024", "WAC 246-830", "2024-05-01", null, "1990-03-10", null, "2025-03-10")]
    [InlineData("WA-2024", "WAC 246-830", "2022-05-01", null, "1992-02-29", null, "2023-02-28")] // born on February 29
    [InlineData("WA-2024", "WAC 246-830", "2022-05-01", "2023-02-28", "1992-02-29", null, "2024-02-29")]
    [InlineData("WA-2024", "WAC 246-830", "2022-05-01", "2024-02-29", "1992-02-29", null, "2025-02-28")]
    [InlineData("AZ-2014", "R4-15-301", "2022-05-01", "2024-06-02", "1990-06-02", null, "2026-06-02")]
    [InlineData("VA-2018", "18VAC90-50-70", "2024-05-01", null, "1991-02-10", null, "2025-02-28")] // odd birth year
    [InlineData("VA-2018", "18VAC90-50-70", "2024-05-01", null, "1992-02-10", null, "2026-02-28")] // even birth year
    [InlineData("VA-2018", "18VAC90-50-70", "2026-05-01", null, "1992-02-10", null, "2028-02-29")] // a leap year's month
    [InlineData("MA-2025", "269 CMR 3.02", "2024-05-01", null, "1990-12-10", null, "2025-12-28")] // at least twelve months
    [InlineData("MA-2025", "269 CMR 3.02", "2024-12-28", null, "1990-12-10", null, "2025-12-28")]
    [InlineData("MA-2025", "269 CMR 3.02", "2024-12-29", null, "1990-12-10", null, "2026-12-28")]
    [InlineData("MA-2025", "269 CMR 3.02", "2024-12-29", "2026-12-28", "1990-12-10", null, "2027-12-28")]
    [InlineData("ND-2015", "43-25-09", "2024-05-01", null, null, "MT-1203", "2025-02-28")] // odd number
    [InlineData("ND-2015", "43-25-09", "2024-05-01", null, null, "1204", "2026-02-28")]
    [InlineData("ND-2015", "43-25-09", "2024-05-01", "2026-02-28", null, "1204", "2028-02-28")]
    [InlineData("AL-2024", "34-43A", "2024-03-10", null, null, null, "2026-03-10")]
    [InlineData("AL-2024", "34-43A", "2024-02-29", null, null, null, "2026-02-28")] // issued on February 29
    [InlineData("AL-2024", "34-43A", "2024-02-29", "2026-02-28", null, null, "2028-02-29")]
    [InlineData("IA-2024", "481 IAC 823", "2023-08-31", "2025-08-31", null, null, "2027-08-31")]
    [InlineData("WV-undated", "194CSR1-3", "2024-02-05", null, null, null, "2026-02-28")] // end of the month of issue
    [InlineData("WV-undated", "194CSR1-3", "2024-02-05", "2026-02-28", null, null, "2028-02-29")]
    public void A_term_ends_as_the_law_says(string version, string law, string granted, string? before, string? born, string? number, string expires)
    {
        var end = Next(version, granted, before, born, number);
        end.TryGet(out var date).ShouldBeTrue(end.Note);
        date.ShouldBe(DateOnly.Parse(expires));
        end.Citation.Text.ShouldContain(law);
    }

    [Theory]
    [InlineData("WA-2024", null, null, "The birth date is not known.")]
    [InlineData("VA-2018", null, null, "The birth date is not known.")]
    [InlineData("ND-2015", null, null, "The license number tells no parity.")]
    [InlineData("ND-2015", null, "PENDING", "The license number tells no parity.")]
    [InlineData("NC-2024", null, null, "In which years the terms of this license end is not known before its first term.")]
    [InlineData("NY-2015", "1990-01-01", "1", "The regulator prints the day on the license; no rule gives it.")]
    [InlineData("ME-undated", "1990-01-01", "1", "The rule of expiry is not known.")]
    public void Where_the_day_cannot_be_reckoned_it_is_unknown_and_says_why(string version, string? born, string? number, string why)
    {
        var end = Next(version, "2024-05-01", null, born, number);
        end.IsKnown.ShouldBeFalse();
        end.Note.ShouldBe(why);
    }

    [Fact]
    public void A_term_always_ends_after_the_one_before()
    {
        foreach (var version in RuleBook.Shipped.SelectMany(b => b.Versions).Where(v => v.Renewal is not null))
        {
            DateOnly? before = null;
            for (var term = 0; term < 12; term++)
            {
                var end = TermArithmetic.NextExpiry(version.Renewal!, new(new(2004, 2, 29), before, new(1988, 2, 29), "7"));
                if (!end.TryGet(out var date))
                    break;
                date.ShouldBeGreaterThan(before ?? new(2004, 2, 29), version.Id);
                before = date;
            }
        }
    }
}
