using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LicenseTracker.Api.Access;

/// <summary>Mints and judges this installation's own bearer tokens, signed with a key derived from its master key.</summary>
public sealed class TokenMint
{
    public const string Issuer = "licensetracker";
    private const int MinKeyBytes = 16;
    private readonly SymmetricSecurityKey _key;
    private readonly TimeProvider _clock;

    public TokenMint(ReadOnlySpan<byte> masterKey, TimeProvider clock)
    {
        if (masterKey.Length < MinKeyBytes)
            throw new ArgumentException($"The key for tokens needs at least {MinKeyBytes} bytes.", nameof(masterKey));
        _key = new(HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey.ToArray(), 32, info: "licensetracker local tokens v1"u8.ToArray()));
        _clock = clock;
    }

    /// <summary>A token that says who calls, good for so long from now.</summary>
    public string Mint(Caller caller, TimeSpan validity)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Issuer,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + validity,
            Claims = CallerClaims.Write(caller),
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.HmacSha256),
        });
    }

    internal TokenValidationParameters Validation() => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = Issuer,
        IssuerSigningKey = _key,
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        // The handler would ask the machine's clock; the host's is the one that tests can set.
        LifetimeValidator = (notBefore, expires, _, _) => _clock.GetUtcNow().UtcDateTime is var now && notBefore <= now && now < expires,
        NameClaimType = JwtRegisteredClaimNames.Name,
    };
}
