using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Rules;
using LicenseTracker.Domain.Tests.Rules;
using static LicenseTracker.Domain.Tests.Samples;

namespace LicenseTracker.Domain.Tests.Licenses;

/// <summary>Dates that a caller leaves out follow from the record and the rule book, or are asked for; those given are compared with the book.</summary>
public sealed class TermByBookTests
{
    private static readonly DateOnly Born = Day("1990-03-10");

    [Theory]
    [InlineData(Jurisdiction.FL, "2025-09-15", null, null, "2025-09-15..2027-08-31 FL-2025", "")]
    [InlineData(Jurisdiction.FL, "2024-07-15", null, null, "2024-07-15..2025-08-31 FL-2021", "")] // the version of the period that ends then
    [InlineData(Jurisdiction.FL, "2010-05-01", "2025-09-01", null, "2025-09-01..2027-08-31 FL-2025", "")] // its terms before are not on record
    [InlineData(Jurisdiction.FL, "2025-08-20", "2025-09-01", null, "2025-09-01..2027-08-31 FL-2025", "")] // issued just before the term begins
    [InlineData(Jurisdiction.SD, "2024-12-01", null, null, "2024-12-01..2025-09-30 SD-2007", "TERM_EXPIRY_UNCERTAIN")] // the length of its terms is not certain
    [InlineData(Jurisdiction.AL, "2024-03-10", "2024-04-01", null, "2024-04-01..2026-03-10 AL-2024", "")] // counted from the issue
    [InlineData(Jurisdiction.WI, "2024-02-01", null, null, "2024-02-01..2025-03-01 WI-2015", "TERM_EXPIRY_UNCERTAIN")] // read elsewhere than in the law
    [InlineData(Jurisdiction.WA, "2024-05-01", null, null, "2024-05-01..2025-03-10 WA-2024", "TERM_EXPIRY_UNCERTAIN")] // the birthday
    [InlineData(Jurisdiction.FL, "2025-09-15", null, "2027-08-31", "2025-09-15..2027-08-31", "")]
    [InlineData(Jurisdiction.FL, "2025-09-15", null, "2027-09-14", "2025-09-15..2027-09-14", "TERM_EXPIRY_NOT_BY_RULE_BOOK")]
    [InlineData(Jurisdiction.WA, "2024-05-01", null, "2025-05-01", "2024-05-01..2025-05-01", "TERM_EXPIRY_NOT_BY_RULE_BOOK")]
    [InlineData(Jurisdiction.WA, "2024-05-01", null, "2025-03-10", "2024-05-01..2025-03-10", "")]
    [InlineData(Jurisdiction.NY, "2024-05-01", null, "2025-03-10", "2024-05-01..2025-03-10", "")] // nothing to differ from
    public void A_granted_term_is_as_given_and_otherwise_as_the_book_has_it(
        Jurisdiction state, string granted, string? start, string? end, string term, string warning)
    {
        var decision = Grant(state, granted, start, end);
        decision.Refusals.ShouldBeEmpty();
        var fact = decision.Facts.ShouldHaveSingleItem().ShouldBeOfType<LicenseGranted>();
        $"{fact.Term.StartsOn:O}..{fact.Term.ExpiresOn:O} {fact.ExpiryByRuleBook}".TrimEnd().ShouldBe(term);
        string.Join(' ', decision.Warnings.Select(w => w.Code)).ShouldBe(warning);
    }

    [Theory]
    [InlineData(Jurisdiction.NY, true, "Give expiresOn: by rule book NY-2015 (Education Law 7807; 8 NYCRR 78.5 (eff. 2011-10-05, CE from 2012-01-01)) the last day is not known. The regulator prints the day on the license; no rule gives it.")]
    [InlineData(Jurisdiction.WA, false, "Give expiresOn: by rule book WA-2024 (WAC 246-830-475; RCW 18.108, 43.70.613) the last day is not known. The birth date is not known.")]
    [InlineData(Jurisdiction.KS, true, "Give expiresOn: by rule book KS-undated (No state law regulates massage therapists) the last day is not known. It knows no terms: nothing that is issued here is renewed.")]
    [InlineData(Jurisdiction.AZ, true, "Give expiresOn: by rule book AZ-2014 (A.R.S. 32-4225, 32-4251; A.A.C. R4-15-301) the last day is not known. In which years the terms of this license end is not known before its first term.")]
    public void What_the_book_does_not_tell_is_asked_for_and_never_guessed(Jurisdiction state, bool isBirthDateKnown, string message)
    {
        var decision = Grant(state, "2024-05-01", null, null, isBirthDateKnown ? Born : null);
        decision.ThenRefused(TermEndNotKnown);
        decision.Refusals[0].Path.ShouldBe(["expiresOn"]);
        decision.Refusals[0].Message.ShouldBe(message);
    }

    [Fact]
    public void Another_profession_has_no_book_and_a_source_that_states_its_terms_asks_none()
    {
        var audiologist = Command(Jurisdiction.FL, "2025-09-15", null, null) with { Profession = Profession.Audiologist };
        GrantLicense.Decide(audiologist, Therapist(Registered()), numberTaken: false, new(null, null, Day("2026-01-01"))).ThenRefused(TermEndNotKnown);
        GrantLicense.Decide(Command(Jurisdiction.FL, "2025-09-15", null, "2027-09-14"), Therapist(Registered()), numberTaken: false).Warnings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, "2027-09-14", "By rule book FL-2025 (Fla. Admin. Code 64B7-28", "the last day is 2027-08-31.")]
    [InlineData("WA", "2025-05-01", "The last day differs from the pattern of rule book WA-2024 (WAC 246-830-475", "which follows the licensee's birth date (that rule was not read in the law itself).")]
    [InlineData("VA", "2025-05-01", "The last day differs from the pattern of rule book VA-2018 (18VAC90-50-70", "which follows the licensee's birth date.")]
    public void A_difference_names_the_book_and_the_law_and_no_day_that_tells_of_the_birth_date(string? state, string end, string begins, string ends)
    {
        var warning = Grant(state is null ? Jurisdiction.FL : Enum.Parse<Jurisdiction>(state), state is null ? "2025-09-15" : "2024-05-01", null, end).Warnings.ShouldHaveSingleItem();
        warning.Message.ShouldStartWith(begins);
        warning.Message.ShouldContain(ends);
        warning.Message.ShouldEndWith("Check the one given against the license.");
    }

    [Fact]
    public void No_message_names_a_day_that_follows_from_the_birth_date()
    {
        foreach (var book in RuleBook.Shipped.Where(ExpiryByBook.AsksForBirthDate))
        {
            foreach (var (granted, end) in new[] { ("2020-05-01", null), ("2024-05-01", null), ("2024-05-01", "2026-01-01"), ("2012-05-01", "2013-01-01") })
            {
                var decision = Grant(book.Jurisdiction, granted, null, end);
                decision.Refusals.Concat(decision.Warnings).ShouldAllBe(r => !System.Text.RegularExpressions.Regex.IsMatch(r.Message, @"\d{4}-\d{2}-\d{2}"));
            }
        }
    }

    [Fact]
    public void Dates_that_no_term_can_have_are_refused_and_no_book_reckons_with_them()
    {
        Grant(Jurisdiction.FL, "0001-01-01", null, null).Refusals.Select(r => r.Code).Distinct().ShouldBe(["DATE_OUT_OF_RANGE"]);
        Grant(Jurisdiction.FL, "2024-01-01", "9999-12-31", null).ThenRefused(Inputs.DateOutOfRange);
        Grant(Jurisdiction.FL, "2024-01-01", null, "9999-12-31").ThenRefused(Inputs.DateOutOfRange);
        Grant(Jurisdiction.FL, "2024-01-01", null, "2023-12-31").ThenRefused(Inputs.EndBeforeStart);
    }

    [Theory]
    [InlineData("2027-08-31", null, null, "2027-09-01..2029-08-31 FL-2025", "")] // it still runs
    [InlineData("2027-08-31", null, "2029-08-30", "2027-09-01..2029-08-30", "TERM_EXPIRY_NOT_BY_RULE_BOOK")]
    [InlineData("2027-09-01", "2027-09-01", null, "2027-09-01..2029-08-31 FL-2025", "")]
    [InlineData("2027-12-01", "2027-12-01", null, "2027-12-01..2029-08-31 FL-2025", "TERM_GAP TERM_SHORTER")] // renewed late
    [InlineData("2030-12-01", "2030-12-01", null, "2030-12-01..2031-08-31 FL-2025", "TERM_GAP TERM_SHORTER")] // a whole term passed between
    public void A_renewal_follows_the_term_before_it(string today, string? start, string? end, string term, string warnings)
    {
        var decision = Renew(License(Granted), Jurisdiction.FL, today, start, end);
        decision.Refusals.ShouldBeEmpty();
        var fact = decision.Facts.ShouldHaveSingleItem().ShouldBeOfType<LicenseRenewed>();
        $"{fact.Term.StartsOn:O}..{fact.Term.ExpiresOn:O} {fact.ExpiryByRuleBook}".TrimEnd().ShouldBe(term);
        string.Join(' ', decision.Warnings.Select(w => w.Code)).ShouldBe(warnings);
    }

    [Fact]
    public void Whether_a_renewal_of_a_term_that_is_over_was_in_time_must_be_on_record_or_said()
    {
        Renew(License(Granted), Jurisdiction.FL, "2027-09-01", null, null).ThenRefused(RenewLicense.StartNotKnown);
        Renew(License(Granted, new LicenseRenewalFiled(Day("2027-09-01"))), Jurisdiction.FL, "2027-09-02", null, null).ThenRefused(RenewLicense.StartNotKnown);
        Renew(License(Granted, new LicenseRenewalFiled(Day("2027-08-01")), new LicenseRenewalFilingEnded(Day("2027-08-20"))), Jurisdiction.FL, "2027-09-02", null, null)
            .ThenRefused(RenewLicense.StartNotKnown);
        Renew(License(Granted, new LicenseRenewalFiled(Day("2027-08-01"))), Jurisdiction.FL, "2027-12-01", null, null)
            .ThenRecorded(new LicenseRenewed(Term("2027-09-01", "2029-08-31"), ExpiryByRuleBook: "FL-2025"));
    }

    [Fact]
    public void Terms_that_contradict_each_other_leave_nothing_to_follow() =>
        Renew(License(Granted, new LicenseRenewed(Term("2025-09-01", "2027-08-30"))), Jurisdiction.FL, "2026-01-01", null, null).ThenRefused(RenewLicense.StartAmbiguous);

    [Fact]
    public void Years_of_its_own_are_those_of_the_term_before_and_unknown_once_a_term_is_missing()
    {
        var license = License(Granted with { Jurisdiction = Jurisdiction.AZ, GrantedOn = Day("2022-05-01"), Term = Term("2022-05-01", "2024-03-10") });
        Renew(license, Jurisdiction.AZ, "2024-01-01", null, null).Facts.ShouldBe([new LicenseRenewed(Term("2024-03-11", "2026-03-10"), ExpiryByRuleBook: "AZ-2014")]);
        Renew(license, Jurisdiction.AZ, "2027-01-01", "2027-01-01", null).ThenRefused(TermEndNotKnown);
    }

    [Fact]
    public void Who_corrects_a_reckoned_term_states_its_dates()
    {
        var reckoned = Granted with { ExpiryByRuleBook = "FL-2025" };
        CorrectLicenseFact.Decide(new(AdasLicense, Fact(1), reckoned with { Number = "MA-9" }, Reason, 1), License(reckoned))
            .ThenRecorded(Corrected(1, Granted with { Number = "MA-9" }));
    }

    private static Refusal TermEndNotKnown => new("TERM_EXPIRY_NOT_KNOWN", "", "expiresOn");

    private static GrantLicense Command(Jurisdiction state, string granted, string? start, string? end) => new(
        AdasLicense, Ada, state, Profession.MassageTherapist, "MA-12345", Day(granted), new(start is null ? null : Day(start), end is null ? null : Day(end)));

    private static Decision<LicenseFact> Grant(Jurisdiction state, string granted, string? start, string? end) => Grant(state, granted, start, end, Born);

    private static Decision<LicenseFact> Grant(Jurisdiction state, string granted, string? start, string? end, DateOnly? born) => GrantLicense.Decide(
        Command(state, granted, start, end), Therapist(Registered()), numberTaken: false, new(Books.Of(state), born, Day("2026-01-01")));

    private static Decision<LicenseFact> Renew(License license, Jurisdiction state, string today, string? start, string? end) => RenewLicense.Decide(
        new(license.Id, new(start is null ? null : Day(start), end is null ? null : Day(end)), license.Version), license, new(Books.Of(state), Born, Day(today)));
}
