namespace LicenseTracker.Domain.Rules;

/// <summary>How a course reached its participant.</summary>
public enum Delivery
{
    /// <summary>In one room with the instructor.</summary>
    InPerson,

    /// <summary>At the same time as the instructor, at a distance.</summary>
    LiveWebinar,

    /// <summary>Online, at the participant's own time.</summary>
    OnDemand,

    /// <summary>By paper, book or disc, at the participant's own time.</summary>
    HomeStudy,

    /// <summary>The record of a webinar, watched later.</summary>
    RecordedWebinar,
}
