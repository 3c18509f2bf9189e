using LicenseTracker.Api.Commands;
using LicenseTracker.Api.Tests.Commands;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Therapists;
using LicenseTracker.Projections.Facts;

namespace LicenseTracker.Api.Tests.Sealing;

/// <summary>Personal data lies in clear in one table alone, which is filled anew from sealed facts; and no message prints it.</summary>
public sealed class NoPlaintextTests(Store store) : IClassFixture<Store>
{
    private const string Canary = "Kanarienvogel";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Personal Text => Personal.Of(Canary);

    [Fact]
    public async Task Of_all_tables_only_the_readable_view_holds_a_name()
    {
        await WriteAsync();
        var found = await TablesWithAsync(Canary);
        found.ShouldBe(["therapist_view"]);
    }

    [Fact]
    public async Task The_search_sees_into_text_json_bytes_and_words()
    {
        await using (var command = store.Database.CreateCommand(
            "CREATE TABLE license_tracker.probe_text (v text); CREATE TABLE license_tracker.probe_json (v jsonb); CREATE TABLE license_tracker.probe_bytes (v bytea);"
            + "CREATE TABLE license_tracker.probe_words (v tsvector);"
            + "INSERT INTO license_tracker.probe_text VALUES ('a finch'); INSERT INTO license_tracker.probe_json VALUES ('[{\"a\":\"Finch\"}]');"
            + "INSERT INTO license_tracker.probe_bytes VALUES (convert_to('finch', 'UTF8')); INSERT INTO license_tracker.probe_words VALUES (to_tsvector('simple', 'Finch'))"))
            await command.ExecuteNonQueryAsync(Cancellation);
        (await TablesWithAsync("Finch")).ShouldBe(["probe_bytes", "probe_json", "probe_text", "probe_words"]);
        await using var drop = store.Database.CreateCommand(
            "DROP TABLE license_tracker.probe_text, license_tracker.probe_json, license_tracker.probe_bytes, license_tracker.probe_words");
        await drop.ExecuteNonQueryAsync(Cancellation);
    }

    [Fact]
    public void No_order_command_or_context_prints_personal_text()
    {
        var source = new FactSource("compactconnect", "roster.csv", "00", 1, DateTimeOffset.UnixEpoch, Guid.Empty, Canary);
        var by = Store.By("key", "registerTherapist") with { Source = source };
        foreach (var command in typeof(ICommand).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(ICommand))))
        {
            var constructor = command.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
            var filled = constructor.Invoke([.. constructor.GetParameters().Select(p => ValueFor(p.ParameterType))]);
            $"{filled}".ShouldNotContain(Canary, Case.Insensitive, command.Name);
            $"{Activator.CreateInstance(typeof(Order<>).MakeGenericType(command), filled, by)}".ShouldNotContain(Canary, Case.Insensitive, command.Name);
        }
    }

    [Fact]
    public async Task An_outcome_prints_no_personal_text() => (await WriteAsync()).ShouldAllBe(o => !$"{o}".Contains(Canary));

    private async Task<List<Outcome>> WriteAsync()
    {
        var (therapist, license) = (new TherapistId(Guid.CreateVersion7()), new LicenseId(Guid.CreateVersion7()));
        var outcomes = new List<Outcome>
        {
            await store.GiveAsync(new RegisterTherapist(therapist, Text, Text, Text, Text, Personal.Of("1980-02-29"), null)),
            await store.GiveAsync(new ChangeTherapistContact(therapist, Text, Text, Text, 1)),
            await store.GiveAsync(new GrantLicense(
                license, therapist, Jurisdiction.WA, Profession.MassageTherapist, $"L-{license.Value}", new(2024, 1, 1), new(new(2024, 1, 1), new(2024, 12, 31)))),
            await store.GiveAsync(new ImposeEncumbrance(license, new(Guid.CreateVersion7()), EncumbranceType.Fine, new(2024, 2, 29), null, null, Text, 1)),
        };
        outcomes.Add(await store.GiveAsync(new VoidLicenseFact(license, new(outcomes[3].Facts[0]), Text, 2)));
        outcomes.Add(await store.GiveAsync(new CorrectTherapistFact(
            therapist, new(outcomes[0].Facts[0]), new TherapistRegistered(Text, Text, Text, Text, Personal.None, null), Text, 2)));
        outcomes.ShouldAllBe(o => o.Accepted);
        return outcomes;
    }

    /// <summary>Looks into every column of every table of the schema, whatever its type, letters in any case.</summary>
    private async Task<List<string>> TablesWithAsync(string text)
    {
        var tables = new List<string>();
        await using (var list = store.Database.CreateCommand("SELECT relname FROM pg_class WHERE relnamespace = 'license_tracker'::regnamespace AND relkind IN ('r', 'p', 'm') ORDER BY relname"))
        await using (var reader = await list.ExecuteReaderAsync(Cancellation))
        {
            while (await reader.ReadAsync(Cancellation))
                tables.Add(reader.GetString(0));
        }

        tables.ShouldContain("mt_events");
        var holding = new List<string>();
        foreach (var table in tables)
        {
            await using var command = store.Database.CreateCommand(
                $"""
                SELECT EXISTS (SELECT FROM license_tracker.{table} t, to_jsonb(t) AS whole(value)
                WHERE whole.value::text ILIKE '%' || $1 || '%' OR whole.value::text LIKE '%' || encode(convert_to($1, 'UTF8'), 'hex') || '%'
                    OR whole.value::text LIKE '%' || encode(convert_to(lower($1), 'UTF8'), 'hex') || '%')
                """);
            command.Parameters.AddWithValue(text);
            if ((bool)(await command.ExecuteScalarAsync(Cancellation))!)
                holding.Add(table);
        }

        return holding;
    }

    private static object? ValueFor(Type type) =>
        type == typeof(Personal) ? Text
        : type == typeof(TherapistFact) ? new TherapistRegistered(Text, Text, Text, Text, Text, null)
        : type == typeof(LicenseFact) ? new LicenseeNameChanged(Text, Text, Text, Text, new(2024, 1, 1))
        : type.IsValueType ? Activator.CreateInstance(type) : null;
}
