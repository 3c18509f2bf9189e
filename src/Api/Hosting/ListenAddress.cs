using System.Net;
using System.Net.Sockets;

namespace LicenseTracker.Api.Hosting;

/// <summary>The addresses the API is asked to listen on, read and tried before anything depends on them.</summary>
internal static class ListenAddress
{
    public static IReadOnlyList<string> Read(string urls)
    {
        var addresses = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return addresses.Length > 0 && Array.TrueForAll(addresses, a => Parse(a) is { Scheme: "http" or "https", PathBase: "", Port: > 0 and <= 65535 })
            ? addresses
            : throw new CommandFailedException($"--urls '{urls}' is not an address.", $"Write it like {ServeVerb.DefaultUrl}", ExitCodes.CannotStart);
    }

    public static void RequireFree(string address)
    {
        var asked = BindingAddress.Parse(address);
        var ip = IPAddress.TryParse(asked.Host.Trim('[', ']'), out var given) ? given
            : asked.Host == "localhost" ? IPAddress.Loopback : IPAddress.Any;
        try
        {
            using var probe = new TcpListener(ip, asked.Port);
            probe.Start();
        }
        catch (SocketException e)
        {
            throw Refused(address, e);
        }
    }

    public static CommandFailedException Refused(string address, Exception cause) => new(
        $"Cannot listen on {address}: {cause.Message}", "Stop the program that uses this address, or choose another with --urls URL.", ExitCodes.CannotStart, cause);

    private static BindingAddress? Parse(string text)
    {
        try
        {
            return BindingAddress.Parse(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
