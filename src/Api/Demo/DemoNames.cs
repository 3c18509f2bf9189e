using System.Text.Json;

namespace LicenseTracker.Api.Demo;

/// <summary>Invented names in several scripts; no two people get the same one.</summary>
internal sealed class DemoNames
{
    private readonly List<Group> groups;
    private readonly HashSet<(string, string)> taken = [];

    private DemoNames(List<Group> groups) => this.groups = groups;

    public static DemoNames Read()
    {
        using var stream = typeof(DemoNames).Assembly.GetManifestResourceStream("Demo.names.json")
            ?? throw new InvalidOperationException("names.json is not embedded.");
        return new(JsonSerializer.Deserialize<List<Group>>(stream, JsonSerializerOptions.Web)!);
    }

    /// <summary>Somebody has this name.</summary>
    public void Take(string given, string family) => taken.Add((given, family));

    /// <summary>A given and a family name of one script: of ten people about six have a plain Latin name.</summary>
    public (string Given, string Family) Next(Chance chance)
    {
        while (true)
        {
            var group = chance.Percent(60) ? groups[0] : chance.Percent(75) ? groups[1] : chance.Of(groups);
            var name = (chance.Of(group.Given), chance.Of(group.Family));
            if (taken.Add(name))
                return name;
        }
    }

    private sealed record Group(string[] Given, string[] Family);
}
