using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GraphQL.Types;

namespace LicenseTracker.Api.Schema.Types;

/// <summary>
/// The words a field carries in the contract: its <c>[Description]</c>, else the XML comment of its C# member, else what the class above it
/// or an interface says of the same member. Some arguments mean the same everywhere.
/// </summary>
internal static partial class Descriptions
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Files = new();

    private static readonly Dictionary<string, string> CommonArguments = new(StringComparer.Ordinal)
    {
        ["first"] = "How many items from the start, at most 200; default 50.",
        ["after"] = "A cursor: the items that follow it.",
        ["last"] = "How many items from the end, at most 200.",
        ["before"] = "A cursor: the items that precede it.",
        ["input"] = "What to record, under the caller's own key for it.",
    };

    public static string? Of(Type type) => Text(Find(type.Assembly, $"T:{NameOf(type)}")?.Element("summary"));

    public static string? OfEnumValue(Type type, string value) => Text(Find(type.Assembly, $"F:{NameOf(type)}.{value}")?.Element("summary"));

    /// <summary>Gives a field its description where it has none: that of its property or method, or of the record parameter behind it.</summary>
    public static FieldType? Complete(FieldType? field, MemberInfo member)
    {
        if (field is null)
            return null;
        field.Description ??= OfMember(member);
        if (member is not MethodInfo method)
            return field;
        foreach (var argument in field.Arguments ?? [])
        {
            var parameter = method.GetParameters().FirstOrDefault(p => p.Name == argument.Name);
            argument.Description ??= Text(Find(member)?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == argument.Name))
                ?? CommonArguments.GetValueOrDefault(argument.Name);
            if (parameter is not null && argument.DefaultValue is not GraphQLParser.AST.GraphQLValue)
                argument.DefaultValue = Arguments.DefaultOf(parameter);
        }
        return field;
    }

    private static string? OfMember(MemberInfo member)
    {
        if (Text(Find(member)?.Element("summary")) is { } own)
            return own;
        var record = Find(member.DeclaringType!.Assembly, $"T:{NameOf(member.DeclaringType)}");
        return Text(record?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == member.Name)) ?? OfInherited(member);
    }

    private static string? OfInherited(MemberInfo member)
    {
        var type = member.DeclaringType!;
        return type.GetInterfaces().Append(type.BaseType).OfType<Type>()
            .SelectMany(t => t.GetMember(member.Name)).Select(OfMember).FirstOrDefault(text => text is not null);
    }

    private static XElement? Find(MemberInfo member)
    {
        var assembly = member.DeclaringType!.Assembly;
        var name = $"{NameOf(member.DeclaringType)}.{member.Name}";
        if (member is not MethodInfo)
            return Find(assembly, $"P:{name}") ?? Find(assembly, $"F:{name}");
        // A field of the contract has one method: overloads cannot be told apart there either.
        return Find(assembly, $"M:{name}") ?? Load(assembly).FirstOrDefault(e => e.Key.StartsWith($"M:{name}(", StringComparison.Ordinal)).Value;
    }

    private static XElement? Find(Assembly assembly, string name) => Load(assembly).GetValueOrDefault(name);

    private static string NameOf(Type type) =>
        (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static Dictionary<string, XElement> Load(Assembly assembly) => Files.GetOrAdd(assembly, static of =>
    {
        var path = Path.ChangeExtension(of.Location, ".xml");
        return File.Exists(path)
            ? XDocument.Load(path).Descendants("member").ToDictionary(m => (string)m.Attribute("name")!, m => m, StringComparer.Ordinal)
            : [];
    });

    /// <summary>The text of a comment on one line, with what a cref names in place of the empty element.</summary>
    private static string? Text(XElement? comment)
    {
        if (comment is null)
            return null;
        var words = string.Concat(comment.DescendantNodes().Select(n => n switch
        {
            XText text => text.Value,
            XElement { IsEmpty: true } e => ((string?)e.Attribute("cref"))?.Split('.')[^1] ?? (string?)e.Attribute("langword") ?? (string?)e.Attribute("name"),
            _ => null,
        }));
        return Spaces().Replace(words, " ").Trim() is { Length: > 0 } line ? line : null;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
