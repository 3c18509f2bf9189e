using System.Collections.Immutable;
using LicenseTracker.Domain.Eligibility;

namespace LicenseTracker.Domain.Rules;

/// <summary>The law and the texts that one version was read from; gives each figure its citation and refuses one that claims too much.</summary>
internal sealed class RuleSources(string law, ImmutableArray<Source> sources)
{
    /// <summary>What a node says of its own source: <c>confidence</c>, and <c>source</c> where it is one certain text.</summary>
    public Citation Citation(DataNode node)
    {
        var confidence = node.Choice<Confidence>("confidence");
        if (node.TextOrNull("source") is not { } id)
        {
            return confidence > Confidence.Secondary || sources.Any(s => s.Level <= confidence)
                ? new(law, null, confidence)
                : throw node.Get("confidence").Wrong($"is {confidence}, but no source of the version is.");
        }

        var source = sources.FirstOrDefault(s => s.Id == id) ?? throw node.Get("source").Wrong($"'{id}' is no source of the version.");
        return confidence >= source.Level
            ? new(law, source.Url, confidence)
            : throw node.Get("confidence").Wrong($"is {confidence}, but its source '{id}' is {source.Level}.");
    }

    /// <summary>A figure that stands in its own object: <c>{ "value": …, "confidence": … }</c>; null is unknown.</summary>
    public Figure<T> Figure<T>(DataNode node, Func<DataNode, T> read)
        where T : notnull
    {
        node.Only("value", "confidence", "source", "note");
        return Figure(node, "value", Citation(node), read, node.TextOrNull("note"));
    }

    /// <summary>A figure inside a requirement, which has the requirement's source. It must be there, were it null.</summary>
    public static Figure<T> Figure<T>(DataNode node, string name, Citation citation, Func<DataNode, T> read, string? note = null)
        where T : notnull =>
        node.Get(name) is { IsNull: false } value
            ? Rules.Figure<T>.Of(read(value), citation, note)
            : Rules.Figure<T>.Unknown(citation, note);
}
