using GraphQL.Execution;

namespace LicenseTracker.Api.Transport.Errors;

/// <summary>A fault in a resolver: the log has all of it under a reference, the caller has the reference.</summary>
internal sealed partial class Faults(ILogger<Faults> log)
{
    /// <summary>A fault outside any resolver: logs it and gives what to tell the caller.</summary>
    public string Record(Exception fault)
    {
        var reference = Guid.NewGuid().ToString("N")[..12];
        Faulted(log, fault, reference, "request", null);
        return Message(reference);
    }

    public Task RecordAsync(UnhandledExceptionContext fault)
    {
        var reference = Guid.NewGuid().ToString("N")[..12];
        fault.ErrorMessage = Message(reference);
        Faulted(log, fault.OriginalException, reference, fault.FieldContext?.ParentType?.Name, fault.FieldContext?.FieldDefinition?.Name);
        return Task.CompletedTask;
    }

    private static string Message(string reference) => $"An internal error occurred. Reference: {reference}";

    [LoggerMessage(LogLevel.Error, "GraphQL fault {Reference} in {Type}.{Field}")]
    private static partial void Faulted(ILogger log, Exception fault, string reference, string? type, string? field);
}
