using System.Text.Json;
using GraphQL;
using GraphQL.DataLoader;
using LicenseTracker.Api.History;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain.Jurisdictions;
using LicenseTracker.Domain.Rules;
using LicenseTracker.Projections.RuleBooks;

namespace LicenseTracker.Api.RuleBooks;

/// <summary>One version of a jurisdiction's licensing and continuing-education rules. Researched, not the live law.</summary>
public sealed class RuleBookNode(KnownRuleBook known, RuleBookVersion version, long recordVersion)
{
    /// <summary>Whose rules.</summary>
    public Jurisdiction Jurisdiction => known.Book.Jurisdiction;

    /// <summary>The version's name, unique among all books.</summary>
    public string Version => version.Id;

    /// <summary>From which day it governs, by its selector; null: its first day is not known.</summary>
    public DateOnly? EffectiveFrom => version.Effective.From;

    /// <summary>Its last day; null: it still governs.</summary>
    public DateOnly? EffectiveTo => version.Effective.To;

    /// <summary>When the book was adopted; null: as of the instant asked about none was, see adoptedLater.</summary>
    public DateTimeOffset? AdoptedAt => known.AdoptedAt;

    /// <summary>The question is as of an instant before any adoption: the shipped book that was adopted first answers.</summary>
    public bool AdoptedLater => known.AdoptedLater;

    /// <summary>The adoption, a history entry: name it to correct or void it. Null: as adoptedAt.</summary>
    public RelayId? FactId => known.Place is { } place ? FactIds.Of(RuleBookRecord.StreamOf(Jurisdiction), place) : null;

    /// <summary>Version of the jurisdiction's record of rule books; adoptRuleBook carries the one that it was decided on.</summary>
    public long RecordVersion => recordVersion;

    /// <summary>Who regulates; "none" where nobody does.</summary>
    public string Regulator => known.Book.Regulator ?? "none";

    /// <summary>How massage is regulated, in words.</summary>
    public string Regulation => VersionWording.Regulation(version);

    /// <summary>The book with this version for a person (Markdown), every figure with its source and how well it is known.</summary>
    public string Text => RuleBookPage.Of(known.Book, version);

    /// <summary>The book with this version alone, in the form of its file.</summary>
    public JsonElement Data => JsonSerializer.SerializeToElement(RuleBookText.OfVersion(known.Text, version.Id));

    /// <summary>Every adoption of a book of this jurisdiction with its corrections, in the order recorded.</summary>
    /// <param name="filter">Which facts; absent: all.</param>
    public IDataLoaderResult<Connection<HistoryEntryNode>> History(
        [FromServices] HistoryLoader history, HistoryFilter? filter, int? first, string? after, int? last, string? before) =>
        history.OfRuleBook(Jurisdiction, filter, (first, after, last, before));
}

/// <summary>What differs between two versions of a jurisdiction's rules.</summary>
/// <param name="From">The first version's name.</param>
/// <param name="To">The second version's name.</param>
/// <param name="Text">The differences for a person (Markdown).</param>
/// <param name="Changes">Each rule that the two state differently.</param>
public sealed record RuleBookDiffNode(string From, string To, string Text, IReadOnlyList<RuleChange> Changes);
