using Weasel.Postgresql.Tables;

namespace LicenseTracker.Projections.Schema;

/// <content>The tables of credits.</content>
public static partial class Tables
{
    /// <summary>What became of each credit, as known now, and since when its values are on record: the reviewers' queue.</summary>
    private static Table CreditView { get; } = new Table(Name("credit_view"))
        .With("credit_id", "uuid", key: true)
        .With("therapist_id", "uuid")
        .With("status", "text")
        .With("declared_at", "timestamptz")
        .Indexed("therapist_id")
        .Indexed("status, declared_at, credit_id");
}
