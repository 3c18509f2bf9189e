using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Rosters;
using LicenseTracker.Domain.Therapists;
using static LicenseTracker.Domain.Tests.Samples;

namespace LicenseTracker.Domain.Tests.Rosters;

public sealed class PersonTests
{
    private static readonly PersonName AdaKing = new("Ada", null, "King", null);
    private static readonly DateOnly Read = Day("2026-03-01");

    [Fact]
    public void A_new_row_registers_the_therapist_and_grants_the_license_with_the_term_that_runs()
    {
        var row = Rows.Row() with { RenewedOn = Day("2026-01-01"), Person = Rows.Row().Person with { Npi = "1234567893", Contact = new("1 Main St", null, null) } };

        var result = RosterReconciliation.Decide(row, Rows.Ids, null, null);

        result.Verdict.ShouldBe(Verdict.Accepted);
        result.TherapistFacts.ShouldBe([Registered("1234567893"), new TherapistContactChanged(Personal.Of("1 Main St"), Personal.None, Personal.None)]);
        result.LicenseFacts.ShouldBe([Granted with { Term = Term("2026-01-01", "2027-08-31"), PossiblySince = Granted.GrantedOn }]);
        result.Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2025-09-01", "2025-10-15", "2025-09-01", null)] // the term began with the grant
    [InlineData("2025-08-01", "2025-10-15", "2025-09-01", null)] // and not before it
    [InlineData("2026-01-01", "2026-03-01", "2026-01-01", "2025-09-01")]
    [InlineData(null, "2026-03-01", "2026-03-01", "2025-09-01")] // the source says until when and not since when: it vouches for the day it was read
    [InlineData(null, "2025-09-01", "2025-09-01", null)]
    [InlineData(null, "2025-08-15", "2025-09-01", null)] // read before the grant took effect
    [InlineData(null, "2028-01-10", "2027-08-31", "2025-09-01")] // expired when it was read: it was good on its last day
    public void The_record_begins_with_the_term_that_a_roster_names_and_claims_nothing_before(string? renewed, string read, string start, string? possiblySince)
    {
        var row = Rows.Row(read) with { RenewedOn = renewed is null ? null : Day(renewed) };

        RosterReconciliation.Decide(row, Rows.Ids, null, null).LicenseFacts.ShouldBe(
            [Granted with { Term = Term(start, "2027-08-31"), PossiblySince = possiblySince is null ? null : Day(possiblySince) }]);
    }

    [Fact]
    public void A_nameless_row_registers_a_nameless_therapist()
    {
        var result = RosterReconciliation.Decide(Rows.Row() with { Person = RosterPerson.Nameless }, Rows.Ids, null, null);

        result.TherapistFacts.ShouldBe([new TherapistRegistered(Personal.None, Personal.None, Personal.None, Personal.None, Personal.None, null)]);
        result.Verdict.ShouldBe(Verdict.Accepted);
    }

    [Fact]
    public void A_new_license_without_a_number_is_refused() =>
        RosterReconciliation.Decide(Rows.Row() with { Number = null }, Rows.Ids, Rows.Ada(), null).Refusals.ShouldBe([RosterIdentity.NumberMissing]);

    [Fact]
    public void A_changed_name_changes_license_and_person_who_went_by_the_old_one()
    {
        var result = Rows.Row().Named("Ada", "King").On();

        result.LicenseFacts.ShouldBe([new LicenseeNameChanged(Personal.Of("Ada"), Personal.None, Personal.Of("King"), Personal.None, Read)]);
        result.TherapistFacts.ShouldBe([new TherapistNameChanged(Personal.Of("Ada"), Personal.None, Personal.Of("King"), Personal.None, Read)]);
    }

    [Fact]
    public void A_changed_name_on_a_license_with_a_name_of_its_own_leaves_the_person_alone()
    {
        var result = RosterReconciliation.Decide(Rows.Row().Named("Ada", "King"), Rows.Ids, Rows.Ada(), new(License(Granted), new("Adah", null, "Byrne", null)));

        result.LicenseFacts.Length.ShouldBe(1);
        result.TherapistFacts.ShouldBeEmpty();
    }

    [Fact]
    public void A_source_that_lags_behind_does_not_bring_an_old_name_back() =>
        RosterReconciliation.Decide(Rows.Row(), Rows.Ids, Rows.Ada(Rows.AdaByrne, AdaKing), new(License(Granted), null)).Verdict.ShouldBe(Verdict.Unchanged);

    [Fact]
    public void The_name_on_a_further_license_is_that_licenses_own()
    {
        var result = RosterReconciliation.Decide(Rows.Row().Named("Ada", "King"), Rows.Ids, Rows.Ada(), null);

        result.LicenseFacts.Select(f => f.GetType()).ShouldBe([typeof(LicenseGranted), typeof(LicenseeNameChanged)]);
        result.TherapistFacts.ShouldBeEmpty();
        RosterReconciliation.Decide(Rows.Row().Named("Ada", "King"), Rows.Ids, result.Person, result.License).Verdict.ShouldBe(Verdict.Unchanged);
    }

    [Fact]
    public void A_name_for_a_nameless_therapist_becomes_known_and_does_not_change()
    {
        var nameless = new KnownPerson(Rows.Ada().Therapist, [PersonName.None], null, PersonContact.None);

        var result = RosterReconciliation.Decide(Rows.Row(), Rows.Ids, nameless, new(License(Granted), null));

        result.TherapistFacts.ShouldBe([new TherapistNameChanged(Personal.Of("Ada"), Personal.None, Personal.Of("Byrne"), Personal.None, null)]);
        result.LicenseFacts.ShouldBeEmpty();
    }

    [Fact]
    public void What_a_source_leaves_out_of_a_contact_stays()
    {
        var row = Rows.Row() with { Person = Rows.Row().Person with { Contact = new("2 New St", null, null) } };
        var known = Rows.Ada() with { Contact = new("1 Main St", "ada@example.org", null) };

        RosterReconciliation.Decide(row, Rows.Ids, known, new(License(Granted), null)).TherapistFacts
            .ShouldBe([new TherapistContactChanged(Personal.Of("2 New St"), Personal.Of("ada@example.org"), Personal.None)]);
    }

    [Fact]
    public void Another_NPI_is_a_change_of_NPI() =>
        (Rows.Row() with { Person = Rows.Row().Person with { Npi = "1234567893" } }).On().TherapistFacts.ShouldBe([new TherapistNpiChanged("1234567893")]);

    [Fact]
    public void Another_birth_date_goes_to_review_and_is_not_taken() =>
        (Rows.Row() with { Person = Rows.Row().Person with { BirthDate = "1980-03-01" } }).On().ReviewCodes().ShouldBe(["BIRTH_DATE_DIFFERS"]);

    [Theory]
    [InlineData("1980")]
    [InlineData("1980-02-29")]
    public void A_year_agrees_with_its_dates(string birth) =>
        (Rows.Row() with { Person = Rows.Row().Person with { BirthDate = birth } }).On().ShouldBe(Verdict.Unchanged);

    [Fact]
    public void Another_birth_date_and_family_name_under_one_number_is_somebody_else()
    {
        var result = (Rows.Row().Named("Bob", "Stone") with { Person = new(new("Bob", null, "Stone", null), "1990-01-01", null, PersonContact.None) }).On();

        result.ShouldBe(Verdict.Review);
        result.ReviewCodes().ShouldBe(["IDENTITY_BIRTH_DATE"]);
    }

    [Fact]
    public void An_SSN_alone_with_another_birth_date_attaches_nothing()
    {
        var row = Rows.Row() with { Number = "NEW-1", Person = Rows.Row().Person with { BirthDate = "1990-01-01" } };

        RosterReconciliation.Decide(row, Rows.Ids, Rows.Ada(), null).ReviewCodes().ShouldBe(["IDENTITY_BIRTH_DATE"]);
    }

    [Fact]
    public void A_therapist_whose_registration_is_voided_takes_no_rows()
    {
        var voided = Rows.Ada() with { Therapist = Therapist(Registered(), new TherapistFactVoided(Fact(1), Reason)) };

        RosterReconciliation.Decide(Rows.Row(), Rows.Ids, voided, new(License(Granted), null)).Refusals.ShouldBe([TherapistRules.RegistrationVoided]);
    }

    [Fact]
    public void Nothing_prints_a_person()
    {
        var row = Rows.Row();

        string.Join(' ', row, row.Person, row.Person.Name, new PersonContact("1 Main St", null, null), Rows.Ada(), new KnownLicense(License(Granted), AdaKing))
            .ShouldSatisfyAllConditions(t => t.ShouldNotContain("Byrne"), t => t.ShouldNotContain("King"), t => t.ShouldNotContain("1980"), t => t.ShouldNotContain("Main"));
    }
}
