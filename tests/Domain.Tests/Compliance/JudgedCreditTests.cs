using LicenseTracker.Domain.Compliance;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Jurisdictions;
using static LicenseTracker.Domain.Tests.Credits.CreditSamples;
using static LicenseTracker.Domain.Tests.Samples;

namespace LicenseTracker.Domain.Tests.Compliance;

/// <summary>What compliance takes from a credit's record.</summary>
public class JudgedCreditTests
{
    private static JudgedCredit? Of(params CreditFact[] facts) => JudgedCredit.Of(Credit(facts).KnownAt(null)!, p => new([p.ApprovalBody!.ToLowerInvariant()], []));

    [Fact]
    public void Verified_and_waiting_credits_count_and_no_others()
    {
        Of(Submitted, Verified)!.IsVerified.ShouldBeTrue();
        Of(Submitted)!.IsVerified.ShouldBeFalse();
        Of(Submitted, Rejected).ShouldBeNull();
        Of(Submitted, Withdrawn).ShouldBeNull();
        Of(Submitted, Verified, Revoked).ShouldBeNull();
    }

    [Fact]
    public void Whose_law_was_taught_and_when_the_course_began_are_what_the_credit_says()
    {
        var said = Of(new CreditSubmitted(Ada, Course with { LawOf = Jurisdiction.FL, StartedOn = Day("2026-03-13") }))!;
        (said.LawOf, said.StartedOn).ShouldBe((Jurisdiction.FL, Day("2026-03-13")));
        var silent = Of(Submitted)!;
        (silent.LawOf, silent.StartedOn).ShouldBe((null, null));
    }

    [Fact]
    public void The_rest_is_as_declared()
    {
        var credit = Of(Submitted)!;
        credit.Hours.ShouldBe(Course.Hours);
        (credit.Declared, credit.HandsOn, credit.HourMinutes).ShouldBe((Hours.Parse("6.25"), Hours.Parse("1.5"), 50));
        credit.ProviderKinds.ShouldBe(["ncbtmb"]);
        credit.Course.ShouldBe("DEMOSCHOOL/E1");
    }
}
