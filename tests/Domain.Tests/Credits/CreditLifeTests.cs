using LicenseTracker.Domain.Credits;
using static LicenseTracker.Domain.Tests.Credits.CreditSamples;
using static LicenseTracker.Domain.Tests.Samples;

namespace LicenseTracker.Domain.Tests.Credits;

public sealed class CreditLifeTests
{
    private static readonly Dictionary<CreditStatus, CreditFact[]> Lives = new()
    {
        [CreditStatus.Submitted] = [Submitted],
        [CreditStatus.Verified] = [Submitted, Verified],
        [CreditStatus.Rejected] = [Submitted, Rejected],
        [CreditStatus.Withdrawn] = [Submitted, Withdrawn],
        [CreditStatus.Revoked] = [Submitted, Verified, Revoked],
    };

    private static readonly Dictionary<CreditStatus, Refusal> Told = new()
    {
        [CreditStatus.Submitted] = CreditRules.Waiting,
        [CreditStatus.Verified] = CreditRules.Verified,
        [CreditStatus.Rejected] = CreditRules.Rejected,
        [CreditStatus.Withdrawn] = CreditRules.Withdrawn,
        [CreditStatus.Revoked] = CreditRules.Revoked,
    };

    private static readonly Dictionary<string, Func<Credit, Decision<CreditFact>>> Commands = new()
    {
        ["verify"] = c => VerifyCredit.Decide(new(Id, Rose, Personal.Of("Seen"), c.Version), c, Submitters),
        ["reject"] = c => RejectCredit.Decide(new(Id, Rose, Personal.Of("Unreadable"), c.Version), c, Submitters),
        ["resubmit"] = c => ResubmitCredit.Decide(new(Id, Course, c.Version), c, Limits),
        ["withdraw"] = c => WithdrawCredit.Decide(new(Id, c.Version), c),
        ["revoke"] = c => RevokeCredit.Decide(new(Id, Personal.Of("Forged"), c.Version), c),
    };

    [Theory]
    [InlineData("verify", CreditStatus.Submitted, CreditStatus.Verified)]
    [InlineData("reject", CreditStatus.Submitted, CreditStatus.Rejected)]
    [InlineData("resubmit", CreditStatus.Rejected, CreditStatus.Submitted)]
    [InlineData("withdraw", CreditStatus.Submitted, CreditStatus.Withdrawn)]
    [InlineData("withdraw", CreditStatus.Rejected, CreditStatus.Withdrawn)]
    [InlineData("revoke", CreditStatus.Verified, CreditStatus.Revoked)]
    public void A_command_leads_from_one_status_to_another(string command, CreditStatus from, CreditStatus to)
    {
        var decision = Commands[command](Credit(Lives[from]));
        decision.Refusals.ShouldBeEmpty();
        Status(Lives[from].Append(decision.Facts.Single())).ShouldBe(to);
    }

    [Theory]
    [InlineData("verify", CreditStatus.Submitted)]
    [InlineData("reject", CreditStatus.Submitted)]
    [InlineData("resubmit", CreditStatus.Rejected)]
    [InlineData("withdraw", CreditStatus.Submitted, CreditStatus.Rejected)]
    [InlineData("revoke", CreditStatus.Verified)]
    public void In_any_other_status_it_is_refused_and_says_which_that_is(string command, params CreditStatus[] allowed)
    {
        foreach (var (status, life) in Lives.Where(l => !allowed.Contains(l.Key)))
            Commands[command](Credit(life)).ThenRefused(Told[status]);
        Commands[command](Credit(Submitted, VoidOf(1))).ThenRefused(CreditRules.SubmissionVoided);
    }

    [Fact]
    public void Nobody_reviews_what_they_submitted_or_a_credit_of_their_own()
    {
        foreach (var own in new[] { new Reviewer("therapist-1", null), new Reviewer("reviewer-1", Ada) })
        {
            VerifyCredit.Decide(new(Id, own, Personal.Of("Seen"), 1), Credit(Submitted), Submitters).ThenRefused(Reviewer.OwnCredit);
            RejectCredit.Decide(new(Id, own, Personal.Of("No"), 1), Credit(Submitted), Submitters).ThenRefused(Reviewer.OwnCredit);
        }

        VerifyCredit.Decide(new(Id, new("reviewer-1", new TherapistId(A.Value)), Personal.Of("Seen"), 1), Credit(Submitted), Submitters).ThenRecorded(Verified);
    }

    [Fact]
    public void Methods_and_reasons_are_required()
    {
        VerifyCredit.Decide(new(Id, Rose, Personal.Of(" "), 1), Credit(Submitted), Submitters).ThenRefused(Inputs.TextMissing);
        RejectCredit.Decide(new(Id, Rose, Personal.None, 1), Credit(Submitted), Submitters).ThenRefused(Inputs.TextMissing);
        RevokeCredit.Decide(new(Id, Personal.None, 2), Credit(Submitted, Verified)).ThenRefused(Inputs.TextMissing);
    }

    [Fact]
    public void What_was_known_at_an_instant_is_what_was_recorded_by_then()
    {
        var credit = Credit(Submitted, Rejected, Resubmitted(), Verified, Revoked);
        credit.KnownAt(RecordedAt(1).AddTicks(-1)).ShouldBeNull();
        CreditStatus[] expected = [CreditStatus.Submitted, CreditStatus.Rejected, CreditStatus.Submitted, CreditStatus.Verified, CreditStatus.Revoked];
        for (var n = 1; n <= 5; n++)
            credit.KnownAt(RecordedAt(n))!.Status.ShouldBe(expected[n - 1]);
        credit.KnownAt(RecordedAt(2))!.Declaration.CourseTitle.ShouldBe("Ethics for bodyworkers");
        credit.KnownAt(RecordedAt(3))!.Declaration.CourseTitle.ShouldBe("Ethics");
        credit.AtVersion(4)!.Evidence.ShouldBe([Fact(1), Fact(3), Fact(4)]);
    }

    [Fact]
    public void Only_the_completion_of_a_course_has_a_date_in_law()
    {
        foreach (var fact in new CreditFact[] { Verified, Rejected, Withdrawn, Revoked, VoidOf(1) })
            fact.EffectiveOn.ShouldBeNull();
        Submitted.EffectiveOn.ShouldBe(Course.CompletedOn);
        Corrected(1, Submitted).EffectiveOn.ShouldBe(Course.CompletedOn);
    }
}
