using GraphQL.DataLoader;

namespace LicenseTracker.Api.Schema.Loading;

/// <summary>What a resolver does with a loaded value.</summary>
public static class LoadedValues
{
    /// <summary>Makes something else of a value once it is loaded.</summary>
    public static IDataLoaderResult<TOut> Then<TIn, TOut>(this IDataLoaderResult<TIn> loaded, Func<TIn, TOut> make) => new Made<TIn, TOut>(loaded, make);

    /// <summary>Makes something else of a value once it is loaded, with further work.</summary>
    public static IDataLoaderResult<TOut> Then<TIn, TOut>(this IDataLoaderResult<TIn> loaded, Func<TIn, CancellationToken, Task<TOut>> make) =>
        new MadeLater<TIn, TOut>(loaded, make);

    /// <summary>Several values of one batch as one.</summary>
    public static IDataLoaderResult<IReadOnlyList<T>> Together<T>(this IEnumerable<IDataLoaderResult<T>> loaded) => new Joined<T>([.. loaded]);

    /// <summary>Two values, of batches that are read independently, as one.</summary>
    public static IDataLoaderResult<TOut> With<TOne, TOther, TOut>(
        this IDataLoaderResult<TOne> one, IDataLoaderResult<TOther> other, Func<TOne, TOther, TOut> make) => new Paired<TOne, TOther, TOut>(one, other, make);

    /// <summary>A value that needs no loading, where another path of the same field does.</summary>
    public static IDataLoaderResult<T> Ready<T>(T value) => new Known<T>(value);

    private sealed class Known<T>(T value) : IDataLoaderResult<T>
    {
        public Task<T> GetResultAsync(CancellationToken cancellationToken = default) => Task.FromResult(value);

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await GetResultAsync(cancellationToken);
    }

    private sealed class MadeLater<TIn, TOut>(IDataLoaderResult<TIn> loaded, Func<TIn, CancellationToken, Task<TOut>> make) : IDataLoaderResult<TOut>
    {
        public async Task<TOut> GetResultAsync(CancellationToken cancellationToken = default) =>
            await make(await loaded.GetResultAsync(cancellationToken), cancellationToken);

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await GetResultAsync(cancellationToken);
    }

    private sealed class Joined<T>(IReadOnlyList<IDataLoaderResult<T>> parts) : IDataLoaderResult<IReadOnlyList<T>>
    {
        public async Task<IReadOnlyList<T>> GetResultAsync(CancellationToken cancellationToken = default) =>
            await Task.WhenAll(parts.Select(p => p.GetResultAsync(cancellationToken)));

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await GetResultAsync(cancellationToken);
    }

    private sealed class Paired<TOne, TOther, TOut>(IDataLoaderResult<TOne> one, IDataLoaderResult<TOther> other, Func<TOne, TOther, TOut> make)
        : IDataLoaderResult<TOut>
    {
        public async Task<TOut> GetResultAsync(CancellationToken cancellationToken = default)
        {
            var (first, second) = (one.GetResultAsync(cancellationToken), other.GetResultAsync(cancellationToken));
            await Task.WhenAll(first, second);
            return make(await first, await second);
        }

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await GetResultAsync(cancellationToken);
    }

    private sealed class Made<TIn, TOut>(IDataLoaderResult<TIn> loaded, Func<TIn, TOut> make) : IDataLoaderResult<TOut>
    {
        public async Task<TOut> GetResultAsync(CancellationToken cancellationToken = default) => make(await loaded.GetResultAsync(cancellationToken));

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await GetResultAsync(cancellationToken);
    }
}
