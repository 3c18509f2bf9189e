using System.Diagnostics;
using LicenseTracker.Api.Hosting;
using Npgsql;

namespace LicenseTracker.Api.Tests.Hosting;

/// <summary>What a killed server or a killed API leaves behind never stops the next start, and never costs what was written.</summary>
public sealed class CrashRecoveryTests : IDisposable
{
    private readonly Embedded _embedded = new();

    [Fact]
    public async Task A_server_killed_under_its_owner_is_started_again_on_the_same_port()
    {
        await using var server = await _embedded.StartAsync();
        await Embedded.AskAsync(server, "create table kept as select 42 as n");
        var killed = server.ServerPid!.Value;
        await Embedded.KillAsync(killed);
        (await EventuallyAsync(() => Embedded.AskAsync(server, "select n from kept"))).ShouldBe(42);
        _embedded.ServerPid().ShouldNotBe(killed);
    }

    [Fact]
    public async Task After_the_api_is_killed_the_next_start_takes_over_the_server_it_left()
    {
        using var api = Orphan();
        var left = await PidOfStartedAsync(api);
        await Embedded.KillAsync(api.Id);

        await using (var server = await _embedded.StartAsync())
        {
            server.ServerPid.ShouldBe(left);
            (await Embedded.AskAsync(server, "select 1")).ShouldBe(1);
        }

        Should.Throw<ArgumentException>(() => Process.GetProcessById(left));
    }

    [Fact]
    public async Task After_both_are_killed_the_next_start_recovers_what_was_written()
    {
        using var api = Orphan();
        var left = await PidOfStartedAsync(api);
        await using (var verb = await _embedded.StartAsync(WhenServed.Attach))
            await Embedded.AskAsync(verb, "create table kept as select 42 as n");
        await Embedded.KillAsync(api.Id);
        await Embedded.KillAsync(left);

        await using var server = await _embedded.StartAsync();
        server.ServerPid.ShouldNotBe(left);
        (await Embedded.AskAsync(server, "select n from kept")).ShouldBe(42);
    }

    [Fact]
    public async Task A_pid_file_that_names_a_living_stranger_does_not_stop_the_start()
    {
        string[] lines;
        await using (await _embedded.StartAsync())
            lines = await File.ReadAllLinesAsync(_embedded.PidFile, TestContext.Current.CancellationToken);
        lines[0] = Environment.ProcessId.ToString();
        await File.WriteAllLinesAsync(_embedded.PidFile, lines, TestContext.Current.CancellationToken);

        await using var server = await _embedded.StartAsync();
        server.ServerPid.ShouldNotBe(Environment.ProcessId);
        (await Embedded.AskAsync(server, "select 1")).ShouldBe(1);
    }

    public void Dispose() => _embedded.Dispose();

    /// <summary>The program itself, in a process of its own that can be killed.</summary>
    private Process Orphan()
    {
        var program = typeof(EmbeddedPostgres).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", ["exec", program, "postgres", "run", "--not-durable", "--data", _embedded.Data.Root]) { RedirectStandardOutput = true, UseShellExecute = false };
        return Process.Start(start)!;
    }

    private async Task<int> PidOfStartedAsync(Process api)
    {
        var connection = await api.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        connection.ShouldNotBeNull().ShouldContain("Host=127.0.0.1");
        return _embedded.ServerPid();
    }

    private static async Task<object?> EventuallyAsync(Func<Task<object?>> ask)
    {
        for (var patience = 0; ; patience++)
        {
            try
            {
                return await ask();
            }
            catch (NpgsqlException) when (patience < 200)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }
    }
}
