using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace LicenseTracker.Api.Hosting;

/// <summary>The usual help, followed by what the exit codes mean.</summary>
internal sealed class HelpWithExitCodes(HelpAction usual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(ExitCodes.Explained);
        return ExitCodes.Done;
    }
}
