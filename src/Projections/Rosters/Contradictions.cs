using System.Collections.Immutable;
using System.Text.Json;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Projections.Schema;

namespace LicenseTracker.Projections.Rosters;

/// <summary>The items of the review queue that were open at an instant: found by then, not yet resolved, and not yet taken back by their source.</summary>
public static class Contradictions
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>
    /// A select of one therapist's open items as one JSON text, oldest first; null: there are none. Where the therapist is one of several who may be
    /// meant, no license is named.
    /// </summary>
    /// <param name="therapist">The id.</param>
    /// <param name="knownAt">The instant; null: now.</param>
    public static string OpenSql(string therapist, string knownAt) =>
        $"""
        SELECT json_agg(r ORDER BY r.found_at, r.review_id)::text FROM (
            SELECT {Columns("license_id")} WHERE therapist_id = {therapist} UNION ALL SELECT {Columns("NULL")} WHERE others @> ARRAY[{therapist}]) r
        WHERE r.found_at <= coalesce({knownAt}, 'infinity') AND (r.closed_at IS NULL OR r.closed_at > coalesce({knownAt}, 'infinity'))
        """;

    public static ImmutableArray<RosterContradiction> Read(string json) =>
        [.. JsonSerializer.Deserialize<Line[]>(json, Options)!.Select(l => l.ToContradiction())];

    private static string Columns(string license) =>
        $"review_id, {license} AS license_id, jurisdiction, profile, code, message, on_record, in_source, since, found_at, least(resolved_at, settled_at) AS closed_at FROM {Tables.Schema}.roster_review";

    private sealed record Line(
        Guid? LicenseId, string Jurisdiction, string? Profile, string Code, string Message, string? OnRecord, string? InSource, DateOnly? Since, DateTimeOffset FoundAt)
    {
        public RosterContradiction ToContradiction() => new(
            LicenseId is { } license ? new LicenseId(license) : null, Enum.Parse<Jurisdiction>(Jurisdiction), Profile, Code, Message, OnRecord, InSource, Since,
            Sightings.DayOf(Jurisdiction, FoundAt));
    }
}
