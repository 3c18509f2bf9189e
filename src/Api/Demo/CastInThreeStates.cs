using LicenseTracker.Domain;
using LicenseTracker.Domain.Credits;
using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Api.Demo;

/// <summary>Somebody who is licensed in three states: the same courses are enough in one and not in the others.</summary>
internal static class CastInThreeStates
{
    public const string Name = "Trinette Wayfarer";

    public static void Write(DemoScript script)
    {
        var day = script.Day;
        var (person, _) = Cast.Veteran(script, Name, Jurisdiction.IL, "DEMO-IL-1003");
        Cast.Licensed(script, person, Jurisdiction.FL, "DEMO-FL-1003");
        Cast.Licensed(script, person, Jurisdiction.GA, "DEMO-GA-1003");
        var self = DemoPersonas.TherapistOf(person.Id, Name, day);
        var myofascial = Courses.Of(1, day.AddDays(-300));
        CreditDeclaration[] taken =
        [
            myofascial with { Provider = myofascial.Provider with { ApprovalBody = "NCBTMB" } },
            Courses.Of(6, day.AddDays(-270)),
            Courses.Of(0, day.AddDays(-240)),
            Courses.Of(0, day.AddDays(-210)) with { CourseTitle = "Signs of violence at home", Hours = [new("domestic_violence_sexual_assault", Hours.Of(1))] },
        ];
        foreach (var course in taken)
            person.Submit(course.CompletedOn.AddDays(10), self, course).Verify(course.CompletedOn.AddDays(25));
    }
}
