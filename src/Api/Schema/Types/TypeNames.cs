using System.Text;
using GraphQL;

namespace LicenseTracker.Api.Schema.Types;

/// <summary>A list of this type is called after another word than the type itself: a HistoryConnection is one of HistoryEntry.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ListedAsAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>How a CLR type is called in the contract: TherapistNode is Therapist, Connection of TherapistNode is TherapistConnection.</summary>
internal static class TypeNames
{
    private const string Node = "Node";

    public static string Of(Type type)
    {
        if (type.GetCustomAttributes(typeof(NameAttribute), inherit: false) is [NameAttribute named])
            return named.Name;
        if (!type.IsGenericType)
            return WithoutSuffix(type.IsInterface && type.Name is ['I', >= 'A' and <= 'Z', ..] ? type.Name[1..] : type.Name);
        var name = new StringBuilder();
        foreach (var argument in type.GetGenericArguments())
            name.Append(argument.GetCustomAttributes(typeof(ListedAsAttribute), inherit: false) is [ListedAsAttribute listed] ? listed.Name : Of(argument));
        return name.Append(type.Name, 0, type.Name.IndexOf('`', StringComparison.Ordinal)).ToString();
    }

    private static string WithoutSuffix(string name) =>
        name.Length > Node.Length && name.EndsWith(Node, StringComparison.Ordinal) ? name[..^Node.Length] : name;
}
