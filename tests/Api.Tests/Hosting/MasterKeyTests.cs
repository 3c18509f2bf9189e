using LicenseTracker.Api.Hosting;
using LicenseTracker.Testing;
using Microsoft.Extensions.Configuration;

namespace LicenseTracker.Api.Tests.Hosting;

public sealed class MasterKeyTests : IDisposable
{
    private const string Database = "ConnectionStrings:LicenseTracker";

    private static readonly string _given = Convert.ToBase64String(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());

    private readonly ScratchFolder _scratch = new();

    private DataFolder Data => new(Path.Combine(_scratch.Root, "data"));

    [Fact]
    public void The_first_run_makes_a_key_that_only_its_owner_may_read_and_later_runs_keep_it()
    {
        var first = Load().Derive("sealing");
        File.GetUnixFileMode(Data.MasterKey).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Convert.FromBase64String(File.ReadAllText(Data.MasterKey).Trim()).Length.ShouldBe(32);
        Load().Derive("sealing").ShouldBe(first);
    }

    [Fact]
    public void Two_data_folders_never_share_a_key() =>
        Load().Derive("sealing").ShouldNotBe(MasterKey.Load(new DataFolder(Path.Combine(_scratch.Root, "other")), Configured()).Derive("sealing"));

    [Fact]
    public void Each_purpose_has_a_key_of_its_own_that_never_changes()
    {
        var key = Load((MasterKey.Variable, _given));
        // Computed with Python's hmac (RFC 5869): what is sealed with these keys must open for ever.
        Convert.ToHexStringLower(key.Derive("sealing")).ShouldBe("adbe4d2dc98dc97ade73340564ae2ced5470580cf0a66e25466955f723864015");
        key.Derive("ssn").ShouldNotBe(key.Derive("sealing"));
    }

    [Fact]
    public void A_key_file_named_in_the_environment_is_used_and_nothing_is_made()
    {
        var file = Path.Combine(_scratch.Root, "given.key");
        File.WriteAllText(file, _given + "\n");
        Load((MasterKey.FileVariable, file), (Database, "Host=x")).Derive("a").ShouldBe(Load((MasterKey.Variable, _given)).Derive("a"));
        File.Exists(Data.MasterKey).ShouldBeFalse();
    }

    [Fact]
    public void A_database_of_ones_own_without_a_key_is_refused() =>
        Refused((Database, "Host=x")).ShouldBe("A database of your own is configured, but no master key.");

    [Fact]
    public void Two_keys_are_refused() =>
        Refused((MasterKey.Variable, _given), (MasterKey.FileVariable, "x")).ShouldBe("Both LICENSETRACKER_MASTER_KEY and LICENSETRACKER_MASTER_KEY_FILE are set.");

    [Theory]
    [InlineData("c2hvcnQ=")]
    [InlineData("not base64 at all")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g")]
    public void A_key_that_is_not_32_bytes_is_refused_without_being_shown(string key)
    {
        var message = Refused((MasterKey.Variable, key));
        message.ShouldBe("The master key in LICENSETRACKER_MASTER_KEY is not 32 bytes in base64.");
    }

    [Fact]
    public void A_key_file_that_is_not_there_is_refused() =>
        Refused((MasterKey.FileVariable, "/nowhere/key")).ShouldStartWith("The master key file /nowhere/key (LICENSETRACKER_MASTER_KEY_FILE) cannot be read");

    [Fact]
    public void A_key_open_to_others_is_refused()
    {
        Load();
        File.SetUnixFileMode(Data.MasterKey, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Refused().ShouldBe($"The secret {Data.MasterKey} is open to other users (mode 440).");
    }

    [Fact]
    public void A_lost_key_is_never_replaced_beside_a_database_sealed_with_it()
    {
        Directory.CreateDirectory(Data.Cluster);
        Refused().ShouldContain("is missing, but the data folder already holds a database sealed with it");
        File.Exists(Data.MasterKey).ShouldBeFalse();
    }

    public void Dispose() => _scratch.Dispose();

    private MasterKey Load(params (string Name, string Value)[] settings) => MasterKey.Load(Data, Configured(settings));

    private string Refused(params (string Name, string Value)[] settings) => Should.Throw<CommandFailedException>(() => Load(settings)).Message;

    private static IConfiguration Configured(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, string? (s) => s.Value)).Build();
}
