using System.Reflection;
using GraphQL.Types;

namespace LicenseTracker.Api.Schema.Types;

/// <summary>An interface type of the contract, read off a CLR interface marked with <see cref="ContractInterfaceAttribute"/>.</summary>
internal sealed class InterfaceType<T> : AutoRegisteringInterfaceGraphType<T>
{
    protected override void ConfigureGraph()
    {
        Name = TypeNames.Of(typeof(T));
        base.ConfigureGraph();
        Description ??= Descriptions.Of(typeof(T));
    }

    protected override FieldType? CreateField(MemberInfo memberInfo) => Descriptions.Complete(base.CreateField(memberInfo), memberInfo);
}

/// <summary>This CLR interface is an interface of the contract: every node or payload class that implements it says so in the contract too.</summary>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class ContractInterfaceAttribute : Attribute;

internal static class ContractInterfaces
{
    public static bool Contains(Type type) => type.IsDefined(typeof(ContractInterfaceAttribute), inherit: false);
}
