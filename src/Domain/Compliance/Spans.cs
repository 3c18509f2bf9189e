namespace LicenseTracker.Domain.Compliance;

/// <summary>Arithmetic on spans of months and years; both days belong to a span.</summary>
internal static class Spans
{
    /// <summary>Months of a span, a month begun counted whole.</summary>
    public static int MonthsBegun(DateOnly from, DateOnly to)
    {
        if (to < from)
            return 0;
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return from.AddMonths(months) <= to ? months + 1 : months;
    }

    /// <summary>Parts of so many months of a span, a part begun counted whole.</summary>
    public static int PartsBegun(DateOnly from, DateOnly to, int months) => (MonthsBegun(from, to) + months - 1) / months;

    public static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
