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
    /// A select of places in a list of questions, from 1, with the open items of the therapist asked about as one JSON text, oldest first; places
    /// without any are left out. Where the therapist is one of several who may be meant, no license is named.
    /// </summary>
    /// <param name="therapists">The array of those asked about.</param>
    /// <param name="knownAts">The array of their instants; null: now.</param>
    /// <remarks>The items of all are gathered first: one look-up for each would be planned dear enough for the server to compile the statement.</remarks>
    public static string OpenSql(string therapists, string knownAts) =>
        $"""
        SELECT a.place, json_agg(r ORDER BY r.found_at, r.review_id)::text AS items
        FROM unnest({therapists}, {knownAts}) WITH ORDINALITY AS a(therapist, known_at, place) JOIN (
            SELECT i.therapist_id AS whose, {Columns("i.license_id")} FROM {Tables.Schema}.roster_review i WHERE i.therapist_id = ANY({therapists})
            UNION ALL
            SELECT o.therapist_id, {Columns("NULL")} FROM {Tables.Schema}.roster_review_other o JOIN {Tables.Schema}.roster_review i USING (review_id)
            WHERE o.therapist_id = ANY({therapists})) r ON r.whose = a.therapist
        WHERE r.found_at <= coalesce(a.known_at, 'infinity') AND (r.closed_at IS NULL OR r.closed_at > coalesce(a.known_at, 'infinity'))
        GROUP BY a.place
        """;

    public static ImmutableArray<RosterContradiction> Read(string json) =>
        [.. JsonSerializer.Deserialize<Line[]>(json, Options)!.Select(l => l.ToContradiction())];

    private static string Columns(string license) =>
        $"i.review_id, {license} AS license_id, i.jurisdiction, i.profile, i.code, i.message, i.on_record, i.in_source, i.since, i.found_at, least(i.resolved_at, i.settled_at) AS closed_at";

    private sealed record Line(
        Guid? LicenseId, string Jurisdiction, string? Profile, string Code, string Message, string? OnRecord, string? InSource, DateOnly? Since, DateTimeOffset FoundAt)
    {
        public RosterContradiction ToContradiction() => new(
            LicenseId is { } license ? new LicenseId(license) : null, Enum.Parse<Jurisdiction>(Jurisdiction), Profile, Code, Message, OnRecord, InSource, Since,
            Sightings.DayOf(Jurisdiction, FoundAt));
    }
}
