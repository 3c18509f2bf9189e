using Microsoft.Net.Http.Headers;

namespace LicenseTracker.Api.Transport.Http;

/// <summary>Which of the two media types of GraphQL over HTTP a client gets; they differ in what an error's status is.</summary>
internal static class MediaTypes
{
    public const string GraphQLResponse = "application/graphql-response+json";
    public const string Json = "application/json";

    /// <summary>The best that the client accepts, or null. Without a wish it gets plain JSON, as clients from before the specification expect.</summary>
    public static string? Negotiate(HttpRequest request)
    {
        var accepted = request.Headers.Accept;
        if (accepted.Count == 0)
            return Json;
        if (!MediaTypeHeaderValue.TryParseList([.. accepted.OfType<string>()], out var wishes))
            return null;
        return wishes.Where(w => w.Quality is null or > 0 && IsUtf8(w))
            .OrderByDescending(w => w.Quality ?? 1)
            .Select(Serve).FirstOrDefault(served => served is not null);
    }

    /// <summary>JSON is UTF-8 unless it says otherwise; nothing else is read or written.</summary>
    public static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue || type.Charset.Value!.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static string? Serve(MediaTypeHeaderValue wish) =>
        wish.MediaType.Equals(GraphQLResponse, StringComparison.OrdinalIgnoreCase) ? GraphQLResponse
        : wish.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) || wish.MatchesAllTypes || wish.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase) ? Json
        : null;
}
