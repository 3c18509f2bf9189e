using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace LicenseTracker.Domain.Tests;

/// <summary>Clients branch on these codes: none is renamed or dropped unseen.</summary>
public sealed partial class RefusalCodesTests
{
    private static string[] Codes() =>
    [
        .. typeof(Refusal).Assembly.GetTypes().SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(Refusal)).Select(f => ((Refusal)f.GetValue(null)!).Code)
            .Append(Refusals.InvalidInput("x").Code).Distinct().Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void All_codes_are_approved()
    {
        var approved = File.ReadAllLines(Approved()).Where(l => l.Length > 0).ToArray();
        var difference = Codes().Except(approved).Select(c => "+ " + c).Concat(approved.Except(Codes()).Select(c => "- " + c)).ToArray();
        difference.ShouldBeEmpty($"approved/refusal-codes.txt differs (+ new, - gone); edit it if that is meant:\n{string.Join('\n', difference)}");
        approved.ShouldBe(Codes());
    }

    [Fact]
    public void All_codes_are_subject_and_reason() => Codes().ShouldAllBe(c => Form().IsMatch(c));

    [Fact]
    public void Refusals_are_made_in_fields_alone_so_that_none_escapes_the_list() =>
        Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(Approved())!, "../../../src/Domain"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && Path.GetFileName(f) != "Refusals.cs")
            .SelectMany(f => Made().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetFileName(f)}: {m.Value}")).ShouldBeEmpty();

    [Theory]
    [InlineData("return new Refusal(\"X_Y\", \"\");", true)]
    [InlineData("Refusal late = new(\"X_Y\", \"\");", true)]
    [InlineData("public static readonly Refusal Late = new(\"X_Y\", \"\");", false)]
    [InlineData("public static readonly Refusal Late =\n        new(\"X_Y\", \"\");", false)]
    public void The_search_for_escaped_refusals_finds_them(string code, bool found) => Made().IsMatch(code).ShouldBe(found);

    private static string Approved([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "approved", "refusal-codes.txt");

    [GeneratedRegex("^[A-Z]+(_[A-Z]+)+$")]
    private static partial Regex Form();

    [GeneratedRegex(@"new Refusal\(|(?<!static readonly )Refusal \w+ =\s+new\(")]
    private static partial Regex Made();
}
