using System.Runtime.CompilerServices;
using System.Xml.Linq;
using LicenseTracker.Api.Composition;
using LicenseTracker.Domain;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.History;

namespace LicenseTracker.Architecture.Tests;

/// <summary>What must exist for every fact, every command and every file.</summary>
public sealed class CompletenessTests
{
    private const int LongestFile = 220;

    private static Type[] All<T>() => [.. typeof(IFact).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(T)))];

    [Fact]
    public void Every_fact_has_one_pinned_name_and_no_name_is_without_a_fact()
    {
        FactNames.All.Select(n => n.Type).ShouldBe(All<IFact>(), ignoreOrder: true);
        FactNames.All.Select(n => n.Name).ShouldBeUnique();
        All<IFact>().Length.ShouldBeGreaterThan(35);
    }

    [Fact]
    public void Every_fact_has_a_sentence()
    {
        foreach (var fact in All<IFact>().Where(f => !f.IsAssignableTo(typeof(ICorrection<IFact>))))
            Should.NotThrow(() => FactSentence.Of((IFact)RuntimeHelpers.GetUninitializedObject(fact)), fact.Name).ShouldEndWith(fact.Name == "LicenseConditionallyRegistered" ? ": " : ".");
    }

    [Fact]
    public void A_fact_without_a_sentence_fails_loudly() => Should.Throw<ArgumentException>(() => FactSentence.Of(new Untold()));

    [Fact]
    public void Every_command_has_a_handler()
    {
        Should.NotThrow(MessageServices.AssertEveryCommandIsHandled);
        MessageServices.Unhandled(All<ICommand>().Append(typeof(Orphan))).ShouldBe([typeof(Orphan)]);
    }

    [Fact]
    public void No_source_file_is_longer_than_one_idea()
    {
        TooLong(Checkout.Sources("src")).ShouldBeEmpty();
        Checkout.Sources("src").Count().ShouldBeGreaterThan(150);
        var canary = Path.GetTempFileName();
        File.WriteAllLines(canary, Enumerable.Repeat("x", LongestFile + 1));
        TooLong([canary]).ShouldNotBeEmpty();
        File.Delete(canary);
    }

    [Theory]
    [InlineData("Domain")]
    [InlineData("Projections")]
    public void The_banned_symbols_are_wired_into(string room)
    {
        var project = XDocument.Load(Path.Combine(Checkout.Root, $"src/{room}/{room}.csproj"));
        project.Descendants("AdditionalFiles").Select(f => (string?)f.Attribute("Include")).ShouldContain("../../BannedSymbols.txt");
        project.Descendants("PackageReference").Select(p => (string?)p.Attribute("Include")).ShouldContain("Microsoft.CodeAnalysis.BannedApiAnalyzers");
        project.Descendants("NoWarn").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("P:System.DateTime.Now")]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("P:System.DateTime.Today")]
    [InlineData("P:System.DateTimeOffset.Now")]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    [InlineData("P:System.TimeProvider.System")]
    [InlineData("M:System.Guid.NewGuid")]
    [InlineData("M:System.Guid.CreateVersion7")]
    [InlineData("M:System.Guid.CreateVersion7(System.DateTimeOffset)")]
    [InlineData("T:System.Random")]
    public void The_banned_symbols_hold(string symbol)
    {
        File.ReadAllLines(Path.Combine(Checkout.Root, "BannedSymbols.txt")).ShouldContain(l => l.StartsWith(symbol + ";"));
        Exists(symbol).ShouldBeTrue($"{symbol} names nothing, so it bans nothing");
        Exists(symbol + "x").ShouldBeFalse();
    }

    private static IEnumerable<string> TooLong(IEnumerable<string> files) =>
        files.Select(f => (File: f, Lines: File.ReadLines(f).Count())).Where(f => f.Lines > LongestFile).Select(f => $"{f.File}: {f.Lines} lines");

    private static bool Exists(string symbol)
    {
        var name = symbol[2..].Split('(')[0];
        var (owner, member) = symbol[0] == 'T' ? (name, null) : (name[..name.LastIndexOf('.')], name[(name.LastIndexOf('.') + 1)..]);
        if (symbol.EndsWith('x') && symbol.Contains('('))
            return false;
        return typeof(object).Assembly.GetType(owner) is { } type && (member is null || type.GetMember(member).Length > 0);
    }

    private sealed record Untold : IFact
    {
        public DateOnly? EffectiveOn => null;

        public IFact MapPersonal(Seal seal) => this;
    }

    private sealed record Orphan(Guid StreamId) : ICommand;
}
