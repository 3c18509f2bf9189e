namespace LicenseTracker.Api.Access;

/// <summary>The people of the demonstration, one per role, over the demonstration's own clinics and therapists.</summary>
public interface IPersonas
{
    Task<IReadOnlyList<Caller>> ListAsync(CancellationToken cancellation);
}

/// <summary>No demonstration data: nobody to be.</summary>
internal sealed class NoPersonas : IPersonas
{
    public Task<IReadOnlyList<Caller>> ListAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Caller>>([]);
}
