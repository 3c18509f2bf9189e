using System.Globalization;
using System.Text.RegularExpressions;

namespace LicenseTracker.Api.Schema.Scalars;

/// <summary>Hours of continuing education, exact to the hundredth: a string, since a float is not exact.</summary>
internal sealed partial class HoursScalar : StringScalar<decimal>
{
    public HoursScalar()
    {
        Name = "Hours";
        Description = "Hours as a decimal string with at most two places: \"9.5\".";
    }

    public override string Form => "write hours as a string with at most two decimal places, as \"9.5\"";

    protected override decimal? Read(string text) =>
        Exact().IsMatch(text) ? decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : null;

    protected override string Write(decimal value) =>
        decimal.Round(value, 2) == value ? value.ToString("0.##", CultureInfo.InvariantCulture) : throw Refuse(value);

    [GeneratedRegex(@"\A[0-9]{1,9}(\.[0-9]{1,2})?\z")]
    private static partial Regex Exact();
}
