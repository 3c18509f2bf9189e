using System.Text.Json;

namespace LicenseTracker.Projections.Facts;

/// <summary>What is kept beside each fact: who recorded it, about whom, and where it came from.</summary>
/// <param name="Role">The actor's role when recording; the actor's id is the event's user name.</param>
/// <param name="Therapist">The therapist the fact is about; null for a clinic's own facts.</param>
/// <param name="Source">The file and row it was imported from; null when entered by hand.</param>
public sealed record FactHeaders(string Role, Guid? Therapist, FactSource? Source)
{
    public const string RoleKey = "role";
    public const string TherapistKey = "therapist";
    public const string SourceKey = "source";

    public Dictionary<string, object> ToDictionary()
    {
        var headers = new Dictionary<string, object>(StringComparer.Ordinal) { [RoleKey] = Role };
        if (Therapist is { } therapist)
            headers[TherapistKey] = therapist;
        if (Source is { } source)
            headers[SourceKey] = source;
        return headers;
    }

    public static FactHeaders From(IReadOnlyDictionary<string, object> headers) => new(
        Text(headers, RoleKey) ?? throw new FormatException("A stored fact has no actor's role."),
        Text(headers, TherapistKey) is { } therapist ? Guid.Parse(therapist) : null,
        headers.GetValueOrDefault(SourceKey) switch
        {
            FactSource source => source,
            JsonElement element => element.Deserialize<FactSource>(FactJson.Options),
            _ => null,
        });

    private static string? Text(IReadOnlyDictionary<string, object> headers, string key) => headers.GetValueOrDefault(key)?.ToString();
}

/// <summary>Where an imported fact came from.</summary>
/// <param name="Name">The profile's name.</param>
/// <param name="Sha256">Hash of the whole file, lower-case hexadecimal.</param>
/// <param name="Row">Data row, from 1; the header line is not counted.</param>
/// <param name="Batch">The import it belongs to.</param>
/// <param name="Raw">The row as it stood, without the SSN, sealed like other personal data.</param>
public sealed record FactSource(string Name, string File, string Sha256, long Row, DateTimeOffset RetrievedAt, Guid Batch, string? Raw)
{
    /// <summary>Never the row: it is in clear until it is sealed, and messages and logs print values.</summary>
    public override string ToString() => $"{Name} {Sha256} row {Row}";
}
