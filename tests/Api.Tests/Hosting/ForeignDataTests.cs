using LicenseTracker.Api.Hosting;

namespace LicenseTracker.Api.Tests.Hosting;

/// <summary>Data this machine cannot serve is refused with the reason, and left as it was.</summary>
public sealed class ForeignDataTests : IDisposable
{
    private readonly Embedded _embedded = new();

    [Fact]
    public async Task Data_of_another_major_version_is_refused_with_both_versions_named()
    {
        await using (await _embedded.StartAsync())
        {
        }

        var version = Path.Combine(_embedded.Data.Cluster, "PG_VERSION");
        await File.WriteAllTextAsync(version, "9\n", TestContext.Current.CancellationToken);
        var refused = await Should.ThrowAsync<CommandFailedException>(() => _embedded.StartAsync());
        refused.Message.ShouldStartWith("The data folder holds a database of PostgreSQL 9, but this machine has ");
        (await File.ReadAllTextAsync(version, TestContext.Current.CancellationToken)).ShouldBe("9\n");
    }

    [Fact]
    public async Task A_folder_that_is_no_database_is_refused()
    {
        // The password is there, so the refusal is about the database itself.
        PrivateFile.GetOrCreate(_embedded.Data.Prepare().PostgresPassword, () => "x");
        Directory.CreateDirectory(_embedded.Data.Cluster);
        if (Environment.IsPrivilegedProcess)
            (await Should.ThrowAsync<CommandFailedException>(() => _embedded.StartAsync())).Message.ShouldContain("belongs to root");
        else
            (await Should.ThrowAsync<CommandFailedException>(() => _embedded.StartAsync())).Message.ShouldContain("is no PostgreSQL database");
    }

    [Fact]
    public async Task A_database_whose_password_is_lost_is_refused_not_replaced()
    {
        await using (await _embedded.StartAsync())
        {
        }

        File.Delete(_embedded.Data.PostgresPassword);
        var refused = await Should.ThrowAsync<CommandFailedException>(() => _embedded.StartAsync());
        refused.Message.ShouldContain("is missing");
        Directory.Exists(_embedded.Data.Cluster).ShouldBeTrue();
    }

    [Fact]
    public void A_data_folder_that_cannot_be_written_is_refused() =>
        Should.Throw<CommandFailedException>(() => new DataFolder("/proc/nowhere").Prepare())
            .Message.ShouldStartWith("The data folder /proc/nowhere cannot be written");

    public void Dispose() => _embedded.Dispose();
}
