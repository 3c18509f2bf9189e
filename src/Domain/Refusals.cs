namespace LicenseTracker.Domain;

/// <summary>The refusals that every command shares.</summary>
public static class Refusals
{
    public static readonly Refusal UnknownId = new("UNKNOWN_ID", "Nothing with this id is on record. Look the id up again.");

    public static readonly Refusal StaleVersion =
        new("STALE_VERSION", "The record has changed since you read it. Read it again, then decide anew.", "version");

    public static readonly Refusal IdempotencyKeyReused =
        new("IDEMPOTENCY_KEY_REUSED", "This key was already used with another input. Use a new key for a new command.", "idempotencyKey");

    public static readonly Refusal NotAllowed = new("NOT_ALLOWED", "Your role does not permit this command.");

    /// <summary>The input is malformed: says which field and what form it takes.</summary>
    public static Refusal InvalidInput(string message, params string[] path) => new("INVALID_INPUT", message, path);
}
