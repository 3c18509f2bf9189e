namespace LicenseTracker.Api.Commands;

/// <summary>
/// How long a command waits for the work of others before its caller is told that the record is busy: well below the time that a request
/// may run, since a caller who is cut off cannot know what was recorded. Configured under <c>Commands</c>.
/// </summary>
public sealed class CommandLimits
{
    /// <summary>How long a command waits for one lock.</summary>
    public TimeSpan LockWait { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>How long after its first try a command may still be tried again.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>How long a batch of an import waits for one lock: nobody sits before it.</summary>
    public TimeSpan BatchLockWait { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long this try of an order may wait for one lock.</summary>
    /// <exception cref="RecordBusyException">Its patience is over.</exception>
    internal TimeSpan LockWaitOf(OrderContext order)
    {
        var left = Patience - order.TriedFor();
        return left <= TimeSpan.Zero ? throw new RecordBusyException() : left < LockWait ? left : LockWait;
    }
}
