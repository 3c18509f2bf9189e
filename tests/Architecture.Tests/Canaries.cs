using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using GraphQL;
using LicenseTracker.Api.Licenses;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Licenses;
using Microsoft.AspNetCore.Http;
using Wolverine;

namespace LicenseTracker.Architecture.Tests.Canaries;

/// <summary>Types that break the law on purpose, so that each rule is proven able to find it.</summary>
internal sealed class UsesMarten
{
    public static Type Deep() => new[] { 1 }.Select(_ => typeof(Marten.IDocumentStore)).First();
}

internal sealed record HasJsonAttribute([property: JsonPropertyName("x")] string Text);

internal sealed class HasTask
{
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "A canary.")]
    public async Task<int> CountAsync()
    {
        await Task.Yield();
        return 1;
    }
}

internal static class ReadsClock
{
    public static IEnumerable<DateOnly> Days() => [.. Enumerable.Range(0, 1).Select(_ => DateOnly.FromDateTime(DateTime.Today))];
}

internal static class TakesClock
{
    public static DateOnly Day(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}

internal static class MintsId
{
    public static Guid New() => Guid.CreateVersion7();
}

internal static class RollsDice
{
    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "A canary.")]
    public static int Roll() => Random.Shared.Next();
}

internal static class UsesWolverine
{
    public static bool IsBus(object o) => o is IMessageBus;
}

internal static class UsesHttp
{
    public static string? Of(HttpContext http) => http.TraceIdentifier;
}

internal static class UsesGraphQL
{
    public static Exception Wrong() => new ExecutionError("x");
}

internal static class ImportsNoun
{
    public static string Name => nameof(LicenseNode) + new LicenseId(Guid.Empty);
}

internal static class MakesFact
{
    public static async Task<object> MakeAsync(Term term)
    {
        await Task.Yield();
        return new LicenseRenewed(term);
    }
}
