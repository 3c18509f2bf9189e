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

    /// <summary>A date that no rule book computes yet.</summary>
    public static DateOnly Or(this DateOnly? date, string field) =>
        date ?? throw new RefusedException(Refusals.InvalidInput($"Give {field}: no rule book computes it here.", field));
}
