using LicenseTracker.Api.Commands;
using LicenseTracker.Domain;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime;

namespace LicenseTracker.Api.Composition;

/// <summary>Wires Wolverine: it carries every order to its handler and tries again what a concurrent writer made fail. Who waited for a lock in vain is told so instead.</summary>
public static class MessageServices
{
    public static IHostApplicationBuilder AddMessages(this IHostApplicationBuilder builder)
    {
        builder.UseWolverine(options =>
        {
            options.ApplicationAssembly = typeof(MessageServices).Assembly;
            options.Durability.Mode = DurabilityMode.MediatorOnly;
            options.Policies.OnException<Exception>(Contention.IsConflict).RetryTimes(3);
        });
        return builder;
    }

    /// <summary>Has the handlers compiled while the server already answers, so that the first command of each kind need not wait for it.</summary>
    public static IServiceCollection AddWarmUp(this IServiceCollection services) => services.AddHostedService<WarmUp>();

    /// <summary>Every command of the Domain has a handler, or the program does not start.</summary>
    public static void AssertEveryCommandIsHandled()
    {
        var missing = Unhandled(typeof(ICommand).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false, IsInterface: false } && typeof(ICommand).IsAssignableFrom(t))).Select(t => t.Name).ToList();
        if (missing.Count > 0)
            throw new InvalidOperationException($"No handler takes {string.Join(", ", missing)}.");
    }

    /// <summary>Those of the commands that no handler takes.</summary>
    public static IEnumerable<Type> Unhandled(IEnumerable<Type> commands)
    {
        var handled = HandledCommands().ToHashSet();
        return commands.Where(c => !handled.Contains(c));
    }

    private static IEnumerable<Type> HandledCommands() =>
        typeof(MessageServices).Assembly.GetTypes().Where(t => t.Name.EndsWith("Handler", StringComparison.Ordinal))
            .SelectMany(t => t.GetMethods()).SelectMany(m => m.GetParameters().Take(1)).Select(p => p.ParameterType)
            .Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(Order<>)).Select(t => t.GetGenericArguments()[0]);

    private sealed class WarmUp(IWolverineRuntime runtime) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
            () =>
            {
                foreach (var command in HandledCommands().TakeWhile(_ => !stoppingToken.IsCancellationRequested))
                    runtime.FindInvoker(typeof(Order<>).MakeGenericType(command));
            },
            stoppingToken);
    }
}
