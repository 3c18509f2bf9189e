using LicenseTracker.Api.Access;
using LicenseTracker.Api.Schema.Loading;
using LicenseTracker.Api.Schema.Relay;

namespace LicenseTracker.Api.Tests.Transport.Sample;

/// <summary>A registry in memory that counts how often it is read.</summary>
public sealed class Registry
{
    private static readonly DateTimeOffset Start = new(2027, 5, 3, 12, 0, 0, TimeSpan.Zero);
    private int _reads;
    private int _counts;
    private int _marks;

    public List<TherapistRow> Therapists { get; } =
        [.. Enumerable.Range(1, 120).Select(i => new TherapistRow(new Guid(i, 0, 0, new byte[8]), $"Therapist {i:000}", 1, Start.AddDays(i)))];

    public int Reads => _reads;

    public int Counts => _counts;

    /// <summary>Set once the endless resolver began.</summary>
    public TaskCompletionSource Began { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Set once the endless resolver was stopped.</summary>
    public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int NextMark() => Interlocked.Increment(ref _marks);

    public IReadOnlyList<TherapistRow> Read()
    {
        Interlocked.Increment(ref _reads);
        return Therapists;
    }

    public int Count()
    {
        Interlocked.Increment(ref _counts);
        return Therapists.Count;
    }
}

/// <summary>One per scope: tells whether two resolvers share theirs.</summary>
public sealed class ScopeMark(Registry registry)
{
    public int Number { get; } = registry.NextMark();
}

public sealed record TherapistRow(Guid Id, string Name, long Version, DateTimeOffset SeenAt);

/// <summary>Reads licenses of many therapists in one go.</summary>
public sealed class LicensesOfTherapists(Registry registry) : BatchLoader<Guid, IReadOnlyList<LicenseNode>>
{
    protected override async Task<IReadOnlyDictionary<Guid, IReadOnlyList<LicenseNode>>> ReadAsync(
        IReadOnlyCollection<Guid> keys, CancellationToken cancellation)
    {
        await Task.Yield();
        return registry.Read().Where(t => keys.Contains(t.Id))
            .ToDictionary(t => t.Id, t => (IReadOnlyList<LicenseNode>)[new LicenseNode(t.Id, $"MT-{t.Name[^3..]}")]);
    }
}

public sealed class TherapistNodes(Registry registry) : INodeLoader
{
    public string Type => "Therapist";

    public Task<IReadOnlyDictionary<RelayId, INode>> LoadAsync(IReadOnlyCollection<RelayId> ids, Caller caller, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<RelayId, INode>>(
            registry.Read().Select(t => new TherapistNode(t)).Where(n => ids.Contains(n.Id)).ToDictionary(n => n.Id, INode (n) => n));
}
