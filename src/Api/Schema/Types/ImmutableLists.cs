using System.Collections.Immutable;
using System.Reflection;
using GraphQL.Types;

namespace LicenseTracker.Api.Schema.Types;

/// <summary>Lets a field return the Domain's <c>ImmutableArray</c> as a list; the engine knows only the mutable kinds.</summary>
internal static class ImmutableLists
{
    public static TypeInformation? Read(MemberInfo member)
    {
        var info = member switch
        {
            PropertyInfo property => new NullabilityInfoContext().Create(property),
            MethodInfo method => new NullabilityInfoContext().Create(method.ReturnParameter),
            _ => null,
        };
        if (info is { Type.IsGenericType: true } && info.Type.GetGenericTypeDefinition() is var outer
            && (outer == typeof(Task<>) || outer == typeof(ValueTask<>)))
            info = info.GenericTypeArguments[0];
        if (info is not { Type.IsGenericType: true } || info.Type.GetGenericTypeDefinition() != typeof(ImmutableArray<>))
            return null;
        var item = info.GenericTypeArguments[0];
        var type = Nullable.GetUnderlyingType(item.Type);
        var read = new TypeInformation(
            member, false, type ?? item.Type, type is not null || item.ReadState != NullabilityState.NotNull, true, false, null);
        read.ApplyAttributes();
        return read;
    }
}
