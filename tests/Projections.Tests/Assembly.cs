using LicenseTracker.Testing;

[assembly: AssemblyFixture(typeof(PostgresServer))]
