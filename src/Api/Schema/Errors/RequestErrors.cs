using System.Diagnostics.CodeAnalysis;
using GraphQL;

namespace LicenseTracker.Api.Schema.Errors;

/// <summary>An error for the caller to read: its message and code go out as they are. Never put personal data in it.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "An error without a code says nothing to a client.")]
public abstract class CallerError(string code, string message) : ExecutionError(message)
{
    /// <summary>The stable code, in the error's extensions.</summary>
    public string StableCode { get; } = code;
}

/// <summary>An argument of a query is malformed. (A mutation answers with a refusal instead.)</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "See CallerError.")]
public sealed class InvalidInputError(string message) : CallerError("INVALID_INPUT", message);

/// <summary>The caller may not read this field.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "See CallerError.")]
public sealed class NotAllowedError(string message = "Your role does not permit this.") : CallerError("NOT_ALLOWED", message);

/// <summary>Others hold the record that a command is about, as an import or a rebuild of the views does. The command was rolled back.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "See CallerError.")]
public sealed class BusyError() : CallerError(
    "BUSY",
    "The record is in use by other work (another command, an import or a rebuild of the views) and did not come free in time. "
    + "Nothing was recorded. Send the same input again, with the same idempotencyKey.");
