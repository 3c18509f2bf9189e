using JasperFx.Events;
using JasperFx.MultiTenancy;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Clinics;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Therapists;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Schema;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace LicenseTracker.Projections.Tests.Store;

/// <summary>The settings that keep a suspension from being skipped, a fact from losing its name, and a clinic from another's.</summary>
public sealed class StoreSettingsTests(Api.Tests.Commands.Store store) : IClassFixture<Api.Tests.Commands.Store>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IDocumentStore Marten => store.Services.GetRequiredService<IDocumentStore>();

    private IReadOnlyStoreOptions Options => Marten.Options;

    [Fact]
    public void A_projection_stops_at_what_it_cannot_take()
    {
        var projections = ((DocumentStore)Marten).Options.Projections;
        foreach (var errors in new[] { projections.Errors, projections.RebuildErrors })
            (errors.SkipApplyErrors, errors.SkipSerializationErrors, errors.SkipUnknownEvents).ShouldBe((false, false, false));
    }

    [Fact]
    public void Facts_are_stamped_by_the_clock_given_and_kept_with_all_metadata()
    {
        var events = ((DocumentStore)Marten).Options.Events;
        events.AppendMode.ShouldBe(EventAppendMode.QuickWithServerTimestamps);
        events.TenancyStyle.ShouldBe(TenancyStyle.Conjoined);
        events.TimeProvider.ShouldBeSameAs(store.Clock);
        var kept = events.MetadataConfig;
        (kept.HeadersEnabled, kept.CorrelationIdEnabled, kept.CausationIdEnabled, kept.UserNameEnabled).ShouldBe((true, true, true, true));
    }

    [Fact]
    public void Every_fact_has_its_pinned_name_in_the_store() =>
        Options.Events.AllKnownEventTypes().Where(e => e.EventType.IsAssignableTo(typeof(IFact))).Select(e => (e.EventType, e.EventTypeName))
            .ShouldBe(FactNames.All, ignoreOrder: true);

    [Fact]
    public async Task A_clinics_facts_lie_with_the_clinic_and_the_registrys_with_nobody()
    {
        var (therapist, clinic) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        (await store.GiveAsync(Registration(therapist))).Refusals.ShouldBeEmpty();
        (await store.GiveAsync(new OpenClinic(new(clinic), "Clinic"))).Refusals.ShouldBeEmpty();
        (await store.GiveAsync(new EngageTherapist(new(clinic), new(therapist), new(2024, 2, 29), 1))).Refusals.ShouldBeEmpty();

        (await TextAsync("SELECT string_agg(DISTINCT tenant_id, ',') FROM {0}.mt_events WHERE stream_id = $1", therapist)).ShouldBe("*DEFAULT*");
        (await TextAsync("SELECT string_agg(DISTINCT tenant_id, ',') FROM {0}.mt_events WHERE stream_id = $1", clinic)).ShouldBe(clinic.ToString());
        (await TextAsync("SELECT name FROM {0}.clinic_view WHERE clinic_id = $1", clinic)).ShouldBe("Clinic");
        (await TextAsync("SELECT therapist_id::text FROM {0}.clinic_roster WHERE clinic_id = $1", clinic)).ShouldBe(therapist.ToString());
        await using var other = Marten.QuerySession("other clinic");
        (await other.Events.FetchStreamAsync(clinic, token: Cancellation)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, "REGISTRAR")]
    [InlineData("", "REGISTRAR")]
    [InlineData("registrar-1", null)]
    public async Task A_fact_without_an_actor_or_role_cannot_be_appended(string? actor, string? role)
    {
        (await Should.ThrowAsync<Exception>(() => AppendAsync(actor, role))).ToString().ShouldContain("fact_has_actor");
        await AppendAsync("registrar-1", "REGISTRAR");
    }

    [Fact]
    public async Task The_rule_of_the_actor_survives_a_new_look_at_the_schema()
    {
        await Marten.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        await Marten.Storage.Database.AssertDatabaseMatchesConfigurationAsync(Cancellation);
        (await Should.ThrowAsync<Exception>(() => AppendAsync(null, "REGISTRAR"))).ToString().ShouldContain("fact_has_actor");
    }

    private async Task AppendAsync(string? actor, string? role)
    {
        await using var session = Marten.LightweightSession();
        session.LastModifiedBy = actor;
        var e = new Event<LicenseRenewed>(new LicenseRenewed(new(new(2024, 1, 1), new(2024, 12, 31)))) { Id = Guid.CreateVersion7(), Timestamp = DateTimeOffset.UtcNow };
        if (role is not null)
            e.Headers = new() { [FactHeaders.RoleKey] = role };
        session.Events.StartStream(Guid.CreateVersion7(), e);
        await session.SaveChangesAsync(Cancellation);
    }

    private async Task<string?> TextAsync(string sql, Guid id)
    {
        await using var command = store.Database.CreateCommand(string.Format(sql, Tables.Schema));
        command.Parameters.AddWithValue(id);
        return (string?)await command.ExecuteScalarAsync(Cancellation);
    }

    private static RegisterTherapist Registration(Guid id) =>
        new(new(id), Personal.Of("Ada"), Personal.None, Personal.Of("Byrne"), Personal.None, Personal.None, null);
}
