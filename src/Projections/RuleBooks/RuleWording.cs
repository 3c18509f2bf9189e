using System.Globalization;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Eligibility;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Projections.RuleBooks;

/// <summary>The words for what rule books say by code.</summary>
internal static class RuleWording
{
    public const string Unknown = "unknown";

    public static string Of(Confidence confidence) => confidence switch
    {
        Confidence.Primary => "primary",
        Confidence.Secondary => "secondary",
        Confidence.Unverified => "unverified",
        _ => "a clinic's choice",
    };

    public static string Of(VersionSelector selector) => selector switch
    {
        VersionSelector.LicenseExpiry => "the day on which the license expires",
        VersionSelector.PeriodStart => "the first day of the renewal period",
        VersionSelector.PeriodEnd => "the last day of the renewal period",
        VersionSelector.ApplicationReceipt => "the day on which the renewal application is received",
        VersionSelector.RuleDate => "the day that is judged",
        _ => "a date that is unknown",
    };

    public static string Of(MassageRegulation regulation) => regulation switch
    {
        MassageRegulation.License => "license required",
        MassageRegulation.Certification => "certification required",
        MassageRegulation.VoluntaryCertification => "voluntary certification",
        MassageRegulation.Registration => "registration required",
        MassageRegulation.None => "no regulation of massage",
        _ => Unknown,
    };

    public static string Of(Delivery delivery) => delivery switch
    {
        Delivery.InPerson => "in person",
        Delivery.LiveWebinar => "by live webinar",
        Delivery.OnDemand => "online on demand",
        Delivery.HomeStudy => "by home study",
        Delivery.RecordedWebinar => "by recorded webinar",
        _ => throw new InvalidOperationException($"{delivery} has no word."),
    };

    public static string Of(HeldCredential credential) => credential switch
    {
        HeldCredential.Cpr => "CPR",
        HeldCredential.FirstAid => "first aid",
        HeldCredential.Aed => "use of a defibrillator (AED)",
        HeldCredential.BasicLifeSupport => "basic life support",
        HeldCredential.LiabilityInsurance => "liability insurance",
        HeldCredential.FingerprintClearance => "fingerprint clearance",
        HeldCredential.BackgroundCheck => "a background check",
        HeldCredential.NationalCertification => "national certification (NCBTMB)",
        _ => throw new InvalidOperationException($"{credential} has no word."),
    };

    public static string Of(Counting counting) => counting switch
    {
        Counting.WithinTotal => "counted within the total",
        Counting.OnTopOfTotal => "on top of the total",
        _ => "whether within the total is unknown",
    };

    public static string Of(LateStatus status) => status switch
    {
        LateStatus.Grace => "grace",
        LateStatus.Delinquent => "delinquent",
        LateStatus.Lapsed => "lapsed (only a new application helps)",
        _ => Unknown,
    };

    public static string Of(LatePractice practice) => practice switch
    {
        LatePractice.Allowed => "allowed",
        LatePractice.Forbidden => "forbidden",
        LatePractice.WithConditionalRegistration => "only with a conditional registration",
        _ => Unknown,
    };

    public static string Of(NumberParity parity) => parity == NumberParity.Odd ? "odd" : "even";

    /// <summary>Both days, "from then on" where there is no last one.</summary>
    public static string Of(Effective effective) => (effective.From, effective.To) switch
    {
        (null, null) => "in force; its first day is unknown",
        (null, { } to) => $"until {Day(to)}; its first day is unknown",
        ({ } from, null) => $"from {Day(from)} on",
        ({ } from, { } to) => $"from {Day(from)} through {Day(to)}",
    };

    public static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Day(int month, int day) => $"{Month(month)} {day}";

    public static string Month(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);

    /// <summary>"1 month", "24 months".</summary>
    public static string Count(int count, string unit) => count == 1 ? $"1 {unit}" : $"{count} {unit}s";

    public static string Hours(Domain.Hours hours) => hours == Domain.Hours.Of(1) ? "1 hour" : $"{hours} hours";

    public static string Figure<T>(Figure<T> figure, Func<T, string> say)
        where T : notnull => figure.TryGet(out var value) ? say(value) : Unknown;

    /// <summary>How many hours; unknown is said so and never left out.</summary>
    public static string Figure(Figure<Domain.Hours> hours) => hours.TryGet(out var known) ? Hours(known) : "an unknown number of hours";

    public static string Figure(Figure<Amount> amount) => amount.TryGet(out var known) ? Amount(known) : "an unknown amount of hours";

    public static string Amount(Amount amount) => amount.Hours is { } hours ? Hours(hours) : $"{amount.Percent} percent of the total";

    public static string List(IEnumerable<string> words, string last)
    {
        string[] all = [.. words];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {last} {all[^1]}";
    }

    /// <summary>Sentences one after the other; absent ones are left out.</summary>
    public static string Sentences(params IEnumerable<string?> sentences) =>
        string.Join(' ', sentences.Where(s => s is { Length: > 0 }).Select(s => s!.EndsWith('.') ? s : s + "."));
}
