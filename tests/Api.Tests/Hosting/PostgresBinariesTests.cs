using LicenseTracker.Api.Hosting;
using LicenseTracker.Testing;

namespace LicenseTracker.Api.Tests.Hosting;

public sealed class PostgresBinariesTests : IDisposable
{
    private static readonly ServerUser _self = new("self", null, null);

    private readonly ScratchFolder _scratch = new();

    [Fact]
    public async Task The_configured_folder_comes_before_the_path()
    {
        var found = await FindAsync(null, new PostgresPlaces(Programs("mine", "16.3"), Programs("path", "17.1"), [], []));
        (found.Folder, found.Version, found.Major).ShouldBe((Path.Combine(_scratch.Root, "mine"), "16.3", 16));
    }

    [Fact]
    public async Task A_configured_folder_that_does_not_work_is_refused_not_passed_over()
    {
        var refused = await Should.ThrowAsync<CommandFailedException>(() => FindAsync(null, new PostgresPlaces(_scratch.Root, Programs("path", "17.1"), [], [])));
        refused.Message.ShouldBe($"LICENSETRACKER_POSTGRES_BIN names {_scratch.Root}, but it has no postgres, initdb, pg_ctl.");
    }

    [Fact]
    public async Task A_link_on_the_path_leads_to_the_folder_it_points_into()
    {
        var real = Programs("real", "15.2");
        var path = Directory.CreateDirectory(Path.Combine(_scratch.Root, "links")).FullName;
        File.CreateSymbolicLink(Path.Combine(path, "postgres"), Path.Combine(real, "postgres"));
        (await FindAsync(null, new PostgresPlaces(null, path, [], []))).Folder.ShouldBe(real);
    }

    [Fact]
    public async Task The_distributions_newest_version_comes_first()
    {
        foreach (var version in new[] { "9.6", "15", "16" })
            Programs($"{version}/bin", $"{version}.1");
        (await FindAsync(null, new PostgresPlaces(null, "", [$"{_scratch.Root}/*/bin"], []))).Major.ShouldBe(16);
    }

    [Fact]
    public async Task Existing_data_seeks_its_own_version_further_down()
    {
        Programs("14/bin", "14.9");
        (await FindAsync(14, new PostgresPlaces(null, Programs("path", "17.1"), [$"{_scratch.Root}/*/bin"], []))).Version.ShouldBe("14.9");
    }

    [Fact]
    public async Task Existing_data_without_its_version_is_refused_with_both_versions_named()
    {
        var path = Programs("path", "17.1");
        var refused = await Should.ThrowAsync<CommandFailedException>(() => FindAsync(12, new PostgresPlaces(null, path, [], [])));
        refused.Message.ShouldBe($"The data folder holds a database of PostgreSQL 12, but this machine has 17.1 in {path}.");
        refused.ExitCode.ShouldBe(ExitCodes.NoDatabase);
    }

    [Fact]
    public async Task Programs_that_do_not_run_are_passed_over_and_named_when_nothing_else_is_left()
    {
        var broken = Programs("broken", "17.1", exitCode: 1);
        (await FindAsync(null, new PostgresPlaces(null, $"{broken}:{Programs("path", "15.1")}", [], []))).Version.ShouldBe("15.1");
        var refused = await Should.ThrowAsync<CommandFailedException>(() => FindAsync(null, new PostgresPlaces(null, broken, [], [])));
        refused.Message.ShouldStartWith("No usable PostgreSQL was found on this machine.");
        refused.Message.ShouldContain(broken);
        refused.WhatToDo.ShouldContain("apt-get install postgresql");
    }

    [Fact]
    public async Task The_npm_package_is_the_last_resort()
    {
        Programs($"npm/node_modules/{PostgresPlaces.NpmPackage}/native/bin", "18.4");
        var npm = Path.Combine(_scratch.Root, "npm");
        (await FindAsync(null, new PostgresPlaces(null, "", [], [npm]))).Version.ShouldBe("18.4");
        (await FindAsync(null, new PostgresPlaces(null, Programs("path", "15.1"), [], [npm]))).Version.ShouldBe("15.1");
    }

    public void Dispose() => _scratch.Dispose();

    private static Task<PostgresBinaries> FindAsync(int? major, PostgresPlaces places) =>
        PostgresBinaries.FindAsync(_self, major, TestContext.Current.CancellationToken, places);

    /// <summary>Programs that only say their version, as the search asks of them.</summary>
    private string Programs(string folder, string version, int exitCode = 0)
    {
        var path = Directory.CreateDirectory(Path.Combine(_scratch.Root, folder)).FullName;
        foreach (var name in new[] { "postgres", "initdb", "pg_ctl" })
        {
            File.WriteAllText(Path.Combine(path, name), $"#!/bin/sh\necho 'postgres (PostgreSQL) {version} (somewhere)'\nexit {exitCode}\n");
            File.SetUnixFileMode(Path.Combine(path, name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }
}
