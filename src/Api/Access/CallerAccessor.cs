using Microsoft.Extensions.Options;

namespace LicenseTracker.Api.Access;

/// <summary>Reads the caller off the request's token, once per request.</summary>
internal sealed class CallerAccessor(IHttpContextAccessor http, IOptions<AccessOptions> options) : ICallerAccessor
{
    private static readonly object Key = new();

    public Caller? Caller
    {
        get
        {
            if (http.HttpContext is not { User.Identity.IsAuthenticated: true } context)
                return null;
            if (!context.Items.TryGetValue(Key, out var known))
                context.Items[Key] = known = CallerClaims.Read(context.User, options.Value);
            return (Caller?)known;
        }
    }
}
