using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Therapists;
using static LicenseTracker.Domain.Tests.Samples;

namespace LicenseTracker.Domain.Tests.Therapists;

public sealed class TherapistTests
{
    [Fact]
    public void The_name_is_that_of_the_latest_date_whatever_the_order_of_recording()
    {
        var later = Name("Late", "2026-05-01");
        var earlier = Name("Early", "2026-02-01");
        foreach (var facts in (TherapistFact[][])[[Registered(), later, earlier], [Registered(), earlier, later]])
            Therapist(facts).KnownAt(null).ShouldNotBeNull().FamilyName.Clear.ShouldBe("Late");
    }

    [Fact]
    public void A_name_change_without_a_date_counts_from_the_day_it_was_recorded()
    {
        // The second fact is recorded on 2026-01-02.
        Therapist(Registered(), Name("Undated", null), Name("Old", "2025-12-01")).KnownAt(null).ShouldNotBeNull().FamilyName.Clear.ShouldBe("Undated");
        Therapist(Registered(), Name("Undated", null), Name("New", "2026-01-02")).KnownAt(null).ShouldNotBeNull().FamilyName.Clear.ShouldBe("New");
    }

    [Fact]
    public void Each_personal_text_says_which_event_holds_it_under_which_field()
    {
        var therapist = Therapist(Registered(), Name("Ox", "2026-02-01"), new TherapistFactCorrected(Fact(1), Registered(), Reason)).KnownAt(null).ShouldNotBeNull();
        therapist.FamilyNameAt.ShouldBe(new(Personal.Of("Ox"), Fact(2), "familyName"));
        therapist.BirthDateAt.ShouldBe(new(Personal.Of("1980-02-29"), Fact(3), "replacement.birthDate"));
        therapist.EmailAt.ShouldBeNull();
        therapist.Email.ShouldBe(Personal.None);
    }

    [Fact]
    public void Contact_and_npi_are_the_latest_recorded()
    {
        var therapist = Therapist(
            Registered("1234567893"), new TherapistContactChanged(Personal.None, Personal.Of("a@example.org"), Personal.None), new TherapistNpiChanged(null),
            new TherapistContactChanged(Personal.None, Personal.Of("b@example.org"), Personal.None));
        therapist.KnownAt(null).ShouldNotBeNull().Email.Clear.ShouldBe("b@example.org");
        therapist.KnownAt(null).ShouldNotBeNull().Npi.ShouldBeNull();
        therapist.KnownAt(RecordedAt(2)).ShouldNotBeNull().Npi.ShouldBe("1234567893");
    }

    [Theory]
    [InlineData("1234567893", true, true)]
    [InlineData("1234567890", true, false)]
    [InlineData("123456789", false, false)]
    [InlineData("12345678 3", false, false)]
    [InlineData("١٢٣٤٥٦٧٨٩٣", false, false)]
    public void An_npi_has_ten_digits_and_a_wrong_check_digit_is_but_a_warning(string npi, bool accepted, bool quiet)
    {
        var decision = ChangeTherapistNpi.Decide(new(Ada, npi, 1), Therapist(Registered()));
        decision.Accepted.ShouldBe(accepted);
        if (accepted)
            decision.ThenRecorded(new TherapistNpiChanged(npi), quiet ? [] : [Npi.CheckDigitWrong]);
        else
            decision.ThenRefused(Npi.Malformed);
    }

    [Theory]
    [InlineData("1980-02-29", true)]
    [InlineData("1980", true)]
    [InlineData("1981-02-29", false)]
    [InlineData("02/29/1980", false)]
    [InlineData("1899", false)]
    public void A_birth_date_is_a_date_or_a_year(string birthDate, bool accepted) =>
        RegisterTherapist.Decide(new(Ada, Personal.None, Personal.None, Personal.None, Personal.None, Personal.Of(birthDate), null)).Accepted.ShouldBe(accepted);

    [Fact]
    public void A_nameless_therapist_is_registered_but_a_change_gives_a_name()
    {
        RegisterTherapist.Decide(new(Ada, Personal.None, Personal.None, Personal.None, Personal.None, Personal.None, null)).Accepted.ShouldBeTrue();
        ChangeTherapistName.Decide(new(Ada, Personal.None, Personal.None, Personal.None, Personal.None, null, 1), Therapist(Registered()))
            .ThenRefused(ChangeLicenseeName.NameMissing);
        ChangeTherapistContact.Decide(new(Ada, Personal.Of("1 Main St\nMiami"), Personal.Of("a\nb"), Personal.None, 1), Therapist(Registered()))
            .ThenRefused(Inputs.TextUnprintable);
    }

    [Fact]
    public void Facts_of_a_therapist_are_corrected_and_voided_like_all_others()
    {
        var therapist = Therapist(Registered(), Name("Ox", "2026-02-01"));
        CorrectTherapistFact.Decide(new(Ada, Fact(2), Registered(), Reason, 2), therapist).ThenRefused(Corrections.OtherType);
        CorrectTherapistFact.Decide(new(Ada, Fact(1), Registered("12"), Reason, 2), therapist).ThenRefused(Npi.Malformed);
        VoidTherapistFact.Decide(new(Ada, Fact(2), Reason, 2), therapist).ThenRecorded(new TherapistFactVoided(Fact(2), Reason));
        Therapist(Registered(), new TherapistFactVoided(Fact(1), Reason)).KnownAt(null).ShouldBeNull();
    }

    private static TherapistNameChanged Name(string family, string? on) =>
        new(Personal.None, Personal.None, Personal.Of(family), Personal.None, on is null ? null : Day(on));
}
