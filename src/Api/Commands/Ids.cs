namespace LicenseTracker.Api.Commands;

/// <summary>Mints ids: UUID version 7, so that they sort by time.</summary>
public class Ids
{
    public virtual Guid New(DateTimeOffset at) => Guid.CreateVersion7(at);
}
