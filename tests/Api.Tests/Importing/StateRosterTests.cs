using LicenseTracker.Api.Tests.Commands;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rosters;

namespace LicenseTracker.Api.Tests.Importing;

/// <summary>The states' own rosters, in their columns.</summary>
public sealed class StateRosterTests(Store store) : IClassFixture<Store>, IDisposable
{
    private readonly Roster roster = new(store);

    [Fact]
    public async Task Washington_gives_names_a_birth_year_and_discipline_without_details()
    {
        const string Text = """
            credentialnumber,lastname,firstname,middlename,credentialtype,status,birthyear,firstissuedate,lastissuedate,expirationdate,actiontaken,ceduedate
            MA60000001,Lee,Ann,,Massage Therapist License,ACTIVE,1980,20100113,20250201,20270201,No,
            MA60000002,Ray,"Rob ""Bo"" J",,Massage Therapist License,ACTIVE IN RENEWAL,1975,20100113,20250201,20260301,Yes,
            RN60000003,Doe,Jo,,Registered Nurse License,ACTIVE,1980,20100113,20250201,20270201,No,
            """;

        var imported = await roster.ImportAsync("wa-doh", Jurisdiction.WA, Text);

        imported.Verdicts.ShouldBe([Verdict.Accepted, Verdict.Accepted, Verdict.Refused]);
        imported.Rows[1].Facts.ShouldBe(["therapist_registered", "license_granted", "license_renewal_filed", "discipline_reported"]);
        imported.Rows[2].Reasons.Single().Column.ShouldBe("credentialtype");
        (await roster.ScalarAsync<string>("SELECT given_name || birth_date FROM {s}.therapist_view WHERE family_name = 'Ray'")).ShouldBe("Rob \"Bo\" J1975");
        (await roster.ImportAsync("wa-doh", Jurisdiction.WA, Text)).Summary.Counts.Facts.ShouldBe(0);
    }

    [Fact]
    public async Task Colorado_numbers_carry_their_type_and_therapists_are_nameless()
    {
        var imported = await roster.ImportAsync("co-dora", Jurisdiction.CO, """
            licensenumber,licensetype,licensefirstissuedate,licenselastreneweddate,licenseexpirationdate,licensestatusdescription,linktoverifylicense
            0001234,MT,02/27/2015,03/01/2025,02/28/2027,Active,https://example.org/1
            0001235,MT,02/27/2015,,02/28/2017,Expired,
            0001234,PHA,02/27/2015,03/01/2025,02/28/2027,Active,https://example.org/2
            """);

        imported.Verdicts.ShouldBe([Verdict.Accepted, Verdict.Accepted, Verdict.Refused]);
        imported.Rows[0].Number.ShouldBe("MT.0001234");
        imported.Rows[1].Facts.ShouldBe(["therapist_registered", "license_granted"]);
        (await roster.ScalarAsync<string>($"SELECT number FROM {{s}}.license_view WHERE license_id = '{imported.Rows[0].License}'")).ShouldBe("MT.0001234");
    }

    [Fact]
    public async Task Connecticut_tells_expired_from_inactive_by_its_reason()
    {
        var imported = await roster.ImportAsync("ct-elicense", Jurisdiction.CT, """
            fullcredentialcode,status,statusreason,issuedate,effectivedate,expirationdate
            20.000001,ACTIVE,CURRENT,01/15/2015,02/01/2025,01/31/2027
            20.000002,INACTIVE,LAPSED DUE TO NON-RENEWAL,01/15/2015,02/01/2015,01/31/2017
            20.000003,INACTIVE,VOLUNTARY,01/15/2015,02/01/2025,01/31/2027
            20.000004,ACTIVE,SOMETHING NEW,01/15/2015,02/01/2025,01/31/2027
            20.000005,UNHEARD OF,,01/15/2015,02/01/2025,01/31/2027
            """);

        imported.Rows.Select(r => r.Facts.Skip(2).ToArray()).ShouldBe([[], [], ["license_inactivated"], [], []]);
        imported.Rows[3].Reasons.Single().Code.ShouldBe("STATUS_UNCERTAIN");
        imported.Rows[4].Reasons.Single().Code.ShouldBe("STATUS_UNKNOWN");
        imported.Verdicts[4].ShouldBe(Verdict.Refused);
    }

    [Fact]
    public async Task Illinois_writes_the_month_first_and_reports_discipline_ever()
    {
        var imported = await roster.ImportAsync("il-idfpr", Jurisdiction.IL, """
            license_number,license_status,original_issue_date,effective_date,expiration_date,ever_disciplined
            227.000001,ACTIVE,12/31/2010,01/01/2025,12/31/2026,N
            227.000002,NOT RENEWED,12/31/2010,01/01/2015,12/31/2016,Y
            227.000003,ACTIVE,31/12/2010,01/01/2025,12/31/2026,N
            """);

        imported.Rows[1].Facts.ShouldBe(["therapist_registered", "license_granted", "discipline_reported"]);
        imported.Rows[2].Reasons.Single().Column.ShouldBe("original_issue_date");
    }

    [Fact]
    public async Task Unknown_words_of_status_on_a_license_on_record_wait_for_a_person_who_is_told_the_license()
    {
        const string Header = "credentialnumber,lastname,firstname,middlename,credentialtype,status,birthyear,firstissuedate,lastissuedate,expirationdate,actiontaken\n";
        var first = await roster.ImportAsync("wa-doh", Jurisdiction.WA, Header + "MA60000011,Known,Ann,,Massage Therapist License,ACTIVE,1980,20100113,20250201,20270201,No");

        var second = await roster.ImportAsync("wa-doh", Jurisdiction.WA, Header + """
            MA60000011,Known,Ann,,Massage Therapist License,UNHEARD OF,1980,20100113,20250201,20290201,No
            MA60000012,New,Bo,,Massage Therapist License,UNHEARD OF,1980,20100113,20250201,20270201,No
            """);

        second.Verdicts.ShouldBe([Verdict.Review, Verdict.Refused]);
        second.Codes.ShouldBe(["STATUS_UNKNOWN", "STATUS_UNKNOWN"]);
        second.Rows[0].License.ShouldBe(first.Rows[0].License);
        second.Rows.ShouldAllBe(r => r.Reasons.Single().Column == "status");
        (await roster.ScalarAsync<Guid>("SELECT license_id FROM {s}.roster_review WHERE code = 'STATUS_UNKNOWN' AND in_source = 'UNHEARD OF'")).ShouldBe(first.Rows[0].License!.Value);
    }

    [Theory]
    [InlineData("wa-doh", "MILITARY")]
    [InlineData("il-idfpr", "RELINQUISHED")]
    [InlineData("co-dora", "RELINQUISHED")]
    public void Words_that_say_not_active_and_not_why_are_no_discipline_and_go_to_review(string profile, string words)
    {
        var means = Roster.Profiles.Single(p => p.Name == profile).Statuses.Single(s => s.Fits([words]));

        (means.Means, means.Encumbrance, means.Unsure).ShouldBe((RosterStatus.NotActive, null, true));
    }

    public void Dispose() => roster.Dispose();
}
