using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace LicenseTracker.Api.Hosting;

/// <summary>The one program: its verbs, the options they share, and how a failure is told to a person and to a script.</summary>
public static class CommandLine
{
    /// <summary>Every verb finds its data folder the same way.</summary>
    public static Option<string?> Data() => new("--data")
    {
        Description = $"Data folder (else {DataFolder.Variable}, else .data in the checkout or the user's data folder)",
        HelpName = "DIR",
    };

    /// <summary>A verb whose failures become one clear line and an exit code, and which stops cleanly when told to.</summary>
    public static Command Verb(string name, string description, Func<ParseResult, CancellationToken, Task<int>> run, params Symbol[] symbols)
    {
        var verb = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Option option)
                verb.Options.Add(option);
            else
                verb.Arguments.Add((Argument)symbol);
        }

        verb.SetAction(async parsed =>
        {
            using var signals = new StopSignals();
            return await Guarded(() => run(parsed, signals.Token), signals.Token);
        });
        return verb;
    }

    public static async Task<int> RunAsync(IEnumerable<Command> verbs, string[] args)
    {
        var root = new RootCommand("LicenseTracker: the record of therapist licenses, credits and certifications.");
        foreach (var verb in verbs)
            root.Subcommands.Add(verb);
        foreach (var help in root.Options.OfType<HelpOption>())
            help.Action = new HelpWithExitCodes((HelpAction)help.Action!);
        var parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction mistake)
            mistake.ShowHelp = false;
        // Our verbs handle signals themselves: the library would end the process while the database is still stopping.
        var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        if (parsed.Action is not ParseErrorAction)
            return code;
        await Console.Error.WriteLineAsync("See --help for what can be asked.");
        return ExitCodes.CannotStart;
    }

    private static async Task<int> Guarded(Func<Task<int>> run, CancellationToken stop)
    {
        try
        {
            return await run();
        }
        catch (CommandFailedException failure)
        {
            await Console.Error.WriteLineAsync($"{failure.Message}\n{failure.WhatToDo}");
            return failure.ExitCode;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped before it was finished, as asked.");
            return ExitCodes.Failed;
        }
        catch (Exception unforeseen)
        {
            await Console.Error.WriteLineAsync($"Failed in a way nobody foresaw; please report this whole text.\n{unforeseen}");
            return ExitCodes.Failed;
        }
    }
}
