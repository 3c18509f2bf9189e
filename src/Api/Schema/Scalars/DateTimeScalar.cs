using System.Globalization;
using System.Text.RegularExpressions;

namespace LicenseTracker.Api.Schema.Scalars;

/// <summary>An instant, as recorded times are: given with its offset, answered in UTC to the microsecond.</summary>
internal sealed partial class DateTimeScalar : StringScalar<DateTimeOffset>
{
    public DateTimeScalar()
    {
        Name = "DateTime";
        Description = "An instant, ISO 8601 with its offset, answered in UTC with microseconds: \"2027-05-03T17:04:05.123456Z\".";
    }

    public override string Form => "write an instant with its offset as \"2027-05-03T17:04:05Z\" or \"2027-05-03T12:04:05.123456-05:00\"";

    protected override DateTimeOffset? Read(string text) =>
        Instant().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : null;

    protected override string Write(DateTimeOffset value) =>
        value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex Instant();
}
