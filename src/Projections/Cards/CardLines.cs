using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using LicenseTracker.Domain;
using LicenseTracker.Projections.Facts;

namespace LicenseTracker.Projections.Cards;

/// <summary>
/// The compact encoding of a card: an object of stream ids, each with its facts as
/// <c>[fact id, version, recorded microseconds since 1970, stored name, fact]</c> in the order recorded.
/// </summary>
public static class CardLines
{
    /// <summary>The facts of one stream that are to be added to a card.</summary>
    public static string Write(IEnumerable<(Guid Stream, IEnumerable<Recorded<IFact>> Facts)> added)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (stream, facts) in added)
            {
                writer.WriteStartArray(stream.ToString());
                foreach (var fact in facts)
                    Write(writer, fact);
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>All streams of a card.</summary>
    public static IReadOnlyDictionary<Guid, ImmutableArray<Recorded<IFact>>> Read(ReadOnlySpan<byte> utf8)
    {
        var lines = new Dictionary<Guid, ImmutableArray<Recorded<IFact>>>();
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var stream = Guid.Parse(reader.GetString()!);
            reader.Read();
            var facts = ImmutableArray.CreateBuilder<Recorded<IFact>>();
            while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
                facts.Add(ReadFact(ref reader));
            lines.Add(stream, facts.ToImmutable());
        }

        return lines;
    }

    private static void Write(Utf8JsonWriter writer, Recorded<IFact> recorded)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(recorded.Id.Value);
        writer.WriteNumberValue(recorded.Version);
        writer.WriteNumberValue(Microseconds(recorded.RecordedAt));
        writer.WriteStringValue(FactNames.Of(recorded.Fact));
        JsonSerializer.Serialize(writer, recorded.Fact, recorded.Fact.GetType(), FactJson.Options);
        writer.WriteEndArray();
    }

    private static Recorded<IFact> ReadFact(ref Utf8JsonReader reader)
    {
        reader.Read();
        var id = new FactId(reader.GetGuid());
        reader.Read();
        var version = reader.GetInt64();
        reader.Read();
        var recordedAt = DateTimeOffset.UnixEpoch.AddTicks(reader.GetInt64() * TimeSpan.TicksPerMicrosecond);
        reader.Read();
        var name = reader.GetString()!;
        var type = FactNames.TypeOf(name) ?? throw new JsonException($"No fact is stored under the name '{name}'.");
        reader.Read();
        var fact = (IFact)JsonSerializer.Deserialize(ref reader, type, FactJson.Options)!;
        reader.Read();
        return new(id, version, recordedAt, fact);
    }

    private static long Microseconds(DateTimeOffset instant) => (instant - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
