using LicenseTracker.Api.Access;
using LicenseTracker.Api.Transport.Errors;

namespace LicenseTracker.Api.Transport.Http;

/// <summary>The HTTP door: <c>POST /graphql</c> for everything, <c>GET /graphql</c> for queries.</summary>
internal sealed class GraphQLEndpoint(RequestReader reader, ResponseWriter writer, GraphQLExecutor executor, Faults faults, IHostEnvironment environment)
{
    public async Task HandleAsync(HttpContext http)
    {
        var mediaType = MediaTypes.Negotiate(http.Request);
        try
        {
            if (mediaType is null)
                throw new HttpRefusal(
                    StatusCodes.Status406NotAcceptable, ErrorCodes.NotAcceptable, $"This door answers in {MediaTypes.GraphQLResponse} or {MediaTypes.Json}, in UTF-8.");
            var caller = Caller(http);
            var call = await ReadAsync(http.Request, http.RequestAborted);
            await writer.WriteAsync(http, mediaType, await executor.ExecuteAsync(call, caller, http.RequestServices, http.RequestAborted));
        }
        catch (HttpRefusal refusal)
        {
            await ResponseWriter.WriteAsync(http, mediaType, refusal);
        }
        catch (BadHttpRequestException malformed)
        {
            await ResponseWriter.WriteAsync(http, mediaType, new HttpRefusal(malformed.StatusCode, ErrorCodes.BadRequest, "The HTTP request is malformed."));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // the client is gone: nobody reads an answer
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            await ResponseWriter.WriteAsync(http, mediaType, new HttpRefusal(StatusCodes.Status500InternalServerError, ErrorCodes.Internal, faults.Record(fault)));
        }
    }

    /// <summary>Who calls; null for nobody, which only development tolerates, and only to look at the contract.</summary>
    private Caller? Caller(HttpContext http)
    {
        if (http.RequestServices.GetRequiredService<ICallerAccessor>().Caller is { } caller)
            return caller;
        if (http.User.Identity is { IsAuthenticated: true })
            throw new HttpRefusal(StatusCodes.Status403Forbidden, "NOT_ALLOWED", "Your account does not carry exactly one role of this system.");
        if (http.Request.Headers.Authorization.Count > 0)
            throw new HttpRefusal(StatusCodes.Status401Unauthorized, ErrorCodes.Unauthenticated, "The bearer token is not valid or has expired. Sign in again.");
        // Outside development nobody without a name learns anything, not even what a malformed request would say.
        return environment.IsDevelopment() ? null
            : throw new HttpRefusal(StatusCodes.Status401Unauthorized, ErrorCodes.Unauthenticated, "Sign in: send a bearer token in the Authorization header.");
    }

    private async Task<GraphQLCall> ReadAsync(HttpRequest request, CancellationToken cancellation) => request.Method switch
    {
        "GET" => reader.ReadGet(request),
        "POST" => await reader.ReadPostAsync(request, cancellation),
        _ => throw new HttpRefusal(StatusCodes.Status405MethodNotAllowed, ErrorCodes.MethodNotAllowed, "Use POST, or GET for a query."),
    };
}
