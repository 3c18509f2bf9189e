using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Projections.Therapists;

/// <summary>A license in lists.</summary>
public sealed record LicenseRow(LicenseTimeline License)
{
    /// <summary>Last day of its last term.</summary>
    public DateOnly ExpiresOn => License.Terms.Max(t => t.Term.ExpiresOn);

    /// <summary>Its newest number.</summary>
    public string Number => License.NumberOn(DateOnly.MaxValue);

    /// <summary>Every number it ever had, as looked up.</summary>
    public IEnumerable<string> NumberKeys => License.Numbers.Select(LicenseNumber.Normalise).Distinct(StringComparer.Ordinal);

    /// <summary>Its standing as intervals that leave no day out, as known now.</summary>
    public IEnumerable<StandingRow> Standings()
    {
        var starts = License.Breakpoints.Prepend(DateOnly.MinValue).Distinct().ToList();
        for (var i = 0; i < starts.Count; i++)
        {
            var on = License.StandingOn(starts[i]);
            yield return new(starts[i], i + 1 < starts.Count ? starts[i + 1].AddDays(-1) : DateOnly.MaxValue, on.Standing, on.Authority);
        }
    }
}

/// <summary>One interval of a license's standing, both days inclusive.</summary>
public sealed record StandingRow(DateOnly From, DateOnly Until, Standing Standing, Authority Authority);
