namespace LicenseTracker.Api.Access;

/// <summary>Where callers come from. Configured under <c>Authentication</c>.</summary>
public sealed class AccessOptions
{
    /// <summary>The OpenID Connect provider whose bearer tokens are accepted; none: only tokens that this installation minted.</summary>
    public string? Authority { get; set; }

    /// <summary>What the provider's tokens must be meant for. Needed with <see cref="Authority"/>.</summary>
    public string? Audience { get; set; }

    /// <summary>The claim that holds roles or groups.</summary>
    public string RoleClaim { get; set; } = "role";

    /// <summary>The provider's word for a role, by which of ours it is: <c>{ "LT-Registrars": "Registrar" }</c>. Ours always work.</summary>
    public Dictionary<string, Role> Roles { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The claim that holds the ids of the clinics a manager manages.</summary>
    public string ClinicsClaim { get; set; } = "clinics";

    /// <summary>The claim that holds the id of the therapist the caller is.</summary>
    public string TherapistClaim { get; set; } = "therapist";

    /// <summary>The installation runs on the embedded database: it may be a demonstration.</summary>
    public bool EmbeddedDatabase { get; set; }
}
