using System.Globalization;
using LicenseTracker.Domain.Jurisdictions;

namespace LicenseTracker.Api.Demo;

/// <summary>
/// The demonstration's history: seven and a half years of what a registrar's desk and two clinics recorded, ending the day before the first
/// run. All people are invented; license numbers begin with DEMO, and nobody has an NPI, since any valid one might be somebody's.
/// </summary>
internal sealed class DemoScript
{
    private const int Crowd = 285;
    private const ulong Seed = 20_190_501;

    private readonly List<Step> steps = [];
    private readonly Dictionary<Jurisdiction, int> numbers = [];
    private int people;

    private DemoScript(DateOnly day) => (Day, Ids) = (day, new($"{day:O}/script"));

    /// <summary>The day of the first run: everything is recorded before it begins.</summary>
    public DateOnly Day { get; }

    public Chance Chance { get; } = new(Seed);

    public DemoIds Ids { get; }

    public DemoNames Names { get; } = DemoNames.Read();

    /// <summary>The instant at which the record begins.</summary>
    public static DateTimeOffset Opening(DateOnly day) => AtNine(day.AddYears(-7).AddMonths(-5));

    /// <summary>Every command, in the order of its instants.</summary>
    public static IReadOnlyList<Step> Write(DateOnly day)
    {
        var script = new DemoScript(day);
        Cast.Write(script);
        var crowd = Enumerable.Range(0, Crowd).Select(_ => Ordinary.Write(script)).ToList();
        Rosters.Write(script, crowd);
        Courses.Write(script, crowd);
        DemoPolicies.Write(script);
        DemoRoster.Write(script);
        return [.. script.steps.OrderBy(s => s.At)];
    }

    /// <summary>Somebody new, with an id of the script's where none is given.</summary>
    public Person NewPerson(Guid? id = null) => new(this, new(id ?? Ids.New(Opening(Day))), people++);

    /// <summary>The next free number of a board.</summary>
    public string NextNumber(Jurisdiction jurisdiction)
    {
        numbers[jurisdiction] = numbers.GetValueOrDefault(jurisdiction, 2_000) + Chance.Between(1, 19);
        return string.Create(CultureInfo.InvariantCulture, $"DEMO-{jurisdiction}-{numbers[jurisdiction]}");
    }

    /// <summary>Adds a command to the history; what would be recorded on the day of the first run or later has not happened.</summary>
    public void Add(Step step)
    {
        if (step.At < AtNine(Day).AddHours(-9))
            steps.Add(step);
    }

    /// <summary>Nine in the morning, UTC.</summary>
    public static DateTimeOffset AtNine(DateOnly date) => new(date, new TimeOnly(9, 0), TimeSpan.Zero);
}
