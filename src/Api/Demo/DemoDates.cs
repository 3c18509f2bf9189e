namespace LicenseTracker.Api.Demo;

/// <summary>The dates that the sample queries ask about.</summary>
public static class DemoDates
{
    /// <summary>The suspension of DEMO-WA-1001 was recorded.</summary>
    public static DateOnly WronglySuspended(DateOnly day) => day.AddMonths(-14);

    /// <summary>It was voided.</summary>
    public static DateOnly SuspensionVoided(DateOnly day) => WronglySuspended(day).AddDays(12);

    /// <summary>The suspension of DEMO-WA-1003 began, months before anybody here knew.</summary>
    public static DateOnly BackdatedSuspension(DateOnly day) => day.AddMonths(-8);

    public static DateOnly BackdatedRecorded(DateOnly day) => day.AddMonths(-2);
}
