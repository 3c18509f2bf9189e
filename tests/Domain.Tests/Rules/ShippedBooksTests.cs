using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Tests.Rules;

public sealed class ShippedBooksTests
{
    public static TheoryData<Jurisdiction> All => new(Enum.GetValues<Jurisdiction>());

    [Theory]
    [MemberData(nameof(All))]
    public void Every_jurisdiction_has_a_sound_book(Jurisdiction jurisdiction) =>
        RuleBookReader.ReadShipped(jurisdiction).Jurisdiction.ShouldBe(jurisdiction);

    [Theory]
    [MemberData(nameof(All))]
    public void The_book_in_force_regulates_as_the_list_of_jurisdictions_says(Jurisdiction jurisdiction) =>
        RuleBook.Shipped[(int)jurisdiction].Versions[^1].Regulation.ShouldBe(JurisdictionInfo.Of(jurisdiction).Regulation);

    [Theory]
    [MemberData(nameof(All))]
    public void Versions_that_one_date_selects_leave_no_day_between_them(Jurisdiction jurisdiction)
    {
        var versions = RuleBook.Shipped[(int)jurisdiction].Versions;
        for (var i = 1; i < versions.Length; i++)
            versions[i].Effective.From.ShouldBe(versions[i - 1].Effective.To?.AddDays(1), versions[i].Id);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_figure_of_zero_names_how_it_is_known_and_an_unknown_one_is_no_zero(Jurisdiction jurisdiction)
    {
        foreach (var total in RuleBook.Shipped[(int)jurisdiction].Versions.SelectMany(v => v.Requirements).OfType<TotalHours>())
        {
            total.Minimum.TryGet(out var hours).ShouldBe(total.Minimum.IsKnown);
            if (total.Minimum.IsKnown && hours == Hours.Zero)
                total.Minimum.Citation.Text.ShouldNotBeNullOrWhiteSpace();
            if (!total.Minimum.IsKnown)
                total.Heading.Title.ShouldContain("unknown");
        }
    }

    [Fact]
    public void Where_no_hours_were_published_the_total_is_unknown() =>
        RuleBook.Shipped.SelectMany(b => b.Versions).Where(v => v.Requirements.OfType<TotalHours>().Any(t => !t.Minimum.IsKnown)).Select(v => v.Id)
            .ShouldBe(["ID-2024", "IN-2022"]);

    [Fact]
    public void Confidence_is_never_the_clinics() =>
        RuleBook.Shipped.SelectMany(b => b.Versions).SelectMany(v => v.Requirements).ShouldAllBe(r => r.Heading.Citation.Confidence != Confidence.PolicyDefault);
}
