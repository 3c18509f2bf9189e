using System.Buffers;
using System.Text;
using System.Text.Json;
using LicenseTracker.Api.Transport.Errors;
using Microsoft.Net.Http.Headers;

namespace LicenseTracker.Api.Transport.Http;

/// <summary>Reads a GraphQL request from HTTP, or refuses it and says why.</summary>
internal sealed class RequestReader(TransportOptions limits)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public GraphQLCall ReadGet(HttpRequest request)
    {
        if (request.QueryString.Value?.Length > limits.MaxUrlCharacters)
            throw new HttpRefusal(StatusCodes.Status414UriTooLong, ErrorCodes.TooLarge, $"The query string is longer than {limits.MaxUrlCharacters} characters. Send the request by POST.");
        var query = Single(request, "query") ?? throw Bad("Give the document in the parameter 'query'.");
        using var variables = Parse(Single(request, "variables"), "variables");
        using var extensions = Parse(Single(request, "extensions"), "extensions");
        return Call(query, Single(request, "operationName"), variables?.RootElement, readOnly: true);
    }

    public async Task<GraphQLCall> ReadPostAsync(HttpRequest request, CancellationToken cancellation)
    {
        // A plain form or text could be sent by any web page without asking the server first.
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(MediaTypes.Json, StringComparison.OrdinalIgnoreCase))
            throw new HttpRefusal(StatusCodes.Status415UnsupportedMediaType, ErrorCodes.UnsupportedMediaType, "Send the request as application/json.");
        if (!MediaTypes.IsUtf8(type))
            throw new HttpRefusal(StatusCodes.Status415UnsupportedMediaType, ErrorCodes.UnsupportedMediaType, "Send the request in UTF-8.");
        using var body = Parse(await ReadBodyAsync(request, cancellation));
        var root = body.RootElement;
        if (root.ValueKind == JsonValueKind.Array)
            throw Bad("Batches are not served: send one request at a time. One request may hold several fields, and lists as variables.");
        if (root.ValueKind != JsonValueKind.Object)
            throw Bad("The body is a JSON object with the member 'query'.");
        var query = Text(root, "query") ?? throw Bad("Give the document in the member 'query'.");
        if (Member(root, "extensions") is { ValueKind: not JsonValueKind.Object })
            throw Bad("'extensions' is a JSON object or null.");
        return Call(query, Text(root, "operationName"), Member(root, "variables"), readOnly: false);
    }

    private static GraphQLCall Call(string query, string? operationName, JsonElement? variables, bool readOnly)
    {
        if (variables is { ValueKind: not JsonValueKind.Object })
            throw Bad("'variables' is a JSON object or null.");
        return new GraphQLCall(query, operationName, variables is { } given ? VariableReader.Read(given) : null, readOnly);
    }

    private async Task<byte[]> ReadBodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        var tooLarge = new HttpRefusal(
            StatusCodes.Status413PayloadTooLarge, ErrorCodes.TooLarge, $"The body is larger than {limits.MaxBodyBytes} bytes. Send fewer inputs per request.");
        if (request.ContentLength > limits.MaxBodyBytes)
            throw tooLarge;
        using var whole = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(buffer, cancellation)) > 0)
            {
                if (whole.Length + read > limits.MaxBodyBytes)
                    throw tooLarge;
                whole.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        return whole.ToArray();
    }

    private JsonDocument Parse(byte[] body)
    {
        if (body.Length == 0)
            throw Bad("The body is empty: send a JSON object with the member 'query'.");
        try
        {
            // The JSON reader lets invalid UTF-8 inside strings pass until it is read.
            _ = StrictUtf8.GetCharCount(body);
            return JsonDocument.Parse(body, JsonOptions);
        }
        catch (JsonException e)
        {
            throw Bad($"The body is not well-formed JSON (line {(e.LineNumber ?? 0) + 1}, byte {(e.BytePositionInLine ?? 0) + 1}).");
        }
        catch (DecoderFallbackException)
        {
            throw Bad("The body is not valid UTF-8.");
        }
    }

    private JsonDocument? Parse(string? parameter, string name)
    {
        if (parameter is null)
            return null;
        try
        {
            var json = JsonDocument.Parse(parameter, JsonOptions);
            return json.RootElement.ValueKind switch
            {
                JsonValueKind.Object => json,
                JsonValueKind.Null => null,
                _ => throw Bad($"'{name}' is a JSON object or null."),
            };
        }
        catch (JsonException)
        {
            throw Bad($"The parameter '{name}' is not well-formed JSON.");
        }
    }

    private JsonDocumentOptions JsonOptions => new() { MaxDepth = limits.MaxJsonDepth, AllowDuplicateProperties = false };

    private static JsonElement? Member(JsonElement root, string name) =>
        root.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    private static string? Text(JsonElement root, string name)
    {
        if (Member(root, name) is not { } member)
            return null;
        if (member.ValueKind != JsonValueKind.String)
            throw Bad($"'{name}' is a string.");
        try
        {
            return member.GetString();
        }
        catch (InvalidOperationException)
        {
            throw Bad($"'{name}' holds half a Unicode character.");
        }
    }

    private static string? Single(HttpRequest request, string name) => request.Query[name] switch
    {
        [] or [null or ""] => null,
        [var value] => value,
        _ => throw Bad($"Give the parameter '{name}' once."),
    };

    internal static HttpRefusal Bad(string message) => new(StatusCodes.Status400BadRequest, ErrorCodes.BadRequest, message);
}
