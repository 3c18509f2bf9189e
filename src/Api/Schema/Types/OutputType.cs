using System.Reflection;
using GraphQL.Types;
using LicenseTracker.Api.Access;
using LicenseTracker.Domain;

namespace LicenseTracker.Api.Schema.Types;

/// <summary>An object type of the contract, read off a CLR class: public properties and methods are its fields.</summary>
/// <remarks>
/// A method's parameters are the field's arguments, except a <see cref="Caller"/>, a <see cref="CancellationToken"/> and what is marked
/// <c>[FromServices]</c>: those are handed in and never appear in the contract.
/// </remarks>
internal sealed class OutputType<T> : AutoRegisteringObjectGraphType<T>
{
    protected override void ConfigureGraph()
    {
        Name = TypeNames.Of(typeof(T));
        base.ConfigureGraph();
        Description ??= Descriptions.Of(typeof(T));
        foreach (var contract in typeof(T).GetInterfaces().Where(ContractInterfaces.Contains))
            Interfaces.Add(typeof(GraphQLClrOutputTypeReference<>).MakeGenericType(contract));
    }

    /// <summary>
    /// A Domain type lends its properties; its methods are rules, not fields. Static members are fields of the root classes only:
    /// elsewhere they are helpers.
    /// </summary>
    protected override IEnumerable<MemberInfo> GetRegisteredMembers() => base.GetRegisteredMembers().Where(member => member switch
    {
        MethodInfo { IsStatic: true } or PropertyInfo { GetMethod.IsStatic: true } => typeof(T).Name is "Query" or "Mutation" or "Subscription",
        MethodInfo method => method.DeclaringType!.Assembly != typeof(Refusal).Assembly,
        _ => true,
    });

    protected override FieldType? CreateField(MemberInfo memberInfo) => Descriptions.Complete(base.CreateField(memberInfo), memberInfo);

    protected override TypeInformation GetTypeInformation(MemberInfo memberInfo) =>
        ImmutableLists.Read(memberInfo) ?? base.GetTypeInformation(memberInfo);

    protected override ArgumentInformation GetArgumentInformation<TParameterType>(FieldType fieldType, ParameterInfo parameterInfo) =>
        Arguments.WithCaller(base.GetArgumentInformation<TParameterType>(fieldType, parameterInfo));
}
