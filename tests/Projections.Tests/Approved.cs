using System.Runtime.CompilerServices;

namespace LicenseTracker.Projections.Tests;

/// <summary>What a person has read and approved: a change shows as a difference in review.</summary>
internal static class Approved
{
    public static void ShouldBeApproved(this IEnumerable<string> actual, string name)
    {
        string[] now = [.. actual];
        var path = PathOf(name);
        var approved = File.Exists(path) ? File.ReadAllLines(path) : [];
        var difference = now.Except(approved).Select(l => "+ " + l).Concat(approved.Except(now).Select(l => "- " + l)).ToArray();
        difference.ShouldBeEmpty($"approved/{name} differs (+ new, - gone). Stored facts are for ever: add lines, never change one.\n{string.Join('\n', difference)}");
        now.ShouldBe(approved);
    }

    private static string PathOf(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "approved", name);
}
