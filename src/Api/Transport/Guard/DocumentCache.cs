using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using GraphQLParser.AST;

namespace LicenseTracker.Api.Transport.Guard;

/// <summary>Documents that were parsed and found valid, by the hash of their text: parsing and validating cost more than most answers.</summary>
/// <remarks>Bounded by two generations: when the young one is full it becomes the old one, and what the old one held unused is gone.</remarks>
internal sealed class DocumentCache(TransportOptions limits)
{
    private volatile ConcurrentDictionary<Key, GraphQLDocument> _young = new();
    private volatile ConcurrentDictionary<Key, GraphQLDocument> _old = new();

    public int Count => _young.Count + _old.Count;

    public GraphQLDocument? Find(string text)
    {
        if (text.Length > limits.CachedDocumentCharacters)
            return null;
        var key = Key.Of(text);
        if (_young.TryGetValue(key, out var document))
            return document;
        if (!_old.TryGetValue(key, out document))
            return null;
        Keep(key, document);
        return document;
    }

    public void Keep(string text, GraphQLDocument document)
    {
        if (text.Length <= limits.CachedDocumentCharacters)
            Keep(Key.Of(text), document);
    }

    private void Keep(Key key, GraphQLDocument document)
    {
        if (_young.Count >= limits.CachedDocuments)
        {
            _old = _young;
            _young = new ConcurrentDictionary<Key, GraphQLDocument>();
        }
        _young[key] = document;
    }

    /// <summary>SHA-256 of the text: no one can make two documents share an entry.</summary>
    private readonly record struct Key(UInt128 Left, UInt128 Right)
    {
        public static Key Of(string text)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            var bytes = Encoding.UTF8.GetBytes(text);
            SHA256.HashData(bytes, hash);
            return new Key(
                System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash),
                System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash[16..]));
        }
    }
}
