using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using LicenseTracker.Api.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace LicenseTracker.Api.Tests.Transport;

public sealed class ContractSpecs
{
    /// <summary>Lines of the published contract, as written there.</summary>
    private const string Published = """
        interface Node { id: ID! }
        type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
        enum Jurisdiction { AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY }
        enum Profession {
          MASSAGE_THERAPIST AUDIOLOGIST SPEECH_LANGUAGE_PATHOLOGIST OCCUPATIONAL_THERAPIST OCCUPATIONAL_THERAPY_ASSISTANT
          PROFESSIONAL_COUNSELOR COSMETOLOGIST ESTHETICIAN CLINICAL_SOCIAL_WORKER MASTER_SOCIAL_WORKER BACHELORS_SOCIAL_WORKER
        }
        enum Role { REGISTRAR REVIEWER CLINIC_MANAGER THERAPIST AUDITOR ADMINISTRATOR }
        enum EncumbranceType {
          FINE REPRIMAND PUBLIC_REPRIMAND REQUIRED_SUPERVISION COMPLETION_OF_CE PROBATION PRACTICE_LIMITATION MONITORING STAYED_SUSPENSION
          INJUNCTIVE_ACTION CEASE_AND_DESIST EMERGENCY_SUSPENSION SUSPENSION REVOCATION DENIAL SURRENDER OTHER DISCIPLINE_REPORTED
        }
        type TherapistConnection { edges: [TherapistEdge!]! nodes: [Therapist!]! pageInfo: PageInfo! totalCount: Int! }
        type TherapistEdge { cursor: String! node: Therapist! }
        interface Payload { refusals: [Refusal!]! warnings: [Refusal!]! }
        type Refusal { code: String! message: String! path: [String!] }
        type RenewLicensePayload implements Payload { license: License refusals: [Refusal!]! warnings: [Refusal!]! }
        scalar Date
        scalar DateTime
        scalar Hours
        scalar Long
        scalar JSON
        """;

    private const string PublishedFields = """
        type Query {
          node(id: ID!): Node
          nodes(ids: [ID!]!): [Node]!
          therapists(first: Int, after: String, last: Int, before: String): TherapistConnection!
          license(jurisdiction: Jurisdiction!, number: String!, profession: Profession = MASSAGE_THERAPIST): License
        }
        type License implements Node { id: ID! terms: [Term!]! }
        type Therapist implements Node { id: ID! name(loud: Boolean! = false): String version: Long! }
        input RenewLicenseInput {
          idempotencyKey: String! licenseId: ID! version: Long! termStart: Date expiresOn: Date
          conditions: [String!]! = [] profession: Profession = MASSAGE_THERAPIST hourMinutes: Int = 60 activity: String = "course"
        }
        type Mutation { renewLicense(input: RenewLicenseInput!): RenewLicensePayload! }
        """;

    [Fact]
    public async Task Types_written_in_C_sharp_come_out_as_the_published_contract_has_them()
    {
        var printed = Members(await SdlAsync());
        foreach (var (type, members) in Members(Published))
            printed[type].ShouldBe(members, ignoreOrder: true, customMessage: type);
    }

    [Fact]
    public async Task Fields_arguments_and_defaults_come_out_as_the_published_contract_has_them()
    {
        var printed = Members(await SdlAsync());
        foreach (var (type, members) in Members(PublishedFields))
            members.ShouldBeSubsetOf(printed[type], type);
    }

    [Fact]
    public async Task The_printed_contract_is_in_the_same_order_each_time()
    {
        var first = await SdlAsync();
        first.ShouldBe(await SdlAsync());
        Members(first).Keys.ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Fields_are_described_by_their_attributes_and_XML_comments()
    {
        var sdl = await SdlAsync(descriptions: true);
        sdl.ShouldContain("\"Whether to shout.\"");
        sdl.ShouldContain("\"The kind of an adverse action, as boards name them.\"");
        sdl.ShouldContain("\"Whether items follow this page.\"");
        sdl.ShouldContain("the rules are in May.");
    }

    private static async Task<string> SdlAsync(bool descriptions = false)
    {
        await using var door = await Door.OpenAsync();
        return door.Services.GetRequiredService<ISchema>().ToSdl(descriptions);
    }

    /// <summary>Each type's members in one spelling, and what it implements.</summary>
    private static Dictionary<string, string[]> Members(string sdl) => Parser.Parse(sdl).Definitions.OfType<GraphQLTypeDefinition>().ToDictionary(
        type => type.Name.StringValue,
        type => type switch
        {
            GraphQLObjectTypeDefinition t =>
                [.. (t.Interfaces?.Items ?? []).Select(i => $"implements {i.Name.StringValue}"), .. (t.Fields?.Items ?? []).Select(Spell)],
            GraphQLInterfaceTypeDefinition t => [.. (t.Fields?.Items ?? []).Select(Spell)],
            GraphQLInputObjectTypeDefinition t => [.. (t.Fields?.Items ?? []).Select(Spell)],
            GraphQLEnumTypeDefinition t => [.. (t.Values?.Items ?? []).Select(v => v.Name.StringValue)],
            _ => Array.Empty<string>(),
        });

    private static string Spell(GraphQLFieldDefinition field) =>
        $"{field.Name.StringValue}({string.Join(", ", (field.Arguments?.Items ?? []).Select(Spell).Order(StringComparer.Ordinal))}): {Spell(field.Type)}";

    private static string Spell(GraphQLInputValueDefinition value) => $"{value.Name.StringValue}: {Spell(value.Type)} = {Spell(value.DefaultValue)}";

    private static string Spell(GraphQLType type) => type switch
    {
        GraphQLNonNullType required => $"{Spell(required.Type)}!",
        GraphQLListType list => $"[{Spell(list.Type)}]",
        _ => ((GraphQLNamedType)type).Name.StringValue,
    };

    private static string Spell(GraphQLValue? value) => value switch
    {
        null => "none",
        GraphQLListValue list => $"[{string.Join(", ", (list.Values ?? []).Select(Spell))}]",
        GraphQLEnumValue constant => constant.Name.StringValue,
        IHasValueNode plain => $"{value.Kind} {plain.Value}",
        _ => value.Kind.ToString(),
    };
}
