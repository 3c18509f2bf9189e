using System.Reflection;
using LicenseTracker.Api.Composition;
using LicenseTracker.Architecture.Tests.Canaries;
using LicenseTracker.Domain;
using LicenseTracker.Projections;

namespace LicenseTracker.Architecture.Tests;

/// <summary>The law of dependence: Api, then Projections, then Domain, then the framework.</summary>
public sealed class LawTests
{
    private static readonly Assembly DomainRoom = typeof(IFact).Assembly;
    private static readonly Assembly ProjectionsRoom = typeof(StoreSetup).Assembly;
    private static readonly Assembly ApiRoom = typeof(WebHost).Assembly;

    /// <summary>What talks GraphQL: the two folders that hold the engine, and in a noun's folder its roots, nodes, inputs and loaders.</summary>
    private static readonly string[] GraphQLFolders = ["LicenseTracker.Api.Schema", "LicenseTracker.Api.Transport"];
    private static readonly string[] GraphQLTypes = ["Query", "Mutation", "Node", "Input", "Loader"];

    private static readonly string[] Nouns =
        [.. Code.Written(ApiRoom).Where(IsGraphQLType).Select(t => t.Namespace!).Distinct().Where(n => n != "LicenseTracker.Api" && !GraphQLFolders.Any(n.StartsWith))];

    [Fact]
    public void The_domain_refers_to_the_framework_alone()
    {
        DomainRoom.GetReferencedAssemblies().Select(a => a.Name!).ShouldAllBe(n => n.StartsWith("System.", StringComparison.Ordinal));
        Found(DomainRoom, Law.BeyondSystem).ShouldBeEmpty();
        Law.BeyondSystem(typeof(UsesMarten)).ShouldContain(v => v.Contains("Marten.IDocumentStore"));
    }

    [Fact]
    public void The_domain_knows_no_serialiser_no_task_and_no_machine()
    {
        Found(DomainRoom, Law.HostMatters).ShouldBeEmpty();
        Law.HostMatters(typeof(HasJsonAttribute)).ShouldContain(v => v.Contains("JsonPropertyName"));
        Law.HostMatters(typeof(HasTask)).ShouldContain(v => v.Contains("Tasks.Task"));
    }

    [Fact]
    public void The_domain_has_no_clock_and_no_chance()
    {
        Found(DomainRoom, Law.ClockOrChance).ShouldBeEmpty();
        Law.ClockOrChance(typeof(ReadsClock)).ShouldContain(v => v.Contains("get_Today"));
        Law.ClockOrChance(typeof(TakesClock)).ShouldNotBeEmpty();
        Law.ClockOrChance(typeof(MintsId)).ShouldContain(v => v.Contains("CreateVersion7"));
        Law.ClockOrChance(typeof(RollsDice)).ShouldNotBeEmpty();
    }

    [Fact]
    public void Projections_know_the_store_and_neither_messages_nor_protocols()
    {
        string[] foreign = ["Wolverine", "GraphQL", "GraphQL-Parser", "GraphQLParser", "Microsoft.AspNetCore", "System.Net.Http", "LicenseTracker.Api"];
        Found(ProjectionsRoom, t => Law.Knows(t, foreign)).ShouldBeEmpty();
        string[] known = ["System", "LicenseTracker.Domain", "Marten", "JasperFx", "Npgsql", "Weasel", "netstandard"];
        ProjectionsRoom.GetReferencedAssemblies().Select(a => a.Name!).ShouldAllBe(n => known.Any(k => n == k || n.StartsWith(k + ".")));
        Law.Knows(typeof(UsesWolverine), foreign).ShouldNotBeEmpty();
        Law.Knows(typeof(UsesHttp), foreign).ShouldNotBeEmpty();
        Law.Knows(typeof(UsesGraphQL), foreign).ShouldNotBeEmpty();
    }

    [Fact]
    public void Projections_read_no_clock_and_mint_no_id()
    {
        // How long a rebuild took is no fact: a stopwatch is no clock of the record.
        Found(ProjectionsRoom, Law.ReadsClock).Where(v => !v.EndsWith("Stopwatch.GetTimestamp", StringComparison.Ordinal)).ShouldBeEmpty();
        Law.ReadsClock(typeof(ReadsClock)).ShouldNotBeEmpty();
        Law.ReadsClock(typeof(MintsId)).ShouldNotBeEmpty();
    }

    [Fact]
    public void The_graphql_engine_is_known_only_where_it_is_spoken()
    {
        string[] engine = ["GraphQL", "GraphQL-Parser"];
        Found(ApiRoom, t => IsGraphQLType(t) ? [] : Law.Knows(t, engine)).ShouldBeEmpty();
        IsGraphQLType(typeof(UsesGraphQL)).ShouldBeFalse();
        Law.Knows(typeof(UsesGraphQL), engine).ShouldNotBeEmpty();
    }

    [Fact]
    public void Transport_imports_no_noun()
    {
        string[] forbidden = [.. Nouns, "LicenseTracker.Domain", "LicenseTracker.Projections", "LicenseTracker.Api.Commands", "LicenseTracker.Api.Sealing"];
        Nouns.ShouldContain("LicenseTracker.Api.Licenses");
        Found(ApiRoom, t => t.Namespace!.StartsWith("LicenseTracker.Api.Transport", StringComparison.Ordinal) ? Law.KnowsRooms(t, forbidden) : []).ShouldBeEmpty();
        Law.KnowsRooms(typeof(ImportsNoun), forbidden).ShouldNotBeEmpty();
    }

    [Fact]
    public void Facts_are_made_by_decisions_in_the_domain_and_nowhere_else()
    {
        Found(ApiRoom, Law.MakesFacts).ShouldBeEmpty();
        Found(ProjectionsRoom, Law.MakesFacts).ShouldBeEmpty();
        Law.MakesFacts(typeof(MakesFact)).ShouldBe(["MakesFact makes a LicenseRenewed"]);
    }

    private static string[] Found(Assembly room, Func<Type, IEnumerable<string>> rule)
    {
        var types = Code.Written(room).ToList();
        types.Count.ShouldBeGreaterThan(20);
        return [.. types.SelectMany(rule).Distinct()];
    }

    private static bool IsGraphQLType(Type type) =>
        GraphQLFolders.Any(f => type.Namespace == f || type.Namespace!.StartsWith(f + ".", StringComparison.Ordinal)) || GraphQLTypes.Any(s => type.Name.Split('`')[0].EndsWith(s, StringComparison.Ordinal));
}
