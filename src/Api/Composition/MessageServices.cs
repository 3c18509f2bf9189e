using JasperFx;
using LicenseTracker.Api.Commands;
using Npgsql;
using Wolverine;
using Wolverine.ErrorHandling;

namespace LicenseTracker.Api.Composition;

/// <summary>Wires Wolverine: it carries every order to its handler and tries again what a concurrent writer or a lock made fail.</summary>
public static class MessageServices
{
    public static IHostApplicationBuilder AddMessages(this IHostApplicationBuilder builder)
    {
        builder.UseWolverine(options =>
        {
            options.ApplicationAssembly = typeof(MessageServices).Assembly;
            options.Durability.Mode = DurabilityMode.MediatorOnly;
            options.Policies.OnException<ConcurrencyException>().RetryTimes(3);
            options.Policies.OnException<PostgresException>(e => e.IsTransient).RetryTimes(3);
        });
        return builder;
    }

    /// <summary>Every command of the Domain has a handler, or the program does not start.</summary>
    public static void AssertEveryCommandIsHandled()
    {
        var missing = Unhandled(typeof(Domain.ICommand).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false, IsInterface: false } && typeof(Domain.ICommand).IsAssignableFrom(t))).Select(t => t.Name).ToList();
        if (missing.Count > 0)
            throw new InvalidOperationException($"No handler takes {string.Join(", ", missing)}.");
    }

    /// <summary>Those of the commands that no handler takes.</summary>
    public static IEnumerable<Type> Unhandled(IEnumerable<Type> commands)
    {
        var handled = typeof(MessageServices).Assembly.GetTypes().Where(t => t.Name.EndsWith("Handler", StringComparison.Ordinal))
            .SelectMany(t => t.GetMethods()).SelectMany(m => m.GetParameters().Take(1)).Select(p => p.ParameterType)
            .Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(Order<>)).Select(t => t.GetGenericArguments()[0]).ToHashSet();
        return commands.Where(c => !handled.Contains(c));
    }
}
