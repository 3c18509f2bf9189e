using LicenseTracker.Api.Access;
using LicenseTracker.Domain;

namespace LicenseTracker.Api.Tests.Access;

/// <summary>Each rule of access, for each role, about oneself or one's own clinic and about another's.</summary>
public sealed class MaySpecs
{
    private static readonly TherapistId Self = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly TherapistId OtherTherapist = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly ClinicId Home = new(new Guid(3, 0, 0, new byte[8]));
    private static readonly ClinicId OtherClinic = new(new Guid(4, 0, 0, new byte[8]));

    /// <summary>Who may, own then other: R registrar, V reviewer, C clinic manager, T therapist, A auditor, D administrator.</summary>
    [Theory]
    [InlineData("WriteRegistry", "R", "R")]
    [InlineData("DeclareEducation", "RT", "R")]
    [InlineData("ReviewCredits", "V", "V")]
    [InlineData("SeePersonalData", "RVTA", "RVA")]
    [InlineData("SeeName", "RVCTA", "RVCA")]
    [InlineData("SeeNames", "RVCA", "RVCA")]
    [InlineData("SeeInvestigations", "RA", "RA")]
    [InlineData("SeeRosterReviews", "RA", "RA")]
    [InlineData("SeeRosterImports", "RAD", "RAD")]
    [InlineData("SeePossibleDuplicates", "R", "R")]
    [InlineData("SeeHistory", "RVCTA", "RVCA")]
    [InlineData("ListTherapists", "RVCAD", "RVCAD")]
    [InlineData("SeeTherapist", "RVCTAD", "RVCAD")]
    [InlineData("OpenClinic", "D", "D")]
    [InlineData("ManageClinic", "CD", "D")]
    [InlineData("AdoptPolicy", "CD", "D")]
    [InlineData("AdoptRuleBook", "RD", "RD")]
    [InlineData("CorrectFacts", "RCD", "RCD")]
    [InlineData("SeeClinics", "CAD", "CAD")]
    [InlineData("SeeClinic", "CAD", "AD")]
    public void Each_role_may_what_the_table_says_and_nothing_else(string rule, string own, string other)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var caller = new Caller("s", "n", role, role is Role.ClinicManager ? [Home] : [], role is Role.Therapist ? Self : null);
            Ask(rule, caller, Self, Home).ShouldBe(own.Contains(Letter(role)), $"{rule}, {role}, own");
            Ask(rule, caller, OtherTherapist, OtherClinic).ShouldBe(other.Contains(Letter(role)), $"{rule}, {role}, other");
        }
    }

    [Fact]
    public void The_table_holds_every_rule() =>
        typeof(May).GetMethods().Where(m => m.IsStatic).Select(m => m.Name).ShouldBe(
            [.. typeof(MaySpecs).GetMethod(nameof(Each_role_may_what_the_table_says_and_nothing_else))!
                .GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>().Select(d => (string)d.Data[0]!)],
            ignoreOrder: true);

    private static bool Ask(string rule, Caller caller, TherapistId therapist, ClinicId clinic)
    {
        var method = typeof(May).GetMethod(rule)!;
        object[] about = [.. method.GetParameters().Skip(1).Select(p => p.ParameterType == typeof(ClinicId) ? (object)clinic : therapist)];
        return (bool)method.Invoke(null, [caller, .. about])!;
    }

    private static char Letter(Role role) => role switch
    {
        Role.Registrar => 'R',
        Role.Reviewer => 'V',
        Role.ClinicManager => 'C',
        Role.Therapist => 'T',
        Role.Auditor => 'A',
        _ => 'D',
    };
}
