using Weasel.Postgresql.Tables;

namespace LicenseTracker.Projections.Schema;

/// <summary>What imports of rosters leave beside the facts.</summary>
public static partial class Tables
{
    /// <summary>Every import of a roster, so that it can be listed; its facts carry its id as their correlation. Not finished: interrupted, or still running.</summary>
    private static Table RosterImport { get; } = new Table(Name("roster_import"))
        .With("import_id", "uuid", key: true)
        .With("profile", "text")
        .With("jurisdiction", "text")
        .With("file", "text")
        .With("sha256", "text")
        .With("retrieved_at", "timestamptz")
        .With("actor", "text")
        .With("started_at", "timestamptz")
        .With("finished_at", "timestamptz", optional: true)
        .With("accepted", "bigint")
        .With("changed", "bigint")
        .With("unchanged", "bigint")
        .With("review", "bigint")
        .With("refused", "bigint")
        .With("facts", "bigint")
        .With("round", "bigint", optional: true)
        .Indexed("started_at")
        .Indexed("profile, jurisdiction, round");

    /// <summary>From which round of rosters to which, without a gap, a license was seen to be as it was on record.</summary>
    private static Table RosterSighting { get; } = new Table(Name("roster_sighting"))
        .With("license_id", "uuid", key: true)
        .With("profile", "text", key: true)
        .With("first_round", "bigint", key: true)
        .With("last_round", "bigint")
        .With("jurisdiction", "text");

    /// <summary>
    /// What rosters said that no fact may follow from without a person; the same thing said again is kept once. It was said last by a file
    /// fetched at <c>said_at</c>, and is settled when a later file of the same source no longer says it; said again after that it is a new item.
    /// </summary>
    private static Table RosterReview { get; } = new Table(Name("roster_review"))
        .With("review_id", "uuid", key: true)
        .With("fingerprint", "bytea")
        .With("import_id", "uuid")
        .With("row", "bigint")
        .With("jurisdiction", "text")
        .With("therapist_id", "uuid")
        .With("license_id", "uuid", optional: true)
        .With("code", "text")
        .With("message", "text")
        .With("field", "text")
        .With("on_record", "text", optional: true)
        .With("in_source", "text", optional: true)
        .With("raw", "text")
        .With("others", "uuid[]", optional: true)
        .With("found_at", "timestamptz")
        .With("resolved_at", "timestamptz", optional: true)
        .With("resolved_by", "text", optional: true)
        .With("profile", "text", optional: true)
        .With("since", "date", optional: true)
        .With("said_at", "timestamptz", optional: true)
        .With("settled_at", "timestamptz", optional: true)
        .Indexed("fingerprint", unique: true, where: "settled_at IS NULL")
        .Indexed("found_at, review_id")
        .Indexed("therapist_id")
        .Indexed("license_id");

    /// <summary>The other therapists who may be meant by an item, as in its <c>others</c>, to be found by the therapist at a known cost: verdicts ask it.</summary>
    private static Table RosterReviewOther { get; } = new Table(Name("roster_review_other"))
        .With("therapist_id", "uuid", key: true)
        .With("review_id", "uuid", key: true);

    /// <summary>When each source last said of a license what the record says; without it more days are unknown after the next change.</summary>
    private static Table RosterAgreement { get; } = new Table(Name("roster_agreement"))
        .With("license_id", "uuid", key: true)
        .With("profile", "text", key: true)
        .With("agreed_on", "date");
}
