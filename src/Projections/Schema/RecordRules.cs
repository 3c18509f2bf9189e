using System.Data.Common;
using LicenseTracker.Projections.Facts;
using Marten;
using Weasel.Core;
using Weasel.Core.Migrations;
using Weasel.Postgresql;

namespace LicenseTracker.Projections.Schema;

/// <summary>Rules that the database itself keeps over Marten's own tables, applied after them.</summary>
internal sealed class RecordRules(StoreOptions options) : FeatureSchemaBase("record_rules", options.Advanced.Migrator)
{
    protected override IEnumerable<ISchemaObject> schemaObjects() => [new ActorRequired()];

    /// <summary>No fact without who recorded it and in which role, whatever path it comes by.</summary>
    private sealed class ActorRequired : ISchemaObject
    {
        private const string Constraint = "fact_has_actor";
        private const string Events = $"{Tables.Schema}.mt_events";

        public DbObjectName Identifier { get; } = new PostgresqlObjectName(Tables.Schema, Constraint, SchemaUtils.IdentifierUsage.General);

        public void WriteCreateStatement(Migrator migrator, TextWriter writer) => writer.WriteLine(
            $"""
            ALTER TABLE {Events} DROP CONSTRAINT IF EXISTS {Constraint};
            ALTER TABLE {Events} ADD CONSTRAINT {Constraint}
                CHECK (type = 'tombstone' OR (user_name <> '' AND jsonb_exists(headers, '{FactHeaders.RoleKey}')) IS TRUE);
            """);

        public void WriteDropStatement(Migrator rules, TextWriter writer) =>
            writer.WriteLine($"ALTER TABLE {Events} DROP CONSTRAINT IF EXISTS {Constraint};");

        public void ConfigureQueryCommand(Weasel.Core.DbCommandBuilder builder) =>
            builder.Append($"SELECT FROM pg_constraint WHERE conrelid = to_regclass('{Events}') AND conname = '{Constraint}';");

        public async Task<ISchemaObjectDelta> CreateDeltaAsync(DbDataReader reader, CancellationToken ct = default) =>
            new SchemaObjectDelta(this, await reader.ReadAsync(ct) ? SchemaPatchDifference.None : SchemaPatchDifference.Create);

        public IEnumerable<DbObjectName> AllNames() => [Identifier];
    }
}
