namespace LicenseTracker.Api.Schema.Relay;

/// <summary>
/// The id of one thing across the whole contract: its type's name in the contract, its own id, and where that is not enough
/// (a fact within a stream) one more text. Resolvers give and take this value; outside it is an opaque authorised string.
/// </summary>
/// <param name="Type">The type's name in the contract, as <c>Therapist</c>. Empty: the given string was no id of ours.</param>
public readonly record struct RelayId(string Type, Guid Value, string Extra = "")
{
    /// <summary>What an undecodable string reads as: it names nothing, so a lookup finds nothing.</summary>
    public static RelayId Unknown { get; } = new("", Guid.Empty);

    /// <summary>The bare id if this names a thing of that type, else null: treat null as an unknown id.</summary>
    public Guid? As(string type) => Type == type ? Value : null;
}
