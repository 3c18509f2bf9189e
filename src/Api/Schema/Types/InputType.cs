using System.Reflection;
using GraphQL.Types;

namespace LicenseTracker.Api.Schema.Types;

/// <summary>An input type of the contract, read off a C# record: a parameter's default value is the field's default value.</summary>
/// <remarks>Lists take their default from <c>[property: DefaultAstValue("[]")]</c>: C# has no constant list.</remarks>
internal sealed class InputType<T> : AutoRegisteringInputObjectGraphType<T>
{
    protected override void ConfigureGraph()
    {
        Name = TypeNames.Of(typeof(T));
        base.ConfigureGraph();
        Description ??= Descriptions.Of(typeof(T));
    }

    protected override FieldType? CreateField(MemberInfo memberInfo)
    {
        var field = Descriptions.Complete(base.CreateField(memberInfo), memberInfo);
        if (field is { DefaultValue: null } && Arguments.RecordParameter(memberInfo) is { } parameter)
            field.DefaultValue = Arguments.DefaultOf(parameter);
        return field;
    }
}
