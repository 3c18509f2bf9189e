namespace LicenseTracker.Domain;

/// <summary>A command names the stream it writes.</summary>
public interface ICommand
{
    Guid StreamId { get; }
}

/// <summary>A command that creates a stream: its id is minted outside and is not yet on record.</summary>
public interface IStart : ICommand;

/// <summary>A command on an existing stream, decided on the version its sender had read.</summary>
public interface IChange : ICommand
{
    long Version { get; }
}
