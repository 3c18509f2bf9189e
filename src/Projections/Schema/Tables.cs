using Weasel.Core;
using Weasel.Postgresql;
using Weasel.Postgresql.Functions;
using Weasel.Postgresql.Tables;

namespace LicenseTracker.Projections.Schema;

/// <summary>The tables beside Marten's own. Views can be dropped and re-projected; the others are part of the record.</summary>
public static partial class Tables
{
    public const string Schema = "license_tracker";

    public static IEnumerable<ISchemaObject> All =>
    [
        CardAdd, Fold, EligibilityCard, StreamOwner, TherapistView, LicenseView, LicenseNumber, LicenseStanding, CertificationView, CreditView,
        ClinicView, ClinicRoster, CommandKey, DataKey, Actor, IdentityHash, RosterImport, RosterSighting, RosterReview, RosterReviewOther, RosterAgreement,
    ];

    /// <summary>The views that a rebuild empties and fills again from the facts.</summary>
    public static IEnumerable<string> Rebuilt =>
        ["eligibility_card", "stream_owner", "therapist_view", "license_view", "license_number", "license_standing", "certification_view", "credit_view", "clinic_view", "clinic_roster"];

    /// <summary>Appends the new facts of each stream to its line of a card. Spelt as PostgreSQL gives it back, else every start would replace it.</summary>
    private static Function CardAdd { get; } = new(
        Name("card_add"),
        $"""
        CREATE OR REPLACE FUNCTION {Schema}.card_add(lines jsonb, added jsonb)
         RETURNS jsonb
         LANGUAGE sql
         IMMUTABLE
        AS $function$
        SELECT lines || coalesce(jsonb_object_agg(key, coalesce(lines -> key, '[]'::jsonb) || value), '{"{}"}'::jsonb) FROM jsonb_each(added)
        $function$;
        """,
        [$"DROP FUNCTION IF EXISTS {Schema}.card_add(jsonb, jsonb);"]);

    /// <summary>Text as it is searched and ordered: without diacritics, composed, whatever way it was typed.</summary>
    private static Function Fold { get; } = new(
        Name("fold"),
        $"""
        CREATE OR REPLACE FUNCTION {Schema}.fold(given text)
         RETURNS text
         LANGUAGE sql
         IMMUTABLE
        AS $function$
        SELECT normalize(regexp_replace(normalize(given, NFD), '[\u0300-\u036f]', '', 'g'), NFC)
        $function$;
        """,
        [$"DROP FUNCTION IF EXISTS {Schema}.fold(text);"]);

    /// <summary>All timelines of one therapist with recorded times: what one decision reads.</summary>
    private static Table EligibilityCard { get; } = new Table(Name("eligibility_card"))
        .With("therapist_id", "uuid", key: true)
        .With("lines", "jsonb")
        .With("version", "bigint")
        .With("recorded_at", "timestamptz")
        .With("sequence", "bigint");

    /// <summary>Which therapist a stream is about.</summary>
    private static Table StreamOwner { get; } = new Table(Name("stream_owner"))
        .With("stream_id", "uuid", key: true)
        .With("therapist_id", "uuid")
        .With("kind", "text")
        .Indexed("therapist_id");

    /// <summary>Names in clear for search and display; erasure re-projects it.</summary>
    private static Table TherapistView { get; } = new Table(Name("therapist_view"))
        .With("therapist_id", "uuid", key: true)
        .With("given_name", "text", optional: true)
        .With("middle_name", "text", optional: true)
        .With("family_name", "text", optional: true)
        .With("suffix", "text", optional: true)
        .With("birth_date", "text", optional: true)
        .With("npi", "text", optional: true)
        .With("sort_name", "text")
        .With("words", "tsvector")
        .With("twin_key", "text", optional: true)
        .Indexed("twin_key, therapist_id")
        .Indexed("sort_name, therapist_id")
        .Indexed("npi")
        .Indexed("words", IndexMethod.gin);

    private static Table LicenseView { get; } = new Table(Name("license_view"))
        .With("license_id", "uuid", key: true)
        .With("therapist_id", "uuid")
        .With("jurisdiction", "text")
        .With("profession", "text")
        .With("number", "text")
        .With("expires_on", "date")
        .Indexed("therapist_id")
        .Indexed("jurisdiction, expires_on");

    /// <summary>Current and former numbers, normalised, for look-up.</summary>
    private static Table LicenseNumber { get; } = new Table(Name("license_number"))
        .With("jurisdiction", "text", key: true)
        .With("profession", "text", key: true)
        .With("number", "text", key: true)
        .With("license_id", "uuid", key: true)
        .Indexed("license_id");

    /// <summary>The standing of a license as intervals, both days inclusive, as known now.</summary>
    private static Table LicenseStanding { get; } = new Table(Name("license_standing"))
        .With("license_id", "uuid", key: true)
        .With("from_on", "date", key: true)
        .With("until_on", "date")
        .With("standing", "text")
        .With("authority", "text")
        .Indexed("standing, from_on, until_on");

    private static Table CertificationView { get; } = new Table(Name("certification_view"))
        .With("certification_id", "uuid", key: true)
        .With("therapist_id", "uuid")
        .With("certification", "text")
        .With("from_on", "date")
        .With("until_on", "date")
        .Indexed("therapist_id")
        .Indexed("certification, until_on");

    private static Table ClinicView { get; } = new Table(Name("clinic_view"))
        .With("clinic_id", "uuid", key: true)
        .With("name", "text");

    private static Table ClinicRoster { get; } = new Table(Name("clinic_roster"))
        .With("clinic_id", "uuid", key: true)
        .With("therapist_id", "uuid", key: true)
        .With("engaged_on", "date", key: true)
        .With("released_on", "date", optional: true)
        .Indexed("therapist_id");

    /// <summary>Idempotency keys, kept for ever: one key of one actor has one effect and one answer.</summary>
    private static Table CommandKey { get; } = new Table(Name("command_key"))
        .With("actor", "text", key: true)
        .With("mutation", "text", key: true)
        .With("key", "text", key: true)
        .With("digest", "bytea")
        .With("answer", "jsonb", optional: true)
        .With("recorded_at", "timestamptz");

    /// <summary>Each therapist's data key, wrapped by a key kept outside the database. Destroying the row erases the person.</summary>
    private static Table DataKey { get; } = new Table(Name("data_key"))
        .With("therapist_id", "uuid", key: true)
        .With("key_id", "uuid")
        .With("wrapped", "bytea")
        .Indexed("key_id", unique: true);

    /// <summary>Who an actor's id stands for; facts carry only the id.</summary>
    private static Table Actor { get; } = new Table(Name("actor"))
        .With("subject", "text", key: true)
        .With("name", "text")
        .With("role", "text");

    /// <summary>Keyed hashes of identifiers that are never stored (SSN), for matching; may be cleared at any time.</summary>
    private static Table IdentityHash { get; } = new Table(Name("identity_hash"))
        .With("kind", "text", key: true)
        .With("hash", "bytea", key: true)
        .With("therapist_id", "uuid")
        .Indexed("therapist_id");

    private static PostgresqlObjectName Name(string name) => new(Schema, name, SchemaUtils.IdentifierUsage.General);

    private static Table With(this Table table, string column, string type, bool key = false, bool optional = false)
    {
        var added = table.AddColumn(column, type);
        if (key)
            added.AsPrimaryKey();
        else if (!optional)
            added.NotNull();
        return table;
    }

    private static Table Indexed(this Table table, string columns, IndexMethod method = IndexMethod.btree, bool unique = false, string? where = null)
    {
        var names = columns.Split(", ");
        table.Indexes.Add(new IndexDefinition($"idx_{table.Identifier.Name}_{string.Join('_', names)}") { Columns = names, Method = method, IsUnique = unique, Predicate = where });
        return table;
    }
}
