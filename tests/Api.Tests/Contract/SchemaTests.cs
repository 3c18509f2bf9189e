using GraphQL.Types;
using LicenseTracker.Api.Composition;
using LicenseTracker.Api.Hosting;
using LicenseTracker.Api.Schema;
using LicenseTracker.Api.Transport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LicenseTracker.Api.Tests.Contract;

public sealed class SchemaTests
{
    /// <summary>Set to write the file anew, once the change is meant: UPDATE_APPROVED=1.</summary>
    private const string Update = "UPDATE_APPROVED";

    [Fact]
    public void The_contract_is_the_approved_one()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddNouns(_ => new byte[32]);
        services.AddTransport<Query, Mutation>(new byte[32]);
        using var provider = services.BuildServiceProvider();
        var sdl = provider.GetRequiredService<ISchema>().ToSdl().ReplaceLineEndings("\n");

        var file = Path.Combine(Checkout.Root!, "src", "Api", "schema.graphql");
        if (Environment.GetEnvironmentVariable(Update) == "1")
            File.WriteAllText(file, sdl);

        File.ReadAllText(file).ShouldBe(sdl, $"The contract differs from {file}. If that is meant, run this test with {Update}=1 and review the difference.");
    }
}
