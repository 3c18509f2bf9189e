using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain;

namespace LicenseTracker.Api.Mutations;

/// <summary>Reads what a command cannot do without off an input.</summary>
internal static class Required
{
    /// <summary>The id of a thing of this type; any other is an unknown id.</summary>
    public static Guid Of(this RelayId id, string type, string field) =>
        id.As(type) ?? throw new RefusedException(Refusals.UnknownId.At(field));
}
