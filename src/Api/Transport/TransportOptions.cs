using System.ComponentModel.DataAnnotations;

namespace LicenseTracker.Api.Transport;

/// <summary>The limits of the GraphQL door, each against one way to exhaust the server. Configured under <c>GraphQL</c>.</summary>
public sealed class TransportOptions
{
    /// <summary>Bytes of one request's body. A roster of 1,000 eligibility inputs fits many times.</summary>
    [Range(1, int.MaxValue)]
    public int MaxBodyBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Characters of a GET request's query string.</summary>
    public int MaxUrlCharacters { get; set; } = 8 * 1024;

    /// <summary>Lexical tokens of a document. Long lists belong into variables, which are no tokens.</summary>
    public int MaxTokens { get; set; } = 20_000;

    /// <summary>Nesting of the parsed text, values included: the parser recurses.</summary>
    public int MaxParseDepth { get; set; } = 128;

    /// <summary>Nesting of JSON in a body.</summary>
    public int MaxJsonDepth { get; set; } = 64;

    /// <summary>Nesting of fields, fragments followed.</summary>
    public int MaxDepth { get; set; } = 20;

    /// <summary>Fields of one operation or fragment with its fragments written out: what validation walks.</summary>
    public int MaxFields { get; set; } = 2_000;

    /// <summary>Root fields of one operation: aliases repeat whole searches.</summary>
    public int MaxRootFields { get; set; } = 50;

    /// <summary>Operations of one document, and likewise fragments.</summary>
    public int MaxDefinitions { get; set; } = 100;

    /// <summary>Directives of one document.</summary>
    public int MaxDirectives { get; set; } = 100;

    /// <summary>Fields that an answer may come to: fields times the sizes of the pages and input lists around them.</summary>
    public long MaxCost { get; set; } = 500_000;

    /// <summary>The size a page counts for when a request gives none: the contract's default.</summary>
    public int DefaultPageSize { get; set; } = Schema.Relay.Pager.DefaultSize;

    /// <summary>Things one input list may ask for at a root field, as the inputs of <c>eligibilities</c>.</summary>
    public int MaxInputList { get; set; } = 1_000;

    /// <summary>Documents kept parsed and validated, per generation (there are two).</summary>
    public int CachedDocuments { get; set; } = 500;

    /// <summary>Characters of the longest document that is kept.</summary>
    public int CachedDocumentCharacters { get; set; } = 16 * 1024;

    /// <summary>How long one operation may run.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
