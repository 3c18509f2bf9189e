using System.Globalization;

namespace LicenseTracker.Api.Schema.Scalars;

/// <summary>A calendar date of the law, in no time zone.</summary>
internal sealed class DateScalar : StringScalar<DateOnly>
{
    public DateScalar()
    {
        Name = "Date";
        Description = "A calendar date, ISO 8601: \"2027-08-31\".";
    }

    public override string Form => "write a calendar date as \"2027-08-31\"";

    protected override DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    protected override string Write(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
