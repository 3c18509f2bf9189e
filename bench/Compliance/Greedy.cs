using LicenseTracker.Domain;
using LicenseTracker.Domain.Compliance;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Bench.Compliance;

/// <summary>
/// What one would write first: take the credits oldest first, lay each where it fits first, count it toward every minimum that it fits and stop at
/// each limit. It never gives back an hour that it has taken.
/// </summary>
internal static class Greedy
{
    public static Hours Shortfall(ComplianceQuestion question)
    {
        var rules = question.Rules.Requirements;
        var total = rules.OfType<TotalHours>().First();
        AtLeast[] minimums = [.. rules.OfType<AtLeast>()];
        AtMost[] limits = [.. rules.OfType<AtMost>()];
        var (laid, earned, against) = (0, new int[minimums.Length], new int[limits.Length]);
        foreach (var credit in question.Credits.OrderBy(c => c.CompletedOn).ThenBy(c => c.Id.Value))
        {
            foreach (var part in credit.Hours)
            {
                var hours = part.Hours.Hundredths;
                for (var i = 0; i < limits.Length; i++)
                    hours = Fits(limits[i].Of, credit, part.Category) ? Math.Min(hours, Figure(limits[i].Amount) - against[i]) : hours;
                if (total.Parts.IsEmpty)
                    Take(credit, part.Category, hours);
                else
                    Fill(credit, part.Category, hours);
            }
        }

        var missing = Math.Max(0, (total.Minimum.TryGet(out var required) ? required.Hundredths : 0) - laid);
        for (var i = 0; i < minimums.Length; i++)
            missing += Math.Max(0, Figure(minimums[i].Amount) - earned[i]);
        return new(missing);

        void Take(JudgedCredit credit, string category, int hours)
        {
            laid += hours;
            for (var i = 0; i < minimums.Length; i++)
                earned[i] += Fits(minimums[i].Of, credit, category) ? hours : 0;
            for (var i = 0; i < limits.Length; i++)
                against[i] += Fits(limits[i].Of, credit, category) ? hours : 0;
        }

        void Fill(JudgedCredit credit, string category, int hours)
        {
            for (var i = 0; i < minimums.Length && hours > 0; i++)
            {
                if (!total.Parts.Contains(minimums[i].Code) || !Fits(minimums[i].Of, credit, category))
                    continue;
                var taken = Math.Min(hours, Figure(minimums[i].Amount) - earned[i]);
                earned[i] += taken;
                laid += taken;
                hours -= taken;
            }
        }
    }

    private static bool Fits(CreditFilter filter, JudgedCredit credit, string category) =>
        (filter.Categories.IsEmpty || filter.Categories.Contains(category)) && (filter.Deliveries.IsEmpty || filter.Deliveries.Contains(credit.Delivery));

    private static int Figure(Figure<Amount> amount) => amount.TryGet(out var known) && known.Hours is { } hours ? hours.Hundredths : 0;
}
