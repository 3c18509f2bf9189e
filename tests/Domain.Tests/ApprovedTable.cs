using System.Runtime.CompilerServices;

namespace LicenseTracker.Domain.Tests;

/// <summary>Tables that a person has read and approved: a change shows as a difference in review.</summary>
internal static class ApprovedTable
{
    public static string[] Lines(string name) => [.. File.ReadAllLines(PathOf(name)).Where(l => l.Length > 0)];

    public static void ShouldBeApproved(this IEnumerable<string> actual, string name)
    {
        string[] now = [.. actual];
        var approved = Lines(name);
        var difference = now.Except(approved).Select(l => "+ " + l).Concat(approved.Except(now).Select(l => "- " + l)).ToArray();
        difference.ShouldBeEmpty($"approved/{name} differs (+ new, - gone); edit it if that is meant:\n{string.Join('\n', difference)}");
        now.ShouldBe(approved);
    }

    private static string PathOf(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "approved", name);
}
