using System.Diagnostics;
using LicenseTracker.Api.Hosting;
using Npgsql;

namespace LicenseTracker.Api.Tests.Hosting;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly Embedded _embedded = new("data of Zoë, née Müller");

    [Fact]
    public async Task An_empty_data_folder_becomes_a_running_utf8_database_and_stops_with_its_owner()
    {
        int pid;
        await using (var server = await _embedded.StartAsync())
        {
            pid = server.ServerPid!.Value;
            (await Embedded.AskAsync(server, "select getdatabaseencoding() || ' ' || current_database()")).ShouldBe("UTF8 licensetracker");
            (await Embedded.AskAsync(server, "show listen_addresses")).ShouldBe("127.0.0.1");
        }

        Should.Throw<ArgumentException>(() => Process.GetProcessById(pid));
        File.Exists(_embedded.Data.ServerNote).ShouldBeFalse();
    }

    [Fact]
    public async Task What_was_written_is_there_after_a_clean_stop()
    {
        await using (var server = await _embedded.StartAsync())
            await Embedded.AskAsync(server, "create table kept as select 42 as n");
        await using var again = await _embedded.StartAsync();
        (await Embedded.AskAsync(again, "select n from kept")).ShouldBe(42);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_even_on_this_machine()
    {
        await using var server = await _embedded.StartAsync();
        var wrong = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "guess", Pooling = false };
        await using var connection = new NpgsqlConnection(wrong.ConnectionString);
        var refused = await Should.ThrowAsync<PostgresException>(() => connection.OpenAsync(TestContext.Current.CancellationToken));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
    }

    [Fact]
    public async Task A_second_server_on_the_same_data_folder_is_refused_and_told_where_the_first_answers()
    {
        await using var first = await _embedded.StartAsync();
        first.Announce("http://127.0.0.1:5080");
        var refused = await Should.ThrowAsync<CommandFailedException>(() => _embedded.StartAsync());
        refused.Message.ShouldBe($"The data folder {_embedded.Data.Root} is already served by process {Environment.ProcessId} at http://127.0.0.1:5080.");
        refused.ExitCode.ShouldBe(ExitCodes.CannotStart);
    }

    [Fact]
    public async Task A_verb_works_beside_a_running_server_and_leaves_it_running()
    {
        await using var owner = await _embedded.StartAsync();
        await using (var verb = await _embedded.StartAsync(WhenServed.Attach))
        {
            verb.IsOwner.ShouldBeFalse();
            await Embedded.AskAsync(verb, "create table from_the_verb as select 1 as n");
        }

        (await Embedded.AskAsync(owner, "select n from from_the_verb")).ShouldBe(1);
    }

    [Fact]
    public async Task A_verb_without_a_running_server_brings_up_its_own()
    {
        await using var verb = await _embedded.StartAsync(WhenServed.Attach);
        verb.IsOwner.ShouldBeTrue();
        (await Embedded.AskAsync(verb, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task The_server_never_runs_as_root()
    {
        await using var server = await _embedded.StartAsync();
        var uid = File.ReadLines($"/proc/{server.ServerPid}/status").First(l => l.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[2];
        if (Environment.IsPrivilegedProcess)
            uid.ShouldNotBe("0");
        else
            uid.ShouldBe(File.ReadLines("/proc/self/status").First(l => l.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[2]);
    }

    [Fact]
    public async Task The_server_knows_nothing_of_our_environment()
    {
        Environment.SetEnvironmentVariable("LICENSETRACKER_CANARY", "secret");
        await using var server = await _embedded.StartAsync();
        var environment = await File.ReadAllTextAsync($"/proc/{server.ServerPid}/environ", TestContext.Current.CancellationToken);
        environment.ShouldContain("PATH=");
        environment.ShouldNotContain("LICENSETRACKER");
    }

    [Fact]
    public async Task An_interrupted_first_start_leaves_nothing_that_looks_like_a_database()
    {
        Directory.CreateDirectory(Path.Combine(_embedded.Data.Prepare().Root, "postgres.new-0", "base"));
        await using var server = await _embedded.StartAsync();
        Directory.GetDirectories(_embedded.Data.Root, "postgres.new-*").ShouldBeEmpty();
    }

    public void Dispose() => _embedded.Dispose();
}
