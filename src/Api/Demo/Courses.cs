using LicenseTracker.Domain;
using LicenseTracker.Domain.Credits;

namespace LicenseTracker.Api.Demo;

/// <summary>Courses that the demonstration's people take. Schools and courses are invented.</summary>
internal static class Courses
{
    private const int OneOf = 8;

    private static readonly (string Title, string School, Delivery Delivery, string Category, int Hours, int HandsOn)[] Catalogue =
    [
        ("Ethics and boundaries", "Demo School of Bodywork", Delivery.LiveWebinar, "ethics", 3, 0),
        ("Myofascial work on the back", "Demo School of Bodywork", Delivery.InPerson, "massage_technique", 16, 12),
        ("Rules of practice", "Demo Distance Academy", Delivery.OnDemand, "laws_rules", 2, 0),
        ("Preventing medical errors", "Demo Distance Academy", Delivery.HomeStudy, "medical_errors", 2, 0),
        ("Recognising human trafficking", "Demo Distance Academy", Delivery.RecordedWebinar, "human_trafficking", 1, 0),
        ("CPR and first aid", "Demo Heart Rescue", Delivery.InPerson, "cpr_first_aid", 4, 3),
        ("Anatomy of the shoulder", "Demo School of Bodywork", Delivery.InPerson, "core_massage", 8, 2),
        ("Keeping a practice", "Demo Distance Academy", Delivery.OnDemand, "business_management", 4, 0),
    ];

    /// <summary>The n-th course of the catalogue, completed on a day.</summary>
    public static CreditDeclaration Of(int n, DateOnly completedOn)
    {
        var (title, school, delivery, category, hours, handsOn) = Catalogue[n % Catalogue.Length];
        return new(
            title, null, new(school, "Demo Approval Board", null), completedOn, delivery, "course", [new(category, Hours.Of(hours))],
            handsOn == 0 ? null : Hours.Of(handsOn), 60, null, null);
    }

    /// <summary>Every eighth of the crowd has a credit a year; the last few still wait.</summary>
    public static void Write(DemoScript script, IReadOnlyList<Somebody> crowd)
    {
        for (var i = 0; i < crowd.Count; i += OneOf)
        {
            var (somebody, person) = (crowd[i], script.NewPerson(crowd[i].Id.Value));
            var self = DemoPersonas.TherapistOf(somebody.Id, "A therapist of the demonstration", script.Day);
            for (var (n, on) = (i / OneOf, somebody.Registered.AddDays(120 + i % 60)); on < script.Day; (n, on) = (n + 1, on.AddYears(1)))
                person.Submit(on, self, Of(n, on.AddDays(-10))).Verify(on.AddDays(20 + n % 30));
        }
    }
}
