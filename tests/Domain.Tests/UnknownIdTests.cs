using System.Reflection;
using System.Runtime.CompilerServices;
using LicenseTracker.Domain.Licenses;

namespace LicenseTracker.Domain.Tests;

public sealed class UnknownIdTests
{
    public static TheoryData<Type> Commands() =>
        [.. typeof(IChange).Assembly.GetTypes().Where(t => t.IsClass && (t.IsAssignableTo(typeof(IChange)) || t.IsAssignableTo(typeof(IStart)))).OrderBy(t => t.FullName)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_on_an_unknown_id_is_refused_before_anything_else_is_looked_at(Type command)
    {
        var decide = command.GetMethod("Decide", BindingFlags.Public | BindingFlags.Static).ShouldNotBeNull($"{command.Name} decides nothing");
        if (decide.GetParameters().Length == 1)
        {
            command.IsAssignableTo(typeof(IStart)).ShouldBeTrue($"{command.Name} changes a thing that it does not look at");
            return;
        }

        // A blank command: every member null or zero, which would trip any rule that came first.
        object?[] arguments = [RuntimeHelpers.GetUninitializedObject(command), .. new object?[decide.GetParameters().Length - 1]];
        var decision = decide.Invoke(null, arguments).ShouldNotBeNull();
        var refusals = (IEnumerable<Refusal>)decision.GetType().GetProperty(nameof(Decision<LicenseFact>.Refusals))!.GetValue(decision)!;
        refusals.Select(r => r.Code).ShouldBe([Refusals.UnknownId.Code]);
    }

    [Fact]
    public void The_commands_are_found() => Commands().Count.ShouldBeGreaterThan(35);

    [Fact]
    public void Every_command_has_the_version_its_kind_needs() =>
        typeof(IChange).Assembly.GetTypes().Where(t => t.GetMethod("Decide", BindingFlags.Public | BindingFlags.Static) is { ReturnType.IsGenericType: true } decide
                && decide.ReturnType.GetGenericTypeDefinition() == typeof(Decision<>))
            .ShouldAllBe(t => t.IsAssignableTo(typeof(IChange)) == (t.GetProperty("Version") != null) && t.IsAssignableTo(typeof(IChange)) != t.IsAssignableTo(typeof(IStart)));
}
