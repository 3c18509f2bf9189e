using System.Collections.Frozen;
using System.Collections.Immutable;

namespace LicenseTracker.Domain.Conditions;

/// <summary>The condition catalogue in one version, with the lists its rules refer to. What it says is guidance and state gates, not medical advice.</summary>
public sealed class ConditionCatalogue
{
    private static readonly Lazy<ConditionCatalogue> ShippedOnce =
        new(() => CatalogueReader.Read(Resource("conditions.json"), Resource("trainings.json"), Resource("client-facts.json")));

    private readonly FrozenDictionary<string, Condition> _byId;
    private readonly FrozenDictionary<string, ConditionRule> _rulesById;
    private readonly FrozenDictionary<string, ClientFactType> _factsById;
    private readonly FrozenDictionary<string, Training> _trainingsById;
    private readonly FrozenDictionary<string, Technique> _techniquesByName;
    private readonly ILookup<string, FactIs> _comparisons;

    internal ConditionCatalogue(
        string version,
        string codeSet,
        ImmutableArray<Condition> conditions,
        ImmutableArray<Technique> techniques,
        ImmutableArray<ClientFactType> clientFactTypes,
        ImmutableArray<Training> trainings)
    {
        (Version, CodeSet, Conditions, Techniques, ClientFactTypes, Trainings) = (version, codeSet, conditions, techniques, clientFactTypes, trainings);
        _byId = conditions.ToFrozenDictionary(c => c.Id, StringComparer.OrdinalIgnoreCase);
        _rulesById = conditions.SelectMany(c => c.Rules).ToFrozenDictionary(r => r.Id, StringComparer.Ordinal);
        _factsById = clientFactTypes.ToFrozenDictionary(f => f.Id, StringComparer.OrdinalIgnoreCase);
        _trainingsById = trainings.ToFrozenDictionary(t => t.Id, StringComparer.OrdinalIgnoreCase);
        _techniquesByName = techniques.SelectMany(t => t.Aliases.Prepend(t.Id).Select(name => (name, t)))
            .ToFrozenDictionary(x => x.name, x => x.t, StringComparer.Ordinal);
        _comparisons = conditions.SelectMany(c => c.Rules).Select(r => r.Predicate).OfType<Predicate>().SelectMany(p => p.Comparisons)
            .DistinctBy(c => (c.Type.Id, c.Threshold)).ToLookup(c => c.Type.Id, StringComparer.Ordinal);
    }

    /// <summary>The catalogue that comes with the product.</summary>
    public static ConditionCatalogue Shipped => ShippedOnce.Value;

    public string Version { get; }

    /// <summary>The code set, with the date of the release the prefixes were checked against.</summary>
    public string CodeSet { get; }

    public ImmutableArray<Condition> Conditions { get; }

    public ImmutableArray<Technique> Techniques { get; }

    /// <summary>The one published list of client facts.</summary>
    public ImmutableArray<ClientFactType> ClientFactTypes { get; }

    public ImmutableArray<Training> Trainings { get; }

    /// <summary>A catalogue of one's own from the three data files; a mistake in them throws, naming file, path and reason.</summary>
    public static ConditionCatalogue Read(string conditionsJson, string trainingsJson, string clientFactsJson) =>
        CatalogueReader.Read(conditionsJson, trainingsJson, clientFactsJson);

    public Condition? ConditionById(string id) => _byId.GetValueOrDefault(id.Trim());

    public ConditionRule? Rule(string id) => _rulesById.GetValueOrDefault(id);

    public ClientFactType? ClientFactType(string id) => _factsById.GetValueOrDefault(id.Trim());

    public Training? Training(string id) => _trainingsById.GetValueOrDefault(id.Trim());

    public Technique? Technique(string name) => _techniquesByName.GetValueOrDefault(Domain.Conditions.Technique.Normal(name));

    /// <summary>Every condition whose prefixes a code has: overlapping ones all match.</summary>
    public IEnumerable<Condition> Matching(ConditionCode code) => Conditions.Where(c => c.Matches(code));

    /// <summary>The figures that rules compare a fact with.</summary>
    internal IEnumerable<FactIs> ComparisonsOf(ClientFactType type) => _comparisons[type.Id];

    private static string Resource(string name)
    {
        using var stream = typeof(ConditionCatalogue).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the Domain.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
