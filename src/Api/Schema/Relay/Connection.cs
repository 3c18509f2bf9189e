using GraphQL;

namespace LicenseTracker.Api.Schema.Relay;

/// <summary>One page of a list.</summary>
/// <param name="Edges">The items of this page with their cursors.</param>
/// <param name="PageInfo">Where this page stands in the list.</param>
/// <param name="Count">Counts the whole list; asked only when the request selects <c>totalCount</c>.</param>
public sealed record Connection<TNode>(
    IReadOnlyList<Edge<TNode>> Edges, PageInfo PageInfo, [property: Ignore] Func<CancellationToken, Task<int>> Count)
    where TNode : class
{
    /// <summary>The items of this page without their cursors.</summary>
    public IReadOnlyList<TNode> Nodes => [.. Edges.Select(e => e.Node)];

    /// <summary>How many items the whole list has, over all pages.</summary>
    public Task<int> TotalCountAsync(CancellationToken cancellation) => Count(cancellation);
}

/// <summary>One item of a list with its place.</summary>
/// <param name="Cursor">The place of this item: give it as <c>after</c> or <c>before</c>.</param>
/// <param name="Node">The item.</param>
public sealed record Edge<TNode>(string Cursor, TNode Node)
    where TNode : class;

/// <summary>Where a page stands in its list.</summary>
/// <param name="HasNextPage">Whether items follow this page.</param>
/// <param name="HasPreviousPage">Whether items precede this page.</param>
/// <param name="StartCursor">The place of the first item; null on an empty page.</param>
/// <param name="EndCursor">The place of the last item; null on an empty page.</param>
public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);
