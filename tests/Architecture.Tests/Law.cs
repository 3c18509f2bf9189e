using System.Reflection;
using LicenseTracker.Domain;

namespace LicenseTracker.Architecture.Tests;

/// <summary>The law of dependence as rules over types: each names what a type does that its room may not.</summary>
internal static class Law
{
    private static readonly string[] Clock = ["get_Now", "get_UtcNow", "get_Today", "get_System", "GetTimestamp", "get_TickCount", "get_TickCount64"];
    // The compiler asks for it in every iterator.
    private const string ThreadOfIterator = "get_CurrentManagedThreadId";

    private static readonly string[] Minting = ["NewGuid", "CreateVersion7"];

    /// <summary>The Domain knows the framework's own <c>System.*</c> and itself.</summary>
    public static IEnumerable<string> BeyondSystem(Type type) =>
        Code.Types(type).Where(t => !IsFramework(t) && !IsOurs(t, "Domain") && t.Assembly != type.Assembly).Select(t => $"{type.Name} knows {t.FullName}");

    /// <summary>No attributes of a serialiser, no <c>Task</c>, no input or output, no threads.</summary>
    public static IEnumerable<string> HostMatters(Type type) =>
        Code.Types(type).Where(t => t.Namespace is "System.Text.Json.Serialization" or "System.Threading.Tasks" or "System.Threading" or "System.Net" or "System.Net.Http"
            or "System.Diagnostics" && !IsCompilersOwn(t) || t.FullName is "System.IO.File" or "System.IO.Directory" or "System.Console")
            .Select(t => $"{type.Name} knows {t.FullName}")
            .Concat(Code.Members(type).Where(m => m.DeclaringType == typeof(Environment) && m.Name != ThreadOfIterator).Select(m => $"{type.Name} calls Environment.{m.Name}"));

    /// <summary>No clock and no chance: neither is read, and neither is taken in.</summary>
    public static IEnumerable<string> ClockOrChance(Type type) =>
        Code.Types(type).Where(t => typeof(Random).IsAssignableFrom(t) || typeof(TimeProvider).IsAssignableFrom(t) || t.FullName == "System.Security.Cryptography.RandomNumberGenerator")
            .Select(t => $"{type.Name} knows {t.FullName}")
            .Concat(Code.Members(type).Where(ReadsClockOrMints).Select(m => $"{type.Name} calls {m.DeclaringType!.Name}.{m.Name}"));

    /// <summary>Projections hold no minted id and read no clock; a time provider may be handed on to Marten.</summary>
    public static IEnumerable<string> ReadsClock(Type type) =>
        Code.Members(type).Where(ReadsClockOrMints).Select(m => $"{type.Name} calls {m.DeclaringType!.Name}.{m.Name}");

    /// <summary>Types of a foreign library, by the beginning of its assembly's name.</summary>
    public static IEnumerable<string> Knows(Type type, params string[] libraries) =>
        Code.Types(type).Where(t => libraries.Any(l => IsOf(t.Assembly.GetName().Name!, l))).Select(t => $"{type.Name} knows {t.FullName}");

    /// <summary>Our own rooms and folders, by the beginning of the namespace.</summary>
    public static IEnumerable<string> KnowsRooms(Type type, params string[] namespaces) =>
        Code.Types(type).Where(t => namespaces.Any(n => t.Namespace is { } known && IsOf(known, n))).Select(t => $"{type.Name} knows {t.FullName}");

    /// <summary>Facts come of decisions: nobody outside the Domain makes one.</summary>
    public static IEnumerable<string> MakesFacts(Type type) =>
        Code.Members(type).OfType<ConstructorInfo>().Where(c => typeof(IFact).IsAssignableFrom(c.DeclaringType) && c.DeclaringType!.Assembly == typeof(IFact).Assembly)
            .Select(c => $"{type.Name} makes a {c.DeclaringType!.Name}");

    private static bool ReadsClockOrMints(MemberInfo member) =>
        (member.DeclaringType == typeof(DateTime) || member.DeclaringType == typeof(DateTimeOffset) || member.DeclaringType == typeof(TimeProvider)
            || member.DeclaringType == typeof(System.Diagnostics.Stopwatch) || member.DeclaringType == typeof(Environment)) && Clock.Contains(member.Name)
        || member.DeclaringType == typeof(Guid) && Minting.Contains(member.Name);

    private static bool IsFramework(Type type) =>
        type.Namespace is { } name && IsOf(name, "System") && type.Assembly.GetName().Name is { } assembly && (assembly.StartsWith("System.", StringComparison.Ordinal))
        || IsCompilersOwn(type);

    // The compiler itself writes a few of these into every assembly, or refers to them for its own ends.
    private static bool IsCompilersOwn(Type type) =>
        type.Namespace is "Microsoft.CodeAnalysis" or "System.Runtime.CompilerServices" or "System.Diagnostics.CodeAnalysis"
        || type.FullName is "System.Diagnostics.DebuggerBrowsableAttribute" or "System.Diagnostics.DebuggerHiddenAttribute" or "System.Diagnostics.DebuggableAttribute"
            or "System.Diagnostics.DebuggerBrowsableState" or "System.Diagnostics.UnreachableException";

    private static bool IsOurs(Type type, string room) => type.Assembly.GetName().Name == $"LicenseTracker.{room}";

    private static bool IsOf(string name, string prefix) => name == prefix || name.StartsWith(prefix + ".", StringComparison.Ordinal);
}
