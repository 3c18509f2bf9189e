using System.Collections.Immutable;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Therapists;
using static LicenseTracker.Domain.Tests.Credits.CreditSamples;
using static LicenseTracker.Domain.Tests.Samples;

namespace LicenseTracker.Domain.Tests.Credits;

public sealed class DeclarationTests
{
    private static Decision<CreditFact> Submit(CreditDeclaration declared, params Credit[] others) =>
        SubmitCredit.Decide(new(Id, Ada, declared), Therapist(Registered()), others, Limits);

    private static CreditDeclaration With(params CategoryHours[] hours) => Course with { Hours = [.. hours], HandsOn = null };

    [Fact]
    public void What_is_declared_is_recorded_as_declared_and_trimmed() =>
        Submit(Course with { CourseTitle = "  Ethics for bodyworkers ", CourseNumber = " E-1 ", StatedAs = " " }).ThenRecorded(Submitted);

    [Fact]
    public void Hours_are_positive_within_limits_of_known_categories_and_each_category_comes_once()
    {
        Submit(With()).ThenRefused(DeclarationRules.NoHours);
        Submit(Course with { Hours = default }).ThenRefused(DeclarationRules.NoHours);
        Submit(With(new CategoryHours("ethics", Hours.Zero))).ThenRefused(DeclarationRules.NotPositive);
        Submit(With(new CategoryHours("ethics", new(-1)))).ThenRefused(DeclarationRules.NotPositive);
        Submit(With(new CategoryHours("ethics", new(1)))).Accepted.ShouldBeTrue();
        Submit(With(new CategoryHours("ethics", Hours.Of(1_000)))).Accepted.ShouldBeTrue();
        Submit(With(new CategoryHours("ethics", new(100_001)))).ThenRefused(DeclarationRules.TooMany);
        Submit(With(new CategoryHours("ethics", Hours.Of(999)), new CategoryHours("general", Hours.Of(2)))).ThenRefused(DeclarationRules.TooMany);
        Submit(With(new CategoryHours("ethics", new(int.MaxValue)), new CategoryHours("general", new(int.MaxValue)))).ThenRefused(DeclarationRules.TooMany);
        Submit(With(new CategoryHours("Ethics", Hours.Of(1)))).ThenRefused(DeclarationRules.CategoryUnknown);
        Submit(With(new CategoryHours("ethics", Hours.Of(1)), new CategoryHours("ethics", Hours.Of(1)))).ThenRefused(DeclarationRules.Repeated);
    }

    [Fact]
    public void A_category_is_known_by_the_list_that_is_handed_in()
    {
        var one = new DeclarationLimits(new([new("lymph", "Lymph", "")]), Limits.LatestToday);
        SubmitCredit.Decide(new(Id, Ada, With(new CategoryHours("lymph", Hours.Of(1)))), Therapist(Registered()), [], one).Accepted.ShouldBeTrue();
        SubmitCredit.Decide(new(Id, Ada, Course), Therapist(Registered()), [], one).ThenRefused(DeclarationRules.CategoryUnknown);
    }

    [Theory]
    [InlineData("2026-05-03", true)]
    [InlineData("2026-05-04", false)]
    public void A_course_is_completed_by_the_latest_date_that_it_is_anywhere(string completed, bool accepted)
    {
        Submit(Course with { CompletedOn = Day(completed) }).Accepted.ShouldBe(accepted);
        DeclarationLimits.At(CreditCategories.Shipped, new(2026, 5, 2, 10, 0, 0, TimeSpan.Zero)).LatestToday.ShouldBe(Day("2026-05-03"));
        DeclarationLimits.At(CreditCategories.Shipped, new(2026, 5, 2, 9, 59, 59, TimeSpan.Zero)).LatestToday.ShouldBe(Day("2026-05-02"));
    }

    [Theory]
    [InlineData("2026-03-14", null)]
    [InlineData("2026-03-12", null)]
    [InlineData("2026-03-15", "CREDIT_STARTS_AFTER_COMPLETION")]
    [InlineData("1899-12-31", "DATE_OUT_OF_RANGE")]
    public void A_course_starts_by_the_day_on_which_it_is_completed(string started, string? refused)
    {
        var decision = Submit(Course with { StartedOn = Day(started) });
        decision.Refusals.Select(r => r.Code).ShouldBe(refused is null ? [] : [refused]);
        decision.Refusals.ShouldAllBe(r => r.Path.SequenceEqual(new[] { "startedOn" }));
        ResubmitCredit.Decide(new(Id, Course with { StartedOn = Day(started) }, 2), Credit(Submitted, Rejected), Limits).Refusals.Select(r => r.Code).ShouldBe(decision.Refusals.Select(r => r.Code));
        CorrectCreditFact.Decide(new(Id, Fact(1), new CreditSubmitted(Ada, Course with { StartedOn = Day(started) }), Reason, 1), Credit(Submitted), Limits)
            .Refusals.Select(r => r.Code).ShouldBe(decision.Refusals.Select(r => r.Code));
    }

    [Fact]
    public void Whose_law_was_taught_is_recorded_as_said()
    {
        Submit(Course with { LawOf = Jurisdiction.TN }).ThenRecorded(new CreditSubmitted(Ada, Course with { LawOf = Jurisdiction.TN }));
        Submit(Course with { LawOf = (Jurisdiction)999 }).Refusals.ShouldHaveSingleItem().Path.ShouldBe(["lawOf"]);
        (Course with { LawOf = Jurisdiction.TN }).ShouldNotBe(Course with { LawOf = Jurisdiction.FL });
        (Course with { StartedOn = Course.CompletedOn }).ShouldNotBe(Course);
    }

    [Fact]
    public void Hands_on_hours_are_at_most_all_hours()
    {
        Submit(Course with { HandsOn = Hours.Parse("6.25") }).Accepted.ShouldBeTrue();
        Submit(Course with { HandsOn = Hours.Parse("6.26") }).ThenRefused(DeclarationRules.HandsOnOverTotal);
        Submit(Course with { HandsOn = Hours.Zero }).Accepted.ShouldBeTrue();
        Submit(Course with { HandsOn = new(-1) }).ThenRefused(DeclarationRules.NotPositive);
    }

    [Fact]
    public void Every_mistake_of_a_form_is_told_at_once() =>
        Submit(Course with { CourseTitle = " ", Provider = new("-", null, null), HourMinutes = 55, Activity = "sleeping", CertificateSha256 = "abc", Delivery = (Delivery)9 })
            .ThenRefused(
                Inputs.TextMissing, Inputs.TextMissing, Refusals.InvalidInput("", ""), DeclarationRules.ActivityUnknown, DeclarationRules.HourMinutesUnknown,
                DeclarationRules.HashMalformed);

    [Theory]
    [InlineData("0.6 CEU", null)]
    [InlineData(".6ceus", null)]
    [InlineData(null, "Ethics (0.6 CEU)")]
    [InlineData(null, "6 CEUs of ethics")]
    public void Ceu_on_paper_is_flagged_and_never_converted(string? statedAs, string? title)
    {
        var declared = Course with { StatedAs = statedAs, CourseTitle = title ?? Course.CourseTitle };
        Submit(declared).ThenRecorded(new CreditSubmitted(Ada, declared), DeclarationRules.StatedInCeu);
        VerifyCredit.Decide(new(Id, Rose, Personal.Of("Seen"), 1), Credit(new CreditSubmitted(Ada, declared)), Submitters)
            .ThenRecorded(Verified, DeclarationRules.StatedInCeu);
    }

    [Fact]
    public void A_word_that_only_contains_those_letters_is_no_ceu() => Submit(Course with { CourseTitle = "Panaceum and pharmaceuticals" }).Warnings.ShouldBeEmpty();

    [Fact]
    public void The_same_course_or_certificate_again_is_a_warning_unless_the_other_was_withdrawn()
    {
        var hash = new string('a', 64);
        Submit(Course with { CourseTitle = "ETHICS, for Body-workers!", CourseNumber = null }, Credit(Submitted)).Warnings.ShouldBe([SubmitCredit.PossibleDuplicate]);
        Submit(Course, Credit(Submitted, Rejected)).Warnings.ShouldBe([SubmitCredit.PossibleDuplicate]);
        Submit(Course, Credit(Submitted, Withdrawn)).Warnings.ShouldBeEmpty();
        Submit(Course, Credit(Submitted, VoidOf(1))).Warnings.ShouldBeEmpty();
        Submit(Course with { CompletedOn = Day("2026-03-15") }, Credit(Submitted)).Warnings.ShouldBeEmpty();
        Submit(Course with { Provider = new("Other School", null, null) }, Credit(Submitted)).Warnings.ShouldBeEmpty();
        Submit(
            Course with { CompletedOn = Day("2026-03-15"), CertificateSha256 = hash.ToUpperInvariant() }, Credit(new CreditSubmitted(Ada, Course with { CertificateSha256 = hash })))
            .Warnings.ShouldBe([SubmitCredit.PossibleDuplicate]);
    }

    [Fact]
    public void Nothing_is_submitted_for_a_therapist_whose_registration_is_voided() =>
        SubmitCredit.Decide(new(Id, Ada, Course), Therapist(Registered(), new TherapistFactVoided(Fact(1), Reason)), [], Limits).ThenRefused(TherapistRules.RegistrationVoided);

    [Fact]
    public void Codes_of_categories_and_activities_are_snake_case_and_unique()
    {
        ImmutableArray<string> codes = [.. CreditCategories.Shipped.All.Select(c => c.Code)];
        codes.ShouldBeUnique();
        codes.Concat(CreditActivities.All.Select(a => a.Code)).ShouldAllBe(c => c.All(x => char.IsAsciiLetterLower(x) || x == '_'));
        foreach (var pinned in new[] { "ethics", "laws_rules", "medical_errors", "human_trafficking", "massage_technique", "cpr_first_aid", "general" })
            codes.ShouldContain(pinned);
    }
}
