using LicenseTracker.Api.Licenses;
using LicenseTracker.Api.Tests.Commands;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Projections.Cards;
using LicenseTracker.Projections.History;
using LicenseTracker.Projections.Therapists;

namespace LicenseTracker.Api.Tests.Importing;

public sealed class ImportTests : IAsyncLifetime
{
    private readonly Store store = new();
    private readonly Roster roster;

    public ImportTests() => roster = new(store);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await store.InitializeAsync();
        store.Clock.Set = new DateTimeOffset(2026, 3, 1, 15, 0, 0, TimeSpan.Zero);
    }

    public async ValueTask DisposeAsync()
    {
        roster.Dispose();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task A_row_about_a_therapist_of_the_same_batch_can_go_to_review()
    {
        var imported = await roster.CompactAsync(
            Roster.Row("R-1", "529-31-5471", statusName: "SUSPENDED PENDING HEARING"), Roster.Row("R-2", "529-31-5472"), Roster.Row("R-2", "529-31-5472", expires: "2026-12-31"));

        imported.Verdicts.ShouldBe([Verdict.Accepted, Verdict.Accepted, Verdict.Review]);
        imported.Codes.ShouldBe(["STATUS_UNCERTAIN", "EXPIRY_SHORTENED"], ignoreOrder: true);
        (await roster.ScalarAsync<long>("SELECT count(*) FROM {s}.roster_review")).ShouldBe(2);
        (await roster.ScalarAsync<string>(
            "SELECT authority FROM {s}.license_standing JOIN {s}.license_view USING (license_id) WHERE number = 'R-1' AND from_on <= '2026-02-28' AND until_on >= '2026-02-28'"))
            .ShouldBe("UNKNOWN");
    }

    [Fact]
    public async Task A_roster_goes_in_and_the_next_query_sees_it()
    {
        var imported = await roster.CompactAsync(Roster.Row("A-1", "529-31-5401", "Björk", "Guðmundsdóttir"), Roster.Row("A-2", "529-31-5402", "泽", "毛"));

        imported.Verdicts.ShouldBe([Verdict.Accepted, Verdict.Accepted]);
        var found = await TherapistSearch.PageAsync(store.Database, new("guðmunds", null, Jurisdiction.OH, Standing.Active, null, null), store.Clock.GetUtcNow(), null, null, false, 10, Cancellation);
        found.Select(f => f.Id).ShouldBe([imported.Rows[0].Therapist!.Value]);
        (await roster.ScalarAsync<string>("SELECT family_name FROM {s}.therapist_view WHERE given_name = '泽'")).ShouldBe("毛");
        (await LicenseNumbers.FindAsync(store.Database, Jurisdiction.OH, Profession.Audiologist, "a 2", Cancellation)).ShouldBe([imported.Rows[1].License!.Value]);
    }

    [Fact]
    public async Task A_re_import_records_nothing()
    {
        string[] rows =
        [
            Roster.Row("A-1", "529-31-5401", statusName: "ACTIVE_IN_RENEWAL"), Roster.Row("A-2", "529-31-5402", status: "inactive", statusName: "INACTIVE"),
            Roster.Row("A-3", "529-31-5403", status: "inactive", statusName: "SUSPENDED"), Roster.Row("A-4", "529-31-5404", npi: "1234567893"),
        ];
        var first = await roster.CompactAsync(rows);
        var facts = await roster.FactsAsync();

        var second = await roster.CompactAsync(rows);

        first.Verdicts.ShouldAllBe(v => v == Verdict.Accepted);
        second.Verdicts.ShouldAllBe(v => v == Verdict.Unchanged);
        (await roster.FactsAsync()).ShouldBe(facts);
        second.Summary.Counts.Facts.ShouldBe(0);
    }

    [Fact]
    public async Task A_changed_row_becomes_facts_by_difference()
    {
        await roster.CompactAsync(Roster.Row("A-1", "529-31-5401"), Roster.Row("A-2", "529-31-5402", family: "Old"));

        var second = await roster.CompactAsync(
            Roster.Row("A-1", "529-31-5401", expires: "2029-06-30", street: "2 New St."), Roster.Row("A-2b", "529-31-5402", family: "New", status: "inactive", statusName: "INACTIVE"));

        second.Rows[0].Facts.ShouldBe(["therapist_contact_changed", "license_renewed"]);
        second.Rows[1].Facts.ShouldBe(["therapist_name_changed", "license_number_changed", "license_inactivated", "licensee_name_changed"]);
        second.Verdicts.ShouldBe([Verdict.Changed, Verdict.Changed]);
        var license = await LicenseAsync(second.Rows[1]);
        license.Numbers.ShouldBe(["A-2", "A-2b"]);
        license.StandingOn(new(2026, 3, 1)).Standing.ShouldBe(Standing.Inactive);
    }

    [Fact]
    public async Task The_day_of_a_difference_is_the_day_of_retrieval_where_the_license_is()
    {
        // Half past three in the night in Greenwich: still the day before in Ohio.
        store.Clock.Set = new DateTimeOffset(2026, 3, 2, 3, 30, 0, TimeSpan.Zero);

        var imported = await roster.CompactAsync(Roster.Row("A-1", "529-31-5401", status: "inactive", statusName: "INACTIVE"));

        (await LicenseAsync(imported.Rows[0])).Inactive.Dates.ShouldBe([new DateOnly(2026, 3, 1)]);
    }

    [Fact]
    public async Task Five_people_under_one_NPI_stay_five()
    {
        var imported = await roster.CompactAsync(Enumerable.Range(1, 5).Select(i => Roster.Row($"A-{i}", $"529-31-540{i}", family: $"Family{i}", npi: "0608337260")));

        imported.Rows.Select(r => r.Therapist).Distinct().Count().ShouldBe(5);
        imported.Codes.ShouldAllBe(c => c == "NPI_CHECK_DIGIT");
        imported.Codes.Length.ShouldBe(5);
    }

    [Fact]
    public async Task One_SSN_in_two_professions_is_one_therapist()
    {
        var imported = await roster.CompactAsync(Roster.Row("A-1", "529-31-5401"), Roster.Row("C-1", "529-31-5401", type: "cosmetologist"));

        imported.Rows.Select(r => r.Therapist).Distinct().Count().ShouldBe(1);
        imported.Rows.Select(r => r.License).Distinct().Count().ShouldBe(2);
        imported.Rows[1].Facts.ShouldBe(["license_granted"]);
    }

    [Fact]
    public async Task A_previous_SSN_finds_the_therapist_and_the_new_one_is_known_from_then_on()
    {
        var first = await roster.CompactAsync(Roster.Row("A-1", "529-31-5401"));

        var second = await roster.CompactAsync(Roster.Row("C-1", "529-31-5499", previousSsn: "529-31-5401", type: "cosmetologist"));
        var third = await roster.CompactAsync(Roster.Row("E-1", "529-31-5499", type: "esthetician"));

        second.Rows[0].Therapist.ShouldBe(first.Rows[0].Therapist);
        third.Rows[0].Therapist.ShouldBe(first.Rows[0].Therapist);
    }

    [Fact]
    public async Task SSNs_that_were_never_issued_make_nobody_one()
    {
        var imported = await roster.CompactAsync(Roster.Row("A-1", "000-00-0000"), Roster.Row("A-2", "000-00-0000", family: "Other"));

        imported.Rows.Select(r => r.Therapist).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task The_same_row_twice_is_accepted_once_and_two_rows_of_one_license_count_in_order()
    {
        var imported = await roster.CompactAsync(
            Roster.Row("A-1", "529-31-5401"), Roster.Row("A-1", "529-31-5401"), Roster.Row("A-1", "529-31-5401", expires: "2029-06-30", renewed: "2027-06-01"));

        imported.Verdicts.ShouldBe([Verdict.Accepted, Verdict.Unchanged, Verdict.Changed]);
        (await LicenseAsync(imported.Rows[0])).Terms.Select(t => t.Term).ShouldBe(
            [new Term(new(2026, 3, 1), new(2027, 6, 30)), new Term(new(2027, 7, 1), new(2029, 6, 30))]);
        var rows = (await FactReader.OfStreamsAsync(store.Database, [imported.Rows[0].License!.Value], Cancellation)).Select(f => f.Beside.Source!.Row);
        rows.ShouldBe([1L, 3L]);
    }

    [Fact]
    public async Task Contradictions_stand_in_the_queue_once_with_the_row_sealed()
    {
        await roster.CompactAsync(Roster.Row("A-1", "529-31-5401"));

        var second = await roster.CompactAsync(Roster.Row("A-1", "529-31-5401", expires: "2026-12-31"));
        await roster.CompactAsync(Roster.Row("A-1", "529-31-5401", expires: "2026-12-31"));

        second.Verdicts.ShouldBe([Verdict.Review]);
        second.Codes.ShouldBe(["EXPIRY_SHORTENED"]);
        (await roster.ScalarAsync<long>("SELECT count(*) FROM {s}.roster_review")).ShouldBe(1);
        (await roster.ScalarAsync<string>("SELECT code || ' ' || on_record || ' ' || in_source FROM {s}.roster_review")).ShouldBe("EXPIRY_SHORTENED 2027-06-30 2026-12-31");
        (await roster.ScalarAsync<string>("SELECT raw FROM {s}.roster_review")).ShouldStartWith("1.A256GCM.");
    }

    [Fact]
    public async Task Number_and_SSN_of_two_therapists_go_to_review_and_change_nobody()
    {
        await roster.CompactAsync(Roster.Row("A-1", "529-31-5401"), Roster.Row("A-2", "529-31-5402", family: "Other"));
        var facts = await roster.FactsAsync();

        var second = await roster.CompactAsync(Roster.Row("A-1", "529-31-5402", expires: "2029-06-30"));

        second.Codes.ShouldBe(["IDENTITY_CONFLICT"]);
        (await roster.FactsAsync()).ShouldBe(facts);
    }

    [Fact]
    public async Task Each_fact_names_its_source_and_the_import_is_listed()
    {
        var imported = await roster.CompactAsync(Roster.Row("A-1", "529-31-5401", "Björk"));

        var entry = imported.Summary.Entry;
        var facts = await FactReader.OfStreamsAsync(store.Database, [imported.Rows[0].Therapist!.Value, imported.Rows[0].License!.Value], Cancellation);
        facts.Count.ShouldBe(3);
        foreach (var fact in facts)
        {
            fact.Actor.ShouldBe("import:tester");
            fact.Beside.Role.ShouldBe("REGISTRAR");
            fact.Causation.ShouldBe("import");
            fact.Correlation.ShouldBe(entry.Id.ToString());
            var source = fact.Beside.Source.ShouldNotBeNull();
            (source with { Raw = null }).ShouldBe(new("compactconnect", entry.File, entry.Sha256, 1, entry.RetrievedAt, entry.Id, null));
            source.Raw!.ShouldStartWith("1.A256GCM.");
        }

        (await roster.ScalarAsync<string>("SELECT concat_ws(' ', profile, jurisdiction, accepted, facts, finished_at IS NOT NULL) FROM {s}.roster_import")).ShouldBe("compactconnect OH 1 3 t");
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_leaves_no_trace()
    {
        var rows = string.Join('\n', Enumerable.Range(0, 700).Select(i => Roster.Row($"A-{i % 600}", $"529-31-{5000 + (i % 600)}")).Prepend(Roster.Columns));

        var dry = await roster.ImportAsync("compactconnect", Jurisdiction.OH, rows, dryRun: true);
        (await roster.FactsAsync()).ShouldBe(0);
        (await roster.ScalarAsync<long>("SELECT (SELECT count(*) FROM {s}.identity_hash) + (SELECT count(*) FROM {s}.roster_import) + (SELECT count(*) FROM {s}.eligibility_card)")).ShouldBe(0);
        var real = await roster.ImportAsync("compactconnect", Jurisdiction.OH, rows);

        dry.Verdicts.ShouldBe(real.Verdicts);
        dry.Summary.Counts.ShouldBe(real.Summary.Counts);
        real.Summary.Counts.Accepted.ShouldBe(600);
        real.Summary.Counts.Unchanged.ShouldBe(100);
    }

    private async Task<LicenseTimeline> LicenseAsync(Api.Importing.RowVerdict row)
    {
        var card = (await Card.ReadAsync(store.Database, [row.Therapist!.Value], Cancellation))[row.Therapist.Value];
        return new License(new(row.License!.Value), card.Log<LicenseFact>(row.License.Value)!).KnownAt(null)!;
    }
}
