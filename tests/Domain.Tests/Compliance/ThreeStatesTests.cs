using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Tests.Compliance;

/// <summary>One shelf of certificates, three states, three answers.</summary>
public class ThreeStatesTests
{
    private const string Certificates =
        "2 medical_errors on 2026-01-10; 2 laws_rules of FL on 2026-01-11; 2 ethics via ncbtmb_approved on 2026-02-01; 1 human_trafficking on 2026-02-02; "
        + "12 massage_technique byHand via ncbtmb_approved from 2026-03-07 on 2026-03-08; 5 general onDemand on 2026-04-01";

    private static Example In(string version, string term) => new(version, term, Certificates) { Minutes = 60, Holds = [HeldCredential.LiabilityInsurance] };

    [Fact]
    public void Florida_is_satisfied()
    {
        var report = In("FL-2025", "2025-09-01..2027-08-31").Judge();
        report.Satisfied.ShouldBe(true, report.Text());
        report.Of("total").Text().ShouldBe("total Satisfied 24+0/24");
        report.Of("laws_rules").Citation.Text.ShouldContain("64B7-28.009");
    }

    [Fact]
    public void Georgia_counts_approved_providers_only_and_finds_ten_hours_missing()
    {
        var report = In("GA-2014", "2024-11-01..2026-10-31").Judge();
        report.Satisfied.ShouldBe(false, report.Text());
        report.Of("total").Text().ShouldBe("total Short 14+0/24");
        report.Of("total").Shortfall.ShouldBe(Hours.Of(10));
        report.Of("hands_on").Text().ShouldBe("hands_on Satisfied 12+0/12");
        report.CreditsRefused.Where(r => r.Code == "CREDIT_PROVIDER_NOT_ACCEPTED").Sum(r => r.Hours.Hundredths).ShouldBe(1_000);
        report.Of("total").Citation.Text.ShouldContain("345-4");
    }

    [Fact]
    public void What_Indiana_asks_for_is_unknown_and_so_is_the_answer()
    {
        var report = In("IN-2022", "2025-05-16..2029-05-15").Judge();
        report.Satisfied.ShouldBeNull(report.Text());
        report.Of("total").Text().ShouldBe("total Unknown -+-/-");
        report.Of("total").Shortfall.ShouldBeNull();
        report.Of("total").Citation.Text.ShouldContain("IC 25-21.8");
    }
}
