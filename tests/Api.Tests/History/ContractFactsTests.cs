using System.Text.Json;
using System.Text.RegularExpressions;
using LicenseTracker.Api.Commands;
using LicenseTracker.Api.History;
using LicenseTracker.Api.Schema.Relay;
using LicenseTracker.Domain;
using LicenseTracker.Projections.Facts;

namespace LicenseTracker.Api.Tests.History;

/// <summary>Every type of fact, found by reflection: shown with the contract's ids, and taken back as it is shown.</summary>
public sealed partial class ContractFactsTests
{
    private static readonly RelayIds Ids = new(new byte[32]);
    private static readonly ContractFacts Facts = new(Ids);

    public static TheoryData<string> Names => [.. FactNames.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_contract_shows_of_a_fact_it_takes_back_unchanged(string name)
    {
        var fact = Sample(FactNames.TypeOf(name)!);
        var shown = JsonSerializer.SerializeToElement(Facts.Show(fact));

        // The facts that a correction or void names are put in later, by their place; both are refused as targets of a correction.
        BareId().Count(shown.ToString()).ShouldBe(fact is IVoid or ICorrection<IFact> ? 1 : 0, shown.ToString());
        if (fact is IVoid or ICorrection<IFact>)
            return;
        var taken = Facts.Read(fact, shown);
        taken.ShouldBe(fact);
        JsonSerializer.SerializeToElement(Facts.Show(taken)).ToString().ShouldBe(shown.ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_stored_form_is_taken_back_of_no_fact_that_holds_an_id(string name)
    {
        var fact = Sample(FactNames.TypeOf(name)!);
        if (fact is IVoid or ICorrection<IFact>)
            return;
        var stored = JsonSerializer.SerializeToElement(fact, fact.GetType(), FactJson.Options);
        if (!BareId().IsMatch(stored.ToString()))
            Facts.Read(fact, stored).ShouldBe(fact);
        else
            Should.Throw<RefusedException>(() => Facts.Read(fact, stored)).Refusal.Path[0].ShouldBe("data");
    }

    [Fact]
    public void Every_id_of_a_fact_names_a_type_that_the_contract_has()
    {
        var ids = FactNames.All.SelectMany(f => f.Type.GetProperties()).Select(p => Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType)
            .Where(t => t.Namespace == typeof(TherapistId).Namespace && t.Name.EndsWith("Id", StringComparison.Ordinal) && t != typeof(FactId)).Distinct().ToList();
        ids.Count.ShouldBeGreaterThan(2);
        var contract = File.ReadAllText(Path.Combine(Api.Hosting.Checkout.Root!, "src", "Api", "schema.graphql"));
        ids.ShouldAllBe(id => Regex.IsMatch(contract, $"(?m)^type {id.Name.Substring(0, id.Name.Length - 2)} "));
    }

    /// <summary>A fact of a type with every part given; a personal text is left out, since it is sealed when shown and clear when given.</summary>
    private static IFact Sample(Type type) => (IFact)Value(type);

    private static object Value(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return "Some text";
        if (type == typeof(DateOnly))
            return new DateOnly(2026, 1, 15);
        if (type == typeof(Guid))
            return new Guid(7, 0, 0, new byte[8]);
        if (type == typeof(Personal))
            return Personal.None;
        if (type == typeof(int) || type == typeof(bool))
            return Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(System.Collections.Immutable.ImmutableArray<>))
            return type.GetField("Empty")!.GetValue(null)!;
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(0)!;
        if (type.IsAbstract)
            type = FactNames.All.Select(f => f.Type).Where(f => f.IsSubclassOf(type) && !typeof(IVoid).IsAssignableFrom(f) && !typeof(ICorrection<IFact>).IsAssignableFrom(f))
                .MinBy(f => f.GetProperties().Count(p => p.PropertyType.Name.EndsWith("Id", StringComparison.Ordinal)))!;
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType))]);
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex BareId();
}
