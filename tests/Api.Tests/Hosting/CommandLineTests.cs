using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LicenseTracker.Api.Hosting;
using LicenseTracker.Testing;

namespace LicenseTracker.Api.Tests.Hosting;

/// <summary>The program as a person or a script meets it: its output, its exit code, and never a stack trace.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    private string Data => Path.Combine(_scratch.Root, "data");

    [Theory]
    [InlineData("--help")]
    [InlineData("serve", "--help")]
    [InlineData("health", "--help")]
    [InlineData("postgres", "--help")]
    [InlineData("rebuild", "--help")]
    [InlineData("postgres", "run", "--help")]
    public async Task Every_verb_explains_itself_and_its_exit_codes(params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);
        (code, errors).ShouldBe((0, ""));
        output.ShouldContain("Usage:");
        output.ShouldContain("Exit codes:");
    }

    [Theory]
    [InlineData("serve", "--nonsense")]
    [InlineData("nonsense")]
    [InlineData("serve", "--urls", "nonsense")]
    [InlineData("health", "--url", "nonsense")]
    [InlineData("serve", "--urls", "http://127.0.0.1:99999")]
    public async Task A_mistyped_command_ends_with_2_and_says_what_was_wrong(params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);
        (code, output.Trim()).ShouldBe((ExitCodes.CannotStart, ""));
        errors.ShouldContain(arguments[^1]);
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task An_address_in_use_ends_with_2_and_one_clear_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        var (code, output, errors) = await RunAsync("serve", "--data", Data, "--urls", url);
        (code, output).ShouldBe((ExitCodes.CannotStart, ""));
        errors.ShouldStartWith($"Cannot listen on {url}: Address already in use\n");
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_served_data_folder_answers_over_http_and_stops_cleanly_when_told_to()
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        using var serving = Start("serve", "--data", Data, "--urls", url, "--no-demo");
        (await serving.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe($"LicenseTracker listens on {url}");
        (await RunAsync("health", "--url", $"{url}/health/live")).Code.ShouldBe(ExitCodes.Done);
        var rebuild = await RunAsync("rebuild", "--data", Data);
        (rebuild.Code, rebuild.Errors).ShouldBe((ExitCodes.Done, ""));
        rebuild.Output.ShouldStartWith("Rebuilt every view from 51 facts about 0 therapists and 0 clinics in ", customMessage: "the shipped rule books are on record from the first start");
        (await RunAsync("health", "--url", $"{url}/health/ready")).Code.ShouldBe(ExitCodes.Done);
        using (var kill = Process.Start("kill", ["-TERM", serving.Id.ToString()]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await serving.WaitForExitAsync(TestContext.Current.CancellationToken);
        serving.ExitCode.ShouldBe(ExitCodes.Done);
        File.Exists(Path.Combine(Data, "postgres", "postmaster.pid")).ShouldBeFalse();
        (await RunAsync("health", "--url", $"{url}/health/live")).Code.ShouldBe(ExitCodes.Failed);
    }

    public void Dispose() => _scratch.Dispose();

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(CommandLine).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await errors);
    }
}
