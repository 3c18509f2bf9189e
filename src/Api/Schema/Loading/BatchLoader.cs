using GraphQL.DataLoader;

namespace LicenseTracker.Api.Schema.Loading;

/// <summary>
/// Gathers the keys that the fields of one request ask for and reads them in one statement, so that no list costs one read per item.
/// Derive one per question, register it scoped, inject it with <c>[FromServices]</c> and return <see cref="Load"/> from the resolver.
/// </summary>
/// <remarks>
/// The engine runs all fields it can before it asks for the first result: that moment closes a batch. Nothing is kept after it, so a
/// mutation's answer never shows what an earlier mutation of the same request has since changed.
/// </remarks>
public abstract class BatchLoader<TKey, TValue>
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private Batch? _open;

    /// <summary>Reads all keys at once. A key that names nothing is left out.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> ReadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellation);

    /// <summary>What this key names, or the type's default where it names nothing, once the batch is read.</summary>
    public IDataLoaderResult<TValue?> Load(TKey key)
    {
        lock (_gate)
        {
            _open ??= new Batch(this);
            _open.Keys.Add(key);
            return new Pending(_open, key);
        }
    }

    private sealed class Batch(BatchLoader<TKey, TValue> loader)
    {
        private Task<IReadOnlyDictionary<TKey, TValue>>? _read;

        public HashSet<TKey> Keys { get; } = [];

        public Task<IReadOnlyDictionary<TKey, TValue>> ReadAsync(CancellationToken cancellation)
        {
            lock (loader._gate)
            {
                if (loader._open == this)
                    loader._open = null;
                return _read ??= loader.ReadAsync(Keys, cancellation);
            }
        }
    }

    private sealed class Pending(Batch batch, TKey key) : IDataLoaderResult<TValue?>
    {
        public async Task<TValue?> GetResultAsync(CancellationToken cancellationToken = default) =>
            (await batch.ReadAsync(cancellationToken)).GetValueOrDefault(key);

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await GetResultAsync(cancellationToken);
    }
}
