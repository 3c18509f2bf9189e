using System.Security.Cryptography;
using LicenseTracker.Api.Sealing;
using LicenseTracker.Projections.Facts;

namespace LicenseTracker.Api.Tests.Sealing;

/// <summary>A sealed text opens with its own key, in its own place, untouched, and in no other way.</summary>
public sealed class EnvelopeTests
{
    private const string Text = "Guðmundsdóttir 😀";

    private static readonly DataKey Key = new(Guid.Parse("00000000-0000-7000-8000-0000000000aa"), Guid.Empty, [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
    private static readonly PersonalField Place = new("therapist_registered", Id(1), Id(2), "familyName");

    [Fact]
    public void A_sealed_text_opens_in_its_place_and_names_its_key()
    {
        var envelope = Seal();
        Open(envelope).ShouldBe(Text);
        Envelope.KeyId(envelope).ShouldBe(Key.Id);
        envelope.ShouldNotContain(Text);
        Envelope.IsOne(envelope).ShouldBeTrue();
    }

    [Fact]
    public void Two_seals_of_the_same_text_differ_in_nonce_and_in_ciphertext()
    {
        var (a, b) = (Seal().Split('.'), Seal().Split('.'));
        a[..3].ShouldBe(b[..3]);
        a[3].ShouldNotBe(b[3]);
        a[4].ShouldNotBe(b[4]);
    }

    [Theory]
    [InlineData("licensee_name_changed", 1, 2, "familyName")]
    [InlineData("therapist_registered", 9, 2, "familyName")]
    [InlineData("therapist_registered", 1, 9, "familyName")]
    [InlineData("therapist_registered", 1, 2, "givenName")]
    [InlineData("therapist_registered", 1, 2, "replacement.familyName")]
    public void An_envelope_moved_to_another_place_does_not_open(string fact, int stream, int id, string field) =>
        Should.Throw<CryptographicException>(() => Open(Seal(), new(fact, Id(stream), Id(id), field)));

    [Fact]
    public void An_envelope_altered_in_any_one_character_does_not_open_or_names_another_key()
    {
        var envelope = Seal();
        for (var i = 0; i < envelope.Length; i++)
        {
            foreach (var other in "AZaz09-_.=".Where(c => c != envelope[i]))
            {
                var altered = $"{envelope[..i]}{other}{envelope[(i + 1)..]}";
                Guid? key = null;
                try
                {
                    key = Envelope.KeyId(altered);
                }
                catch (CryptographicException)
                {
                    continue;
                }

                if (key == Key.Id)
                    Should.Throw<CryptographicException>(() => Open(altered), $"opened with character {i} altered to {other}");
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain text")]
    [InlineData("1.A256GCM...")]
    [InlineData("2.A256GCM.AAAAAAAAcACAAAAAAAAAqg.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("1.A256GCM.AAAAAAAAcACAAAAAAAAAqg.AAAAAAAAAAAAAAAA.AAAA")]
    [InlineData("1.A256GCM.AAAAAAAAcACAAAAAAAAAqg.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAA.x")]
    [InlineData("1.A256GCM.AAAAAAAAcACAAAAAAAAAqg.AAAAAAAAAAAAAAAA.!!!!")]
    public void What_is_no_envelope_is_refused_as_such(string text) => Should.Throw<CryptographicException>(() => Open(text));

    [Fact]
    public void Another_key_does_not_open_it()
    {
        var other = Key with { Bytes = [.. Key.Bytes.Reverse()] };
        Should.Throw<CryptographicException>(() => Envelope.Open(other, Place.AssociatedData(), Seal()));
    }

    [Fact]
    public void A_cut_envelope_does_not_open()
    {
        var envelope = Seal();
        for (var length = 0; length < envelope.Length; length++)
            Should.Throw<CryptographicException>(() => Open(envelope[..length]));
    }

    [Fact]
    public void A_key_never_prints_its_bytes() => Key.ToString().ShouldBe($"data key {Key.Id}");

    private static string Seal() => Envelope.Seal(Key, Place.AssociatedData(), Text);

    private static string Open(string envelope, PersonalField? place = null) => Envelope.Open(Key, (place ?? Place).AssociatedData(), envelope);

    private static Guid Id(int n) => Guid.Parse($"00000000-0000-7000-8000-{n:x12}");
}
