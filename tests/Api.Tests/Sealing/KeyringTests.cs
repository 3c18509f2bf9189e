using System.Security.Cryptography;
using LicenseTracker.Api.Sealing;
using LicenseTracker.Api.Tests.Commands;
using LicenseTracker.Domain;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Licenses;
using LicenseTracker.Domain.Therapists;
using LicenseTracker.Projections.Facts;
using LicenseTracker.Projections.Schema;

namespace LicenseTracker.Api.Tests.Sealing;

public sealed class KeyringTests(Store store) : IClassFixture<Store>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_missing_key_is_null_and_the_miss_is_not_remembered()
    {
        using var keyring = Keyring();
        var therapist = Guid.CreateVersion7();
        (await keyring.FindAsync(therapist, Cancellation)).ShouldBeNull();
        (await store.GiveAsync(Registration(therapist))).Refusals.ShouldBeEmpty(); // as another node would
        (await keyring.FindAsync(therapist, Cancellation)).ShouldNotBeNull().Therapist.ShouldBe(therapist);
    }

    [Fact]
    public async Task A_wrapped_key_of_another_therapist_does_not_unwrap()
    {
        var (ada, eve) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await store.GiveAsync(Registration(ada));
        await store.GiveAsync(Registration(eve));
        await ExecuteAsync($"UPDATE {Tables.Schema}.data_key e SET wrapped = a.wrapped FROM {Tables.Schema}.data_key a WHERE e.therapist_id = $1 AND a.therapist_id = $2", eve, ada);
        using var keyring = Keyring();
        await Should.ThrowAsync<CryptographicException>(async () => await keyring.FindAsync(eve, Cancellation));
        (await keyring.FindAsync(ada, Cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_key_wrapped_under_another_master_does_not_unwrap()
    {
        var therapist = Guid.CreateVersion7();
        await store.GiveAsync(Registration(therapist));
        using var keyring = new Keyring(store.Database, [.. Enumerable.Repeat((byte)7, 32)], store.Clock);
        await Should.ThrowAsync<CryptographicException>(async () => await keyring.FindAsync(therapist, Cancellation));
    }

    [Fact]
    public async Task A_text_whose_key_was_destroyed_is_null_for_ever()
    {
        var therapist = Guid.CreateVersion7();
        await store.GiveAsync(Registration(therapist));
        var fact = (await Projections.History.FactReader.OfStreamsAsync(store.Database, [therapist], Cancellation)).Single();
        var name = ((TherapistRegistered)fact.Fact()).FamilyName;
        var place = new PersonalField(fact.Name, fact.Stream, fact.Id, "familyName");
        using (var before = Keyring())
            (await before.OpenAsync(new(therapist), place, name, Cancellation)).ShouldBe("Lee");
        await ExecuteAsync($"DELETE FROM {Tables.Schema}.data_key WHERE therapist_id = $1", therapist);
        using var after = Keyring();
        (await after.OpenAsync(new(therapist), place, name, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task A_key_whose_registration_was_not_committed_is_nobodys()
    {
        using var keyring = Keyring();
        var therapist = Guid.CreateVersion7();
        var field = new PersonalField("therapist_registered", therapist, therapist, "familyName");
        var (key, _) = keyring.Create(therapist);
        var name = Personal.Sealed(Envelope.Seal(key, field.AssociatedData(), "Lee"));
        (await keyring.OpenAsync(new(therapist), field, name, Cancellation)).ShouldBe("Lee", "the view is written before the commit");
        (await keyring.FindAsync(therapist, Cancellation)).ShouldBeNull();
        keyring.Settle(key, stored: false);
        (await keyring.OpenAsync(new(therapist), field, name, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Commands_that_hold_every_connection_of_the_store_still_get_their_keys()
    {
        // A node that has just started knows no key; more commands than the store has connections (20), each of which needs one key.
        var licenses = await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            var therapist = Guid.CreateVersion7();
            (await store.GiveAsync(Registration(therapist))).Refusals.ShouldBeEmpty();
            return (await store.GiveAsync(new GrantLicense(
                new(Guid.CreateVersion7()), new(therapist), Jurisdiction.WA, Profession.MassageTherapist, $"POOL-{i}", new(2024, 1, 1), Year(2024)))).Stream;
        }));
        await using var cold = await store.SecondNodeAsync();
        var outcomes = await Task.WhenAll(licenses.Select(l => cold.GiveAsync(new RenewLicense(new(l), Year(2025), 1)))).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        outcomes.ShouldAllBe(o => o.Accepted);
    }

    private Keyring Keyring() => new(store.Database, new byte[32], store.Clock);

    private async Task ExecuteAsync(string sql, params Guid[] ids)
    {
        await using var command = store.Database.CreateCommand(sql);
        foreach (var id in ids)
            command.Parameters.AddWithValue(id);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static RegisterTherapist Registration(Guid id) => new(new(id), Personal.Of("Ann"), Personal.None, Personal.Of("Lee"), Personal.None, Personal.None, null);

    private static Term Year(int year) => new(new(year, 1, 1), new(year, 12, 31));
}
