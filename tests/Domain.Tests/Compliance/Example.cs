using System.Collections.Immutable;
using LicenseTracker.Domain.Compliance;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;

namespace LicenseTracker.Domain.Tests.Compliance;

/// <summary>
/// A worked example as a regulator would print it. Credits are written "hours category", then what matters of: a delivery (in person unless said),
/// "byHand", "of STATE", "from date" (the first day), "via provider kind", "as activity", "on date", "course name", "pending"; several are parted by semicolons.
/// </summary>
internal sealed record Example(string Version, string Term, string Credits)
{
    public int? Renewal { get; init; } = 3;

    public string? Since { get; init; } = "2010-05-15";

    public string Number { get; init; } = "MA-12345";

    public string? AsOf { get; init; }

    public ImmutableArray<HeldCredential> Holds { get; init; } = [];

    public ImmutableArray<ApprovedExemption> Exemptions { get; init; } = [];

    public string CarriedIn { get; init; } = "0";

    public int Minutes { get; init; }

    /// <summary>The rules themselves, where they are no version of a shipped book as it stands.</summary>
    public RuleBookVersion? Rules { get; init; }

    public ComplianceReport Judge()
    {
        var dates = Term.Split("..");
        var (start, end) = (Samples.Day(dates[0]), Samples.Day(dates[1]));
        var version = Rules ?? RuleBook.Shipped.SelectMany(b => b.Versions).Single(v => v.Id == Version);
        var minutes = Minutes > 0 ? Minutes : version.Hours.Minutes.TryGet(out var known) ? known : 60;
        return ComplianceJudge.Judge(new(
            version, ComplianceCycle.OfTerm(start, end), new(Since is null ? null : Samples.Day(Since), Renewal, Number, null),
            [.. Credits.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select((text, i) => Read(text.Split(' '), i + 1, start, minutes))],
            [.. Holds.Select(h => new CredentialPeriod(h, start, null))], Exemptions, Hours.Parse(CarriedIn), AsOf is null ? end : Samples.Day(AsOf)));
    }

    private static JudgedCredit Read(string[] words, int n, DateOnly start, int minutes)
    {
        var credit = Cycle.Credit(n, words[0], words[1]) with { CompletedOn = start.AddDays(7 * n), HourMinutes = minutes };
        for (var i = 2; i < words.Length; i++)
        {
            credit = words[i] switch
            {
                "byHand" => credit with { HandsOn = credit.Declared },
                "liveWebinar" => credit with { Delivery = Delivery.LiveWebinar },
                "onDemand" => credit with { Delivery = Delivery.OnDemand },
                "homeStudy" => credit with { Delivery = Delivery.HomeStudy },
                "of" => credit with { LawOf = Enum.Parse<Jurisdiction>(words[++i]) },
                "via" => credit with { ProviderKinds = [words[++i]] },
                "as" => credit with { Activity = words[++i] },
                "on" => credit.On(words[++i]),
                "from" => credit with { StartedOn = Samples.Day(words[++i]) },
                "course" => credit with { Course = words[++i] },
                "pending" => credit.Pending(),
                _ => throw new FormatException($"'{words[i]}' is no word of an example."),
            };
        }

        return credit;
    }
}
