using System.Reflection;
using LicenseTracker.Domain.Rosters;

namespace LicenseTracker.Domain.Tests.Rosters;

/// <summary>For every review code it is decided whether it could take authority away that the record gives.</summary>
public sealed class ReviewEffectTests
{
    [Theory]
    [InlineData("EXPIRY_SHORTENED", true)]
    [InlineData("STATUS_EXPIRED_IN_TERM", true)]
    [InlineData("STATUS_UNCERTAIN", true)]
    [InlineData("STATUS_UNKNOWN", true)]
    [InlineData("CHANGED_SAME_DAY", true)]
    [InlineData("NUMBER_SHARED", true)]
    [InlineData("NUMBER_OR_LICENSE", true)]
    [InlineData("IDENTITY_CONFLICT", true)]
    [InlineData("IDENTITY_SSN_DIFFERS", true)]
    [InlineData("IDENTITY_SSNS_DIVERGE", true)]
    [InlineData("IDENTITY_BIRTH_DATE", true)]
    [InlineData("RENEWAL_UNDATED", false)]
    [InlineData("STATUS_ACTIVE_THOUGH_CLOSED", false)]
    [InlineData("STATUS_ACTIVE_THOUGH_ENCUMBERED", false)]
    [InlineData("DISCIPLINE_NO_LONGER_REPORTED", false)]
    [InlineData("NUMBER_FORMER", false)]
    [InlineData("NUMBER_CHANGED_SAME_DAY", false)]
    [InlineData("BIRTH_DATE_DIFFERS", false)]
    [InlineData("A_CODE_OF_ANOTHER_VERSION", true)]
    public void Only_what_could_take_authority_away_touches_verdicts(string code, bool couldTake) => ReviewEffect.CouldTakeAuthority(code).ShouldBe(couldTake);

    [Fact]
    public void It_is_decided_for_every_review_code_and_tabled_above()
    {
        string[] codes = [.. typeof(Review).GetFields(BindingFlags.Static | BindingFlags.Public).Select(f => f.GetValue(null)).OfType<Refusal>().Select(r => r.Code).Distinct()];
        var tabled = typeof(ReviewEffectTests).GetMethod(nameof(Only_what_could_take_authority_away_touches_verdicts))!
            .GetCustomAttributes<InlineDataAttribute>().Select(d => (string)d.Data[0]!).ToArray();

        codes.Length.ShouldBeGreaterThan(15);
        codes.Where(c => !ReviewEffect.IsDecided(c)).ShouldBeEmpty("say in ReviewEffect whether it could take authority away");
        codes.Except(tabled).ShouldBeEmpty("table it here");
    }
}
