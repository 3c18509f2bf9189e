using System.Collections.Immutable;
using System.Security.Claims;
using LicenseTracker.Domain;
using Microsoft.IdentityModel.JsonWebTokens;

namespace LicenseTracker.Api.Access;

/// <summary>A caller as the claims of a token, both ways.</summary>
internal static class CallerClaims
{
    private static readonly AccessOptions Own = new();

    public static Dictionary<string, object> Write(Caller caller)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [JwtRegisteredClaimNames.Sub] = caller.Subject,
            [JwtRegisteredClaimNames.Name] = caller.Name,
            [Own.RoleClaim] = caller.Role.ToString(),
        };
        if (!caller.Clinics.IsDefaultOrEmpty)
            claims[Own.ClinicsClaim] = caller.Clinics.Select(c => c.Value.ToString()).ToArray();
        if (caller.Therapist is { } therapist)
            claims[Own.TherapistClaim] = therapist.Value.ToString();
        return claims;
    }

    /// <summary>
    /// Who the token says calls, or null where it does not say one person with one role. A role with a malformed clinic or therapist is
    /// no caller either: to drop what cannot be read would widen or narrow what they may do in silence.
    /// </summary>
    public static Caller? Read(ClaimsPrincipal user, AccessOptions options)
    {
        // Which names apply is told by the issuer of the claim: a provider cannot speak in our own tokens' name.
        var from = user.FindFirst(JwtRegisteredClaimNames.Sub) is { Issuer: TokenMint.Issuer } ? Own : options;
        var subject = user.FindFirstValue(JwtRegisteredClaimNames.Sub);
        Role[] roles = [.. user.FindAll(from.RoleClaim).Select(c => RoleOf(c.Value, from)).OfType<Role>().Distinct()];
        if (string.IsNullOrEmpty(subject) || roles is not [var role])
            return null;
        Guid?[] clinics = [.. user.FindAll(from.ClinicsClaim).Select(c => IdOf(c.Value))];
        Guid?[] therapists = [.. user.FindAll(from.TherapistClaim).Select(c => IdOf(c.Value))];
        if (clinics.Contains(null) || therapists is not ([] or [not null]))
            return null;
        var name = user.FindFirstValue(JwtRegisteredClaimNames.Name) ?? user.FindFirstValue("preferred_username") ?? subject;
        return new Caller(
            subject,
            name,
            role,
            role is Role.ClinicManager ? [.. clinics.Select(c => new ClinicId(c!.Value))] : ImmutableArray<ClinicId>.Empty,
            therapists is [{ } therapist] ? new TherapistId(therapist) : null);
    }

    private static Role? RoleOf(string word, AccessOptions options)
    {
        if (options.Roles.TryGetValue(word, out var mapped))
            return mapped;
        var plain = word.Replace("_", "", StringComparison.Ordinal);
        return Enum.GetValues<Role>().Cast<Role?>().FirstOrDefault(r => plain.Equals(r.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    private static Guid? IdOf(string text) => Guid.TryParse(text, out var id) ? id : null;
}
