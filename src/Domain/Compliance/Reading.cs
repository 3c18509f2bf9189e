namespace LicenseTracker.Domain.Compliance;

/// <summary>
/// How what is unknown is read: strictly, against the therapist in everything, or leniently, for them in everything. Where both give the same
/// answer, what is unknown does not matter; where they differ, the answer is unknown.
/// </summary>
internal sealed class Reading(bool isStrict)
{
    public bool IsStrict => isStrict;

    /// <summary>Something unknown was met: the other reading may answer otherwise.</summary>
    public bool MetUnknown { get; private set; }

    /// <summary>Whether something holds that helps the therapist.</summary>
    public bool Helps(bool? holds) => holds ?? Unsettled(!isStrict);

    /// <summary>Whether something holds that burdens the therapist.</summary>
    public bool Burdens(bool? holds) => holds ?? Unsettled(isStrict);

    private bool Unsettled(bool answer)
    {
        MetUnknown = true;
        return answer;
    }
}
