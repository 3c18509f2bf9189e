using System.Text;
using LicenseTracker.Domain.Jurisdictions;
using static LicenseTracker.Domain.Tests.Samples;

namespace LicenseTracker.Domain.Tests.Jurisdictions;

public sealed class JurisdictionInfoTests
{
    [Fact]
    public void All_fifty_one_are_described_with_a_zone_that_exists()
    {
        JurisdictionInfo.All.Select(j => j.Code).ShouldBe(Enum.GetValues<Jurisdiction>());
        JurisdictionInfo.All.Length.ShouldBe(51);
        foreach (var info in JurisdictionInfo.All)
        {
            JurisdictionInfo.Of(info.Code).ShouldBe(info);
            TimeZoneInfo.FindSystemTimeZoneById(info.Zone.Id).HasIanaId.ShouldBeTrue(info.Name);
            info.Regulation.ShouldNotBe(MassageRegulation.Unknown, info.Name);
            (info.Regulator is null).ShouldBe(info.Regulation == MassageRegulation.None, info.Name);
        }
    }

    [Fact]
    public void What_nobody_has_read_stays_unknown()
    {
        JurisdictionInfo.All.ShouldAllBe(j => j.AuthorityContinuesWhileRenewalPending == null);
        JurisdictionInfo.All.ShouldAllBe(j => j.CompactMemberSince == null);
    }

    [Theory]
    [InlineData(Jurisdiction.MN, MassageRegulation.None)]
    [InlineData(Jurisdiction.KS, MassageRegulation.None)]
    [InlineData(Jurisdiction.WY, MassageRegulation.None)]
    [InlineData(Jurisdiction.CA, MassageRegulation.VoluntaryCertification)]
    [InlineData(Jurisdiction.VT, MassageRegulation.Registration)]
    [InlineData(Jurisdiction.FL, MassageRegulation.License)]
    public void Each_state_regulates_massage_its_own_way(Jurisdiction state, MassageRegulation regulation) =>
        JurisdictionInfo.Of(state).Regulation.ShouldBe(regulation);

    [Fact]
    public void The_date_is_that_of_the_regulators_seat()
    {
        var instant = new DateTimeOffset(2026, 7, 1, 4, 30, 0, TimeSpan.Zero);
        JurisdictionInfo.Of(Jurisdiction.FL).DateAt(instant).ShouldBe(Day("2026-07-01"));
        JurisdictionInfo.Of(Jurisdiction.TX).DateAt(instant).ShouldBe(Day("2026-06-30"));
        JurisdictionInfo.Of(Jurisdiction.HI).DateAt(instant.AddHours(5)).ShouldBe(Day("2026-06-30"));
        JurisdictionInfo.Of(Jurisdiction.FL).DateAt(new(2026, 1, 1, 4, 30, 0, TimeSpan.Zero)).ShouldBe(Day("2025-12-31"));
    }

    [Theory]
    [InlineData("[", "x.json: is not JSON")]
    [InlineData("{}", "x.json: $.jurisdictions is missing")]
    [InlineData("""{"jurisdictions": {}}""", "x.json: $.jurisdictions is not a list")]
    [InlineData("""{"jurisdictions": []}""", "x.json: $.jurisdictions names AL 0 times")]
    [InlineData("""{"jurisdictions": [{"citation": {}, "code": "XX"}]}""", "x.json: $.jurisdictions[0].code 'XX' is no Jurisdiction")]
    [InlineData("""{"jurisdictions": [{"citation": {}, "code": 1}]}""", "x.json: $.jurisdictions[0].code is not a text")]
    [InlineData("""{"jurisdictions": [{"citation": {}, "code": "AL", "name": "A", "timeZone": "Mars/Base"}]}""", "x.json: $.jurisdictions[0].timeZone 'Mars/Base'")]
    public void A_malformed_file_is_refused_with_file_path_and_reason(string json, string message) =>
        Should.Throw<InvalidDataException>(() => JurisdictionReader.Read("x.json", new MemoryStream(Encoding.UTF8.GetBytes(json)))).Message.ShouldStartWith(message);
}
