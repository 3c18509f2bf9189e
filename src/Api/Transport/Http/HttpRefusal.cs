using System.Diagnostics.CodeAnalysis;

namespace LicenseTracker.Api.Transport.Http;

/// <summary>A request that is refused by its HTTP form, with the status that says so.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "A refusal without a status says nothing.")]
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It never leaves this room.")]
internal sealed class HttpRefusal(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;
}
