using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using LicenseTracker.Api.Schema.Errors;
using LicenseTracker.Api.Transport.Errors;
using Microsoft.Net.Http.Headers;

namespace LicenseTracker.Api.Transport.Http;

/// <summary>Writes an answer with the status that its media type asks for.</summary>
internal sealed class ResponseWriter(IGraphQLSerializer serializer)
{
    public async Task WriteAsync(HttpContext http, string mediaType, ExecutionResult result)
    {
        var body = new MemoryStream();
        await serializer.WriteAsync(body, result, http.RequestAborted);
        await SendAsync(http, Status(result, mediaType), mediaType, body);
    }

    /// <summary>A refusal has the form of a GraphQL error, so that a client needs one way to read errors.</summary>
    public static async Task WriteAsync(HttpContext http, string? mediaType, HttpRefusal refusal)
    {
        var body = new MemoryStream();
        await JsonSerializer.SerializeAsync(
            body, new { errors = new[] { new { message = refusal.Message, extensions = new { code = refusal.Code } } } }, cancellationToken: http.RequestAborted);
        await SendAsync(http, refusal.Status, mediaType ?? MediaTypes.Json, body);
    }

    private static async Task SendAsync(HttpContext http, int status, string mediaType, MemoryStream body)
    {
        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = $"{mediaType}; charset=utf-8";
        response.ContentLength = body.Length;
        response.Headers[HeaderNames.CacheControl] = "no-store";
        response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
        if (status == StatusCodes.Status401Unauthorized)
            response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        if (status == StatusCodes.Status405MethodNotAllowed)
            response.Headers[HeaderNames.Allow] = http.Request.Method == HttpMethods.Get ? HttpMethods.Post : "GET, POST";
        body.Position = 0;
        await body.CopyToAsync(response.Body, http.RequestAborted);
    }

    private static int Status(ExecutionResult result, string mediaType)
    {
        var first = result.Errors?.FirstOrDefault();
        var code = (first as CallerError)?.StableCode;
        if (code == ErrorCodes.Unauthenticated)
            return StatusCodes.Status401Unauthorized;
        if (code == ErrorCodes.MethodNotAllowed)
            return StatusCodes.Status405MethodNotAllowed;
        // An executed operation is 200 whatever its fields came to; so is everything for a client that only knows plain JSON.
        if (result.Executed || mediaType == MediaTypes.Json)
            return StatusCodes.Status200OK;
        return first switch
        {
            TimeoutError => StatusCodes.Status503ServiceUnavailable,
            UnhandledError => StatusCodes.Status500InternalServerError,
            _ => StatusCodes.Status400BadRequest,
        };
    }
}
