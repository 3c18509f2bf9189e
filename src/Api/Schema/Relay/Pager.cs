using LicenseTracker.Api.Schema.Errors;

namespace LicenseTracker.Api.Schema.Relay;

/// <summary>Which part of an ordered list is asked for.</summary>
/// <param name="Size">How many items.</param>
/// <param name="Backward">The last items before <see cref="Before"/> rather than the first after <see cref="After"/>.</param>
/// <param name="After">Order key of the item that precedes the page; null: from the start.</param>
/// <param name="Before">Order key of the item that follows the page; null: to the end.</param>
public sealed record Page(int Size, bool Backward, string? After, string? Before)
{
    /// <summary>How many rows to read: one more than asked, which tells whether there are more.</summary>
    public int Take => Size + 1;
}

/// <summary>Reads page arguments and makes connections. Inject it with <c>[FromServices]</c>.</summary>
public sealed class Pager(RelayIds ids)
{
    public const int DefaultSize = 50;
    public const int MaxSize = 200;

    /// <summary>The page that the arguments ask for. Throws an INVALID_INPUT error where they contradict themselves.</summary>
    public Page Page(int? first, string? after, int? last = null, string? before = null)
    {
        if (first is not null && last is not null)
            throw new InvalidInputError("Give first or last, not both.");
        if ((first ?? last) is < 0 or > MaxSize)
            throw new InvalidInputError($"{(first is null ? "last" : "first")} is a number from 0 to {MaxSize}.");
        return new Page(first ?? last ?? DefaultSize, last is not null, Key(after, nameof(after)), Key(before, nameof(before)));
    }

    /// <summary>A connection from rows that a query read: at most <see cref="Page.Take"/>, in list order, or in reverse where the page is backward.</summary>
    /// <param name="page">What was asked for.</param>
    /// <param name="rows">The rows read, in the order read.</param>
    /// <param name="key">A row's order key: what the query compares with <see cref="Relay.Page.After"/>.</param>
    /// <param name="node">A row's item.</param>
    /// <param name="count">Counts the whole list.</param>
    public Connection<TNode> Connect<TRow, TNode>(
        Page page, IReadOnlyList<TRow> rows, Func<TRow, string> key, Func<TRow, TNode> node, Func<CancellationToken, Task<int>> count)
        where TNode : class
    {
        var kept = rows.Take(page.Size).Select(row => new Edge<TNode>(ids.EncodeCursor(key(row)), node(row)));
        Edge<TNode>[] edges = [.. page.Backward ? kept.Reverse() : kept];
        var more = rows.Count > page.Size;
        return new Connection<TNode>(
            edges,
            new PageInfo(
                page.Backward ? page.Before is not null : more,
                page.Backward ? more : page.After is not null,
                edges is [var start, ..] ? start.Cursor : null,
                edges is [.., var end] ? end.Cursor : null),
            count);
    }

    /// <summary>A connection over a whole list in memory, ordered by its ordinal key.</summary>
    public Connection<TNode> Slice<TRow, TNode>(Page page, IReadOnlyList<TRow> all, Func<TRow, string> key, Func<TRow, TNode> node)
        where TNode : class
    {
        var rows = all.Where(row =>
            (page.After is null || string.CompareOrdinal(key(row), page.After) > 0)
            && (page.Before is null || string.CompareOrdinal(key(row), page.Before) < 0)).OrderBy(key, StringComparer.Ordinal);
        TRow[] read = [.. (page.Backward ? rows.Reverse() : rows).Take(page.Take)];
        return Connect(page, read, key, node, _ => Task.FromResult(all.Count));
    }

    private string? Key(string? cursor, string name) =>
        cursor is null ? null : ids.DecodeCursor(cursor) ?? throw new InvalidInputError($"{name} is no cursor of this list. Take one from its pageInfo or edges.");
}
