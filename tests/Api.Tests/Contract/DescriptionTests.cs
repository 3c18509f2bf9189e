using GraphQL.Types;
using LicenseTracker.Api.Composition;
using LicenseTracker.Api.Transport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LicenseTracker.Api.Tests.Contract;

public sealed class DescriptionTests
{
    [Fact]
    public void Every_type_field_argument_and_value_says_what_it_means()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddNouns(_ => new byte[32]);
        services.AddTransport<Query, Mutation>(new byte[32]);
        using var provider = services.BuildServiceProvider();
        var schema = provider.GetRequiredService<ISchema>();
        schema.Initialize();

        var told = Words(schema).ToList();
        told.Count.ShouldBeGreaterThan(600);
        told.Where(w => string.IsNullOrWhiteSpace(w.Text)).Select(w => w.Place).ShouldBeEmpty();
    }

    private static IEnumerable<(string Place, string? Text)> Words(ISchema schema)
    {
        // GraphQL itself says what its own types mean.
        foreach (var type in schema.AllTypes.Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal) && t.Name is not ("ID" or "String" or "Boolean" or "Int")))
        {
            yield return (type.Name, type.Description);
            if (type is EnumerationGraphType words)
            {
                foreach (var value in words.Values)
                    yield return ($"{type.Name}.{value.Name}", value.Description);
            }

            foreach (var field in (type as IComplexGraphType)?.Fields ?? [])
            {
                yield return ($"{type.Name}.{field.Name}", field.Description);
                foreach (var argument in field.Arguments ?? [])
                    yield return ($"{type.Name}.{field.Name}({argument.Name})", argument.Description);
            }
        }
    }
}
