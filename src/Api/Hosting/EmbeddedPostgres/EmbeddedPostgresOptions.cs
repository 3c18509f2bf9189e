namespace LicenseTracker.Api.Hosting;

/// <summary>What a command does when another process already serves the data folder.</summary>
public enum WhenServed
{
    /// <summary>A second server would fight over the same record: it says so and leaves.</summary>
    Refuse,

    /// <summary>A verb works beside the running server, on its database.</summary>
    Attach,
}

/// <summary>How the private database is to run.</summary>
public sealed record EmbeddedPostgresOptions(DataFolder Data)
{
    public WhenServed WhenServed { get; init; } = WhenServed.Refuse;

    /// <summary>False only for tests: a power cut may then lose what was acknowledged.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>How long start-up may take; recovery after a crash replays what was written since the last checkpoint.</summary>
    public TimeSpan ReadyWithin { get; init; } = TimeSpan.FromMinutes(5);
}
