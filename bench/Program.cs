using System.Text.Json;
using LicenseTracker.Bench;
using LicenseTracker.Bench.Compliance;
using LicenseTracker.Bench.Eligibility;

// dotnet run --project bench -c Release [-- --json FILE] [NAME...]
// Each benchmark has a name; without names all of them run.
var benchmarks = new Dictionary<string, Func<IEnumerable<Result>>>(StringComparer.Ordinal)
{
    ["compliance"] = ComplianceBenchmark.Run,
    ["eligibility"] = EligibilityBenchmark.Run,
};

var json = Array.IndexOf(args, "--json") is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
var names = args.Where((a, i) => a != "--json" && (i == 0 || args[i - 1] != "--json")).ToArray();
if (names.FirstOrDefault(n => !benchmarks.ContainsKey(n)) is { } unknown)
{
    Console.Error.WriteLine($"There is no benchmark '{unknown}'. There are: {string.Join(", ", benchmarks.Keys)}.");
    return 2;
}

var results = new List<Result>();
Console.WriteLine("| Work | Time | Compared with | Its time | Ratio | |");
Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
foreach (var result in benchmarks.Where(b => names.Length == 0 || names.Contains(b.Key)).SelectMany(b => b.Value()))
{
    results.Add(result);
    Console.WriteLine($"| {result.Work} | {result.Microseconds} µs | {result.Against} | {result.OtherMicroseconds} µs | {result.Ratio} | {result.Note} |");
}

if (json is not null)
{
    var report = new { ranAt = DateTimeOffset.UtcNow, processors = Environment.ProcessorCount, runtime = Environment.Version.ToString(), results };
    await File.WriteAllTextAsync(json, JsonSerializer.Serialize(report, JsonSerializerOptions.Web));
}

return 0;
