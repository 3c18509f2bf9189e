using System.Collections.Immutable;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Compliance;

/// <summary>Turns a credit's declared hours into hours of the rule book, and parts them by what rules ask about.</summary>
internal static class Portions
{
    public static ImmutableArray<Portion> Of(JudgedCredit credit, HourRules rules, Reading reading)
    {
        var worth = Worth(credit, rules, reading);
        var handsOn = HandsOn(credit, worth);
        var portions = ImmutableArray.CreateBuilder<Portion>(credit.Hours.Length + 1);

        // Where a course has several categories, nobody says in which the hands-on hours lie: they are taken to lie in the largest first.
        var (declared, past, given) = (credit.Declared.Hundredths, 0, 0);
        foreach (var part in credit.Hours.OrderByDescending(h => h.Hours).ThenBy(h => h.Category, StringComparer.Ordinal))
        {
            // One rounding per credit: each part ends where the exact running sum, rounded down, ends.
            past += part.Hours.Hundredths;
            var until = (int)((long)worth.Hundredths * past / declared);
            var hours = new Hours(until - given);
            given = until;
            if (handsOn is not { } left)
            {
                Add(part.Category, null, hours);
                continue;
            }

            var byHand = Hours.Min(hours, left);
            handsOn = left - byHand;
            Add(part.Category, true, byHand);
            Add(part.Category, false, hours - byHand);
        }

        return portions.ToImmutable();

        void Add(string category, bool? byHand, Hours hours)
        {
            if (hours > Hours.Zero)
                portions.Add(new(credit, category, byHand, hours));
        }
    }

    /// <summary>The conversion that says what an activity, or a unit that is no hour, is worth.</summary>
    public static Conversion? ConversionOf(JudgedCredit credit, HourRules rules) =>
        rules.Conversions.FirstOrDefault(c => c.Unit == (credit.Unit ?? credit.Activity));

    private static Hours Worth(JudgedCredit credit, HourRules rules, Reading reading)
    {
        if (ConversionOf(credit, rules) is { } conversion)
        {
            if (!conversion.Each.TryGet(out var each))
                return reading.Helps(null) ? credit.Declared : Hours.Zero;
            return credit.Unit is null ? each : each.Times(credit.Declared.Hundredths, 100);
        }

        // A unit of which the book says nothing is worth nothing that is known.
        if (credit.Unit is not null)
            return reading.Helps(null) ? credit.Declared : Hours.Zero;
        var minutes = rules.Minutes.TryGet(out var known) ? known : credit.HourMinutes == 60 ? 60 : reading.Helps(null) ? 50 : 60;
        return credit.HourMinutes == minutes ? credit.Declared : credit.Declared.Times(credit.HourMinutes, minutes);
    }

    /// <summary>Null: not said. Who was not in the room practised nothing by hand unless the certificate says so.</summary>
    private static Hours? HandsOn(JudgedCredit credit, Hours worth) =>
        credit.HandsOn is { } declared
            ? declared >= credit.Declared ? worth : worth.Times(declared.Hundredths, credit.Declared.Hundredths)
            : credit.Delivery is Delivery.InPerson ? null : Hours.Zero;
}
