using CsCheck;
using LicenseTracker.Domain.Credits;
using static LicenseTracker.Domain.Tests.Credits.CreditSamples;
using static LicenseTracker.Domain.Tests.Samples;

namespace LicenseTracker.Domain.Tests.Credits;

/// <summary>A review counts for exactly the values that lay before the reviewer, whatever is corrected or voided and in what order.</summary>
public sealed class ReviewTests
{
    private static readonly CreditSubmitted More = new(Ada, Course with { Hours = [new("ethics", Hours.Of(20))] });

    [Fact]
    public void Values_corrected_after_their_review_wait_for_another()
    {
        Status(Submitted, Verified, Corrected(1, More)).ShouldBe(CreditStatus.Submitted);
        Status(Submitted, Corrected(1, More), Verified).ShouldBe(CreditStatus.Verified);
        Status(Submitted, Verified, Corrected(1, More), Verified).ShouldBe(CreditStatus.Verified);
        Status(Submitted, Rejected, Corrected(1, More)).ShouldBe(CreditStatus.Submitted);
        Status(Submitted, Verified, Corrected(1, More), VoidOf(3)).ShouldBe(CreditStatus.Verified);
    }

    [Fact]
    public void A_correction_says_that_it_makes_a_review_stale()
    {
        CorrectCreditFact.Decide(new(Id, Fact(1), More, Reason, 2), Credit(Submitted, Verified), Limits).ThenRecorded(Corrected(1, More), CorrectCreditFact.ReviewedBefore);
        CorrectCreditFact.Decide(new(Id, Fact(1), More, Reason, 1), Credit(Submitted), Limits).ThenRecorded(Corrected(1, More));
        CorrectCreditFact.Decide(new(Id, Fact(2), new CreditVerified(Personal.Of("By telephone")), Reason, 2), Credit(Submitted, Verified), Limits)
            .Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void A_verification_never_passes_to_values_that_its_reviewer_did_not_see()
    {
        // Verified after a resubmission; then both the rejection and the resubmission are voided, which brings the first values back.
        Status(Submitted, Rejected, Resubmitted(), Verified, VoidOf(3)).ShouldBe(CreditStatus.Rejected);
        Status(Submitted, Rejected, Resubmitted(), Verified, VoidOf(3), VoidOf(2)).ShouldBe(CreditStatus.Submitted);
        Status(Submitted, Rejected, Resubmitted(), Verified, VoidOf(2)).ShouldBe(CreditStatus.Verified);
    }

    [Fact]
    public void A_voided_review_leaves_the_credit_waiting_and_a_voided_void_brings_it_back()
    {
        Status(Submitted, Verified, VoidOf(2)).ShouldBe(CreditStatus.Submitted);
        Status(Submitted, Verified, VoidOf(2), VoidOf(3)).ShouldBe(CreditStatus.Verified);
        Status(Submitted, Verified, VoidOf(2), Rejected).ShouldBe(CreditStatus.Rejected);
        Status(Submitted, VoidOf(1)).ShouldBeNull();
    }

    [Fact]
    public void A_revocation_holds_whatever_becomes_of_the_verification()
    {
        Status(Submitted, Verified, Revoked, VoidOf(2)).ShouldBe(CreditStatus.Revoked);
        Status(Submitted, Verified, Revoked, VoidOf(3)).ShouldBe(CreditStatus.Verified);
        Status(Submitted, Verified, Revoked, Corrected(1, More)).ShouldBe(CreditStatus.Revoked);
    }

    [Fact]
    public void A_correction_keeps_type_and_therapist_and_is_held_to_the_same_limits()
    {
        CorrectCreditFact.Decide(new(Id, Fact(1), new CreditSubmitted(new(A.Value), Course), Reason, 1), Credit(Submitted), Limits).ThenRefused(Corrections.IdentityChanged);
        CorrectCreditFact.Decide(new(Id, Fact(1), Verified, Reason, 1), Credit(Submitted), Limits).ThenRefused(Corrections.OtherType);
        CorrectCreditFact.Decide(new(Id, Fact(1), new CreditSubmitted(Ada, Course with { Hours = [] }), Reason, 1), Credit(Submitted), Limits)
            .ThenRefused(DeclarationRules.NoHours);
        CorrectCreditFact.Decide(new(Id, Fact(9), Submitted, Reason, 1), Credit(Submitted), Limits).ThenRefused(Corrections.FactUnknown);
        VoidCreditFact.Decide(new(Id, Fact(1), Reason, 1), Credit(Submitted)).ThenRecorded(VoidOf(1));
        VoidCreditFact.Decide(new(Id, Fact(1), Personal.None, 1), Credit(Submitted)).ThenRefused(Inputs.TextMissing);
    }

    /// <summary>Random lives through the commands themselves: the status is always one that the facts, read independently, give.</summary>
    [Fact]
    public void In_any_order_of_reviews_corrections_and_voids_only_a_review_of_the_present_values_counts() =>
        Gen.Int[0, 10_000].Array[1, 14].Sample(numbers =>
        {
            var log = Log<CreditFact>(Submitted);
            foreach (var number in numbers)
            {
                var decision = Decide(new(Id, log), number);
                if (decision.Accepted)
                    log = log.Add(new(Fact(log.Facts.Length + 1), log.Version + 1, RecordedAt(log.Facts.Length + 1), decision.Facts.Single()));
            }

            var known = new Credit(Id, log).KnownAt(null);
            for (var version = 1; version <= log.Version; version++)
                new Credit(Id, log).KnownAt(RecordedAt(version))?.Status.ShouldBe(new Credit(Id, log).AtVersion(version)!.Status);
            if (known?.Status is not (CreditStatus.Verified or CreditStatus.Rejected))
                return;

            // What the reviewer saw is what is declared now, by value and not only by id.
            var review = known.Decisive!;
            new Credit(Id, log).AtVersion(review.Version - 1)!.Declaration.ShouldBe(known.Declaration);
            log.Voided().ShouldNotContain(review.Id);
        }, iter: 3_000);

    private static Decision<CreditFact> Decide(Credit credit, int number)
    {
        var (n, target) = (number / 7, Fact(1 + (number / 7 % credit.Log.Facts.Length)));
        return (number % 7) switch
        {
            0 => VerifyCredit.Decide(new(Id, Rose, Personal.Of("Seen"), credit.Version), credit, Submitters),
            1 => RejectCredit.Decide(new(Id, Rose, Personal.Of("No"), credit.Version), credit, Submitters),
            2 => ResubmitCredit.Decide(new(Id, Course with { CourseTitle = $"Course {n}" }, credit.Version), credit, Limits),
            3 => CorrectCreditFact.Decide(new(Id, Fact(1), new CreditSubmitted(Ada, Course with { CourseTitle = $"Course {n}" }), Reason, credit.Version), credit, Limits),
            4 when n % 5 == 0 => RevokeCredit.Decide(new(Id, Personal.Of("Forged"), credit.Version), credit),
            5 when n % 5 == 0 => WithdrawCredit.Decide(new(Id, credit.Version), credit),
            _ => VoidCreditFact.Decide(new(Id, target, Reason, credit.Version), credit),
        };
    }
}
