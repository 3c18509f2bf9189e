using LicenseTracker.Api.Access;
using LicenseTracker.Api.Importing;
using LicenseTracker.Api.Schema.Relay;

namespace LicenseTracker.Api.Demo;

/// <summary>Wires the demonstration: who one may be in it, and what to ask.</summary>
public static class DemoServices
{
    public static IServiceCollection AddDemo(this IServiceCollection services, DateOnly day, Func<string, byte[]> deriveKey)
    {
        services.AddSingleton(new SsnHasher(deriveKey(SsnHasher.KeyPurpose)));
        services.AddSingleton<DemoLoader>();
        services.AddSingleton<IPersonas>(new DemoPersonas(day));
        foreach (var sample in DemoSamples.Of(day))
            services.AddSingleton(sample);
        services.AddSingleton(provider => DemoSamples.Imposition(day, provider.GetRequiredService<RelayIds>()));
        services.AddSingleton(DemoSamples.AfterImposition);
        return services;
    }
}
