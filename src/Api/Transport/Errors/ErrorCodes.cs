using LicenseTracker.Api.Schema.Errors;

namespace LicenseTracker.Api.Transport.Errors;

/// <summary>A request that the door turns away before it is executed.</summary>
internal sealed class RequestRefused(string code, string message) : CallerError(code, message);

/// <summary>The codes of top-level errors, in <c>extensions.code</c>.</summary>
internal static class ErrorCodes
{
    public const string BadRequest = "BAD_REQUEST";
    public const string TooCostly = "TOO_COSTLY";
    public const string TooLarge = "TOO_LARGE";
    public const string Unauthenticated = "UNAUTHENTICATED";
    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";
    public const string UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE";
    public const string NotAcceptable = "NOT_ACCEPTABLE";
    public const string SyntaxError = "SYNTAX_ERROR";
    public const string ValidationFailed = "VALIDATION_FAILED";
    public const string InvalidVariable = "INVALID_VARIABLE";
    public const string Timeout = "TIMEOUT";
    public const string Internal = "INTERNAL_ERROR";
}
