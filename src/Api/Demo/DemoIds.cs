using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LicenseTracker.Api.Commands;

namespace LicenseTracker.Api.Demo;

/// <summary>Mints the same ids every time: UUID version 7 whose chance part is the hash of a name and a count.</summary>
internal sealed class DemoIds(string name) : Ids
{
    private int count;

    /// <summary>The id of somebody or something the demonstration knows by name.</summary>
    public static Guid Named(DateOnly day, string name, DateTimeOffset? at = null) => new DemoIds($"{day:O}/{name}").New(at ?? DemoScript.Opening(day));

    public override Guid New(DateTimeOffset at)
    {
        Span<byte> id = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name}/{count++}")), id);
        Span<byte> milliseconds = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(milliseconds, at.ToUnixTimeMilliseconds());
        milliseconds[2..].CopyTo(id);
        id[6] = (byte)(0x70 | (id[6] & 0x0F));
        id[8] = (byte)(0x80 | (id[8] & 0x3F));
        return new(id[..16], bigEndian: true);
    }
}

/// <summary>The clock of the script: it shows the instant at which the next command is given.</summary>
internal sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Instant { get; set; } = start;

    public override DateTimeOffset GetUtcNow() => Instant;
}
