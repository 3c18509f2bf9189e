using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Projections;
using JasperFx.MultiTenancy;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Schema;
using Marten;
using Marten.Events.Projections;

namespace LicenseTracker.Projections;

/// <summary>How Marten keeps our facts: pinned names, strict daemon, full metadata, clinics as tenants.</summary>
public static class StoreSetup
{
    public static void Configure(StoreOptions options, TimeProvider clock, params IEnumerable<IProjection> inlineViews)
    {
        options.DatabaseSchemaName = Tables.Schema;
        options.UseSystemTextJsonForSerialization(configure: json => FactJson.Configure(json));
        options.AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate;
        options.DisableNpgsqlLogging = true;

        options.Events.StreamIdentity = StreamIdentity.AsGuid;
        options.Events.TenancyStyle = TenancyStyle.Conjoined;
        options.Events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
        options.Events.TimeProvider = clock;
        options.Events.MetadataConfig.HeadersEnabled = true;
        options.Events.MetadataConfig.CorrelationIdEnabled = true;
        options.Events.MetadataConfig.CausationIdEnabled = true;
        options.Events.MetadataConfig.UserNameEnabled = true;
        foreach (var (type, name) in FactNames.All)
            options.Events.MapEventType(type, name);

        // The daemon's defaults skip what it cannot apply, read or name; a suspension must never be skipped in silence.
        options.Projections.Errors.SkipApplyErrors = false;
        options.Projections.Errors.SkipSerializationErrors = false;
        options.Projections.Errors.SkipUnknownEvents = false;
        options.Projections.RebuildErrors.SkipApplyErrors = false;
        options.Projections.RebuildErrors.SkipSerializationErrors = false;
        options.Projections.RebuildErrors.SkipUnknownEvents = false;

        foreach (var view in inlineViews)
            options.Projections.Add(view, ProjectionLifecycle.Inline);
        foreach (var table in Tables.All)
            options.Storage.ExtendedSchemaObjects.Add(table);
        options.Storage.Add(new RecordRules(options));
    }
}
