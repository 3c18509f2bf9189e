using System.Text.RegularExpressions;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using LicenseTracker.Api.Schema.Errors;
using LicenseTracker.Api.Schema.Scalars;

namespace LicenseTracker.Api.Transport.Errors;

/// <summary>What an error shows of itself: its message where it was written for the caller, a code, and never where it came from.</summary>
internal sealed partial class ShownErrors(ISchema schema) : IErrorInfoProvider
{
    public ErrorInfo GetInfo(ExecutionError executionError)
    {
        var (code, message) = executionError switch
        {
            CallerError error => (error.StableCode, error.Message),
            SyntaxError error => (ErrorCodes.SyntaxError, error.Message),
            InvalidVariableError error => (ErrorCodes.InvalidVariable, Reason(error)),
            ValidationError error => (ErrorCodes.ValidationFailed, Reason(error)),
            TimeoutError => (ErrorCodes.Timeout, "The operation took too long and was stopped. Send a mutation again with the same idempotencyKey: it has one effect, and the answer tells it."),
            RequestError error => (ErrorCodes.BadRequest, error.Message),
            UnhandledError error => (ErrorCodes.Internal, error.Message),
            _ => (ErrorCodes.Internal, "An internal error occurred."),
        };
        return new() { Message = message, Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code } };
    }

    /// <summary>A refused value is told what form it takes: by our scalar's own exception, or where the engine drops that, by the type it names.</summary>
    private string Reason(ExecutionError error)
    {
        if (error.InnerException is FormatException reason)
            return error.Message.Contains(reason.Message, StringComparison.Ordinal) ? error.Message : $"{error.Message.TrimEnd('.')}. {reason.Message}";
        return ExpectedType().Match(error.Message) is { Success: true } named && schema.AllTypes[named.Groups[1].Value] is StrictScalar scalar
            ? $"{error.Message.TrimEnd('.')}: {scalar.Form}."
            : error.Message;
    }

    [GeneratedRegex(@"Expected type '\[?([A-Za-z]+)")]
    private static partial Regex ExpectedType();
}
